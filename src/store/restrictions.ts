import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { restrictions } from './person-schema.ts';
import { sources } from './schema.ts';
import type { Session } from './session.ts';

/** Somebody whom nobody sees at present, or who was hidden once. */
export interface RestrictionRecord {
  readonly id: string;
  readonly sourcedId: string;
  /** Name of the source of the user's record. */
  readonly source: string;
  readonly publicationId: number;
  readonly restrictedAt: Date;
  /** Id of the client; the account at a command line, which may have no name. */
  readonly restrictedBy: string | null;
  readonly reason: string;
  /** Null while it holds. */
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
  readonly liftReason: string | null;
}

/** sourcedIds of all whom nobody sees at present. */
export async function listRestricted(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>(
    'SELECT sourced_id AS id FROM restrictions WHERE lifted_at IS NULL ORDER BY 1',
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
    .orderBy(desc(restrictions.publicationId))
    .limit(limit)
    .offset(offset);
  return rows.map(toRecord);
}

export async function countRestrictions(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(restrictions);
  return row?.count ?? 0;
}

export async function findRestriction(tx: Tx, id: string): Promise<RestrictionRecord | undefined> {
  const [row] = await selectRestrictions(tx).where(eq(restrictions.id, id));
  return row === undefined ? undefined : toRecord(row);
}

const holds = (sourcedId: string) =>
  and(eq(restrictions.sourcedId, sourcedId), isNull(restrictions.liftedAt));

export async function isRestricted(tx: Tx, sourcedId: string): Promise<boolean> {
  const rows = await tx.select({ id: restrictions.id }).from(restrictions).where(holds(sourcedId));
  return rows.length > 0;
}

export async function insertRestriction(
  tx: Tx,
  restriction: Omit<
    typeof restrictions.$inferInsert,
    'restrictedAt' | 'liftedAt' | 'liftedBy' | 'liftReason'
  >,
): Promise<void> {
  await tx.insert(restrictions).values(restriction);
}

/** Ends the restriction of a person, and tells its id; undefined when there is none. */
export async function endRestriction(
  tx: Tx,
  sourcedId: string,
  by: string | null,
  reason: string,
): Promise<string | undefined> {
  const [row] = await tx
    .update(restrictions)
    .set({ liftedAt: sql`clock_timestamp()`, liftedBy: by, liftReason: reason })
    .where(holds(sourcedId))
    .returning({ id: restrictions.id });
  return row?.id;
}
