import { type SQL, sql } from 'drizzle-orm';
import { getEntity } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import type { Membership } from '../model/membership.ts';
import { embedShown, ownerColumn, rowsAt } from './body.ts';
import { literal } from './column.ts';

/** sourcedIds by path parameter. */
export type PathIds = Readonly<Record<string, string>>;

const raw = (text: string): SQL => sql.raw(text);
const and = raw(' AND ');

function isList(entity: Entity, field: string): boolean {
  return entity.stored.find(({ name }) => name === field)?.kind === 'refs';
}

/** `alias.field` names this id, by itself or in a list. */
function names(entity: Entity, alias: string, field: string, id: string): SQL {
  const column = sql`${raw(alias)}.${ownerColumn(entity, field)}`;
  return isList(entity, field) ? sql`${column} @> ARRAY[${id}::text]` : sql`${column} = ${id}`;
}

/**
 * Whether record `e` belongs, at the roster of publication `asOf`. `after` is a sourcedId after which those that are
 * looked for come: said of what names them too, or the server may read all that comes before.
 */
export function memberSql(
  entity: Entity,
  member: Membership,
  ids: PathIds,
  asOf: number | undefined,
  after?: string,
): SQL {
  const isLater = (column: SQL) => (after === undefined ? [] : [sql`${column} > ${after}`]);
  switch (member.kind) {
    case 'is':
      return sql`e.${ownerColumn(entity, member.field)} = ${raw(literal(member.is))}`;
    case 'shows': {
      const owned = getEntity(member.embed);
      const owner = sql`r.${ownerColumn(owned, entity.embeds[member.embed]?.by ?? '')}`;
      const conditions = [
        sql`${owner} = e.sourced_id`,
        ...isLater(owner),
        sql`r.${ownerColumn(owned, member.field)} = ${raw(literal(member.is))}`,
        embedShown,
      ];
      return sql`EXISTS (SELECT FROM ${rowsAt(owned, asOf)} r WHERE ${sql.join(conditions, and)})`;
    }
    case 'names':
      return names(entity, 'e', member.field, ids[member.param] ?? '');
    case 'linked': {
      const linked = getEntity(member.entity);
      const by = sql`r.${ownerColumn(linked, member.by)}`;
      const conditions = [
        sql`r.status = 'active'`,
        ...Object.entries(member.names ?? {}).map(([field, param]) =>
          names(linked, 'r', field, ids[param] ?? ''),
        ),
        ...(member.is === undefined
          ? []
          : [sql`r.${ownerColumn(linked, member.is.field)} = ${raw(literal(member.is.term))}`]),
      ];
      const inList = isList(linked, member.by);
      const named = inList ? sql`unnest(${by})` : by;
      const all = inList ? conditions : [...conditions, ...isLater(by)];
      return sql`e.sourced_id IN (SELECT ${named} FROM ${rowsAt(linked, asOf)} r WHERE ${sql.join(all, and)})`;
    }
    case 'any': {
      const alternatives = member.of.map((one) => memberSql(entity, one, ids, asOf, after));
      return sql`(${sql.join(alternatives, raw(' OR '))})`;
    }
  }
}
