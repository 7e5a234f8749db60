import { Buffer } from 'node:buffer';

const tables = new Map<string, Map<string, number[]>>();

/** Character to bytes, out of the decoder: Node has no encoder for these. */
function tableOf(encoding: 'shift_jis' | 'euc-jp'): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (...bytes: number[]) => {
    try {
      const [character, more] = [...decoder.decode(Uint8Array.from(bytes))];
      if (character !== undefined && more === undefined && !table.has(character)) table.set(character, bytes);
    } catch {
      // Not assigned.
    }
  };
  for (let byte = 0; byte < 0x80; byte += 1) add(byte);
  if (encoding === 'shift_jis') for (let byte = 0xa1; byte <= 0xdf; byte += 1) add(byte);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    if (encoding === 'euc-jp' && lead !== 0x8e && lead < 0xa1) continue;
    for (let trail = 0x40; trail <= 0xfe; trail += 1) add(lead, trail);
  }
  tables.set(encoding, table);
  return table;
}

/** A text as Shift_JIS (CP932) or EUC-JP; fails on a character that the encoding does not have. */
export function encodeJapanese(text: string, encoding: 'shift_jis' | 'euc-jp'): Buffer {
  const table = tableOf(encoding);
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

/** A text as UTF-16, with a byte order mark unless said otherwise. */
export function encodeWide(text: string, order: 'le' | 'be', mark = true): Buffer {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
