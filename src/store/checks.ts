import { entityOf, getEntity } from '../model/entities/index.ts';
import type { Column, Entity } from '../model/entity.ts';
import { literal, quoted } from './column.ts';
import { conflictChecks } from './conflicts.ts';
import { deletionChecks } from './deletion-checks.ts';
import { queryAll, type Session } from './session.ts';
import { type Check, check, type StageContext, shortened, targetRows } from './set-rules/check.ts';
import { setRulesOf } from './set-rules/index.ts';
import { stageTable } from './stage.ts';
import { comingRows, refOf } from './stage-rows.ts';

export type { Check, Finding, StageContext } from './set-rules/check.ts';

/**
 * Everything that needs more than one row, as set operations: the issues go from table to table inside the server,
 * so a million of them cost no memory here.
 */
export function checksOf(context: StageContext, entity: Entity): readonly Check[] {
  const checks = [
    duplicateCheck(context, entity),
    ...coherenceChecks(context, entity),
    ...setRulesOf(entity).map((rule) => rule(context)),
    ...(context.live
      ? deletionChecks(context, entity).map(({ finding, from }) => check(context, entity, finding, from))
      : []),
  ];
  return checks.filter((one) => one !== undefined);
}

/** What the records of other files and of other sources have to do with these. */
function coherenceChecks(context: StageContext, entity: Entity): (Check | undefined)[] {
  const required = Object.values(entity.embeds).flatMap((embed) =>
    embed.kind === 'objects' && embed.required ? [embedCheck(context, entity, embed)] : [],
  );
  return [
    ...(entity.keyOf === undefined ? [] : [keyCheck(context, entity)]),
    ...entity.columns.flatMap((column) => referenceChecks(context, entity, column)),
    ...required,
    ...(context.live ? conflictChecks(context, entity) : []),
  ];
}

/**
 * Runs them; issues are in `import_issues` afterwards. Counting comes first, because PostgreSQL spreads a query over
 * all processors and a statement that writes over none, and most files break nothing.
 */
export function checkStage(session: Session, context: StageContext, entity: Entity): Promise<void> {
  return runChecks(session, context, checksOf(context, entity));
}

/** Runs those that rows which were right before can break: records that they name, and whose they are. */
export function checkReferences(session: Session, context: StageContext, entity: Entity): Promise<void> {
  const checks = coherenceChecks(context, entity).filter((one) => one !== undefined);
  return runChecks(session, context, checks);
}

async function runChecks(session: Session, context: StageContext, checks: readonly Check[]): Promise<void> {
  // Staging has no indexes, so a nested loop is never right, and statistics of a few columns would lead to some.
  const [, ...counts] = await queryAll<{ count: string }>(session, [
    'SET enable_nestloop = off',
    ...checks.map(({ count }) => count),
  ]);
  // What one reports, the next may leave out; nothing that was not there before comes up by it.
  for (const [at, { rows }] of counts.entries()) {
    for (let next = rows[0]?.count === '0' ? undefined : checks[at]; next !== undefined; next = next.sequel) {
      const { rowCount } = await session.query(next.report, [context.importId]);
      if (rowCount === 0) break;
    }
  }
  await session.query('RESET enable_nestloop');
}

/** MATERIALIZED, because each parallel worker would group the whole file for itself. */
function duplicateCheck(context: StageContext, entity: Entity) {
  const stage = stageTable(context.importId, entity);
  return check(
    context,
    entity,
    {
      fault: 'duplicate_id',
      column: 'sourcedId',
      params: { found: shortened('s.sourced_id'), first: 's.first' },
    },
    `FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM ${stage} GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN ${stage} r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s`,
  );
}

function keyCheck(context: StageContext, entity: Entity) {
  const target = entityOf(entity.keyOf ?? 'user');
  const rows = targetRows(context, target);
  if (rows === undefined) return undefined;
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
WHERE NOT EXISTS (SELECT FROM ${rows} t WHERE t.sourced_id = s.sourced_id)`,
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
  const rows = targetRows(context, target);
  if (rows === undefined) return [];
  const shared = { found: shortened('s.ref'), target: literal(target.csvFile) };
  const missing = check(
    context,
    entity,
    { fault: 'reference_missing', column: column.header, code: column.rule, params: shared },
    `FROM ${from}
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM ${rows} t WHERE t.sourced_id = s.ref)`,
  );
  const missed = missing && { ...missing, sequel: zerosCheck(context, entity, column, rows) };
  if (column.targetType === undefined) return [missed];
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
  return [missed, mistyped];
}

/**
 * Whether numbers of a column are those of records but for leading zeros, which spreadsheets take away in one file and
 * not in another. Told once for the column.
 */
function zerosCheck(context: StageContext, entity: Entity, column: Column, rows: string) {
  const target = entityOf(column.target ?? 'org');
  return check(
    context,
    entity,
    {
      fault: 'zeros_lost',
      column: column.header,
      params: {
        found: shortened('s.found'),
        wanted: shortened('s.wanted'),
        rows: 's.rows',
        target: literal(target.csvFile),
      },
    },
    `FROM (
  SELECT 1 AS line, count(*) AS rows, min(s.ref) AS found, min(t.wanted) AS wanted FROM ${referring(context, entity, column)}
  JOIN (SELECT ltrim(sourced_id, '0') AS number, min(sourced_id) AS wanted FROM ${rows} t
    WHERE sourced_id ~ '^[0-9]+$' GROUP BY number) t ON t.number = ltrim(s.ref, '0')
  WHERE s.ref ~ '^[0-9]+$' AND NOT EXISTS (SELECT FROM ${rows} t WHERE t.sourced_id = s.ref)
  HAVING count(*) > 0
) s`,
  );
}

/** A user without a role cannot be served: JSON asks for at least one. */
function embedCheck(
  context: StageContext,
  entity: Entity,
  embed: { readonly entity: string; readonly by: string },
) {
  const owned = getEntity(embed.entity);
  const rows = targetRows(context, owned);
  if (rows === undefined) return undefined;
  const by = owned.columns.find((column) => column.name === embed.by)?.column ?? '';
  return check(
    context,
    entity,
    { fault: 'embed_missing', column: 'sourcedId', params: { target: literal(owned.csvFile) } },
    `FROM ${comingRows(context, entity)} s
WHERE NOT EXISTS (SELECT FROM ${rows} t WHERE t.${quoted(by)} = s.sourced_id)`,
  );
}
