import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { liveOf, quoted, tableName } from './column.ts';
import { createIndex, liveIndexes } from './indexes.ts';
import type { Session } from './session.ts';
import { sqlStateOf } from './sqlstate.ts';

/** From here on building an index at once is faster than a million insertions into it. */
export const bulkRows = 1_000;

/** How long the readers of an empty table may be held up. */
const lockTimeout = '500ms';

/** What makes the indexes of an entity's live table, beside its primary key, by their names. */
export function indexStatements(entity: Entity): ReadonlyMap<string, string> {
  const table = tableName(entity.name);
  return new Map(liveIndexes(entity).map((one) => [one.name, createIndex(table, one)]));
}

/**
 * Takes the indexes off a live table that has no rows, so that a first load pays for them once and not row by row.
 * Every publication puts back what is missing before it commits, so an index can be missing only while its table is
 * empty, when nobody needs it. Readers wait for no longer than the lock's limit; where they are too busy for that, or
 * the table belongs to another role, the indexes stay.
 *
 * @returns whether the table was found without a row.
 */
export async function dropEmptyIndexes(session: Session, entity: Entity): Promise<boolean> {
  const table = liveOf(entity);
  await session.query('BEGIN');
  try {
    await session.query(`SET LOCAL lock_timeout = '${lockTimeout}'`);
    await session.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    const { rowCount } = await session.query(`SELECT FROM ${table} LIMIT 1`);
    if (rowCount === 0) {
      const names = [...indexStatements(entity).keys()].map(quoted);
      await session.query(`DROP INDEX IF EXISTS ${names.join(', ')}`);
    }
    await session.query('COMMIT');
    return rowCount === 0;
  } catch (error) {
    await session.query('ROLLBACK').catch(() => undefined);
    if (!['55P03', '42501'].includes(sqlStateOf(error))) throw error;
    return false;
  }
}

/** Makes what `dropEmptyIndexes` took away, here or in a run that ended in the middle. Readers do not wait for it. */
export async function restoreIndexes(session: Session): Promise<void> {
  const wanted = new Map(entityList.flatMap((entity) => [...indexStatements(entity)]));
  const { rows } = await session.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) name WHERE to_regclass(quote_ident(name)) IS NULL`,
    [[...wanted.keys()]],
  );
  for (const { name } of rows) await session.query(wanted.get(name) ?? '');
}
