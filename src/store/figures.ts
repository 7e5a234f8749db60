import { getEntity } from '../model/entities/index.ts';
import type { FileFigures, ImportReport, LevelCounts, SchoolFigures } from '../model/import-report.ts';
import type { StageContext } from './checks.ts';
import { literal } from './column.ts';
import { recordsOf, schoolOf } from './school.ts';
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
