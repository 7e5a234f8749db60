import { getEntity } from '../model/entities/index.ts';
import type { Entity, SchoolWay } from '../model/entity.ts';
import type { FileFigures, ImportReport, LevelCounts, SchoolFigures } from '../model/import-report.ts';
import type { StageContext } from './checks.ts';
import { literal, quoted, tableName } from './column.ts';
import type { Session } from './session.ts';
import { stageTable } from './stage.ts';

const schoolsMax = 500;

type RowsOf = Readonly<Record<string, number>>;

/** Issues by rule and by file. `rows` are those read, `rejectedRows` those with errors, both by file. */
export async function countByRuleAndFile(
  session: Session,
  importId: string,
  rows: RowsOf,
  rejectedRows: RowsOf,
): Promise<Pick<ImportReport, 'byRule' | 'byFile'>> {
  const found = await session.query<{ file: string; code: string; level: string; count: number }>(
    `SELECT file, code, level, count(*)::int AS count FROM import_issues WHERE import_id = $1
     GROUP BY file, code, level ORDER BY code`,
    [importId],
  );
  const byRule: Record<string, LevelCounts> = {};
  const byFile: Record<string, FileFigures> = {};
  const nothing = { errors: 0, warnings: 0 };
  for (const file of new Set([...Object.keys(rows), ...found.rows.map((row) => row.file)])) {
    byFile[file] = { rows: rows[file] ?? 0, ...nothing, rejectedRows: rejectedRows[file] ?? 0 };
  }
  for (const { file, code, level, count } of found.rows) {
    const added = { errors: level === 'error' ? count : 0, warnings: level === 'error' ? 0 : count };
    byRule[code] = sum(byRule[code] ?? nothing, added);
    const before = byFile[file];
    if (before !== undefined) byFile[file] = { ...before, ...sum(before, added) };
  }
  return { byRule, byFile };
}

function sum(one: LevelCounts, other: LevelCounts): LevelCounts {
  return { errors: one.errors + other.errors, warnings: one.warnings + other.warnings };
}

/** Where the records of an entity are: in the bundle, else published; undefined where neither is looked at. */
function recordsOf({ importId, staged, live }: StageContext, entity: Entity): string | undefined {
  if (staged.has(entity)) return stageTable(importId, entity);
  return live ? `(SELECT * FROM ${quoted(tableName(entity.name))} WHERE status = 'active')` : undefined;
}

function columnOf(entity: Entity, name: string): string {
  const column = entity.stored.find((candidate) => candidate.name === name)?.column;
  if (column === undefined) throw new Error(`${entity.name} has no field ${name}`);
  return quoted(column);
}

/** SQL for a staged row `s`: the id of its school, and what has to be joined for it. */
interface School {
  readonly value: string;
  readonly joins: string;
}

function stepOf(context: StageContext, entity: Entity, way: SchoolWay, alias: string): School | undefined {
  if (way.kind === 'self') return { value: 's.sourced_id', joins: '' };
  if (way.kind === 'org') return { value: `s.${columnOf(entity, way.by)}`, joins: '' };
  const other = getEntity(way.entity);
  const records = recordsOf(context, other);
  if (records === undefined) return undefined;
  const value = `${alias}.school`;
  if (way.kind === 'rows') {
    const rows = `SELECT ${columnOf(other, way.owner)} AS id, min(${columnOf(other, way.by)}) AS school
FROM ${records} r GROUP BY 1`;
    return { value, joins: `\nLEFT JOIN (${rows}) ${alias} ON ${alias}.id = s.sourced_id` };
  }
  const key = way.by === undefined ? 's.sourced_id' : `s.${columnOf(entity, way.by)}`;
  const found = schoolOf(context, other, `${alias}_`);
  if (found === undefined) return undefined;
  const rows = `SELECT s.sourced_id AS id, min(${found.value}) AS school FROM ${records} s${found.joins} GROUP BY 1`;
  return { value, joins: `\nLEFT JOIN (${rows}) ${alias} ON ${alias}.id = ${key}` };
}

/** The first way that leads to a school counts. */
function schoolOf(context: StageContext, entity: Entity, prefix: string): School | undefined {
  const steps = (entity.school ?? []).flatMap(
    (way, index) => stepOf(context, entity, way, `${prefix}${index}`) ?? [],
  );
  if (steps.length === 0) return undefined;
  const values = steps.map(({ value }) => value);
  return {
    value: `coalesce(${values.join(', ')})`,
    joins: steps.map(({ joins }) => joins).join(''),
  };
}

/** Issues by the school of their row, which is looked up in the stage. */
export async function countBySchool(
  session: Session,
  context: StageContext,
  files: ReadonlySet<string>,
): Promise<SchoolFigures[]> {
  const parts = [...context.staged].flatMap((entity) => {
    const found = files.has(entity.csvFile) ? schoolOf(context, entity, 'w') : undefined;
    if (found === undefined) return [];
    return [
      `SELECT ${found.value} AS school, i.errors, i.warnings FROM (
  SELECT line, count(*) FILTER (WHERE level = 'error') AS errors, count(*) FILTER (WHERE level <> 'error') AS warnings
  FROM import_issues WHERE import_id = $1 AND file = ${literal(entity.csvFile)} AND line > 1 GROUP BY line
) i
JOIN ${stageTable(context.importId, entity)} s ON s.line = i.line${found.joins}`,
    ];
  });
  if (parts.length === 0) return [];
  const orgs = recordsOf(context, getEntity('orgs'));
  const named = orgs === undefined ? '' : `\nLEFT JOIN ${orgs} o ON o.sourced_id = c.school`;
  const { rows } = await session.query<{
    school: string;
    name: string | null;
    errors: number;
    warnings: number;
    rows: number;
  }>(
    `SELECT c.school, ${orgs === undefined ? "''" : 'min(o.name)'} AS name, c.errors, c.warnings, c.rows FROM (
  SELECT school, sum(errors)::integer AS errors, sum(warnings)::integer AS warnings, count(*)::integer AS rows
  FROM (${parts.join('\nUNION ALL\n')}) p
  WHERE school IS NOT NULL GROUP BY school
  ORDER BY errors DESC, warnings DESC, school LIMIT ${schoolsMax}
) c${named}
GROUP BY c.school, c.errors, c.warnings, c.rows ORDER BY c.errors DESC, c.warnings DESC, c.school`,
    [context.importId],
  );
  return rows.map(({ school, name, ...counts }) => ({ sourcedId: school, name: name ?? '', ...counts }));
}
