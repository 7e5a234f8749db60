import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { restrictions } from './person-schema.ts';
import { sources } from './schema.ts';
import type { Session } from './session.ts';

/** Somebody whom nobody sees at present. */
export interface RestrictionRecord {
  readonly sourcedId: string;
  /** Name of the source of the user's record. */
  readonly source: string;
  readonly publicationId: number;
  readonly restrictedAt: Date;
  /** Id of the client; the account at a command line, which may have no name. */
  readonly restrictedBy: string | null;
  readonly reason: string;
}

/** sourcedIds of all of them. */
export async function listRestricted(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>(
    'SELECT sourced_id AS id FROM restrictions ORDER BY 1',
  );
  return rows.map(({ id }) => id);
}

function selectRestrictions(tx: Tx) {
  return tx
    .select({ record: restrictions, source: sources.name })
    .from(restrictions)
    .innerJoin(sources, eq(sources.id, restrictions.sourceId));
}

function toRecord({ record, source }: Awaited<ReturnType<typeof selectRestrictions>>[number]) {
  const { sourceId: _, ...others } = record;
  return { ...others, source } satisfies RestrictionRecord;
}

/** Newest first. */
export async function listRestrictions(tx: Tx, limit: number, offset: number): Promise<RestrictionRecord[]> {
  const rows = await selectRestrictions(tx)
    .orderBy(desc(restrictions.publicationId), restrictions.sourcedId)
    .limit(limit)
    .offset(offset);
  return rows.map(toRecord);
}

export async function countRestrictions(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(restrictions);
  return row?.count ?? 0;
}

export async function findRestriction(tx: Tx, sourcedId: string): Promise<RestrictionRecord | undefined> {
  const [row] = await selectRestrictions(tx).where(eq(restrictions.sourcedId, sourcedId));
  return row === undefined ? undefined : toRecord(row);
}

export async function insertRestriction(
  tx: Tx,
  restriction: Omit<typeof restrictions.$inferInsert, 'restrictedAt'>,
): Promise<void> {
  await tx.insert(restrictions).values(restriction);
}

/** False when there is none. */
export async function deleteRestriction(tx: Tx, sourcedId: string): Promise<boolean> {
  const rows = await tx
    .delete(restrictions)
    .where(eq(restrictions.sourcedId, sourcedId))
    .returning({ sourcedId: restrictions.sourcedId });
  return rows.length > 0;
}
