import type { Readable } from 'node:stream';
import { to as copyTo } from 'pg-copy-streams';
import type { Session } from '../session.ts';

const lineFeed = 0x0a;

/** Lines that end in CRLF. The server ends them in LF, and no value has one. */
export function withCrlf(chunk: Buffer): { readonly bytes: Buffer; readonly lines: number } {
  let lines = 0;
  for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) lines += 1;
  if (lines === 0) return { bytes: chunk, lines };
  const bytes = Buffer.allocUnsafe(chunk.length + lines);
  let from = 0;
  let to = 0;
  for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) {
    to += chunk.copy(bytes, to, from, at);
    bytes[to] = 0x0d;
    bytes[to + 1] = lineFeed;
    to += 2;
    from = at + 1;
  }
  chunk.copy(bytes, to, from);
  return { bytes, lines };
}

/**
 * The rows of a query as CSV with every value quoted, in pieces. The query's columns must not be null and have no line
 * breaks. Waits for its reader, and the server with it. One at a time on a session.
 */
export async function* copyOut(
  session: Session,
  query: string,
  onRows: (rows: number) => void,
): AsyncGenerator<Buffer> {
  const stream: Readable = session.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT csv, FORCE_QUOTE *)`));
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const { bytes, lines } = withCrlf(chunk);
    onRows(lines);
    yield bytes;
  }
}
