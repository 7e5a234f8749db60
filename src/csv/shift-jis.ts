import iconv from 'iconv-lite';
import { windowsForms } from '../model/jis-x-0213.ts';

/** A text as Windows' Shift_JIS (CP932). */
export interface ShiftJis {
  readonly bytes: Buffer;
  /** The distinct characters that CP932 has not, in the order found; in `bytes` each is `?`, ¥ is `\`, ‾ is `~`. */
  readonly lost: readonly string[];
}

const encoding = 'cp932';
const otherForms = new RegExp(`[${[...windowsForms.keys()].join('')}]`, 'gu');

function fits(text: string): boolean {
  return iconv.decode(iconv.encode(text, encoding), encoding) === text;
}

/**
 * Encodes a text as Shift_JIS the way Windows does: `〜` (U+301C) is written as `～` (U+FF5E), and its like. Whether
 * everything came through is judged by reading it back, because the encoder puts `?` without a word.
 *
 * `橋〜𠮟` -> 8b b4 81 60 3f and ['𠮟']
 */
export function encodeShiftJis(text: string): ShiftJis {
  const written = text.replace(otherForms, (character) => windowsForms.get(character) ?? character);
  const bytes = iconv.encode(written, encoding);
  if (iconv.decode(bytes, encoding) === written) return { bytes, lost: [] };
  return { bytes, lost: [...new Set(written)].filter((character) => !fits(character)) };
}
