import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ErasedCounts, ErasureState, Recipient } from '../model/erasure.ts';
import type { Tx } from './client.ts';
import { erasures } from './person-schema.ts';
import { sources } from './schema.ts';

/** What is known of an erasure. */
export interface ErasureRecord {
  readonly id: string;
  readonly state: ErasureState;
  /** Name of the source of the user's record. */
  readonly source: string;
  readonly publicationId: number;
  readonly erasedAt: Date;
  /** Id of the client; the account at a command line, which may have no name. */
  readonly erasedBy: string | null;
  readonly reason: string;
  readonly counts: ErasedCounts;
  readonly recipients: readonly Recipient[];
  readonly doneAt: Date | null;
  readonly releasedAt: Date | null;
  readonly releasedBy: string | null;
  readonly releaseReason: string | null;
}

export interface NewErasure {
  readonly id: string;
  readonly subject: string;
  readonly sourcedId: string;
  readonly sourceId: number;
  readonly publicationId: number;
  readonly erasedBy: string | null;
  readonly reason: string;
  readonly counts: ErasedCounts;
  readonly recipients: readonly Recipient[];
}

export async function insertErasure(tx: Tx, erasure: NewErasure): Promise<void> {
  await tx.insert(erasures).values(erasure);
}

function selectErasures(tx: Tx) {
  return tx
    .select({ record: erasures, source: sources.name })
    .from(erasures)
    .innerJoin(sources, eq(sources.id, erasures.sourceId));
}

/** JSON columns are written by this module alone, in these shapes. */
function toRecord({ record, source }: Awaited<ReturnType<typeof selectErasures>>[number]): ErasureRecord {
  const { subject: _subject, sourcedId: _id, sourceId: _source, counts, recipients, ...others } = record;
  const done = record.doneAt === null ? 'running' : 'done';
  return {
    ...others,
    source,
    state: record.releasedAt === null ? done : 'released',
    counts: counts as ErasedCounts,
    recipients: recipients as readonly Recipient[],
  };
}

/** Newest first. */
export async function listErasures(tx: Tx, limit: number, offset: number): Promise<ErasureRecord[]> {
  const rows = await selectErasures(tx)
    .orderBy(desc(erasures.publicationId), desc(erasures.id))
    .limit(limit)
    .offset(offset);
  return rows.map(toRecord);
}

export async function countErasures(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(erasures);
  return row?.count ?? 0;
}

export async function findErasure(tx: Tx, id: string): Promise<ErasureRecord | undefined> {
  const [row] = await selectErasures(tx).where(eq(erasures.id, id));
  return row === undefined ? undefined : toRecord(row);
}

/** Ids of erasures that hold, by subject. */
export async function listSubjects(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: erasures.id, subject: erasures.subject })
    .from(erasures)
    .where(isNull(erasures.releasedAt));
  return new Map(rows.map(({ id, subject }) => [subject, id]));
}

/** The erasure that holds for one of these subjects: the person's under each valid secret. */
export async function findBySubject(tx: Tx, subjects: readonly string[]): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: erasures.id })
    .from(erasures)
    .where(and(inArray(erasures.subject, [...subjects]), isNull(erasures.releasedAt)));
  return row?.id;
}

/** The person was met again, by which the hub can say it under its present secret. */
export async function renewSubject(tx: Tx, id: string, subject: string): Promise<void> {
  await tx.update(erasures).set({ subject }).where(eq(erasures.id, id));
}

/** Lets files bring the person back; false when somebody has already. */
export async function releaseErasure(
  tx: Tx,
  id: string,
  by: string | null,
  reason: string,
): Promise<boolean> {
  const rows = await tx
    .update(erasures)
    .set({ releasedAt: sql`clock_timestamp()`, releasedBy: by, releaseReason: reason })
    .where(and(eq(erasures.id, id), isNull(erasures.releasedAt)))
    .returning({ id: erasures.id });
  return rows.length > 0;
}
