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
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new UnreadableFile(issue('utf8_invalid', { file, line }, { offset }));
    }
  };
  for await (const chunk of bytes) {
    let text = decode(chunk);
    offset += chunk.length;
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

/** Line feeds in a text. */
export function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
