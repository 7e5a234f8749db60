import { entityList, getEntity } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import type { FileChanges, Proposal, SchoolChanges } from '../model/proposal.ts';
import type { StageContext } from './checks.ts';
import { literal, liveOf, quoted, tableName } from './column.ts';
import type { DiffCounts } from './diff.ts';
import { recordsOf, schoolOf } from './school.ts';
import { queryAll, type Session } from './session.ts';
import { diffTable, stageTable } from './stage.ts';
import { comingRows } from './stage-rows.ts';

/** The source's records that are published now, as `s`. */
function ownRows({ sourceId }: StageContext, entity: Entity): string {
  return `(SELECT * FROM ${liveOf(entity)} WHERE source_id = ${sourceId} AND status = 'active')`;
}

/** What would become of the records of each file of the bundle. */
async function countByFile(
  session: Session,
  context: StageContext,
  counts: ReadonlyMap<Entity, DiffCounts>,
): Promise<Record<string, FileChanges>> {
  const bundle = entityList.filter((entity) => context.staged.has(entity));
  const found = await queryAll<{ count: number }>(
    session,
    bundle
      .flatMap((entity) => [stageTable(context.importId, entity), ownRows(context, entity)])
      .map((rows) => `SELECT count(*)::integer AS count FROM ${rows} s`),
  );
  const countAt = (at: number) => found[at]?.rows[0]?.count ?? 0;
  const files: Record<string, FileChanges> = {};
  for (const [at, entity] of bundle.entries()) {
    const count = counts.get(entity);
    if (count === undefined) continue;
    const { c: added, u: changed, r: returning, d: leaving } = count;
    const isDelta = context.deltas.has(entity);
    files[entity.csvFile] = {
      mode: isDelta ? 'delta' : 'bulk',
      before: countAt(2 * at + 1),
      ...{ added, changed, returning, leaving },
      // Deletions are rows of a delta file, also those of records that are not there.
      unchanged: countAt(2 * at) - added - changed - returning - (isDelta ? leaving : 0),
    };
  }
  return files;
}

/** The roster as it is published now, whatever the bundle says. */
const published = (context: StageContext): StageContext => ({
  ...context,
  staged: new Set(),
  deltas: new Set(),
  live: true,
});

/** One row for each school of the entity's changes: whose they are before and after, and how many. */
function schoolStatement(context: StageContext, entity: Entity): string | undefined {
  const before = schoolOf(published(context), entity, 'w');
  const after = schoolOf(context, entity, 'w');
  if (before === undefined || after === undefined) return undefined;
  const diff = `(SELECT sourced_id, op FROM ${diffTable(context.importId, entity)} WHERE op <> 'm')`;
  const live = liveOf(entity);
  return `SELECT ${literal(entity.csvFile)} AS file, school,
  count(*) FILTER (WHERE here AND op = 'c')::integer AS added, count(*) FILTER (WHERE here AND op = 'u')::integer AS changed,
  count(*) FILTER (WHERE here AND op = 'r')::integer AS returning, count(*) FILTER (WHERE op = 'd')::integer AS leaving,
  count(*) FILTER (WHERE op = 'd' OR NOT here)::integer AS departing,
  count(*) FILTER (WHERE here AND (op IN ('c', 'r') OR moves))::integer AS arriving
FROM (
  SELECT d.op, coalesce(o.school <> n.school, false) AS moves, v.school, v.here
  FROM ${diff} d
  LEFT JOIN (SELECT s.sourced_id, ${after.value} AS school
    FROM ${comingRows(context, entity)} s JOIN ${diff} d ON d.sourced_id = s.sourced_id${after.joins}) n
    ON n.sourced_id = d.sourced_id
  LEFT JOIN (SELECT s.sourced_id, ${before.value} AS school
    FROM ${live} s JOIN ${diff} d ON d.sourced_id = s.sourced_id AND d.op IN ('u', 'd')${before.joins}) o
    ON o.sourced_id = d.sourced_id
  CROSS JOIN LATERAL (VALUES
    (CASE WHEN d.op = 'd' THEN o.school ELSE n.school END, d.op <> 'd'),
    (CASE WHEN d.op = 'u' AND o.school <> n.school THEN o.school END, false)) v (school, here)
) x
WHERE school IS NOT NULL GROUP BY school`;
}

/** How many records of the source each of these schools has now. */
async function countBefore(
  session: Session,
  context: StageContext,
  entity: Entity,
  schools: readonly string[],
): Promise<Map<string, number>> {
  const way = schoolOf(published(context), entity, 'w');
  if (way === undefined || schools.length === 0) return new Map();
  const { rows } = await session.query<{ school: string; count: number }>(
    `SELECT ${way.value} AS school, count(*)::integer AS count FROM ${ownRows(context, entity)} s${way.joins}
WHERE ${way.value} = ANY ($1) GROUP BY 1`,
    [schools],
  );
  return new Map(rows.map(({ school, count }) => [school, count]));
}

interface SchoolRow extends Omit<SchoolChanges, 'name' | 'sourcedId' | 'before'> {
  readonly school: string;
}

/** Names of orgs as they will be, or else as they are. */
async function orgNames(session: Session, context: StageContext): Promise<Map<string, string>> {
  const orgs = getEntity('orgs');
  const coming = recordsOf(context, orgs);
  const { rows } = await session.query<{ id: string; name: string | null }>(
    `SELECT sourced_id AS id, name FROM ${quoted(tableName(orgs.name))}${
      coming === undefined ? '' : `\nUNION ALL SELECT sourced_id, name FROM ${coming} o`
    }`,
  );
  return new Map(rows.map(({ id, name }) => [id, name ?? '']));
}

/** What would become of the records of each school, in each file. */
async function countBySchool(
  session: Session,
  context: StageContext,
  counts: ReadonlyMap<Entity, DiffCounts>,
): Promise<SchoolChanges[]> {
  const found: SchoolChanges[] = [];
  const names = await orgNames(session, context);
  for (const entity of entityList) {
    const { c, u, r, d } = counts.get(entity) ?? { c: 0, u: 0, r: 0, d: 0 };
    const statement = c + u + r + d === 0 ? undefined : schoolStatement(context, entity);
    if (statement === undefined) continue;
    const { rows } = await session.query<SchoolRow>(statement);
    const left = rows.filter(({ departing }) => departing > 0).map(({ school }) => school);
    const before = await countBefore(session, context, entity, left);
    for (const { school, ...row } of rows) {
      const name = names.get(school) ?? '';
      found.push({ ...row, sourcedId: school, name, before: before.get(school) ?? 0 });
    }
  }
  return found;
}

/** What publishing would do, in numbers: by file, and by school where anything changes. */
export async function measureChanges(
  session: Session,
  context: StageContext,
  counts: ReadonlyMap<Entity, DiffCounts>,
  withSchools: boolean,
): Promise<Omit<Proposal, 'reasons'>> {
  const { rows } = await session.query<{ basis: string }>(
    'SELECT coalesce(max(id), 0) AS basis FROM publications',
  );
  return {
    basis: Number(rows[0]?.basis),
    files: await countByFile(session, context, counts),
    schools: withSchools ? await countBySchool(session, context, counts) : [],
  };
}
