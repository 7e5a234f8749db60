import type { Issue } from '../model/issue.ts';
import type { Session } from './session.ts';

/** A batch of issues; one statement, whatever their number. */
export async function insertIssues(
  session: Session,
  importId: string,
  issues: readonly Issue[],
): Promise<void> {
  if (issues.length === 0) return;
  const column = (pick: (one: Issue) => string | number) => issues.map(pick);
  await session.query(
    `INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
     SELECT $1, * FROM unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[])`,
    [
      importId,
      column((one) => one.file),
      column((one) => one.line),
      column((one) => one.column),
      column((one) => one.code),
      column((one) => one.fault),
      column((one) => one.level),
      column((one) => JSON.stringify(one.params)),
    ],
  );
}

export async function deleteIssues(session: Session, importId: string): Promise<void> {
  await session.query('DELETE FROM import_issues WHERE import_id = $1', [importId]);
}

export interface IssueCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly byCode: Readonly<Record<string, number>>;
  /** Rows with at least one error, and those left out because of others, by file. */
  readonly rejectedRows: Readonly<Record<string, number>>;
}

export async function countIssues(session: Session, importId: string): Promise<IssueCounts> {
  const codes = await session.query<{ code: string; level: string; count: number }>(
    `SELECT code, level, count(*)::int AS count FROM import_issues WHERE import_id = $1
     GROUP BY code, level ORDER BY code`,
    [importId],
  );
  const files = await session.query<{ file: string; count: number }>(
    `SELECT file, count(DISTINCT line)::int AS count FROM import_issues
     WHERE import_id = $1 AND (level = 'error' OR fault = 'left_out') AND line > 1 GROUP BY file`,
    [importId],
  );
  const byCode: Record<string, number> = {};
  const total = { error: 0, warning: 0 };
  for (const row of codes.rows) {
    byCode[row.code] = (byCode[row.code] ?? 0) + row.count;
    total[row.level === 'error' ? 'error' : 'warning'] += row.count;
  }
  return {
    errors: total.error,
    warnings: total.warning,
    byCode,
    rejectedRows: Object.fromEntries(files.rows.map((row) => [row.file, row.count])),
  };
}
