import { and, count, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { corrections } from './schema.ts';

/**
 * `open`: the roster has the value, and its source does not yet. `confirmed`: the source has sent it. `overwritten`:
 * something else was published. `replaced`: it was corrected again.
 */
export const correctionStates = ['open', 'confirmed', 'overwritten', 'replaced'] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** A value that somebody corrected by hand. */
export interface Correction {
  readonly id: string;
  /** sourcedId of the user. */
  readonly person: string;
  /** `users` or `demographics`. */
  readonly entity: string;
  /** CSV header. */
  readonly field: string;
  /** As a CSV cell has it. */
  readonly value: string;
  /** Id of the client, or the account of a command. */
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly reason: string;
  readonly publicationId: number;
  readonly state: CorrectionState;
  readonly settledAt: Date | null;
}

/** Only this module and the publishing transaction write the column. */
function toCorrection(row: typeof corrections.$inferSelect): Correction {
  return { ...row, state: correctionStates.find((state) => state === row.state) ?? 'open' };
}

export type NewCorrection = Pick<
  Correction,
  'id' | 'person' | 'entity' | 'field' | 'value' | 'madeBy' | 'reason' | 'publicationId'
>;

/** Keeps corrections of one record. Those before of the same fields are replaced by them. */
export async function insertCorrections(tx: Tx, made: readonly NewCorrection[]): Promise<void> {
  for (const one of made) {
    const { person, entity, field } = one;
    await tx
      .update(corrections)
      .set({ state: 'replaced' satisfies CorrectionState, settledAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(corrections.person, person),
          eq(corrections.entity, entity),
          eq(corrections.field, field),
          eq(corrections.state, 'open' satisfies CorrectionState),
        ),
      );
    await tx.insert(corrections).values({ ...one, state: 'open' satisfies CorrectionState });
  }
}

/** Ends corrections that are open. */
export async function settleCorrections(
  tx: Tx,
  ids: readonly string[],
  state: Exclude<CorrectionState, 'open'>,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(corrections)
    .set({ state, settledAt: sql`clock_timestamp()` })
    .where(and(inArray(corrections.id, [...ids]), eq(corrections.state, 'open' satisfies CorrectionState)));
}

/** Those of an entity that are open, by person. There are as many as people have made by hand. */
export async function listOpenCorrections(tx: Tx, entity: string): Promise<Correction[]> {
  const rows = await tx
    .select()
    .from(corrections)
    .where(and(eq(corrections.state, 'open' satisfies CorrectionState), eq(corrections.entity, entity)))
    .orderBy(corrections.person);
  return rows.map(toCorrection);
}

/** Which corrections. */
interface CorrectionFilter {
  readonly state?: CorrectionState | undefined;
}

const chosen = ({ state }: CorrectionFilter) =>
  state === undefined ? undefined : eq(corrections.state, state);

/** Newest first. */
export async function listCorrections(
  tx: Tx,
  filter: CorrectionFilter,
  limit: number,
  offset: number,
): Promise<Correction[]> {
  const rows = await tx
    .select()
    .from(corrections)
    .where(chosen(filter))
    .orderBy(desc(corrections.publicationId), corrections.person, corrections.entity, corrections.field)
    .limit(limit)
    .offset(offset);
  return rows.map(toCorrection);
}

export async function countCorrections(tx: Tx, filter: CorrectionFilter): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(corrections).where(chosen(filter));
  return row?.total ?? 0;
}

/** Newest first. */
export async function listCorrectionsOf(tx: Tx, person: string): Promise<Correction[]> {
  const rows = await tx
    .select()
    .from(corrections)
    .where(eq(corrections.person, person))
    .orderBy(desc(corrections.publicationId), corrections.entity, corrections.field);
  return rows.map(toCorrection);
}

/**
 * Takes away all corrections of a person, for an erasure: they hold values of the person's. Returns how many there
 * were.
 */
export async function deleteCorrections(tx: Tx, person: string): Promise<number> {
  const rows = await tx
    .delete(corrections)
    .where(eq(corrections.person, person))
    .returning({ id: corrections.id });
  return rows.length;
}

/** Takes away corrections that were settled before `horizon`. Returns how many. */
export async function expireCorrections(tx: Tx, horizon: Date): Promise<number> {
  const rows = await tx
    .delete(corrections)
    .where(and(ne(corrections.state, 'open'), lt(corrections.settledAt, horizon)))
    .returning({ id: corrections.id });
  return rows.length;
}
