import { desc, eq, lt, lte } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { publications } from './schema.ts';

export interface PublicationStamp {
  readonly id: number;
  readonly publishedAt: Date;
}

const columns = { id: publications.id, publishedAt: publications.publishedAt };

/** Id of the last publication before the instant (or at it, when inclusive); 0 when there is none. */
export async function lastPublicationBefore(tx: Tx, instant: Date, inclusive: boolean): Promise<number> {
  const [row] = await tx
    .select({ id: publications.id })
    .from(publications)
    .where(inclusive ? lte(publications.publishedAt, instant) : lt(publications.publishedAt, instant))
    .orderBy(desc(publications.publishedAt))
    .limit(1);
  return row?.id ?? 0;
}

/** Whether the roster of this publication can still be put together. */
export async function isKept(tx: Tx, id: number): Promise<boolean> {
  const [row] = await tx
    .select({ kept: publications.kept })
    .from(publications)
    .where(eq(publications.id, id));
  return row?.kept === true;
}

/** The oldest publication whose roster can still be put together. */
export async function findOldestKept(tx: Tx): Promise<PublicationStamp | undefined> {
  const [row] = await tx
    .select(columns)
    .from(publications)
    .where(eq(publications.kept, true))
    .orderBy(publications.id)
    .limit(1);
  return row;
}

export async function findPublication(tx: Tx, id: number): Promise<PublicationStamp | undefined> {
  const [row] = await tx.select(columns).from(publications).where(eq(publications.id, id));
  return row;
}
