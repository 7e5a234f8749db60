import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Level } from '../model/issue-level.ts';
import type { Tx } from './client.ts';
import { importIssues } from './schema.ts';
import type { Session } from './session.ts';

/** Issues with these values; what is undefined does not matter. */
export interface IssueFilter {
  readonly file?: string | undefined;
  readonly code?: string | undefined;
  readonly level?: Level | undefined;
}

function chosen(importId: string, { file, code, level }: IssueFilter) {
  return [
    eq(importIssues.importId, importId),
    file === undefined ? undefined : eq(importIssues.file, file),
    code === undefined ? undefined : eq(importIssues.code, code),
    level === undefined ? undefined : eq(importIssues.level, level),
  ];
}

/** Issues in the order in which they were found, after `after` (a `seq`), at most `limit`. */
export async function listIssues(
  tx: Tx,
  importId: string,
  after: number,
  limit: number,
  filter: IssueFilter = {},
) {
  return tx
    .select()
    .from(importIssues)
    .where(and(...chosen(importId, filter), gt(importIssues.seq, after)))
    .orderBy(asc(importIssues.seq))
    .limit(limit);
}

export async function countAllIssues(tx: Tx, importId: string, filter: IssueFilter = {}): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(importIssues)
    .where(and(...chosen(importId, filter)));
  return row?.count ?? 0;
}

/** What the report says of one place in a file. */
export type FileIssue = Pick<
  typeof importIssues.$inferSelect,
  'line' | 'column' | 'code' | 'fault' | 'level' | 'params'
>;

const fileBatch = 2_000;
/** Whoever reads more slowly than a batch in this time keeps rows from being cleared away. */
const fileIdle = '10min';

/**
 * The issues of one file by line, through a cursor of the server: a million of them cost a batch of memory. The
 * session stays in a transaction until they are read.
 */
export async function* readFileIssues(
  session: Session,
  importId: string,
  file: string,
): AsyncGenerator<FileIssue[]> {
  await session.query(`BEGIN READ ONLY; SET LOCAL idle_in_transaction_session_timeout = '${fileIdle}'`);
  await session.query(
    `DECLARE file_issues NO SCROLL CURSOR FOR
     SELECT line, "column", code, fault, level, params FROM import_issues
     WHERE import_id = $1 AND file = $2 ORDER BY line, seq`,
    [importId, file],
  );
  for (;;) {
    const { rows } = await session.query<FileIssue>(`FETCH ${fileBatch} FROM file_issues`);
    const last = rows.length < fileBatch;
    if (last) await session.query('COMMIT');
    if (rows.length > 0) yield rows;
    if (last) return;
  }
}
