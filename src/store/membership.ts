import { type SQL, sql } from 'drizzle-orm';
import { getEntity } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import type { Membership } from '../model/membership.ts';
import { embedShown, ownerColumn, rowsAt } from './body.ts';
import { literal } from './column.ts';

/** sourcedIds by path parameter. */
export type PathIds = Readonly<Record<string, string>>;

const raw = (text: string): SQL => sql.raw(text);

function isList(entity: Entity, field: string): boolean {
  return entity.stored.find(({ name }) => name === field)?.kind === 'refs';
}

/** `alias.field` names this id, by itself or in a list. */
function names(entity: Entity, alias: string, field: string, id: string): SQL {
  const column = sql`${raw(alias)}.${ownerColumn(entity, field)}`;
  return isList(entity, field) ? sql`${column} @> ARRAY[${id}::text]` : sql`${column} = ${id}`;
}

/** Whether record `e` belongs, at the roster of publication `asOf`. */
export function memberSql(entity: Entity, member: Membership, ids: PathIds, asOf: number | undefined): SQL {
  switch (member.kind) {
    case 'is':
      return sql`e.${ownerColumn(entity, member.field)} = ${raw(literal(member.is))}`;
    case 'shows': {
      const owned = getEntity(member.embed);
      const owner = ownerColumn(owned, entity.embeds[member.embed]?.by ?? '');
      return sql`EXISTS (SELECT FROM ${rowsAt(owned, asOf)} r WHERE r.${owner} = e.sourced_id AND r.${ownerColumn(owned, member.field)} = ${raw(literal(member.is))} AND ${embedShown})`;
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
      const named = isList(linked, member.by) ? sql`unnest(${by})` : by;
      return sql`e.sourced_id IN (SELECT ${named} FROM ${rowsAt(linked, asOf)} r WHERE ${sql.join(conditions, raw(' AND '))})`;
    }
    case 'any': {
      const alternatives = member.of.map((one) => memberSql(entity, one, ids, asOf));
      return sql`(${sql.join(alternatives, raw(' OR '))})`;
    }
  }
}
