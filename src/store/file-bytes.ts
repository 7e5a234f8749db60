import type { KeyObject } from 'node:crypto';
import { Readable } from 'node:stream';
import { RosterError } from '../errors.ts';
import { createSemaphore, type Semaphore } from '../model/semaphore.ts';
import { openWithAny } from './sealed-chunk.ts';
import type { Session } from './session.ts';

/** Chunks are cut at this size: large enough for few rows, small enough to hold several in memory. */
export const chunkBytes = 1024 * 1024;

/** Where an upload is kept, and how. Can be sent to a thread. */
export interface KeptFile {
  readonly id: string;
  /** Bytes, as sent. */
  readonly size: number;
  /** One of them opens its chunks; undefined for one that was kept before chunks were encrypted. */
  readonly keys: readonly KeyObject[] | undefined;
}

/** Bytes `from` to `from + length` of a chunk, as they are in the database. */
async function readChunk(session: Session, { id }: KeptFile, seq: number, from = 0, length = chunkBytes * 2) {
  const { rows } = await session.query<{ bytes: Buffer }>(
    'SELECT substring(bytes FROM $3 FOR $4) AS bytes FROM file_chunks WHERE file_id = $1 AND seq = $2',
    [id, seq, from + 1, length],
  );
  const bytes = rows[0]?.bytes;
  if (bytes === undefined) throw new RosterError('upload_unreadable');
  return bytes;
}

/** Gives parts of chunks. A sealed chunk opens as a whole, so the last one is kept for the next part. */
function chunkReader(session: Session, file: KeptFile, inTurn: Semaphore) {
  const { id, keys } = file;
  if (keys === undefined) {
    return (seq: number, from: number, length: number) =>
      inTurn(() => readChunk(session, file, seq, from, length));
  }
  // All chunks of a file are sealed with one key: the one that opened the last is tried first.
  let order = keys;
  let kept: { readonly seq: number; readonly bytes: Buffer } | undefined;
  return async (seq: number, from: number, length: number) => {
    if (kept?.seq !== seq) {
      const sealed = await inTurn(() => readChunk(session, file, seq));
      const opened = openWithAny(order, id, seq, sealed);
      order = [opened.key, ...order.filter((key) => key !== opened.key)];
      kept = { seq, bytes: opened.bytes };
    }
    return kept.bytes.subarray(from, from + length);
  };
}

/**
 * A kept upload as random access bytes. Chunks are read one at a time over the session, so an upload of any size
 * costs a few MiB. Reading fails with `upload_unreadable` where the chunks are not those that were kept. Streams read
 * ahead, also when their reader has gone away: whoever else asks the session meanwhile shares `inTurn`.
 */
export function fileBytes(session: Session, file: KeptFile, inTurn = createSemaphore(1)) {
  const read = chunkReader(session, file, inTurn);
  async function* range(start: number, end: number): AsyncGenerator<Buffer> {
    let at = start;
    while (at < end) {
      const seq = Math.floor(at / chunkBytes);
      const from = at - seq * chunkBytes;
      const length = Math.min(end - at, chunkBytes - from);
      const bytes = await read(seq, from, length);
      if (bytes.length !== length) throw new RosterError('upload_unreadable');
      yield bytes;
      at += length;
    }
  }
  return {
    size: file.size,
    read(start: number, end: number): Readable {
      const stream = Readable.from(range(start, end), { objectMode: false });
      // It reads ahead. What fails there when its reader has gone away is nobody's, and would end the process.
      return stream.on('error', () => undefined);
    },
  };
}
