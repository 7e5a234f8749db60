import { entityList, entityOf } from '../model/entities/index.ts';
import type { Column, Entity } from '../model/entity.ts';
import { personalEntities } from '../model/person-places.ts';
import { amendedCounts } from './amendment.ts';
import { historyOf, literal, liveOf } from './column.ts';
import { forgetRendered, unnameHistory } from './erase-rows.ts';
import type { FileCounts } from './imports.ts';
import { type NamingColumn, namingColumns } from './person-rows.ts';
import { keepNames } from './restrict-rows.ts';
import type { Session } from './session.ts';
import { recordColumns } from './stage.ts';

const from = (row: string, columns: readonly string[]) =>
  columns.map((column) => `${row}.${column}`).join(', ');

/** What is set aside of a person as `s`, with its row as `r`. */
function rowsAside(entity: Entity, which: string): string {
  return `set_aside s CROSS JOIN LATERAL jsonb_populate_record(NULL::${liveOf(entity)}, s.row) r
WHERE s.person = $1 AND s.entity = ${literal(entity.name)} AND ${which}`;
}

/** Whether a record is there, or comes back with the person; who is still restricted is hidden afterwards. */
function isThere(target: Entity, id: string): string {
  return `(EXISTS (SELECT FROM ${liveOf(target)} t WHERE t.sourced_id = ${id} AND t.status = 'active')
  OR EXISTS (SELECT FROM set_aside t WHERE t.person = $1 AND t.entity = ${literal(target.name)}
    AND t.sourced_id = ${id} AND t.publication_id = 0)
  OR EXISTS (SELECT FROM restrictions t WHERE t.sourced_id = ${id} AND t.lifted_at IS NULL))`;
}

/** Forgets rows that cannot be without a record that is gone by now; whether there were any. */
async function dropDangling(session: Session, entity: Entity, sourcedId: string): Promise<boolean> {
  const required: [Entity, string][] = [
    ...(entity.keyOf === undefined ? [] : [[entityOf(entity.keyOf), 's.sourced_id'] as [Entity, string]]),
    ...entity.stored.flatMap((column): [Entity, string][] =>
      column.kind === 'ref' && column.required === true && column.target !== undefined
        ? [[entityOf(column.target), `(s.row ->> ${literal(column.column)}) COLLATE "C"`]]
        : [],
    ),
  ];
  if (required.length === 0) return false;
  const missing = required.map(([target, id]) => `NOT ${isThere(target, id)}`).join(' OR ');
  const { rowCount } = await session.query(
    `DELETE FROM set_aside s WHERE s.person = $1 AND s.entity = ${literal(entity.name)} AND s.publication_id = 0
AND (${missing})`,
    [sourcedId],
  );
  return (rowCount ?? 0) > 0;
}

/** SQL of a column's value without what is gone by now. */
function heldValue(column: Column): string {
  const value = `r."${column.column}"`;
  if (column.target === undefined || (column.kind === 'ref' && column.required === true)) return value;
  const target = entityOf(column.target);
  if (column.kind === 'ref') return `CASE WHEN ${isThere(target, value)} THEN ${value} END`;
  return `(SELECT array_agg(x.id ORDER BY x.n) FROM unnest(${value}) WITH ORDINALITY x (id, n) WHERE ${isThere(target, 'x.id COLLATE "C"')})`;
}

/** SQL of the metadata, the same. */
function heldMetadata(entity: Entity): string {
  return entity.japan.reduce((value, column) => {
    if (column.target === undefined) return value;
    const path = literal(`{jp,${column.name}}`);
    const there = isThere(entityOf(column.target), `(r.metadata #>> ${path}) COLLATE "C"`);
    return `CASE WHEN ${there} THEN ${value} ELSE ${value} #- ${path} END`;
  }, 'r.metadata');
}

/** Publishes what is set aside of an entity again; how many records came back. */
async function bringBack(
  session: Session,
  entity: Entity,
  sourcedId: string,
  publication: number,
): Promise<number> {
  const columns = recordColumns(entity);
  const history = `INSERT INTO ${historyOf(entity)} (${columns.join(', ')}, valid_to)`;
  await session.query(
    `${history} SELECT ${from('r', columns)}, s.valid_to FROM ${rowsAside(entity, 's.publication_id > 0')}
ON CONFLICT DO NOTHING`,
    [sourcedId],
  );
  await session.query(
    `${history} SELECT ${from('l', columns)}, $2 FROM ${liveOf(entity)} l
WHERE l.status <> 'active' AND l.publication_id < $2 AND l.sourced_id IN (
  SELECT s.sourced_id FROM set_aside s
  WHERE s.person = $1 AND s.entity = ${literal(entity.name)} AND s.publication_id = 0) ON CONFLICT DO NOTHING`,
    [sourcedId, publication],
  );
  const values = [...entity.stored.map(heldValue), heldMetadata(entity)];
  const { rows } = await session.query<{ id: string }>(
    `INSERT INTO ${liveOf(entity)} AS l (${columns.join(', ')})
SELECT s.sourced_id, 'active', $2, s.source_id, r.source_date_last_modified, ${values.join(', ')}
FROM ${rowsAside(entity, 's.publication_id = 0')} ORDER BY s.sourced_id
ON CONFLICT (sourced_id) DO UPDATE SET ${columns
      .slice(1)
      .map((column) => `${column} = EXCLUDED.${column}`)
      .join(', ')}
WHERE l.status <> 'active' RETURNING l.sourced_id AS id`,
    [sourcedId, publication],
  );
  return rows.length;
}

/** Names the person again where others' rows did. */
async function nameAgain(
  session: Session,
  { entity, column, including }: NamingColumn,
  sourcedId: string,
  publication: number,
): Promise<number> {
  const named = (version: string) => `EXISTS (SELECT FROM set_aside_names n WHERE n.person = $1
    AND n.entity = ${literal(entity.name)} AND n."column" = ${literal(column)}
    AND n.sourced_id = l.sourced_id AND n.publication_id = ${version})`;
  const columns = recordColumns(entity);
  await session.query(
    `UPDATE ${historyOf(entity)} l SET ${column} = ${including('l', '$1::text')} WHERE ${named('l.publication_id')}`,
    [sourcedId],
  );
  await session.query(
    `INSERT INTO ${historyOf(entity)} (${columns.join(', ')}, valid_to)
SELECT ${from('l', columns)}, $2 FROM ${liveOf(entity)} l
WHERE l.status = 'active' AND l.publication_id < $2 AND ${named('0')}`,
    [sourcedId, publication],
  );
  const { rows } = await session.query<{ id: string }>(
    `UPDATE ${liveOf(entity)} l SET ${column} = ${including('l', '$1::text')}, publication_id = $2
WHERE l.status = 'active' AND ${named('0')} RETURNING l.sourced_id AS id`,
    [sourcedId, publication],
  );
  const ids = rows.map(({ id }) => id);
  await forgetRendered(session, entity, ids);
  return ids.length;
}

/** What came back may name others who are still restricted. */
async function hideOthers(
  session: Session,
  naming: NamingColumn,
  others: readonly string[],
  publication: number,
): Promise<void> {
  const { entity, column, names, without } = naming;
  for (const other of others) {
    await keepNames(session, naming, other, `l.publication_id = ${publication}`);
    await unnameHistory(session, naming, other);
    await session.query(
      `UPDATE ${liveOf(entity)} l SET ${column} = ${without('l', '$1::text')}
WHERE l.publication_id = $2 AND ${names('l', 'ARRAY[$1::text]')}`,
      [other, publication],
    );
  }
}

/**
 * Brings a restricted person back, in the transaction of the publication: the rows that files said last, and the
 * versions before. What cannot be without a record that is gone by now does not come back.
 *
 * @param others sourcedIds of people who stay restricted.
 * @returns what became of records, by CSV file.
 */
export async function liftRows(
  session: Session,
  sourcedId: string,
  publication: number,
  others: readonly string[],
): Promise<Readonly<Record<string, FileCounts>>> {
  for (let dropped = true; dropped; ) {
    dropped = false;
    for (const entity of personalEntities) {
      dropped = (await dropDangling(session, entity, sourcedId)) || dropped;
    }
  }
  const files: Record<string, FileCounts> = {};
  for (const entity of entityList) {
    let updated = 0;
    if (personalEntities.includes(entity))
      updated += await bringBack(session, entity, sourcedId, publication);
    for (const naming of namingColumns.filter((one) => one.entity === entity)) {
      updated += await nameAgain(session, naming, sourcedId, publication);
      await hideOthers(session, naming, others, publication);
    }
    if (updated > 0) files[entity.csvFile] = amendedCounts({ updated });
  }
  await session.query('DELETE FROM set_aside WHERE person = $1', [sourcedId]);
  await session.query('DELETE FROM set_aside_names WHERE person = $1', [sourcedId]);
  return files;
}
