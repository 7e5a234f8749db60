import { deleteReport } from './causes.ts';
import type { Store } from './client.ts';
import { type Session, withSession } from './session.ts';
import { dropStage } from './stage.ts';
import { deleteIssues } from './stage-issues.ts';

/** Keeps the id of a validation as long as the session lives: what nobody keeps is swept. */
export async function keepValidation(session: Session, id: string): Promise<boolean> {
  const { rows } = await session.query<{ kept: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS kept',
    [id],
  );
  return rows[0]?.kept === true;
}

/** Takes away all that a validation has put into the database. */
export async function clearValidation(session: Session, id: string): Promise<void> {
  await dropStage(session, id);
  await deleteIssues(session, id);
  await deleteReport(session, id);
  await session.query('DELETE FROM file_chunks WHERE file_id = $1', [id]);
  await session.query('DELETE FROM files WHERE id = $1', [id]);
}

/** Files and staging tables of no import: a validation's, which has its id from its file. */
const leftovers = `SELECT id::text FROM files f WHERE NOT EXISTS (SELECT FROM imports i WHERE i.file_id = f.id)
UNION SELECT t.id::text FROM (
  SELECT substring(tablename FROM '^i([0-9a-f]{32})_')::uuid AS id FROM pg_tables WHERE schemaname = 'staging'
) t WHERE t.id IS NOT NULL AND NOT EXISTS (SELECT FROM imports i WHERE i.id = t.id)`;

/** Clears what validations have left whose process died. */
export async function sweepValidations({ url, log }: Store): Promise<void> {
  await withSession(url, log, async (session) => {
    const { rows } = await session.query<{ id: string }>(leftovers);
    for (const { id } of rows) {
      // Whoever holds the lock is still at work.
      if (await keepValidation(session, id)) await clearValidation(session, id);
    }
  });
}
