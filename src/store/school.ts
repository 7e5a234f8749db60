import { getEntity } from '../model/entities/index.ts';
import type { Entity, SchoolWay } from '../model/entity.ts';
import type { StageContext } from './checks.ts';
import { quoted } from './column.ts';
import { type BundleFiles, presentRows } from './stage-rows.ts';

/** Where the roster is looked up. */
type SchoolContext = BundleFiles & Pick<StageContext, 'live'>;

/** Where the records of an entity are: in the bundle, else published; undefined where neither is looked at. */
export function recordsOf(context: SchoolContext, entity: Entity): string | undefined {
  return context.staged.has(entity) || context.live ? presentRows(context, entity) : undefined;
}

function columnOf(entity: Entity, name: string): string {
  const column = entity.stored.find((candidate) => candidate.name === name)?.column;
  if (column === undefined) throw new Error(`${entity.name} has no field ${name}`);
  return quoted(column);
}

/** SQL for a staged row `s`: the id of its school, and what has to be joined for it. */
export interface School {
  readonly value: string;
  readonly joins: string;
}

function stepOf(context: SchoolContext, entity: Entity, way: SchoolWay, alias: string): School | undefined {
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
export function schoolOf(context: SchoolContext, entity: Entity, prefix: string): School | undefined {
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
