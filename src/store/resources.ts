import { type SQL, sql } from 'drizzle-orm';
import type { Endpoint, Parent } from '../model/endpoints.ts';
import type { Filter } from '../query/condition.ts';
import type { Sort } from '../query/list-query.ts';
import { type BodyContext, recordOf, rowsAt } from './body.ts';
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

/** Records of a page as they are sent. */
export interface RecordPage {
  /** JSON texts, joined by commas; empty when there are none. */
  readonly records: string;
  /** Records that there are from the page's beginning, as far as was looked: one more than the page may have. */
  readonly found: number;
  /** sourcedId of the page's last record, when the page is full. */
  readonly last: string | undefined;
  /** The newest publication in the snapshot that was read; 0 before the first. */
  readonly newest: number;
}

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

/**
 * The statement of a page, as one row: `records`, `found`, `last`, `newest`, and how many of the records were `made`.
 * One record more than the page has is looked for, which tells whether another page follows. Either way the texts are
 * made of the page's rows only, after LIMIT: `ready` takes what is kept ready, and nothing where nothing is kept.
 */
export function pageStatement(context: BodyContext, plan: ListPlan, how: 'ready' | 'made'): SQL {
  const { endpoint, fields, sort, after, limit, offset } = plan;
  const { entity } = endpoint;
  const { asOf } = context;
  const order = orderOf(sort);
  const [text, from] =
    how === 'ready'
      ? [
          sql`k.record`,
          sql` LEFT JOIN ${sql.raw(renderedTable(entity))} k ON k.sourced_id = e.sourced_id AND k.publication_id = e.publication_id AND k.form = ${formOf(entity, context.base)}`,
        ]
      : [
          sql`${recordOf(context, entity, fields)}::text`,
          sql` JOIN publications p ON p.id = e.publication_id`,
        ];
  return sql`SELECT coalesce(string_agg(x.record, ',' ORDER BY x.n) FILTER (WHERE x.n <= ${limit}), '') AS records, count(*)::int AS found, count(x.record)::int AS made, max(x.sourced_id) FILTER (WHERE x.n = ${limit}) AS last, ${newest} AS newest
FROM (SELECT e.n, e.sourced_id, ${text} AS record
  FROM (SELECT e.*, row_number() OVER (ORDER BY ${order}) AS n
    FROM (SELECT * FROM ${rowsAt(entity, asOf)} e WHERE ${conditions(plan, asOf, after)} ORDER BY ${order} LIMIT ${limit + 1} OFFSET ${offset}) e
  ) e${from}) x`;
}

interface PageRow extends Record<string, unknown> {
  readonly records: string;
  readonly found: number;
  readonly made: number;
  readonly last: string | null;
  /** bigint columns arrive as text. */
  readonly newest: string | null;
}

/** A page. Records that are kept ready are taken as they are; when one is missing, all of the page's are made. */
export async function listResources(db: Db, context: BodyContext, plan: ListPlan): Promise<RecordPage> {
  const read = async (how: 'ready' | 'made'): Promise<PageRow> => {
    const [row] = await db.execute<PageRow>(pageStatement(context, plan, how));
    if (row === undefined) throw new Error('an aggregate has no row');
    return row;
  };
  const ready =
    plan.fields === undefined && isRendered(plan.endpoint.entity) ? await read('ready') : undefined;
  const row = ready !== undefined && ready.made === ready.found ? ready : await read('made');
  const { records, found, last, newest } = row;
  return { records, found, last: last ?? undefined, newest: Number(newest ?? 0) };
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

/** JSON text of one record, now or as of a publication; undefined when there is none, or none in this collection. */
export async function findResource(
  db: Db,
  base: string,
  endpoint: Endpoint,
  sourcedId: string,
  fields: ReadonlySet<string> | undefined,
  asOf: number | undefined,
): Promise<string | undefined> {
  const path = { value: 'exact', at: 'sourcedId' } as const;
  const filter = { conditions: [{ path, operator: '=', value: sourcedId }], any: false } as const;
  const selection = { endpoint, ids: {}, filter, ranges: new Map() };
  const plan = { ...selection, sort: undefined, fields, after: undefined, limit: 1, offset: 0 };
  const { records } = await listResources(db, { base, asOf }, plan);
  return records === '' ? undefined : records;
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
