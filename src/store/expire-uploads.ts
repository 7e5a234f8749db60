import type { Session } from './session.ts';

/** A file `f` that is kept, that is an upload, and that no import reads now or may read later. */
const removable = `f.removed_at IS NULL AND NOT EXISTS (SELECT FROM exports e WHERE e.file_id = f.id) AND NOT EXISTS (
    SELECT FROM imports i WHERE i.file_id = f.id AND i.state IN ('queued', 'running', 'checked', 'held'))`;

/** Ids of the uploads received before `horizon` whose bytes can go, oldest first. */
export async function listUploadsBefore(session: Session, horizon: Date): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>(
    `SELECT f.id FROM files f WHERE f.created_at < $1 AND ${removable} ORDER BY f.created_at, f.id`,
    [horizon],
  );
  return rows.map(({ id }) => id);
}

/** Ids of uploads in which people were found who had been erased, once nothing reads them any more. */
export async function listUploadsOfErased(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>(
    `SELECT f.id FROM files f JOIN imports o ON o.file_id = f.id
     WHERE ${removable} AND EXISTS (SELECT FROM import_issues s
       WHERE s.import_id = o.id AND s.fault IN ('person_erased', 'name_erased')) ORDER BY f.id`,
  );
  return rows.map(({ id }) => id);
}

/** Takes away the bytes of an upload and writes down when; false when something reads it by now. */
export async function removeUpload(session: Session, id: string): Promise<boolean> {
  const { rows } = await session.query<{ removed: boolean }>(
    `WITH gone AS (
       UPDATE files f SET removed_at = clock_timestamp() WHERE f.id = $1 AND ${removable} RETURNING f.id
     ), chunks AS (DELETE FROM file_chunks c USING gone WHERE c.file_id = gone.id)
     SELECT EXISTS (SELECT FROM gone) AS removed`,
    [id],
  );
  return rows[0]?.removed === true;
}
