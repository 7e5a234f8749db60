/** Encodings that the hub can read. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis';

/** Where something is not what it should be: byte in the file, line from 1. */
export interface TextFault {
  readonly offset: number;
  readonly line: number;
}

/** Thrown at the first bytes that are not in the encoding. */
export class Undecodable extends Error {
  readonly fault: TextFault;

  constructor(fault: TextFault) {
    super(`not decodable at byte ${fault.offset}`);
    this.name = 'Undecodable';
    this.fault = fault;
  }
}

/**
 * How many bytes before a chunk are kept, in which a character may begin that goes on in it. Four would do but for
 * Shift_JIS, where only a delimiter, a digit or a line end tells where characters begin.
 */
const keptBytes = 256;
const replacement = Buffer.from('\uFFFD');

/** Decodes strictly, character by character across chunk borders. A byte order mark is a character like any other. */
export class StrictDecoder {
  readonly #encoding: TextEncoding;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  #offset = 0;
  #line = 1;
  #before: Uint8Array = new Uint8Array();

  constructor(encoding: TextEncoding) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  /** Line on which the next text begins. */
  get line(): number {
    return this.#line;
  }

  /** The text of a chunk; without one, the end of the file. Throws Undecodable. */
  decode(chunk?: Uint8Array): string {
    try {
      if (chunk === undefined) return this.#decoder.decode();
      const text = this.#decoder.decode(chunk, { stream: true });
      this.#line += countBreaks(text);
      this.#offset += chunk.length;
      const longer = chunk.length < keptBytes ? Buffer.concat([this.#before, chunk]) : chunk;
      this.#before = longer.subarray(-keptBytes);
      return text;
    } catch {
      const begun = this.#begun();
      const wrong = this.#findInvalid(Buffer.concat([begun, chunk ?? new Uint8Array()]));
      const offset = this.#offset - begun.length + wrong.offset;
      throw new Undecodable({ offset, line: this.#line + wrong.breaks });
    }
  }

  /** The bytes of a character that has begun before the chunk and goes on in it. */
  #begun(): Uint8Array {
    const before = this.#before;
    if (this.#encoding === 'utf-8') return unfinishedCharacter(before.subarray(-3));
    if (this.#encoding === 'shift_jis') return unfinishedShiftJis(before);
    const odd = this.#offset % 2;
    const unit = before.subarray(-2 - odd, before.length - odd);
    const high = (this.#encoding === 'utf-16le' ? unit[1] : unit[0]) ?? 0;
    return before.subarray(before.length - odd - (high >= 0xd8 && high <= 0xdb ? 2 : 0));
  }

  #findInvalid(bytes: Buffer): { offset: number; breaks: number } {
    return this.#encoding === 'utf-8' ? findInvalidUtf8(bytes) : findInvalid(bytes, this.#encoding);
  }
}

/** The bytes of a character that goes on after these: `e9 ab` -> `e9 ab`, `61` -> nothing. */
function unfinishedCharacter(bytes: Uint8Array): Uint8Array {
  const lead = bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  const byte = bytes[lead] ?? 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  return lead >= 0 && bytes.length - lead < length ? bytes.subarray(lead) : new Uint8Array();
}

/** No byte below 40 is the second of a character, so characters are counted from behind the last such byte. */
function unfinishedShiftJis(bytes: Uint8Array): Uint8Array {
  let at = bytes.findLastIndex((byte) => byte < 0x40) + 1;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const isLead = (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
    if (isLead && at === bytes.length - 1) return bytes.subarray(at);
    at += isLead ? 2 : 1;
  }
  return new Uint8Array();
}

/** Where the first sequence begins that is not UTF-8, and how many line feeds are before it. */
function findInvalidUtf8(bytes: Buffer): { offset: number; breaks: number } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    const offset = Buffer.byteLength(text.slice(0, at));
    // A replacement character that the file itself has is no fault.
    if (!bytes.subarray(offset, offset + 3).equals(replacement)) {
      return { offset, breaks: countBreaks(text.slice(0, at)) };
    }
  }
  return { offset: 0, breaks: 0 };
}

/** The same for the other encodings: the longest beginning that can be decoded, found by halving. */
function findInvalid(bytes: Uint8Array, encoding: TextEncoding): { offset: number; breaks: number } {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodeWhole(bytes.subarray(0, middle), encoding, true) === undefined) bad = middle;
    else good = middle;
  }
  let text = decodeWhole(bytes.subarray(0, good), encoding, false);
  while (text === undefined && good > 0) {
    good -= 1;
    text = decodeWhole(bytes.subarray(0, good), encoding, false);
  }
  return { offset: good, breaks: countBreaks(text ?? '') };
}

function decodeWhole(bytes: Uint8Array, encoding: TextEncoding, stream: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** Line feeds in a text. */
export function countBreaks(text: string): number {
  return countOf(text, '\n');
}

/** How often a character is in a text. */
export function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
