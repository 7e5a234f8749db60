/** RFC 5987 leaves these out of what a URL component may hold. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * `Content-Disposition` for a file of any name (RFC 6266): `名簿 "4月".zip` ->
 * `attachment; filename="__ _4__.zip"; filename*=UTF-8''%E5%90%8D…`
 */
export function attachmentOf(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9 ._()-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}
