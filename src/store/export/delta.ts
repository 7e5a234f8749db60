import { rewritingKinds } from '../../model/amendment.ts';
import type { Entity } from '../../model/entity.ts';
import { historyOf, literal, quoted, stampText, tableName } from '../column.ts';
import type { Session } from '../session.ts';
import { blankCell } from './blank-cells.ts';
import { type CellContext, cellsOf } from './cells.ts';
import { type RosterView, rowsIn, versionsIn } from './view.ts';

const kinds = `ARRAY[${rewritingKinds.map(literal).join(', ')}]`;

/** What a delta is between: two views of the same selection under the same profile. */
export interface DeltaContext {
  readonly now: CellContext;
  /** Undefined when its reader has nothing yet. */
  readonly then: RosterView | undefined;
  readonly publication: number;
  readonly since: number;
}

/** Rows of an entity's delta: sourced_id, status, modified, and the cells as c0, c1, … */
export function deltaTable(entity: Entity): string {
  return `pg_temp.${quoted(`export_delta_${tableName(entity.name)}`)}`;
}

const stamp = (publication: string) =>
  `(SELECT ${stampText('p.published_at')} FROM publications p WHERE p.id = ${publication})`;

/**
 * Makes an entity's delta: it is the difference between two exports and not a list of changed records, because a
 * record can come into an export, leave it or change in it by what became of another. Such a row has the newest stamp.
 * Of who was erased or restricted no older roster knows anything either, nor who named them: those tombstones are in
 * every delta, and the records that lost a name.
 *
 * @returns how many rows it has.
 */
export async function makeDelta(
  session: Session,
  { now, then, publication, since }: DeltaContext,
  entity: Entity,
): Promise<number> {
  const history = historyOf(entity);
  const names = cellsOf(now, entity).map((_, index) => `c${index}`);
  const cells = (context: CellContext) =>
    cellsOf(context, entity)
      .map(({ text }, index) => `coalesce(${text}, '') AS c${index}`)
      .join(', ');
  const stampOf = (row: string) =>
    stamp(`CASE WHEN ${row}.publication_id > ${since} THEN ${row}.publication_id ELSE ${publication} END`);
  const blanks = cellsOf(now, entity).map(({ column }) => blankCell(now.profile, entity, column));
  const list = (row: string) => names.map((name) => `${row}.${name}`).join(', ');
  const nowRows = `SELECT r.sourced_id, r.publication_id, ${cells(now)} ${rowsIn(now.view, entity)}`;
  const amendments = `(SELECT p.id FROM publications p WHERE p.amendment = ANY (${kinds}) AND p.id > ${since} AND p.id <= ${publication})`;
  const { rowCount: amended } = await session.query(`SELECT FROM ${amendments} p LIMIT 1`);
  const bare = `
UNION ALL
SELECT b.sourced_id, 'tobedeleted', ${stampOf('b')}, ${blanks.join(', ')}
FROM ${versionsIn(now.view, entity)} b
WHERE b.status = 'tobedeleted' AND b.publication_id IN ${amendments}
  AND NOT EXISTS (SELECT FROM t WHERE t.sourced_id = b.sourced_id)`;
  const query =
    then === undefined
      ? `SELECT n.sourced_id, 'active' AS status, ${stampOf('n')} AS modified, ${list('n')} FROM (${nowRows}) n`
      : `WITH n AS MATERIALIZED (${nowRows}),
t AS MATERIALIZED (SELECT r.sourced_id, ${cells({ ...now, view: then })} ${rowsIn(then, entity)})
SELECT n.sourced_id, 'active' AS status, ${stampOf('n')} AS modified, ${list('n')}
FROM n LEFT JOIN t ON t.sourced_id = n.sourced_id
WHERE t.sourced_id IS NULL OR ROW(${list('n')}) IS DISTINCT FROM ROW(${list('t')})${amended === 0 ? '' : ` OR EXISTS (SELECT FROM ${history} h WHERE h.sourced_id = n.sourced_id AND h.valid_to IN ${amendments})`}
UNION ALL
SELECT t.sourced_id, 'tobedeleted', ${stamp(`coalesce((SELECT v.publication_id FROM ${versionsIn(now.view, entity)} v
  WHERE v.sourced_id = t.sourced_id AND v.publication_id > ${since}), ${publication})`)}, ${list('t')}
FROM t WHERE NOT EXISTS (SELECT FROM n WHERE n.sourced_id = t.sourced_id)${amended === 0 ? '' : bare}`;
  const { rowCount } = await session.query(
    `CREATE TEMPORARY TABLE ${quoted(`export_delta_${tableName(entity.name)}`)} ON COMMIT DROP AS ${query}`,
  );
  return rowCount ?? 0;
}

/** What is written of a delta, in the order of the header. */
export function deltaQuery(context: CellContext, entity: Entity): string {
  const cells = cellsOf(context, entity).map((_, index) => `c${index}`);
  return `SELECT ${['sourced_id', 'status', 'modified', ...cells].join(', ')} FROM ${deltaTable(entity)} ORDER BY sourced_id`;
}

/** What is written of a bulk file: status and dateLastModified are blank (profile §3). */
export function bulkQuery(context: CellContext, entity: Entity): string {
  const cells = cellsOf(context, entity).map(({ text }) => `coalesce(${text}, '')`);
  return `SELECT ${['r.sourced_id', `''`, `''`, ...cells].join(', ')} ${rowsIn(context.view, entity)} ORDER BY r.sourced_id`;
}
