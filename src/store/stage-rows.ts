import { entityList, entityOf, getEntity } from '../model/entities/index.ts';
import type { Column, Entity } from '../model/entity.ts';
import type { StageContext } from './checks.ts';
import { liveOf, quoted } from './column.ts';
import { dataColumns, keptTable, stageTable } from './stage.ts';

/** Which files a bundle has. */
export type BundleFiles = Pick<StageContext, 'importId' | 'staged' | 'deltas'>;

/** Rows of the bundle that are to be there afterwards: not those by which a delta file deletes. */
export function comingRows({ importId, deltas }: StageContext, entity: Entity): string {
  const stage = stageTable(importId, entity);
  return deltas.has(entity) ? `(SELECT * FROM ${stage} WHERE NOT deleted)` : stage;
}

/**
 * Where a referred record must be: in a bulk file; in a delta file, or else in the published roster; there alone when
 * the file is absent.
 */
export function presentRows(context: BundleFiles, entity: Entity): string {
  const { importId, staged, deltas } = context;
  const live = liveOf(entity);
  if (!staged.has(entity)) return `(SELECT * FROM ${live} WHERE status = 'active')`;
  const stage = stageTable(importId, entity);
  if (!deltas.has(entity)) return stage;
  const columns = ['sourced_id', ...dataColumns(entity)].join(', ');
  return `(SELECT ${columns} FROM ${stage} WHERE NOT deleted
  UNION ALL SELECT ${columns} FROM ${live} l WHERE ${untouched(importId, entity)})`;
}

/** Of a live row `l`: it is active, and the entity's file says nothing of it. */
function untouched(importId: string, entity: Entity): string {
  return `l.status = 'active'
  AND NOT EXISTS (SELECT FROM ${stageTable(importId, entity)} x WHERE x.sourced_id = l.sourced_id)`;
}

/** Of a live row `l`: the publication will leave it as it is, and active. */
export function stays({ importId, sourceId, staged, deltas, kept }: StageContext, entity: Entity): string {
  if (!staged.has(entity)) return `l.status = 'active'`;
  const absent = untouched(importId, entity);
  if (deltas.has(entity)) return absent;
  const spared =
    kept?.has(entity) === true
      ? ` OR EXISTS (SELECT FROM ${keptTable(importId, entity)} k WHERE k.sourced_id = l.sourced_id)`
      : '';
  return `${absent}
  AND (l.source_id <> ${sourceId}${spared})`;
}

/**
 * The same, while rows of records that their owners keep (`onConflict: keep`) are still staged: those records stay as
 * they are, whatever the bundle says of them.
 */
export function willStay(context: StageContext, entity: Entity): string {
  if (context.rulebook.settings.onConflict !== 'keep') return stays(context, entity);
  return `l.status = 'active' AND (l.source_id <> ${context.sourceId} OR (${stays(context, entity)}))`;
}

/** The ids that a row's column names, one row each where it is a list. */
export function refOf(column: Column): string {
  if (column.kind === 'refs') return `unnest(${quoted(column.column)}) COLLATE "C"`;
  return column.japan ? `(metadata #>> '{jp,${column.name}}') COLLATE "C"` : quoted(column.column);
}

/** One way in which the records of an entity name those of another, or of the same. */
export interface Link {
  readonly from: Entity;
  readonly to: Entity;
  /** CSV header of the naming column. */
  readonly header: string;
  /** SQL of the ids in a row of `from`. */
  readonly ref: string;
}

/** Every reference of every entity, keys that are another record's among them. */
export const links: readonly Link[] = entityList.flatMap((from) => [
  ...(from.keyOf === undefined
    ? []
    : [{ from, to: entityOf(from.keyOf), header: 'sourcedId', ref: 'sourced_id' }]),
  ...from.columns.flatMap((column) =>
    column.target === undefined
      ? []
      : [{ from, to: entityOf(column.target), header: column.header, ref: refOf(column) }],
  ),
]);

/** Rows of `owned` that are shown in the JSON of the `owner` that their column `by` names. */
export interface Ownership {
  readonly owner: Entity;
  readonly owned: Entity;
  /** SQL column of `owned`. */
  readonly by: string;
  /** An owner has at least one. */
  readonly required: boolean;
}

export const ownerships: readonly Ownership[] = entityList.flatMap((owner) =>
  Object.values(owner.embeds).flatMap((embed) => {
    if (embed.kind !== 'objects') return [];
    const owned = getEntity(embed.entity);
    const by = owned.stored.find((column) => column.name === embed.by);
    if (by === undefined) throw new Error(`${owned.name} has no field ${embed.by}`);
    return [{ owner, owned, by: quoted(by.column), required: embed.required }];
  }),
);
