import type { Readable } from 'node:stream';
import { to as copyTo } from 'pg-copy-streams';
import type { Session } from '../session.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Lines that end in CRLF, in blocks of some size. The server ends them in LF, and no value has one. `onLines` hears how
 * many have gone by.
 */
export async function* withCrlf(
  chunks: AsyncIterable<Buffer>,
  blockBytes: number,
  onLines: (lines: number) => void,
): AsyncGenerator<Buffer> {
  let block = Buffer.allocUnsafe(blockBytes);
  let used = 0;
  for await (const chunk of chunks) {
    let lines = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) lines += 1;
    const needed = chunk.length + lines;
    if (used > 0 && used + needed > block.length) {
      yield block.subarray(0, used);
      block = Buffer.allocUnsafe(blockBytes);
      used = 0;
    }
    if (needed > block.length) block = Buffer.allocUnsafe(needed);
    // Put where the last of it will be, and moved from there: an object for each line would cost more than the line.
    const shift = used + lines;
    block.set(chunk, shift);
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) {
      block.copyWithin(used, shift + from, shift + at);
      used += at - from;
      block[used] = carriageReturn;
      block[used + 1] = lineFeed;
      used += 2;
      from = at + 1;
    }
    // What comes after the last line is where it belongs.
    used += chunk.length - from;
    onLines(lines);
  }
  if (used > 0) yield block.subarray(0, used);
}

/**
 * The rows of a query as CSV with every value quoted, in blocks. The query's columns must not be null and have no line
 * breaks. Waits for its reader, and the server with it. One at a time on a session.
 */
export function copyOut(
  session: Session,
  query: string,
  blockBytes: number,
  onRows: (rows: number) => void,
): AsyncGenerator<Buffer> {
  const stream: Readable = session.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT csv, FORCE_QUOTE *)`));
  return withCrlf(stream, blockBytes, onRows);
}
