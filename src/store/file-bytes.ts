import { Readable } from 'node:stream';
import type { Session } from './session.ts';

/** Chunks are cut at this size: large enough for few rows, small enough to hold several in memory. */
export const chunkBytes = 1024 * 1024;

/**
 * A kept upload as random access bytes. Chunks are read one at a time over the session, so an upload of any size
 * costs a few MiB.
 */
export function fileBytes(session: Session, fileId: string, size: number) {
  async function* range(start: number, end: number): AsyncGenerator<Buffer> {
    let at = start;
    while (at < end) {
      const seq = Math.floor(at / chunkBytes);
      const from = at - seq * chunkBytes;
      const length = Math.min(end - at, chunkBytes - from);
      const { rows } = await session.query<{ bytes: Buffer }>(
        'SELECT substring(bytes FROM $3 FOR $4) AS bytes FROM file_chunks WHERE file_id = $1 AND seq = $2',
        [fileId, seq, from + 1, length],
      );
      const bytes = rows[0]?.bytes;
      if (bytes === undefined || bytes.length !== length)
        throw new Error(`file ${fileId} lacks chunk ${seq}`);
      yield bytes;
      at += length;
    }
  }
  return {
    size,
    read: (start: number, end: number) => Readable.from(range(start, end), { objectMode: false }),
  };
}
