import { sql } from 'drizzle-orm';
import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { type ChangeKind, changesOf, type Proposal } from '../model/proposal.ts';
import type { StageContext } from './checks.ts';
import type { Db } from './client.ts';
import { historyOf, literal, liveOf } from './column.ts';
import type { Operation } from './diff.ts';
import { schoolOf } from './school.ts';
import { dataColumns, diffTable, stageTable } from './stage.ts';
import type { BundleFiles } from './stage-rows.ts';

/** A record before and after; the columns that come from its file, by SQL name. */
export interface ChangeRow extends Record<string, unknown> {
  readonly sourcedId: string;
  readonly op: Exclude<Operation, 'm'>;
  /** Null where it was not there, or deleted. */
  readonly before: Readonly<Record<string, unknown>> | null;
  /** Null where it will not be there. */
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Which changes. */
export interface ChangeFilter {
  readonly kind?: ChangeKind | undefined;
  /** sourcedId of an org: records that are there before or after. */
  readonly school?: string | undefined;
}

const operations: Readonly<Record<ChangeKind, Operation>> = {
  added: 'c',
  changed: 'u',
  returning: 'r',
  leaving: 'd',
};

/** Where the changes of an import are found: in its stage until it is published, in history afterwards. */
export type ChangeSource =
  | { readonly kind: 'stage'; readonly context: ChangeContext }
  | { readonly kind: 'publication'; readonly id: number };
type ChangeContext = BundleFiles & Pick<StageContext, 'live'>;

/** The columns of a row that come from its file, as one JSON object by SQL name. */
export const ofRow = (entity: Entity, row: string): string =>
  `(SELECT to_jsonb(x) FROM (SELECT ${dataColumns(entity)
    .map((column) => `${row}.${column}`)
    .join(', ')}) x)`;

/** Rows `d` with sourced_id and op, and what `l` (before) and `s` (after) are joined to them for. */
function stagedRows({ importId, staged }: ChangeContext, entity: Entity) {
  const after = staged.has(entity)
    ? stageTable(importId, entity)
    : `(SELECT sourced_id, false AS deleted, ${dataColumns(entity).join(', ')} FROM ${liveOf(entity)} WHERE false)`;
  return {
    changes: `(SELECT sourced_id, op::text AS op FROM ${diffTable(importId, entity)} WHERE op <> 'm')`,
    before: `${liveOf(entity)} l ON l.sourced_id = d.sourced_id AND d.op IN ('u', 'd')`,
    after: `${after} s ON s.sourced_id = d.sourced_id AND NOT s.deleted AND d.op <> 'd'`,
  };
}

function publishedRows(id: number, entity: Entity) {
  const live = liveOf(entity);
  const history = historyOf(entity);
  const data = dataColumns(entity);
  const columns = ['sourced_id', 'status', 'source_id', ...data].join(', ');
  const made = `(SELECT ${columns} FROM ${live} WHERE publication_id = ${id}
  UNION ALL SELECT ${columns} FROM ${history} WHERE publication_id = ${id})`;
  const row = (alias: string) =>
    `(${['source_id', ...data].map((column) => `${alias}.${column}`).join(', ')})`;
  return {
    changes: `(SELECT a.sourced_id, CASE WHEN b.sourced_id IS NULL THEN 'c' WHEN a.status <> 'active' THEN 'd'
    WHEN b.status <> 'active' THEN 'r' ELSE 'u' END AS op
  FROM ${made} a LEFT JOIN ${history} b ON b.sourced_id = a.sourced_id AND b.valid_to = ${id}
  WHERE b.sourced_id IS NULL OR a.status <> b.status OR ${row('a')} IS DISTINCT FROM ${row('b')})`,
    before: `${history} l ON l.sourced_id = d.sourced_id AND l.valid_to = ${id} AND l.status = 'active'`,
    after: `${made} s ON s.sourced_id = d.sourced_id AND d.op <> 'd'`,
  };
}

/** Records whose school is `$2`, before or after. */
function schoolCondition(source: ChangeSource, entity: Entity): string {
  const now = { importId: '', staged: new Set<Entity>(), deltas: new Set<Entity>(), live: true };
  const rows = (context: ChangeContext, from: string) => {
    const way = schoolOf(context, entity, 'w');
    return way === undefined
      ? []
      : [`SELECT s.sourced_id FROM ${from} s${way.joins} WHERE ${way.value} = $2`];
  };
  const parts = rows(now, liveOf(entity));
  if (source.kind === 'stage' && source.context.staged.has(entity)) {
    parts.push(...rows(source.context, stageTable(source.context.importId, entity)));
  }
  return parts.length === 0 ? 'false' : `d.sourced_id IN (${parts.join('\nUNION ALL ')})`;
}

/** The statement of a page; `$1` is the id after which it begins, `$2` the school. */
export function changesStatement(
  source: ChangeSource,
  entity: Entity,
  { kind, school }: ChangeFilter,
  limit: number,
): string {
  const { changes, before, after } =
    source.kind === 'stage' ? stagedRows(source.context, entity) : publishedRows(source.id, entity);
  const conditions = [
    ...(kind === undefined ? [] : [`d.op = ${literal(operations[kind])}`]),
    ...(school === undefined ? [] : [schoolCondition(source, entity)]),
  ].map((condition) => `\n  AND ${condition}`);
  return `SELECT d.sourced_id AS "sourcedId", d.op,
  CASE WHEN l.sourced_id IS NOT NULL THEN ${ofRow(entity, 'l')} END AS before,
  CASE WHEN s.sourced_id IS NOT NULL THEN ${ofRow(entity, 's')} END AS after
FROM (SELECT sourced_id, op FROM ${changes} d
  WHERE d.sourced_id > $1${conditions.join('')} ORDER BY d.sourced_id LIMIT ${limit}) d
LEFT JOIN ${before}
LEFT JOIN ${after}
ORDER BY d.sourced_id`;
}

/** Changes of one entity's records by sourcedId, after the id `after`. */
export async function listChanges(
  db: Db,
  source: ChangeSource,
  entity: Entity,
  filter: ChangeFilter,
  after: string,
  limit: number,
): Promise<ChangeRow[]> {
  const parts = changesStatement(source, entity, filter, limit).split(/(\$[12])/);
  const values: Readonly<Record<string, string | undefined>> = { $1: after, $2: filter.school };
  const bound = parts.map((part) => (part in values ? sql`${values[part]}` : sql.raw(part)));
  const rows = await db.execute(sql.join(bound));
  return [...(rows as Iterable<ChangeRow>)];
}

/**
 * The stage of an import that waits for a person. Undefined when it is gone, or a table is empty that had rows: what is
 * in tables that are not logged does not outlive a crash of the server.
 */
export async function findStage(
  db: Db,
  importId: string,
  { files }: Proposal,
): Promise<ChangeSource | undefined> {
  const tables = entityList.map(
    (entity) =>
      `(${literal(entity.csvFile)}, to_regclass(${literal(stageTable(importId, entity))}), to_regclass(${literal(diffTable(importId, entity))}))`,
  );
  const rows = await db.execute<{ file: string; staged: boolean; compared: boolean }>(
    `SELECT file, stage IS NOT NULL AS staged, diff IS NOT NULL AS compared
     FROM (VALUES ${tables.join(', ')}) v (file, stage, diff)`,
  );
  const there = new Map([...rows].map((row) => [row.file, row]));
  const isWhole = ({ csvFile }: Entity) =>
    there.get(csvFile)?.compared === true && (!(csvFile in files) || there.get(csvFile)?.staged === true);
  if (!entityList.every(isWhole)) return undefined;
  const filled = entityList.flatMap((entity) => {
    const file = files[entity.csvFile];
    if (file === undefined) return [];
    return [
      ...(changesOf(file) > 0 ? [`EXISTS (SELECT FROM ${diffTable(importId, entity)} WHERE op <> 'm')`] : []),
      ...(changesOf(file) - file.leaving + file.unchanged > 0
        ? [`EXISTS (SELECT FROM ${stageTable(importId, entity)})`]
        : []),
    ];
  });
  const [all] = await db.execute<{ filled: boolean }>(
    `SELECT ${['true', ...filled].join(' AND ')} AS filled`,
  );
  if (all?.filled !== true) return undefined;
  const bundle = entityList.filter((entity) => entity.csvFile in files);
  const deltas = bundle.filter((entity) => files[entity.csvFile]?.mode === 'delta');
  return {
    kind: 'stage',
    context: { importId, staged: new Set(bundle), deltas: new Set(deltas), live: true },
  };
}
