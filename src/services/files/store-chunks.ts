import { createHash, type KeyObject } from 'node:crypto';
import type { Tx } from '../../store/client.ts';
import { chunkBytes } from '../../store/file-bytes.ts';
import { insertChunk } from '../../store/files.ts';
import { sealChunk } from '../../store/sealed-chunk.ts';

/** A file whose bytes have been kept. */
export interface StoredChunks {
  readonly size: number;
  /** Hexadecimal, of the bytes as sent. */
  readonly sha256: string;
  /** Its first bytes, at most four. */
  readonly head: Buffer;
}

const headBytes = 4;

/** Cuts a file into chunks under its id, each sealed with the key. */
export async function storeChunks(
  tx: Tx,
  key: KeyObject,
  fileId: string,
  bytes: AsyncIterable<Buffer>,
): Promise<StoredChunks> {
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  let size = 0;
  let seq = 0;
  const keep = async (chunk: Buffer) => {
    if (seq === 0) head = Buffer.from(chunk.subarray(0, headBytes));
    await insertChunk(tx, fileId, seq, sealChunk(key, fileId, seq, chunk));
    seq += 1;
  };
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  for await (const part of bytes) {
    hash.update(part);
    size += part.length;
    waiting.push(part);
    waitingBytes += part.length;
    while (waitingBytes >= chunkBytes) {
      const all = Buffer.concat(waiting);
      await keep(all.subarray(0, chunkBytes));
      waiting = [all.subarray(chunkBytes)];
      waitingBytes = all.length - chunkBytes;
    }
  }
  if (waitingBytes > 0) await keep(Buffer.concat(waiting));
  return { size, sha256: hash.digest('hex'), head };
}
