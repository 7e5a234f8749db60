import { entityList } from '../model/entities/index.ts';
import { quoted, tableName } from './column.ts';
import { lockClass, locks, type Session } from './session.ts';

/** What was taken away for good. */
export interface Expired {
  readonly versions: number;
  readonly tombstones: number;
}

/**
 * Takes away what only rosters of before `horizon` show: versions that were replaced and records that were deleted by
 * then. The roster that was published at the horizon, and every later one, can still be put together; older
 * publications are marked as no longer kept. For the holder of the import lock.
 */
export async function expireBefore(session: Session, horizon: Date): Promise<Expired> {
  await session.query('BEGIN');
  try {
    await session.query('SELECT pg_advisory_xact_lock($1, $2)', [lockClass, locks.publish]);
    const { rows } = await session.query<{ id: string | null }>(
      'SELECT max(id) AS id FROM publications WHERE published_at <= $1',
      [horizon],
    );
    const oldest = Number(rows[0]?.id ?? 0);
    const expired = { versions: 0, tombstones: 0 };
    for (const entity of oldest === 0 ? [] : entityList) {
      const table = tableName(entity.name);
      const gone = await session.query(`DELETE FROM ${quoted(`${table}_history`)} WHERE valid_to <= $1`, [
        oldest,
      ]);
      const buried = await session.query(
        `DELETE FROM ${quoted(table)} WHERE status = 'tobedeleted' AND publication_id <= $1`,
        [oldest],
      );
      await session.query(
        `DELETE FROM set_aside_names n WHERE n.entity = $1 AND n.publication_id > 0 AND NOT EXISTS (
           SELECT FROM ${quoted(`${table}_history`)} h
           WHERE (h.sourced_id, h.publication_id) = (n.sourced_id, n.publication_id))`,
        [entity.name],
      );
      expired.versions += gone.rowCount ?? 0;
      expired.tombstones += buried.rowCount ?? 0;
    }
    await session.query('DELETE FROM set_aside WHERE valid_to <= $1', [oldest]);
    await session.query('UPDATE publications SET kept = false WHERE kept AND id < $1', [oldest]);
    await session.query('COMMIT');
    return expired;
  } catch (error) {
    await session.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
