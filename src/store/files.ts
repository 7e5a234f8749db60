import { eq } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { fileChunks, files } from './schema.ts';

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

/** Its chunks are sealed (`sealChunk`). */
export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.insert(files).values({ ...file, encrypted: true });
}

export async function findFile(tx: Tx, id: string) {
  const [row] = await tx.select().from(files).where(eq(files.id, id));
  return row;
}
