import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import type { Session, Tx } from './client.ts';
import { fileChunks, files } from './schema.ts';

/** Chunks are cut at this size: large enough for few rows, small enough to hold several in memory. */
export const chunkBytes = 1024 * 1024;

export async function insertChunk(tx: Tx, fileId: string, seq: number, bytes: Buffer): Promise<void> {
  await tx.insert(fileChunks).values({ fileId, seq, bytes });
}

export interface NewFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.insert(files).values(file);
}

export async function findFile(tx: Tx, id: string) {
  const [row] = await tx.select().from(files).where(eq(files.id, id));
  return row;
}

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
