import { type SQL, sql } from 'drizzle-orm';
import type { Endpoint, Subset } from '../model/endpoints.ts';
import { getEntity } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { bodyOf, embedShown, ownerColumn, rowsAt } from './body.ts';
import type { Db } from './client.ts';
import { literal, quoted } from './column.ts';

/** Publications whose records a delta asks for: after `low`, up to and with `high`. */
export interface PublicationRange {
  readonly low: number;
  readonly high: number;
}

export interface ReadContext {
  /** Service base for references. */
  readonly base: string;
  /** Roster as of this publication; undefined for the newest. */
  readonly asOf: number | undefined;
}

export interface ListPlan {
  readonly endpoint: Endpoint;
  readonly range: PublicationRange | undefined;
  /** sourcedId after which the page begins. */
  readonly after: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A record as read: its body lacks the three leading properties. */
export interface ResourceRow {
  readonly sourcedId: string;
  readonly status: string;
  readonly publicationId: number;
  /** JSON text of an object. */
  readonly body: string;
  /** The newest publication in the snapshot that the row was read from. */
  readonly newest: number;
}

function subsetCondition(entity: Entity, subset: Subset, asOf: number | undefined): SQL {
  const is = sql.raw(literal(subset.is));
  if (subset.embed === undefined) {
    const column = entity.stored.find((candidate) => candidate.name === subset.field);
    return sql`e.${sql.raw(quoted(column?.column ?? ''))} = ${is}`;
  }
  const owned = getEntity(subset.embed);
  const embed = entity.embeds[subset.embed];
  const by = embed === undefined ? '' : embed.by;
  const column = owned.stored.find((candidate) => candidate.name === subset.field);
  return sql`EXISTS (SELECT FROM ${rowsAt(owned, asOf)} r WHERE r.${ownerColumn(owned, by)} = e.sourced_id AND r.${sql.raw(quoted(column?.column ?? ''))} = ${is} AND ${embedShown})`;
}

function conditions(plan: Pick<ListPlan, 'endpoint' | 'range' | 'after'>, asOf: number | undefined): SQL {
  const { entity, subset } = plan.endpoint;
  const all = [
    sql`true`,
    ...(plan.range === undefined
      ? []
      : [sql`e.publication_id > ${plan.range.low} AND e.publication_id <= ${plan.range.high}`]),
    ...(plan.after === undefined ? [] : [sql`e.sourced_id > ${plan.after}`]),
    ...(subset === undefined ? [] : [subsetCondition(entity, subset, asOf)]),
  ];
  return sql.join(all, sql.raw(' AND '));
}

const newest = sql.raw('(SELECT max(id) FROM publications)');

/** The statement of a page. Bodies are made of the page's rows only, after LIMIT. */
export function listStatement(context: ReadContext, plan: ListPlan): SQL {
  const { entity } = plan.endpoint;
  return sql`SELECT e.sourced_id AS "sourcedId", e.status, e.publication_id AS "publicationId", ${bodyOf(context, entity)}::text AS body, ${newest} AS newest
FROM (SELECT * FROM ${rowsAt(entity, context.asOf)} e WHERE ${conditions(plan, context.asOf)} ORDER BY e.sourced_id LIMIT ${plan.limit} OFFSET ${plan.offset}) e
ORDER BY e.sourced_id`;
}

export async function listResources(db: Db, context: ReadContext, plan: ListPlan): Promise<ResourceRow[]> {
  const rows = await db.execute<ResourceRow & Record<string, unknown>>(listStatement(context, plan));
  return rows.map(numbered);
}

/** bigint columns arrive as text. */
function numbered(row: ResourceRow): ResourceRow {
  return { ...row, publicationId: Number(row.publicationId), newest: Number(row.newest) };
}

export async function countResources(
  db: Db,
  context: ReadContext,
  plan: Pick<ListPlan, 'endpoint' | 'range'>,
): Promise<number> {
  const where = conditions({ ...plan, after: undefined }, context.asOf);
  const [row] = await db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM ${rowsAt(plan.endpoint.entity, context.asOf)} e WHERE ${where}`,
  );
  return row?.count ?? 0;
}

export async function findResource(
  db: Db,
  context: ReadContext,
  endpoint: Endpoint,
  sourcedId: string,
): Promise<ResourceRow | undefined> {
  const { entity, subset } = endpoint;
  const within = subset === undefined ? sql`true` : subsetCondition(entity, subset, undefined);
  const [row] = await db.execute<ResourceRow & Record<string, unknown>>(
    sql`SELECT e.sourced_id AS "sourcedId", e.status, e.publication_id AS "publicationId", ${bodyOf(context, entity)}::text AS body, ${newest} AS newest
FROM ${rowsAt(entity, undefined)} e WHERE e.sourced_id = ${sourcedId} AND ${within}`,
  );
  return row === undefined ? undefined : numbered(row);
}
