import { jisPages, jisPlane2 } from './jis-x-0213-table.ts';

/** Characters of JIS X 0213 to which Windows gives another code point, and the one it gives. */
export const windowsForms: ReadonlyMap<string, string> = new Map([
  ['\u301C', '\uFF5E'],
  ['\u2016', '\u2225'],
  ['\u2212', '\uFF0D'],
  ['\u00A2', '\uFFE0'],
  ['\u00A3', '\uFFE1'],
  ['\u00AC', '\uFFE2'],
  ['\u00A6', '\uFFE4'],
  ['\u2014', '\u2015'],
]);

/** The full-width backslash, which the codec reads as the ASCII one, and the mark that makes か゚, which it reads with か. */
const further = ['\uFF3C', '\u309A'];

/** Beyond plane 2 the standard has nothing. */
const tableEnd = 0x30000;
/** One bit for each code point, so that all of it stays in the processor's nearest cache. */
const table = new Uint32Array(tableEnd / 32);

function mark(codePoint: number): void {
  const word = codePoint >>> 5;
  table[word] = (table[word] ?? 0) | (1 << (codePoint & 31));
}

for (const [page, bits] of Object.entries(jisPages)) {
  const first = Number.parseInt(page, 16) * 256;
  for (const [index, byte] of Buffer.from(bits, 'base64').entries()) {
    for (let bit = 0; bit < 8; bit += 1) if ((byte >>> bit) & 1) mark(first + index * 8 + bit);
  }
}
for (const hex of jisPlane2.trim().split(/\s+/)) mark(Number.parseInt(hex, 16));
for (const character of [...windowsForms.keys(), ...windowsForms.values(), ...further]) {
  mark(character.codePointAt(0) ?? 0);
}

/**
 * Whether JIS X 0213:2004 has the character (rules JP-F-012, JP-US-021). ASCII is inside, control characters
 * included, and so are half-width katakana and the code points that Windows uses for characters of the standard.
 */
export function isJisX0213(codePoint: number): boolean {
  if (codePoint < 0x80) return true;
  return codePoint < tableEnd && (((table[codePoint >>> 5] ?? 0) >>> (codePoint & 31)) & 1) === 1;
}

const none: readonly string[] = [];

/**
 * The distinct characters of a text that JIS X 0213 has not, in the order found; 外字 and variation selectors are
 * among them. Nothing is allocated for a text that is all inside and has no surrogates.
 *
 * `髙橋𠮷` -> ['髙', '𠮷']: the standard unifies 髙 with 高.
 */
export function outsideJisX0213(text: string): readonly string[] {
  for (let at = 0; at < text.length; at += 1) {
    // No surrogate is in the table, so whatever needs more than one unit is looked at again.
    if (!isJisX0213(text.charCodeAt(at))) return collectOutside(text.slice(at));
  }
  return none;
}

function collectOutside(text: string): readonly string[] {
  const found = new Set<string>();
  for (const character of text) if (!isJisX0213(character.codePointAt(0) ?? 0)) found.add(character);
  return found.size === 0 ? none : [...found];
}
