import { type SQL, sql } from 'drizzle-orm';
import type { Endpoint, Parent } from '../model/endpoints.ts';
import type { Filter } from '../query/condition.ts';
import type { Sort } from '../query/list-query.ts';
import { type BodyContext, bodyOf, rowsAt } from './body.ts';
import type { Db } from './client.ts';
import { memberSql, type PathIds } from './membership.ts';
import { formOf, isRendered, renderedTable } from './rendered.ts';
import { filterSql, type Ranges, sortExpression } from './where.ts';

/** Which records of a collection. */
export interface Selection {
  readonly endpoint: Endpoint;
  /** sourcedIds of the path, by parameter. */
  readonly ids: PathIds;
  readonly filter: Filter | undefined;
  /** What the filter's instants are in publications. */
  readonly ranges: Ranges;
}

export interface ListPlan extends Selection {
  readonly sort: Sort | undefined;
  readonly fields: ReadonlySet<string> | undefined;
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

type SqlRow<Row> = Row & Record<string, unknown>;

function conditions(
  { endpoint, ids, filter, ranges }: Selection,
  asOf: number | undefined,
  after?: string,
): SQL {
  const { entity, members } = endpoint;
  const all = [
    sql`true`,
    ...members.map((member) => memberSql(entity, member, ids, asOf)),
    ...(filter === undefined ? [] : [filterSql(entity, filter, ranges, asOf)]),
    ...(after === undefined ? [] : [sql`e.sourced_id > ${after}`]),
  ];
  return sql.join(all, sql.raw(' AND '));
}

const newest = sql.raw('(SELECT max(id) FROM publications)');

function orderOf(sort: Sort | undefined): SQL {
  if (sort === undefined) return sql.raw('e.sourced_id');
  return sql`${sortExpression(sort.path)} ${sql.raw(sort.descending ? 'DESC' : 'ASC')} NULLS LAST, e.sourced_id`;
}

/** The statement of a page. Bodies are made of the page's rows only, after LIMIT. */
export function listStatement(context: BodyContext, plan: ListPlan): SQL {
  const { endpoint, fields, sort, after, limit, offset } = plan;
  const { entity } = endpoint;
  const { asOf } = context;
  const order = orderOf(sort);
  return sql`SELECT e.sourced_id AS "sourcedId", e.status, e.publication_id AS "publicationId", ${bodyOf(context, entity, fields)}::text AS body, ${newest} AS newest
FROM (SELECT * FROM ${rowsAt(entity, asOf)} e WHERE ${conditions(plan, asOf, after)} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}) e
ORDER BY ${order}`;
}

/** The same page with bodies that are kept ready; null where one is missing. */
export function readyStatement({ base, asOf }: BodyContext, plan: ListPlan): SQL {
  const { endpoint, sort, after, limit, offset } = plan;
  const { entity } = endpoint;
  const order = orderOf(sort);
  return sql`SELECT e.sourced_id AS "sourcedId", e.status, e.publication_id AS "publicationId", b.body, ${newest} AS newest
FROM (SELECT * FROM ${rowsAt(entity, asOf)} e WHERE ${conditions(plan, asOf, after)} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}) e
LEFT JOIN ${sql.raw(renderedTable(entity))} b ON b.sourced_id = e.sourced_id AND b.publication_id = e.publication_id AND b.form = ${formOf(entity, base)}
ORDER BY ${order}`;
}

/** A page. Bodies that are kept ready are taken as they are; when one is missing, all of the page's are made. */
export async function listResources(db: Db, context: BodyContext, plan: ListPlan): Promise<ResourceRow[]> {
  if (plan.fields === undefined && isRendered(plan.endpoint.entity)) {
    const ready = await db.execute<SqlRow<ResourceRow>>(readyStatement(context, plan));
    if (ready.every(({ body }) => body !== null)) return ready.map(numbered);
  }
  const rows = await db.execute<SqlRow<ResourceRow>>(listStatement(context, plan));
  return rows.map(numbered);
}

/** bigint columns arrive as text. */
function numbered(row: ResourceRow): ResourceRow {
  return { ...row, publicationId: Number(row.publicationId), newest: Number(row.newest) };
}

/** The statement of a total. */
export function countStatement(selection: Selection, asOf: number | undefined): SQL {
  const rows = rowsAt(selection.endpoint.entity, asOf);
  return sql`SELECT count(*)::int AS count FROM ${rows} e WHERE ${conditions(selection, asOf)}`;
}

export async function countResources(
  db: Db,
  selection: Selection,
  asOf: number | undefined,
): Promise<number> {
  const [row] = await db.execute<{ count: number }>(countStatement(selection, asOf));
  return row?.count ?? 0;
}

export async function findResource(
  db: Db,
  base: string,
  endpoint: Endpoint,
  sourcedId: string,
  fields: ReadonlySet<string> | undefined,
): Promise<ResourceRow | undefined> {
  const { entity } = endpoint;
  const context = { base, asOf: undefined };
  const selection = { endpoint, ids: {}, filter: undefined, ranges: new Map() };
  const [row] = await db.execute<SqlRow<ResourceRow>>(
    sql`SELECT e.sourced_id AS "sourcedId", e.status, e.publication_id AS "publicationId", ${bodyOf(context, entity, fields)}::text AS body, ${newest} AS newest
FROM ${rowsAt(entity, undefined)} e WHERE e.sourced_id = ${sourcedId} AND ${conditions(selection, undefined)}`,
  );
  return row === undefined ? undefined : numbered(row);
}

/** Whether the path's records are all there, in one question. */
export async function haveParents(
  db: Db,
  parents: readonly Parent[],
  ids: PathIds,
  asOf: number | undefined,
): Promise<boolean> {
  const each = parents.map(({ param, entity, members }) => {
    const member = members.map((one) => memberSql(entity, one, ids, asOf));
    const all = [sql`e.sourced_id = ${ids[param]}`, ...member];
    return sql`EXISTS (SELECT FROM ${rowsAt(entity, asOf)} e WHERE ${sql.join(all, sql.raw(' AND '))})`;
  });
  const [row] = await db.execute<{ all: boolean }>(sql`SELECT ${sql.join(each, sql.raw(' AND '))} AS "all"`);
  return row?.all === true;
}
