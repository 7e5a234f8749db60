import { entities, entityList, entityOf } from '../../model/entities/index.ts';
import type { Column, Entity } from '../../model/entity.ts';
import type { ExportOptions } from '../../model/export-options.ts';
import { quoted, tableName } from '../column.ts';
import type { Session } from '../session.ts';
import { fieldOf, type RosterView, rowsIn, takeOut, valueSql } from './view.ts';

/** What a selection is made of. */
export type Selection = Pick<ExportOptions, 'schools' | 'academicSessions' | 'source'>;

/** Rule under which unselected rows are gone: they were not asked for, and no note tells of them. */
export const notSelected = 'not_selected';

const { orgs, academicSessions, courses, classes, users, roles, enrollments } = entities;
const value = (entity: Entity, name: string) => valueSql(fieldOf(entity, name));

/** Ids that stay; a table per entity for the time of one selection. */
const keptTable = (entity: Entity) => `pg_temp.${quoted(`export_keep_${tableName(entity.name)}`)}`;
const chosenTable = 'pg_temp.export_chosen';

async function openKept(session: Session): Promise<void> {
  const names = ['export_chosen', ...entityList.map(({ name }) => `export_keep_${tableName(name)}`)];
  const tables = names.map(
    (name) =>
      `DROP TABLE IF EXISTS pg_temp.${quoted(name)};
       CREATE TEMPORARY TABLE ${quoted(name)} (sourced_id text COLLATE "C" PRIMARY KEY) ON COMMIT DROP`,
  );
  await session.query(tables.join(';\n'));
}

async function keep(
  session: Session,
  entity: Entity,
  ids: string,
  values: readonly unknown[] = [],
): Promise<void> {
  await session.query(
    `INSERT INTO ${keptTable(entity)} SELECT k.id FROM (${ids}) k (id) WHERE k.id IS NOT NULL ON CONFLICT DO NOTHING`,
    [...values],
  );
}

/** Takes out what is not kept, of these entities. */
async function takeOutOthers(session: Session, view: RosterView, narrowed: readonly Entity[]): Promise<void> {
  for (const entity of narrowed) {
    await session.query(`ANALYZE ${keptTable(entity)}`);
    await takeOut(
      session,
      view,
      entity,
      `SELECT f.sourced_id, NULL, '${notSelected}' FROM (SELECT r.sourced_id ${rowsIn(view, entity)}) f
WHERE NOT EXISTS (SELECT FROM ${keptTable(entity)} k WHERE k.sourced_id = f.sourced_id)`,
    );
  }
}

/** Ids that a reference of kept rows names. */
function namedBy(view: RosterView, entity: Entity, column: Column): string {
  const ids = column.kind === 'refs' ? `unnest(${valueSql(column)})` : valueSql(column);
  return `SELECT ${ids} ${rowsIn(view, entity)} AND EXISTS (SELECT FROM ${keptTable(entity)} k WHERE k.sourced_id = r.sourced_id)`;
}

/** Keeps what kept rows name, from the far end of the references on, and what is above it. */
async function keepNamed(session: Session, view: RosterView, targets: readonly Entity[]): Promise<void> {
  for (const target of targets) {
    for (const entity of entityList) {
      if (entity === target) continue;
      for (const column of entity.columns) {
        if (column.target === undefined || entityOf(column.target) !== target) continue;
        await keep(session, target, namedBy(view, entity, column));
      }
    }
    await keepParents(session, view, target);
  }
}

/** Keeps the parents of kept rows, and theirs. */
async function keepParents(session: Session, view: RosterView, target: Entity): Promise<void> {
  for (const column of target.stored) {
    if (column.kind !== 'ref' || column.target === undefined || entityOf(column.target) !== target) continue;
    const parent = valueSql(column);
    await keep(
      session,
      target,
      `WITH RECURSIVE up (id) AS (SELECT sourced_id FROM ${keptTable(target)}
  UNION SELECT r.parent FROM up JOIN (SELECT r.sourced_id, ${parent} AS parent ${rowsIn(view, target)}) r ON r.sourced_id = up.id)
SELECT id FROM up`,
    );
  }
}

/** The records with these ids and all below them. False when one of the ids is of no record. */
async function choose(
  session: Session,
  view: RosterView,
  entity: Entity,
  ids: readonly string[],
): Promise<boolean> {
  const parent = value(entity, 'parent');
  const rows = `(SELECT r.sourced_id, ${parent} AS parent ${rowsIn(view, entity)})`;
  await session.query(
    `WITH RECURSIVE down (id) AS (SELECT r.sourced_id FROM ${rows} r WHERE r.sourced_id = ANY ($1::text[])
  UNION SELECT r.sourced_id FROM down JOIN ${rows} r ON r.parent = down.id)
INSERT INTO ${chosenTable} SELECT id FROM down`,
    [[...ids]],
  );
  const { rowCount } = await session.query(`SELECT FROM ${chosenTable} WHERE sourced_id = ANY ($1::text[])`, [
    [...ids],
  ]);
  return rowCount === new Set(ids).size;
}

const isChosen = (expression: string) =>
  `EXISTS (SELECT FROM ${chosenTable} c WHERE c.sourced_id = ${expression})`;

/**
 * Schools, what is below them, their people, and what those need: also the role of a child that belongs to another
 * school and is taught here, since nobody is without a role.
 */
async function selectSchools(session: Session, view: RosterView): Promise<void> {
  await keep(
    session,
    classes,
    `SELECT r.sourced_id ${rowsIn(view, classes)} AND ${isChosen(value(classes, 'school'))}`,
  );
  await keep(
    session,
    enrollments,
    `SELECT r.sourced_id ${rowsIn(view, enrollments)} AND EXISTS (SELECT FROM ${keptTable(classes)} k WHERE k.sourced_id = ${value(enrollments, 'class')})`,
  );
  await keep(session, users, namedBy(view, enrollments, fieldOf(enrollments, 'user')));
  await keep(
    session,
    users,
    `SELECT r.sourced_id ${rowsIn(view, users)} AND ${isChosen(value(users, 'primaryOrg'))}`,
  );
  await keep(
    session,
    users,
    `SELECT ${value(roles, 'user')} ${rowsIn(view, roles)} AND ${isChosen(value(roles, 'org'))}`,
  );
  await keep(session, orgs, `SELECT sourced_id FROM ${chosenTable}`);
  await keepParents(session, view, orgs);
  const keptIn = (entity: Entity, expression: string) =>
    `EXISTS (SELECT FROM ${keptTable(entity)} k WHERE k.sourced_id = ${expression})`;
  const here = `SELECT ${value(roles, 'user')} ${rowsIn(view, roles)} AND ${keptIn(orgs, value(roles, 'org'))}`;
  await keep(
    session,
    roles,
    `SELECT r.sourced_id ${rowsIn(view, roles)} AND ${keptIn(users, value(roles, 'user'))}
  AND (${keptIn(orgs, value(roles, 'org'))} OR ${value(roles, 'user')} NOT IN (${here}))`,
  );
  await keepNamed(session, view, [courses, academicSessions, orgs]);
  await takeOutOthers(session, view, [orgs, academicSessions, courses, classes, users, roles, enrollments]);
}

/** Academic sessions, what is below them, and their classes and courses; people stay as they are. */
async function selectSessions(session: Session, view: RosterView): Promise<void> {
  const terms = `EXISTS (SELECT FROM unnest(${value(classes, 'terms')}) x (id) WHERE ${isChosen('x.id')})`;
  await keep(session, classes, `SELECT r.sourced_id ${rowsIn(view, classes)} AND ${terms}`);
  await keep(session, academicSessions, `SELECT sourced_id FROM ${chosenTable}`);
  await keep(
    session,
    courses,
    `SELECT r.sourced_id ${rowsIn(view, courses)} AND ${isChosen(value(courses, 'schoolYear'))}`,
  );
  await keepNamed(session, view, [courses, academicSessions]);
  await takeOutOthers(session, view, [academicSessions, courses, classes]);
}

/** The records of a source, and the orgs, sessions, courses and classes of others that they name. */
async function selectSource(session: Session, view: RosterView, name: string): Promise<boolean> {
  const { rows } = await session.query<{ id: number }>('SELECT id FROM sources WHERE name = $1', [name]);
  const id = rows[0]?.id ?? 0;
  for (const entity of entityList) {
    await keep(session, entity, `SELECT r.sourced_id ${rowsIn(view, entity)} AND r.source_id = ${id}`);
  }
  await keepNamed(session, view, [classes, courses, academicSessions, orgs]);
  await takeOutOthers(session, view, entityList);
  return rows.length > 0;
}

/** What of a selection names nothing in the roster. */
export type Unknown = 'schools' | 'academicSessions' | 'source';

/** Takes out what was not asked for. What it was asked for and there is not leaves nothing of that kind. */
export async function selectFrom(
  session: Session,
  view: RosterView,
  { schools, academicSessions: sessions, source }: Selection,
): Promise<Unknown[]> {
  const unknown: Unknown[] = [];
  if (source !== null) {
    await openKept(session);
    if (!(await selectSource(session, view, source))) unknown.push('source');
  }
  if (schools !== null) {
    await openKept(session);
    if (!(await choose(session, view, orgs, schools))) unknown.push('schools');
    await selectSchools(session, view);
  }
  if (sessions !== null) {
    await openKept(session);
    if (!(await choose(session, view, academicSessions, sessions))) unknown.push('academicSessions');
    await selectSessions(session, view);
  }
  return unknown;
}
