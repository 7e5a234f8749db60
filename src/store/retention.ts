import { type SQL, sql } from 'drizzle-orm';
import type { RetentionName } from '../model/retention.ts';
import type { Db, Tx } from './client.ts';
import { stampText } from './column.ts';
import { retentionRuns } from './schema.ts';
import type { Session } from './session.ts';

/** What a job did last for a class. */
export interface RetentionRun {
  readonly ranAt: Date;
  /** Files, imports or records that it took away. */
  readonly removed: number;
}

/** Writes down what a job took away. */
export async function saveRun(tx: Tx, name: RetentionName, ranAt: Date, removed: number): Promise<void> {
  await tx
    .insert(retentionRuns)
    .values({ name, ranAt, removed })
    .onConflictDoUpdate({ target: retentionRuns.name, set: { ranAt, removed } });
}

export async function listRuns(tx: Tx): Promise<ReadonlyMap<string, RetentionRun>> {
  const rows = await tx.select().from(retentionRuns);
  return new Map(rows.map(({ name, ...run }) => [name, run]));
}

const isExport = 'EXISTS (SELECT FROM exports e WHERE e.file_id = f.id)';
const hasReport =
  '(i.report IS NOT NULL OR EXISTS (SELECT FROM import_issues x WHERE x.import_id = i.id)) AND i.report_removed_at IS NULL';

/** The oldest thing of each class that has one, as a query of one instant. */
const oldestOf: Partial<Readonly<Record<RetentionName, string>>> = {
  versions: 'SELECT min(published_at) FROM publications WHERE kept',
  uploads: `SELECT min(f.created_at) FROM files f WHERE f.removed_at IS NULL AND NOT ${isExport}`,
  checked: "SELECT min(finished_at) FROM imports WHERE state = 'checked'",
  held: "SELECT min(finished_at) FROM imports WHERE state = 'held'",
  exports: `SELECT min(f.created_at) FROM files f WHERE f.removed_at IS NULL AND ${isExport}`,
  reports: `SELECT min(i.finished_at) FROM imports i WHERE ${hasReport}`,
  corrections: 'SELECT min(made_at) FROM corrections',
  audit: 'SELECT min(recorded_at) FROM audit_log',
  records: 'SELECT min(received_at) FROM imports',
};

/** When the oldest thing of each class came that is there now. */
export async function findOldest(db: Db): Promise<ReadonlyMap<string, Date>> {
  const parts: SQL[] = Object.entries(oldestOf).map(
    ([name, text]) => sql`SELECT ${name}::text AS name, ${sql.raw(stampText(`(${text})`))} AS oldest`,
  );
  const rows = await db.execute<{ name: string; oldest: string | null }>(sql.join(parts, sql` UNION ALL `));
  return new Map(
    [...rows].flatMap(({ name, oldest }) => (oldest === null ? [] : [[name, new Date(oldest)] as const])),
  );
}

/** Ids of ended imports from before `horizon` whose report is still there, oldest first. */
export async function listReportsBefore(session: Session, horizon: Date): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>(
    `SELECT i.id FROM imports i WHERE i.finished_at < $1
       AND i.state NOT IN ('queued', 'running', 'checked', 'held') AND ${hasReport} ORDER BY i.seq`,
    [horizon],
  );
  return rows.map(({ id }) => id);
}

/** Takes away what was wrong with an import, and writes down when; in one statement, so that no half of it is left. */
export async function removeReport(session: Session, importId: string): Promise<void> {
  await session.query(
    `WITH issues AS (DELETE FROM import_issues WHERE import_id = $1),
       causes AS (DELETE FROM import_causes WHERE import_id = $1)
     UPDATE imports SET report = NULL, report_removed_at = clock_timestamp() WHERE id = $1`,
    [importId],
  );
}
