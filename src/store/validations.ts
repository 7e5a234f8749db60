import type { Db } from './client.ts';
import { quoted } from './column.ts';
import type { Session } from './session.ts';
import { dropStage } from './stage.ts';
import { deleteIssues } from './stage-issues.ts';

/** An empty table that says that there is something of this validation: made first, dropped last. */
function markTable(id: string): string {
  return `staging.${quoted(`v${id.replaceAll('-', '')}`)}`;
}

/** The two integers of the import locks are another space than this one bigint. */
const lockKey = 'hashtextextended($1, 0)';

/**
 * Takes part in a validation until the session ends. Everybody who works for it holds its lock shared and whoever
 * removes it takes the lock alone, so nothing is written after it was removed.
 */
export async function joinValidation(session: Session, id: string): Promise<void> {
  await session.query(`SELECT pg_advisory_lock_shared(${lockKey})`, [id]);
}

/** Joins, and leaves the mark by which a sweep finds what a killed process left. */
export async function beginValidation(session: Session, id: string): Promise<void> {
  await joinValidation(session, id);
  await session.query(`CREATE UNLOGGED TABLE ${markTable(id)} ()`);
}

/** Ids of all validations of which anything is there, running ones too. */
export async function listValidations(db: Db): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(`
    SELECT DISTINCT substr(tablename, 2, 32)::uuid::text AS id FROM pg_tables
    WHERE schemaname = 'staging' AND tablename ~ '^v[0-9a-f]{32}'`);
  return [...rows].map(({ id }) => id);
}

async function tryAlone(session: Session, id: string): Promise<boolean> {
  const { rows } = await session.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(${lockKey}) AS taken`,
    [id],
  );
  return rows[0]?.taken === true;
}

/** Removes all that a validation kept. Waits until nobody works for it, over a session that is not its own. */
export async function removeValidation(session: Session, id: string): Promise<void> {
  await session.query(`SELECT pg_advisory_lock(${lockKey})`, [id]);
  await removeAll(session, id);
}

/** The same for what a dead process left; false when somebody works for it. */
export async function sweepValidation(session: Session, id: string): Promise<boolean> {
  if (!(await tryAlone(session, id))) return false;
  await removeAll(session, id);
  return true;
}

async function removeAll(session: Session, id: string): Promise<void> {
  await dropStage(session, id);
  await deleteIssues(session, id);
  await session.query('DELETE FROM import_causes WHERE import_id = $1', [id]);
  await session.query('DELETE FROM file_chunks WHERE file_id = $1', [id]);
  await session.query(`DROP TABLE IF EXISTS ${markTable(id)}`);
  await session.query(`SELECT pg_advisory_unlock(${lockKey})`, [id]);
}
