import type { Entity } from '../model/entity.ts';
import type { StageContext } from './checks.ts';
import { liveOf, quoted, tableName } from './column.ts';
import { keptTable, stageTable } from './stage.ts';
import { type Link, type Ownership, stays } from './stage-rows.ts';

/** Of a live row `l`: it stays because of a row that was left out. */
export function isKept(context: StageContext, entity: Entity): string {
  const kept = keptTable(context.importId, entity);
  return `${stays(context, entity)}
  AND EXISTS (SELECT FROM ${kept} k WHERE k.sourced_id = l.sourced_id)`;
}

/** Of a live row `t`: it would be deleted for being absent from its bulk file, and nothing has kept it yet. */
function isMissing({ importId, sourceId }: StageContext, entity: Entity): string {
  return `t.status = 'active' AND t.source_id = ${sourceId}
  AND NOT EXISTS (SELECT FROM ${stageTable(importId, entity)} x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM ${keptTable(importId, entity)} x WHERE x.sourced_id = t.sourced_id)`;
}

/** Keeps all that the file does not have. */
export function keepRest(context: StageContext, entity: Entity): string {
  return `INSERT INTO ${keptTable(context.importId, entity)} (sourced_id)
SELECT t.sourced_id FROM ${liveOf(entity)} t WHERE ${isMissing(context, entity)}`;
}

/** Keeps what kept records name. */
export function keepNamed(context: StageContext, { from, to, ref }: Link): string {
  return `INSERT INTO ${keptTable(context.importId, to)} (sourced_id)
SELECT t.sourced_id FROM ${quoted(tableName(to.name))} t
WHERE ${isMissing(context, to)} AND t.sourced_id IN (
  SELECT ${ref} FROM ${quoted(tableName(from.name))} l WHERE ${isKept(context, from)})`;
}

/** Keeps what kept records show in themselves: a user's roles and profiles. */
export function keepOwned(context: StageContext, { owner, owned, by }: Ownership): string {
  return `INSERT INTO ${keptTable(context.importId, owned)} (sourced_id)
SELECT t.sourced_id FROM ${quoted(tableName(owned.name))} t
WHERE ${isMissing(context, owned)} AND t.${by} IN (
  SELECT l.sourced_id FROM ${quoted(tableName(owner.name))} l WHERE ${isKept(context, owner)})`;
}
