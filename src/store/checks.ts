import { entityOf, getEntity } from '../model/entities/index.ts';
import type { Column, Entity } from '../model/entity.ts';
import { issue } from '../model/issue.ts';
import type { FaultKind } from '../model/profiles/faults.ts';
import type { Rulebook } from '../model/rules/rulebook.ts';
import { literal, quoted, tableName } from './column.ts';
import { deletionChecks } from './deletion-checks.ts';
import type { Session } from './session.ts';
import { stageTable } from './stage.ts';
import { comingRows, presentRows, refOf } from './stage-rows.ts';

/** One import's stage: what is in the bundle, and whose it is. */
export interface StageContext {
  readonly importId: string;
  readonly sourceId: number;
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

/** Longest part of an id that a report repeats. */
const excerptLength = 40;

/** One check: how many rows break it, and the statement that makes an issue of each of them. */
export interface Check {
  readonly count: string;
  /** `$1` is the import's id. */
  readonly report: string;
}

/**
 * Everything that needs more than one row, as set operations: the issues go from table to table inside the server,
 * so a million of them cost no memory here.
 */
export function checksOf(context: StageContext, entity: Entity): readonly Check[] {
  const references = entity.columns.flatMap((column) => referenceChecks(context, entity, column));
  const required = Object.values(entity.embeds).flatMap((embed) =>
    embed.kind === 'objects' && embed.required ? [embedCheck(context, entity, embed)] : [],
  );
  const checks = [
    duplicateCheck(context, entity),
    ...(entity.keyOf === undefined ? [] : [keyCheck(context, entity)]),
    ...references,
    ...required,
    ...(context.live
      ? [
          ownerCheck(context, entity),
          ...deletionChecks(context, entity).map(({ finding, from }) =>
            check(context, entity, finding, from),
          ),
        ]
      : []),
  ];
  return checks.filter((one) => one !== undefined);
}

/**
 * Runs them; issues are in `import_issues` afterwards. Counting comes first, because PostgreSQL spreads a query over
 * all processors and a statement that writes over none, and most files break nothing.
 */
export async function checkStage(session: Session, context: StageContext, entity: Entity): Promise<void> {
  for (const check of checksOf(context, entity)) {
    const { rows } = await session.query<{ count: string }>(check.count);
    if (rows[0]?.count !== '0') await session.query(check.report, [context.importId]);
  }
}

/** What an issue says of a row. */
export interface Finding {
  readonly fault: FaultKind;
  readonly column?: string;
  readonly code?: string | undefined;
  /** SQL expressions by parameter name. */
  readonly params: Readonly<Record<string, string>>;
}

/** One issue per row of `from`, which must offer the staged row as `s`. Undefined where the rule says nothing. */
function check(
  { rulebook }: StageContext,
  entity: Entity,
  finding: Finding,
  from: string,
): Check | undefined {
  const place = { file: entity.csvFile, column: finding.column ?? '', code: finding.code };
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

export const shortened = (expression: string) => `left(${expression}, ${excerptLength})`;

function duplicateCheck(context: StageContext, entity: Entity) {
  const stage = stageTable(context.importId, entity);
  return check(
    context,
    entity,
    {
      fault: 'duplicate_id',
      column: 'sourcedId',
      params: { found: shortened('s.sourced_id'), first: 'd.first' },
    },
    `FROM (SELECT sourced_id, min(line) AS first FROM ${stage} GROUP BY sourced_id HAVING count(*) > 1) d
JOIN ${stage} s ON s.sourced_id = d.sourced_id AND s.line > d.first`,
  );
}

function keyCheck(context: StageContext, entity: Entity) {
  const target = entityOf(entity.keyOf ?? 'user');
  return check(
    context,
    entity,
    {
      fault: 'reference_missing',
      column: 'sourcedId',
      code: entity.keyRule,
      params: { found: shortened('s.sourced_id'), target: literal(target.csvFile) },
    },
    `FROM ${comingRows(context, entity)} s
WHERE NOT EXISTS (SELECT FROM ${presentRows(context, target)} t WHERE t.sourced_id = s.sourced_id)`,
  );
}

/** The staged rows with the referred id as `s.ref`. */
function referring(context: StageContext, entity: Entity, column: Column): string {
  return `(SELECT line, ${refOf(column)} AS ref FROM ${comingRows(context, entity)} c) s`;
}

function referenceChecks(context: StageContext, entity: Entity, column: Column) {
  if (column.target === undefined) return [];
  const target = entityOf(column.target);
  const from = referring(context, entity, column);
  const rows = presentRows(context, target);
  const shared = { found: shortened('s.ref'), target: literal(target.csvFile) };
  const missing = check(
    context,
    entity,
    { fault: 'reference_missing', column: column.header, code: column.rule, params: shared },
    `FROM ${from}
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM ${rows} t WHERE t.sourced_id = s.ref)`,
  );
  if (column.targetType === undefined) return [missing];
  const type = literal(column.targetType);
  const mistyped = check(
    context,
    entity,
    {
      fault: 'reference_type',
      column: column.header,
      code: column.targetRule ?? column.rule,
      params: { ...shared, wanted: type },
    },
    `FROM ${from}
WHERE EXISTS (SELECT FROM ${rows} t WHERE t.sourced_id = s.ref AND t.type <> ${type})`,
  );
  return [missing, mistyped];
}

/** A user without a role cannot be served: JSON asks for at least one. */
function embedCheck(
  context: StageContext,
  entity: Entity,
  embed: { readonly entity: string; readonly by: string },
) {
  const owned = getEntity(embed.entity);
  const by = owned.columns.find((column) => column.name === embed.by)?.column ?? '';
  return check(
    context,
    entity,
    { fault: 'embed_missing', column: 'sourcedId', params: { target: literal(owned.csvFile) } },
    `FROM ${comingRows(context, entity)} s
WHERE NOT EXISTS (SELECT FROM ${presentRows(context, owned)} t WHERE t.${quoted(by)} = s.sourced_id)`,
  );
}

/** Two sources that claim one record are a matter for people, not a race. */
function ownerCheck(context: StageContext, entity: Entity) {
  const { importId, sourceId } = context;
  return check(
    context,
    entity,
    {
      fault: 'other_source',
      column: 'sourcedId',
      params: { found: shortened('s.sourced_id'), owner: 'o.name' },
    },
    `FROM ${stageTable(importId, entity)} s
JOIN ${quoted(tableName(entity.name))} l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> ${sourceId}
JOIN sources o ON o.id = l.source_id`,
  );
}
