import { type Issue, issue } from '../model/issue.ts';

/** Ends the reading of one file: what follows cannot be judged. */
export class UnreadableFile extends Error {
  readonly issue: Issue;

  constructor(found: Issue) {
    super(found.fault);
    this.name = 'UnreadableFile';
    this.issue = found;
  }
}

const byteOrderMark = 0xfeff;
const replacement = Buffer.from('\uFFFD');

/**
 * Strict UTF-8, character by character across chunk borders. A byte order mark is taken off and told to `onMark`.
 * Throws UnreadableFile at the first byte that is not UTF-8, and at a NUL.
 */
export async function* decodeUtf8(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  onMark: () => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let offset = 0;
  let line = 1;
  let first = true;
  // The last bytes before a chunk: the beginning of a character may be among them.
  let before: Uint8Array = new Uint8Array();
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      const begun = unfinishedCharacter(before);
      const wrong = findInvalid(Buffer.concat([begun, chunk ?? new Uint8Array()]));
      const place = { file, line: line + wrong.breaks };
      throw new UnreadableFile(
        issue('utf8_invalid', place, { offset: offset - begun.length + wrong.offset }),
      );
    }
  };
  for await (const chunk of bytes) {
    let text = decode(chunk);
    offset += chunk.length;
    before = (chunk.length < 3 ? Buffer.concat([before, chunk]) : chunk).subarray(-3);
    if (first && text !== '') {
      first = false;
      if (text.charCodeAt(0) === byteOrderMark) {
        onMark();
        text = text.slice(1);
      }
    }
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new UnreadableFile(issue('nul_byte', { file, line: line + countBreaks(text.slice(0, nul)) }));
    }
    line += countBreaks(text);
    if (text !== '') yield text;
  }
  decode();
}

/** The bytes of a character that goes on after these: `e9 ab` -> `e9 ab`, `61` -> nothing. */
function unfinishedCharacter(bytes: Uint8Array): Uint8Array {
  const lead = bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  const byte = bytes[lead] ?? 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  return lead >= 0 && bytes.length - lead < length ? bytes.subarray(lead) : new Uint8Array();
}

/** Where the first sequence begins that is not UTF-8, and how many line feeds are before it. */
function findInvalid(bytes: Buffer): { offset: number; breaks: number } {
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

/** Line feeds in a text. */
export function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
