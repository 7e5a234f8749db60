import { entityList } from '../../model/entities/index.ts';
import type { Column, Entity } from '../../model/entity.ts';
import { versionColumns } from '../body.ts';
import { historyOf, literal, liveOf, quoted, tableName } from '../column.ts';
import type { Session } from '../session.ts';

/**
 * The roster of one publication as it is exported: its active records without those that are `gone`. What is gone
 * stands in temporary tables of the export's session, so that a roster in which nothing is costs nothing.
 */
export interface RosterView {
  /** Undefined for the rows as they are now. */
  readonly asOf: number | undefined;
  /** Tells the tables of two views apart. */
  readonly name: 'now' | 'then';
  /** Entities of which something is gone. */
  readonly gone: Set<Entity>;
}

/** sourced_id, what stands for it (`becomes`), and the rule by which it is gone. */
export function goneTable({ name }: Pick<RosterView, 'name'>, entity: Entity): string {
  return `pg_temp.${quoted(`export_${name}_${tableName(entity.name)}`)}`;
}

/** Makes the tables of a view; they go with the transaction. */
export async function openView(
  session: Session,
  name: RosterView['name'],
  asOf: number | undefined,
): Promise<RosterView> {
  const view: RosterView = { asOf, name, gone: new Set() };
  const tables = entityList.map(
    (entity) => `CREATE TEMPORARY TABLE ${quoted(`export_${name}_${tableName(entity.name)}`)}
      (sourced_id text COLLATE "C" PRIMARY KEY, becomes text COLLATE "C", rule text NOT NULL) ON COMMIT DROP`,
  );
  await session.query(tables.join(';\n'));
  return view;
}

/** Rows of all states, as FROM item: the table, or current and replaced rows that were true at the publication. */
export function versionsIn({ asOf }: Pick<RosterView, 'asOf'>, entity: Entity): string {
  const live = liveOf(entity);
  if (asOf === undefined) return live;
  const columns = `${versionColumns(entity)}, source_id`;
  const history = historyOf(entity);
  return `(SELECT ${columns} FROM ${live} WHERE publication_id <= ${asOf}
  UNION ALL SELECT ${columns} FROM ${history} WHERE publication_id <= ${asOf} AND valid_to > ${asOf})`;
}

/** `FROM … r WHERE …` of the records that are exported, or that are not gone so far. */
export function rowsIn(view: RosterView, entity: Entity): string {
  const stays = view.gone.has(entity)
    ? ` AND NOT EXISTS (SELECT FROM ${goneTable(view, entity)} g WHERE g.sourced_id = r.sourced_id)`
    : '';
  return `FROM ${versionsIn(view, entity)} r WHERE r.status = 'active'${stays}`;
}

/** Writes down what is gone: `rows` has sourced_id, becomes and rule. */
export async function takeOut(
  session: Session,
  view: RosterView,
  entity: Entity,
  rows: string,
  values: readonly unknown[] = [],
): Promise<void> {
  const { rowCount } = await session.query(`INSERT INTO ${goneTable(view, entity)} ${rows}`, [...values]);
  if ((rowCount ?? 0) === 0) return;
  view.gone.add(entity);
  await session.query(`ANALYZE ${goneTable(view, entity)}`);
}

/** The SQL of a field's value in a row, of its own type; text for Japan columns. */
export function valueSql(column: Column, row = 'r'): string {
  return column.japan
    ? `(${row}.metadata -> 'jp' ->> ${literal(column.name)})`
    : `${row}.${quoted(column.column)}`;
}

/** The field of this name; throws when the declaration has none. */
export function fieldOf(entity: Entity, name: string): Column {
  const column = entity.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`${entity.name} has no field ${name}`);
  return column;
}
