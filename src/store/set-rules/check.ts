import type { Column, Entity } from '../../model/entity.ts';
import { headerOf } from '../../model/entity.ts';
import { issue } from '../../model/issue.ts';
import type { FaultKind } from '../../model/profiles/faults.ts';
import type { Rulebook } from '../../model/rules/rulebook.ts';
import { literal, quoted } from '../column.ts';
import { presentRows } from '../stage-rows.ts';

/** One import's stage: what is in the bundle, and whose it is. */
export interface StageContext {
  readonly importId: string;
  readonly sourceId: number;
  /** As the sender called the upload. */
  readonly fileName: string;
  /** Entities whose files are in the bundle. */
  readonly staged: ReadonlySet<Entity>;
  /** Those of them that are delta files. */
  readonly deltas: ReadonlySet<Entity>;
  /** Where rows were left out: the entities that have a table of what is kept. */
  readonly kept?: ReadonlySet<Entity>;
  /** False: nothing is published to look at or to compare with (a file that is only validated). */
  readonly live: boolean;
  readonly rulebook: Rulebook;
}

/** One check: how many rows break it, and the statement that makes an issue of each of them. */
export interface Check {
  readonly count: string;
  /** `$1` is the import's id. */
  readonly report: string;
  /** What is asked only when it found something. */
  readonly sequel?: Check | undefined;
}

/** A rule that needs more than one row. Undefined where it says nothing, or cannot be judged. */
export type SetRule = (context: StageContext) => Check | undefined;

/** What an issue says of a row. */
export interface Finding {
  readonly fault: FaultKind;
  /** CSV file; the entity's unless said, `''` for the zip. */
  readonly file?: string;
  readonly column?: string;
  readonly code?: string | undefined;
  /** SQL expressions by parameter name. */
  readonly params: Readonly<Record<string, string>>;
}

/** One issue per row of `from`, which must offer the staged row as `s`. Undefined where the rule says nothing. */
export function check(
  { rulebook }: StageContext,
  entity: Entity,
  finding: Finding,
  from: string,
): Check | undefined {
  const place = { file: finding.file ?? entity.csvFile, column: finding.column ?? '', code: finding.code };
  const found = rulebook.judge(issue(finding.fault, place));
  if (found === undefined) return undefined;
  const params = Object.entries(finding.params).map(([key, value]) => `${literal(key)}, ${value}`);
  const values = [found.file, found.column, found.code, found.fault, found.level].map(literal);
  const [file, column, code, fault, level] = values;
  return {
    count: `SELECT count(*) AS count
${from}`,
    report: `INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, ${file}, s.line, ${column}, ${code}, ${fault}, ${level}, jsonb_build_object(${params.join(', ')})
${from}
ORDER BY s.line`,
  };
}

/** Longest part of an id that a report repeats. */
const excerptLength = 40;
export const shortened = (expression: string) => `left(${expression}, ${excerptLength})`;

/** Personal values are never repeated. */
export const hidden = literal('***');

/** Under the Japan profile, of whatever generation. */
export function isJapan({ rulebook }: StageContext): boolean {
  return rulebook.profile.headers !== 'base';
}

/**
 * Where a referred record must be (`presentRows`). Undefined when that would be the published roster and there is
 * none, so that nothing can be said.
 */
export function targetRows(context: StageContext, target: Entity): string | undefined {
  const whole = context.staged.has(target) && !context.deltas.has(target);
  return whole || context.live ? presentRows(context, target) : undefined;
}

/** `targetRows` with each id once, so that a doubled id does not double what is said of the rows that name it. */
export function singleRows(context: StageContext, target: Entity): string | undefined {
  const rows = targetRows(context, target);
  if (!context.staged.has(target) || context.deltas.has(target)) return rows;
  return `(SELECT DISTINCT ON (sourced_id) * FROM ${rows} ORDER BY sourced_id, line)`;
}

/** The field of this name; throws when the declaration has none. */
function columnOf(entity: Entity, name: string): Column {
  const column = entity.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`${entity.name} has no field ${name}`);
  return column;
}

/** SQL of an entity's fields in a row: `fieldsOf(orgs, 's')('parent')` -> `s."parent_sourced_id"`. */
export function fieldsOf(entity: Entity, row: string): (name: string) => string {
  return (name) => {
    const column = columnOf(entity, name);
    return column.japan
      ? `((${row}.metadata #>> '{jp,${name}}') COLLATE "C")`
      : `${row}.${quoted(column.column)}`;
  };
}

/** What a field is called in the files of this import. */
export function headerIn({ rulebook }: StageContext, entity: Entity, name: string): string {
  const column = columnOf(entity, name);
  return headerOf(column, rulebook.profile.headers) ?? column.header;
}

/**
 * Of rows `s` with a blank cell: those that have no issue there, nor one as a whole. A faulty cell is staged as blank,
 * and all of a row with too few or too many.
 */
export function trulyBlank(context: StageContext, entity: Entity, name: string): string {
  const columns = [literal(headerIn(context, entity, name)), literal('')];
  return `${fieldsOf(entity, 's')(name)} IS NULL
  AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = ${literal(context.importId)} AND (i.file, i.line) = (${literal(entity.csvFile)}, s.line)
      AND i."column" IN (${columns.join(', ')}))`;
}
