import { type SQL, sql } from 'drizzle-orm';
import type { Endpoint, Parent } from '../model/endpoints.ts';
import type { Filter } from '../query/condition.ts';
import type { Sort } from '../query/list-query.ts';
import { type BodyContext, recordOf, rowsAt } from './body.ts';
import type { Db } from './client.ts';
import { literal } from './column.ts';
import { memberSql, type PathIds } from './membership.ts';
import { readBytes } from './read-bytes.ts';
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
  /** JSON of the whole answer in UTF-8: the records under the endpoint's name for them. */
  readonly body: Buffer<ArrayBuffer>;
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
    ...members.map((member) => memberSql(entity, member, ids, asOf, after)),
    ...(filter === undefined ? [] : [filterSql(entity, filter, ranges, asOf)]),
    ...(after === undefined ? [] : [sql`e.sourced_id > ${after}`]),
  ];
  return sql.join(all, sql.raw(' AND '));
}

function orderOf(sort: Sort | undefined): SQL {
  if (sort === undefined) return sql.raw('e.sourced_id');
  return sql`${sortExpression(sort.path)} ${sql.raw(sort.descending ? 'DESC' : 'ASC')} NULLS LAST, e.sourced_id`;
}

/**
 * The statement of a page: rows of `record`, `sourced_id` and the newest publication, in the page's order; one row of
 * which only the last is set when there are none. One record more than the page has is looked for, which tells whether
 * another page follows. Either way the texts are made of the page's rows only, after LIMIT: `ready` takes what is kept
 * ready, and nothing where nothing is kept. They are not joined here: that costs the server six times what they cost.
 * The limit is part of the text: a plan for any limit would be one for a tenth of the table.
 */
export function pageStatement(context: BodyContext, plan: ListPlan, how: 'ready' | 'made'): SQL {
  const { endpoint, fields, sort, after, limit, offset } = plan;
  const { entity } = endpoint;
  const { asOf } = context;
  const order = orderOf(sort);
  const range = offset === 0 ? sql.raw(`LIMIT ${limit + 1}`) : sql`LIMIT ${limit + 1} OFFSET ${offset}`;
  const [text, from] =
    how === 'ready'
      ? [
          sql`k.record`,
          sql`LEFT JOIN ${sql.raw(renderedTable(entity))} k ON k.sourced_id = e.sourced_id AND k.publication_id = e.publication_id AND k.form = ${sql.raw(literal(formOf(entity, context.base)))}`,
        ]
      : [
          sql`${recordOf(context, entity, fields)}::text`,
          sql`LEFT JOIN publications p ON p.id = e.publication_id`,
        ];
  return sql`SELECT ${text} AS record, e.sourced_id, v.newest
FROM (SELECT max(id) AS newest FROM publications) v
  LEFT JOIN (SELECT * FROM ${rowsAt(entity, asOf)} e WHERE ${conditions(plan, asOf, after)} ORDER BY ${order} ${range}) e ON true
  ${from}
ORDER BY ${order}`;
}

/** The whole answer: a list, or the record that is there. */
function bodyOf({ envelope, kind }: Endpoint, records: readonly Buffer[]): Buffer<ArrayBuffer> {
  const [open, close] = kind === 'single' ? ['', ''] : ['[', ']'];
  const parts: Buffer[] = [Buffer.from(`{"${envelope}":${open}`)];
  records.forEach((record, n) => {
    if (n > 0) parts.push(comma);
    parts.push(record);
  });
  parts.push(Buffer.from(`${close}}`));
  return Buffer.concat(parts);
}

const comma = Buffer.from(',');

/**
 * Texts of statements are as many as there are filters and choices of fields; those without are a few for each
 * endpoint and limit, and a client has one limit. A record is asked for by its sourcedId in one way.
 */
function isOneOfFew({ endpoint, filter, sort, fields }: ListPlan): boolean {
  return fields === undefined && (endpoint.kind === 'single' || (filter === undefined && sort === undefined));
}

/** A page. Records that are kept ready are taken as they are; when one is missing, all of the page's are made. */
export async function listResources(db: Db, context: BodyContext, plan: ListPlan): Promise<RecordPage> {
  const { endpoint, limit } = plan;
  const read = (how: 'ready' | 'made') => readBytes(db, pageStatement(context, plan, how), isOneOfFew(plan));
  const canBeReady = plan.fields === undefined && isRendered(endpoint.entity);
  let rows = await read(canBeReady ? 'ready' : 'made');
  if (canBeReady && rows.some(([record, id]) => !record && id)) rows = await read('made');
  const found = rows.flatMap(([record, id]) => (record && id ? [{ record, id }] : []));
  const page = found.slice(0, limit);
  return {
    body: bodyOf(
      endpoint,
      page.map(({ record }) => record),
    ),
    found: found.length,
    last: page[limit - 1]?.id.toString(),
    newest: Number(rows[0]?.[2] ?? 0),
  };
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

/** JSON of one record in its envelope, now or as of a publication; undefined when there is none in this collection. */
export async function findResource(
  db: Db,
  base: string,
  endpoint: Endpoint,
  sourcedId: string,
  fields: ReadonlySet<string> | undefined,
  asOf: number | undefined,
): Promise<RecordPage['body'] | undefined> {
  const path = { value: 'exact', at: 'sourcedId' } as const;
  const filter = { conditions: [{ path, operator: '=', value: sourcedId }], any: false } as const;
  const selection = { endpoint, ids: {}, filter, ranges: new Map() };
  const plan = { ...selection, sort: undefined, fields, after: undefined, limit: 1, offset: 0 };
  const { body, found } = await listResources(db, { base, asOf }, plan);
  return found === 0 ? undefined : body;
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
