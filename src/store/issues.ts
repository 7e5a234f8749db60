import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { importIssues } from './schema.ts';

/** Issues in the order in which they were found, after `after` (a `seq`), at most `limit`. */
export async function listIssues(tx: Tx, importId: string, after: number, limit: number) {
  return tx
    .select()
    .from(importIssues)
    .where(and(eq(importIssues.importId, importId), gt(importIssues.seq, after)))
    .orderBy(asc(importIssues.seq))
    .limit(limit);
}

export async function countAllIssues(tx: Tx, importId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(importIssues)
    .where(eq(importIssues.importId, importId));
  return row?.count ?? 0;
}
