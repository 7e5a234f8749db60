import { count, desc, eq } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { clients, fileDownloads } from './schema.ts';

/** Who has taken an upload out of the hub, and when. */
export interface FileDownload {
  /** Id of the client. */
  readonly takenBy: string;
  /** What people call the client. */
  readonly name: string | null;
  readonly takenAt: Date;
}

export async function insertDownload(tx: Tx, fileId: string, takenBy: string): Promise<void> {
  await tx.insert(fileDownloads).values({ fileId, takenBy });
}

/** Newest first. */
export async function listDownloads(
  tx: Tx,
  fileId: string,
  limit: number,
  offset: number,
): Promise<FileDownload[]> {
  return tx
    .select({ takenBy: fileDownloads.takenBy, name: clients.name, takenAt: fileDownloads.takenAt })
    .from(fileDownloads)
    .leftJoin(clients, eq(clients.id, fileDownloads.takenBy))
    .where(eq(fileDownloads.fileId, fileId))
    .orderBy(desc(fileDownloads.id))
    .limit(limit)
    .offset(offset);
}

export async function countDownloads(tx: Tx, fileId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(fileDownloads)
    .where(eq(fileDownloads.fileId, fileId));
  return row?.count ?? 0;
}
