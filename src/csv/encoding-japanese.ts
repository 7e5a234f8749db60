/** The decoder lets bytes pass that stand for control characters, which neither encoding has. */
const control = /[\u0080-\u009f]/;

/** Decodes strictly until the first fault, and hands on the text. */
abstract class Tally {
  /** Everything so far is in this encoding. */
  sound = true;
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(encoding: 'shift_jis' | 'euc-jp') {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  /** Without a chunk it is the end of the file. */
  push(chunk?: Uint8Array): void {
    if (!this.sound) return;
    try {
      const text =
        chunk === undefined ? this.#decoder.decode() : this.#decoder.decode(chunk, { stream: true });
      this.sound = !control.test(text);
      if (this.sound) this.count(text, chunk ?? new Uint8Array());
    } catch {
      this.sound = false;
    }
  }

  protected abstract count(text: string, chunk: Uint8Array): void;
}

/** What a file would be as Shift_JIS (CP932). */
export class ShiftJisTally extends Tally {
  beyondAscii = 0;
  /** Kana, signs, level-1 kanji and IBM's additions (髙) among them: nearly all of a Japanese text. */
  common = 0;
  /** Half-width katakana among them. */
  halfWidth = 0;
  /** Characters of private use among them: any two bytes from F0 on are one, so they prove nothing. */
  privateUse = 0;
  #lead = 0;

  constructor() {
    super('shift_jis');
  }

  /**
   * Sound, and more than chance. What is left of one damaged character of UTF-8 is a kanji (藤 without its first byte
   * is 陸) or two half-width katakana.
   */
  get proves(): boolean {
    const pairs = this.beyondAscii - this.halfWidth - this.privateUse;
    if (!this.sound || this.privateUse * 2 > this.beyondAscii) return false;
    return (this.common >= 1 && pairs >= 2) || this.halfWidth >= 3;
  }

  protected count(_text: string, chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.#lead > 0) {
        this.#countPair(this.#lead, byte);
        this.#lead = 0;
      } else if (byte >= 0x80) {
        this.beyondAscii += 1;
        if (byte >= 0xa1 && byte <= 0xdf) this.halfWidth += 1;
        else this.#lead = byte;
      }
    }
  }

  /** Level 1 ends at 98 72; ED, EE and FA to FC lead what NEC and IBM added (﨑, 髙). */
  #countPair(lead: number, trail: number): void {
    const added = lead === 0xed || lead === 0xee || lead >= 0xfa;
    if (lead < 0x98 || (lead === 0x98 && trail <= 0x72) || added) this.common += 1;
    else if (lead >= 0xf0) this.privateUse += 1;
  }
}

/** What a file would be as EUC-JP. */
export class EucTally extends Tally {
  /** Characters of more than one byte. */
  leads = 0;
  /** Kana, signs and level-1 kanji among them: nearly all of a Japanese text. */
  common = 0;
  #skip = 0;

  constructor() {
    super('euc-jp');
  }

  /** Sound, and more than the rest of one damaged character of UTF-8. */
  get proves(): boolean {
    return this.sound && this.leads >= 2;
  }

  protected count(_text: string, chunk: Uint8Array): void {
    let at = this.#skip;
    while (at < chunk.length) {
      const byte = chunk[at] ?? 0;
      if (byte >= 0x80) {
        this.leads += 1;
        if (byte >= 0xa1 && byte <= 0xcf) this.common += 1;
      }
      at += byte < 0x80 ? 1 : byte === 0x8f ? 3 : 2;
    }
    this.#skip = at - chunk.length;
  }
}
