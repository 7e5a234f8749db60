import { and, desc, eq, lt, ne } from 'drizzle-orm';
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
