import { and, eq, lt, ne } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { corrections } from './schema.ts';

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
