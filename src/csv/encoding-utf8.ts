import type { TextFault } from './encoding-strict.ts';

/** Counts what is UTF-8 in a file and what is not. `push()` without a chunk is the end of the file. */
export class Utf8Tally {
  /** Well-formed characters of several bytes. */
  wellFormed = 0;
  /**
   * Those of three or four bytes in the blocks that Japanese text uses. Two bytes prove nothing: half-width katakana
   * and EUC-JP make such pairs all the time; and level-2 kanji of Shift_JIS make Yi and Hangul (齋藤).
   */
  japanese = 0;
  /** Hiragana and full-width katakana among them. */
  kana = 0;
  /** Sequences that are not UTF-8. A character that the end of the file cuts is not among them. */
  malformed = 0;
  /** Where the first sequence begins that is not UTF-8, a cut one included. */
  fault: TextFault | undefined;

  #offset = 0;
  #line = 1;
  /** Continuation bytes still to come, the code point so far, and what the next byte may be. */
  #needed = 0;
  #point = 0;
  #lower = 0x80;
  #upper = 0xbf;
  #begin = 0;
  /** Bounds of the code points that a sequence of this length may have. */
  #length = 0;
  /** A stray byte before this place still belongs to the fault that is counted already. */
  #sameUntil = 0;

  push(chunk?: Uint8Array): void {
    if (chunk === undefined) {
      if (this.#needed > 0) this.fault ??= { offset: this.#begin, line: this.#line };
      return;
    }
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.#needed > 0) {
        if (byte >= this.#lower && byte <= this.#upper) {
          this.#point = (this.#point << 6) | (byte & 0x3f);
          this.#lower = 0x80;
          this.#upper = 0xbf;
          this.#needed -= 1;
          if (this.#needed === 0) this.#count();
          continue;
        }
        this.#needed = 0;
        this.#wrong(this.#begin);
      }
      if (byte >= 0x80) this.#open(byte, this.#offset + at);
      else if (byte === 0x0a) this.#line += 1;
    }
    this.#offset += chunk.length;
  }

  #open(byte: number, offset: number): void {
    this.#length =
      byte >= 0xc2 && byte <= 0xdf ? 2 : (byte & 0xf0) === 0xe0 ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 1;
    if (this.#length === 1) {
      if (offset >= this.#sameUntil) this.#wrong(offset);
      return;
    }
    this.#begin = offset;
    this.#needed = this.#length - 1;
    this.#point = byte & (0x7f >> this.#length);
    this.#lower = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#upper = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  }

  /** One byte that was lost or changed leaves the rest of its character behind: one fault, not three. */
  #wrong(offset: number): void {
    this.malformed += 1;
    this.#sameUntil = offset + 3;
    this.fault ??= { offset, line: this.#line };
  }

  #count(): void {
    this.wellFormed += 1;
    if (isKana(this.#point)) this.kana += 1;
    if (isJapanese(this.#point)) this.japanese += 1;
  }
}

function isKana(point: number): boolean {
  return point >= 0x3041 && point <= 0x30ff;
}

/** Punctuation and signs, kana, kanji with their extensions, full-width forms. */
function isJapanese(point: number): boolean {
  return (
    (point >= 0x2010 && point <= 0x26ff) ||
    (point >= 0x3000 && point <= 0x33ff) ||
    (point >= 0x4e00 && point <= 0x9fff) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xff00 && point <= 0xffef) ||
    (point >= 0x20000 && point <= 0x3ffff)
  );
}
