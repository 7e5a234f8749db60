import { type Issue, issue } from '../model/issue.ts';
import { encodingNames } from './encoding.ts';
import { countBreaks, StrictDecoder, type TextEncoding, Undecodable } from './encoding-strict.ts';

export { countBreaks } from './encoding-strict.ts';

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
 * Strict decoding, character by character across chunk borders. A byte order mark is taken off and told to `onMark`.
 * Throws UnreadableFile at the first byte that is not in the encoding, and at a NUL.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  encoding: TextEncoding,
  onMark: () => void,
): AsyncGenerator<string> {
  const decoder = new StrictDecoder(encoding);
  let first = true;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk);
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      const { offset, line } = error.fault;
      throw new UnreadableFile(damage(file, encoding, offset, line));
    }
  };
  for await (const chunk of bytes) {
    const line = decoder.line;
    let text = decode(chunk);
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
    if (text !== '') yield text;
  }
  decode();
}

/** What is told of a file with bytes that are not in its encoding. */
export function damage(file: string, encoding: TextEncoding, offset: number, line: number): Issue {
  return encoding === 'utf-8'
    ? issue('utf8_invalid', { file, line }, { offset })
    : issue('encoding_damaged', { file, line }, { name: encodingNames[encoding], offset });
}
