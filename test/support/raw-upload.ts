import { once } from 'node:events';
import { connect } from 'node:net';

export const boundary = 'rosterhubtest';

/** A multipart form as bytes: a file, and fields before it. */
export function formBytes(
  files: readonly { readonly name: string; readonly content: Buffer }[],
  fields: Readonly<Record<string, string>> = {},
): Buffer {
  const disposition = `--${boundary}\r\nContent-Disposition: form-data;`;
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`${disposition} name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ name, content }) => [
      Buffer.from(
        `${disposition} name="${name}"; filename="board.zip"\r\nContent-Type: application/zip\r\n\r\n`,
      ),
      content,
      Buffer.from('\r\n'),
    ]),
  ];
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

export interface RawRequest {
  readonly url: string;
  readonly key: string;
  /** What the sender says that it will send. */
  readonly announced: number | 'chunked';
  readonly bytes: Buffer;
  /** How the connection ends after the bytes: in order, or as when a cable is pulled. */
  readonly end: 'close' | 'reset';
}

function head({ url, key, announced }: RawRequest): string {
  const { host } = new URL(url);
  const length = announced === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${announced}`;
  return [
    'POST /csv/import HTTP/1.1',
    `Host: ${host}`,
    `Authorization: Bearer ${key}`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    length,
    '\r\n',
  ].join('\r\n');
}

/** Sends an upload byte by byte as told, breaks off, and waits until the hub has noticed. Gives the status, if any. */
export async function sendAndBreakOff(request: RawRequest): Promise<number | undefined> {
  const { hostname, port } = new URL(request.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  const { bytes, announced, end } = request;
  const body =
    announced === 'chunked' && bytes.length > 0
      ? Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
      : bytes;
  await new Promise<void>((resolve) =>
    socket.write(Buffer.concat([Buffer.from(head(request)), body]), () => resolve()),
  );
  if (end === 'reset') socket.resetAndDestroy();
  else socket.end();
  if (!socket.closed) await once(socket, 'close');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
  return status === undefined ? undefined : Number(status);
}
