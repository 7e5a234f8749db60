import { entityList, getEntity } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import type { StageContext } from './checks.ts';
import { liveOf, quoted, tableName } from './column.ts';
import { queryAll, type Session } from './session.ts';
import { dataColumns, diffTable, keptTable, stageTable } from './stage.ts';
import { comingRows } from './stage-rows.ts';

/**
 * What publishing does with a record: c creates it, u changes it, r brings it back, d marks it `tobedeleted`, m moves
 * it, because what it shows of other records changed.
 */
export type Operation = 'c' | 'u' | 'r' | 'd' | 'm';

/** Records by operation. */
export type DiffCounts = Readonly<Record<Operation, number>>;

/**
 * An id that can be published has at most 255 characters. A table whose rows cannot be long needs no second table and
 * index for their overflow, which makes it three times as cheap to create and drop.
 */
const shortId = (id: string) => `${id}::varchar(255) AS sourced_id`;

/**
 * Compares what was staged with what is published, into the import's diff table. A record is unchanged when every
 * column that came from the file is the same; unchanged records are not in the table and will not be touched.
 */
export function diffStatement(context: StageContext, entity: Entity): string {
  const { importId, sourceId, staged } = context;
  const diff = diffTable(importId, entity);
  const live = liveOf(entity);
  if (!staged.has(entity)) {
    return `CREATE UNLOGGED TABLE ${diff} AS SELECT ${shortId('sourced_id')}, 'c'::"char" AS op FROM ${live} WHERE false`;
  }
  const columns = dataColumns(entity);
  const row = (alias: string) => `(${columns.map((column) => `${alias}.${column}`).join(', ')})`;
  return `CREATE UNLOGGED TABLE ${diff} AS
SELECT ${shortId('s.sourced_id')}, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM ${comingRows(context, entity)} s LEFT JOIN ${live} l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> ${sourceId}
   OR ${row('s')} IS DISTINCT FROM ${row('l')}
UNION ALL
SELECT ${shortId('l.sourced_id')}, 'd'::"char" FROM ${live} l
WHERE l.source_id = ${sourceId} AND l.status = 'active'
  AND ${isDeleted(context, entity)}`;
}

/** Of a live row `l` of the bundle's source: a delta file says so, or a bulk file does not have it. */
function isDeleted({ importId, deltas, kept }: StageContext, entity: Entity): string {
  const stage = stageTable(importId, entity);
  if (deltas.has(entity)) {
    return `EXISTS (SELECT FROM ${stage} s WHERE s.sourced_id = l.sourced_id AND s.deleted)`;
  }
  const absent = `NOT EXISTS (SELECT FROM ${stage} s WHERE s.sourced_id = l.sourced_id)`;
  if (kept?.has(entity) !== true) return absent;
  return `${absent}
  AND NOT EXISTS (SELECT FROM ${keptTable(importId, entity)} k WHERE k.sourced_id = l.sourced_id)`;
}

/** Owners whose embedded rows change: the user of every changed role and profile, before and after. */
export function ownerMoves(context: StageContext, owned: Entity, owner: Entity, by: string): string {
  return moves(context, owned, owner, by, 'true');
}

/** Parents whose list of children changes, before and after. */
export function parentMoves(context: StageContext, entity: Entity, by: string): string {
  const parent = quoted(getColumn(entity, by));
  return moves(context, entity, entity, by, `(d.op <> 'u' OR l.${parent} IS DISTINCT FROM s.${parent})`);
}

function getColumn(entity: Entity, field: string): string {
  const column = entity.stored.find((candidate) => candidate.name === field);
  if (column === undefined) throw new Error(`${entity.name} has no field ${field}`);
  return column.column;
}

function moves(context: StageContext, changed: Entity, moved: Entity, by: string, when: string): string {
  const { importId, staged } = context;
  const column = quoted(getColumn(changed, by));
  const target = diffTable(importId, moved);
  const stage = staged.has(changed)
    ? comingRows(context, changed)
    : `(SELECT NULL::text AS sourced_id, NULL::text AS ${column})`;
  return `INSERT INTO ${target}
SELECT DISTINCT r.id, 'm'::"char"
FROM ${diffTable(importId, changed)} d
LEFT JOIN ${stage} s ON s.sourced_id = d.sourced_id
LEFT JOIN ${quoted(tableName(changed.name))} l ON l.sourced_id = d.sourced_id
CROSS JOIN LATERAL (VALUES (s.${column}), (l.${column})) r (id)
JOIN ${quoted(tableName(moved.name))} o ON o.sourced_id = r.id
WHERE d.op <> 'm' AND ${when}
  AND NOT EXISTS (SELECT FROM ${target} t WHERE t.sourced_id = r.id)`;
}

/** Fewer rows than this are joined well enough without statistics. */
const analyzedRows = 1_000;

/** Step "diff": fills every entity's diff table and counts it. */
export async function diffStage(
  session: Session,
  context: StageContext,
): Promise<ReadonlyMap<Entity, DiffCounts>> {
  const tables = entityList.map((entity) => diffTable(context.importId, entity));
  const filled = await queryAll(
    session,
    entityList.map((entity) => diffStatement(context, entity)),
  );
  const rowsOf = (entity: Entity) => filled[entityList.indexOf(entity)]?.rowCount ?? 0;
  await queryAll(
    session,
    tables.filter((_, at) => (filled[at]?.rowCount ?? 0) >= analyzedRows).map((table) => `ANALYZE ${table}`),
  );
  const moved = entityList.flatMap((entity) =>
    Object.values(entity.embeds).flatMap((embed) => {
      const changed = embed.kind === 'objects' ? getEntity(embed.entity) : entity;
      if (rowsOf(changed) === 0) return [];
      return embed.kind === 'objects'
        ? ownerMoves(context, changed, entity, embed.by)
        : parentMoves(context, entity, embed.by);
    }),
  );
  await queryAll(session, moved);
  const counted = await queryAll<{ op: Operation; count: number }>(
    session,
    tables.map((table) => `SELECT op, count(*)::int AS count FROM ${table} GROUP BY op`),
  );
  const counts = new Map<Entity, DiffCounts>();
  for (const [at, entity] of entityList.entries()) {
    const count: Record<Operation, number> = { c: 0, u: 0, r: 0, d: 0, m: 0 };
    for (const row of counted[at]?.rows ?? []) count[row.op] = row.count;
    counts.set(entity, count);
  }
  return counts;
}
