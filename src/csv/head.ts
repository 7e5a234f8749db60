import { findHeader, findLineEnd, type LineEnd } from './dialect.ts';
import { recordLengthMax } from './records.ts';

/** The beginning of a file, from which its dialect is told. */
export interface Head {
  /** All that was read; more than the header line. */
  readonly text: string;
  /** The header line, or all that there is when it has no end. */
  readonly header: string;
  /** Undefined when there is no end of a line. */
  readonly lineEnd: LineEnd | undefined;
}

/** Reads a file's text until its header line is whole. The rest can be read on. */
export async function readHead(texts: AsyncGenerator<string>): Promise<Head> {
  let text = '';
  for (;;) {
    const next = await texts.next();
    const last = next.done === true;
    if (!last) text += next.value;
    const found = findHeader(text, last);
    if (found !== undefined || last || text.length > recordLengthMax) {
      const header = found === undefined ? text : text.slice(found.begin, found.end);
      return { text, header, lineEnd: findLineEnd(text, last)?.lineEnd };
    }
  }
}

/** A text, and those that come after it, which are closed with it. */
export async function* followedBy(text: string, texts: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    if (text !== '') yield text;
    yield* texts;
  } finally {
    await texts.return(undefined);
  }
}
