import type { Db } from './client.ts';
import type { Session } from './session.ts';

/** Of an import `i`: its file is not read any more. What has none and waits was read anew after the erasure, or will be. */
const importEnded = `(i.state NOT IN ('queued', 'running', 'checked', 'held') OR (i.file_id IS NULL AND i.state <> 'running'))`;
const exportEnded = `e.state IN ('done', 'failed')`;

/**
 * Writes down what an erasure has to look into: all kept files, and what is under way and read the roster before. For
 * the transaction of the erasure.
 */
export async function planSearches(session: Session, erasureId: string): Promise<void> {
  await session.query(
    `INSERT INTO erasure_searches (erasure_id, kind, object_id)
SELECT $1::uuid, 'import', i.id FROM imports i LEFT JOIN files f ON f.id = i.file_id
WHERE f.removed_at IS NULL AND f.id IS NOT NULL OR NOT ${importEnded}
UNION ALL SELECT $1::uuid, 'export', e.id FROM exports e LEFT JOIN files f ON f.id = e.file_id
WHERE f.removed_at IS NULL AND f.id IS NOT NULL OR NOT (${exportEnded})`,
    [erasureId],
  );
}

/** An erasure that is not done, and whom it is about. */
export interface RunningErasure {
  readonly id: string;
  readonly sourcedId: string;
}

/** One thing that it has to look into, and the file that is kept of it. */
export interface Search {
  readonly kind: 'import' | 'export';
  readonly objectId: string;
  /** Null when nothing is kept. */
  readonly file: { readonly id: string; readonly size: number; readonly encrypted: boolean } | null;
}

/** What could be looked into now: what is under way is waited for. */
const ready = `SELECT s.erasure_id, s.kind, s.object_id, coalesce(i.file_id, e.file_id) AS file_id FROM erasure_searches s
LEFT JOIN imports i ON s.kind = 'import' AND i.id = s.object_id
LEFT JOIN exports e ON s.kind = 'export' AND e.id = s.object_id
WHERE (i.id IS NULL OR ${importEnded}) AND (e.id IS NULL OR ${exportEnded})`;

/** Whether there is anything to do for an erasure that is not done. */
export async function hasSearch(db: Db): Promise<boolean> {
  const [row] = await db.execute<{ due: boolean }>(
    `SELECT EXISTS (SELECT FROM erasures e WHERE e.done_at IS NULL AND (
  EXISTS (SELECT FROM (${ready}) r WHERE r.erasure_id = e.id)
  OR NOT EXISTS (SELECT FROM erasure_searches s WHERE s.erasure_id = e.id))) AS due`,
  );
  return row?.due === true;
}

export async function listRunning(session: Session): Promise<RunningErasure[]> {
  const { rows } = await session.query<RunningErasure>(
    `SELECT id, sourced_id AS "sourcedId" FROM erasures
     WHERE done_at IS NULL AND sourced_id IS NOT NULL ORDER BY publication_id`,
  );
  return rows;
}

export async function listReady(session: Session, erasureId: string): Promise<Search[]> {
  const { rows } = await session.query<Search>(
    `SELECT r.kind, r.object_id AS "objectId", CASE WHEN f.id IS NOT NULL AND f.removed_at IS NULL
       THEN jsonb_build_object('id', f.id, 'size', f.size, 'encrypted', f.encrypted) END AS file
     FROM (${ready}) r LEFT JOIN files f ON f.id = r.file_id WHERE r.erasure_id = $1 ORDER BY r.kind, r.object_id`,
    [erasureId],
  );
  return rows;
}

/** Ticks off a search, takes the file away that has the person, and counts it: in one transaction, so each counts once. */
export async function endSearch(
  session: Session,
  erasureId: string,
  { kind, objectId, file }: Search,
  found: boolean,
): Promise<void> {
  await session.query('BEGIN');
  try {
    const { rowCount } = await session.query(
      'DELETE FROM erasure_searches WHERE erasure_id = $1 AND kind = $2 AND object_id = $3',
      [erasureId, kind, objectId],
    );
    if (found && file !== null && rowCount === 1) {
      const counted = kind === 'import' ? 'uploads' : 'exports';
      await session.query('DELETE FROM file_chunks WHERE file_id = $1', [file.id]);
      await session.query('UPDATE files SET removed_at = clock_timestamp() WHERE id = $1', [file.id]);
      await session.query(
        `UPDATE erasures SET counts = jsonb_set(counts, ARRAY[$2], to_jsonb((counts ->> $2)::integer + 1)) WHERE id = $1`,
        [erasureId, counted],
      );
    }
    await session.query('COMMIT');
  } catch (error) {
    await session.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Longest part of an id that a report repeats (`shortened`, `excerpt`). */
const excerptLength = 40;

/**
 * Takes a person's id out of what reports say, of one import or of all. Issues and causes stay, as numbers count them;
 * what they say of the id is `***`, as of all that is personal.
 */
export async function scrubReports(
  session: Session,
  sourcedId: string,
  importId: string | undefined,
): Promise<void> {
  const texts = [sourcedId, sourcedId.slice(0, excerptLength), `${sourcedId.slice(0, excerptLength)}…`];
  for (const text of new Set(texts)) {
    // As jsonb writes a value that is this text as a whole.
    const [from, to] = [`: ${JSON.stringify(text)}`, ': "***"'];
    const mine = importId === undefined ? '' : ' AND import_id = $3';
    const values = [from, to, ...(importId === undefined ? [] : [importId])];
    const replaced = (column: string) => `${column} = replace(${column}::text, $1, $2)::jsonb`;
    await session.query(
      `UPDATE import_issues SET ${replaced('params')} WHERE position($1 IN params::text) > 0${mine}`,
      values,
    );
    await session.query(
      `UPDATE import_causes SET ${replaced('params')}, ${replaced('details')}
       WHERE (position($1 IN params::text) > 0 OR position($1 IN details::text) > 0)${mine}`,
      values,
    );
  }
}

/**
 * Nothing is left to be searched: who it was is forgotten, also where the audit wrote down a read of before meanwhile.
 * False while there is.
 */
export async function endErasure(session: Session, { id, sourcedId }: RunningErasure): Promise<boolean> {
  await session.query(
    `DELETE FROM audit_subjects WHERE sourced_id = $1
     AND NOT EXISTS (SELECT FROM users WHERE sourced_id = $1 AND status = 'active')`,
    [sourcedId],
  );
  const { rowCount } = await session.query(
    `UPDATE erasures SET done_at = clock_timestamp(), sourced_id = NULL
     WHERE id = $1 AND done_at IS NULL AND NOT EXISTS (SELECT FROM erasure_searches s WHERE s.erasure_id = $1)`,
    [id],
  );
  return rowCount === 1;
}
