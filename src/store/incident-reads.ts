import { inArray, sql } from 'drizzle-orm';
import { fileActions } from '../model/audit.ts';
import { getEntity } from '../model/entities/index.ts';
import { personalFiles } from '../model/person.ts';
import { rowsAt } from './body.ts';
import type { Db } from './client.ts';
import { stampText } from './column.ts';
import type { PublicationRange } from './exposure.ts';

/** What one client did in a time. Instants. */
export interface ClientTime {
  readonly client: string;
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
}

const ofClient = ({ client, from, to }: ClientTime) =>
  sql`actor_id = ${client} AND status < 400 AND at >= ${from.toISOString()}::timestamptz AND at < ${to.toISOString()}::timestamptz`;

/** The publications that could be read in a time; undefined when there were none. */
export async function findRange(
  db: Db,
  { from, to }: Pick<ClientTime, 'from' | 'to'>,
): Promise<(PublicationRange & { readonly kept: boolean }) | undefined> {
  const [row] = await db.execute<{ first: number | null; last: number | null; kept: boolean | null }>(
    sql`SELECT f.id::float8 AS first, l.id::float8 AS last, f.kept FROM
  (SELECT max(id) AS id FROM publications WHERE published_at < ${to.toISOString()}::timestamptz) l,
  LATERAL (SELECT id, kept FROM publications WHERE id <= l.id
    ORDER BY published_at <= ${from.toISOString()}::timestamptz DESC,
      CASE WHEN published_at <= ${from.toISOString()}::timestamptz THEN -id ELSE id END LIMIT 1) f`,
  );
  if (row?.first == null || row.last == null) return undefined;
  return { first: row.first, last: row.last, kept: row.kept === true };
}

/** Pages of one list, in one roster. */
export interface ListRead extends Record<string, unknown> {
  /** Plural name of the collection's entity. */
  readonly entity: string;
  /** `/users?filter=status='active'`: the path of the document, and what was asked for, without personal values. */
  readonly asked: string;
  readonly publicationId: number;
  /** Requests, and records that they showed; pages that were read twice count once. */
  readonly reads: number;
  readonly rows: number;
  /** The pages follow each other from the first record on. */
  readonly gapless: boolean;
  readonly first: string;
  readonly last: string;
}

const collections = sql.join(
  personalFiles.map(({ entity }) => sql`${entity.name}`),
  sql`, `,
);

/** Lists of people that the client read, the newest first, at most `limit`. */
export async function listListReads(db: Db, time: ClientTime, limit: number): Promise<ListRead[]> {
  const rows = await db.execute<ListRead>(sql`WITH pages AS (
  SELECT entity, publication_id, regexp_replace(query, '&?(limit|offset)=[0-9]+', '', 'g') AS asked,
    coalesce(substring(query from 'offset=([0-9]+)')::int, 0) AS begins, max(count) AS shown, count(*)::int AS reads,
    min(at) AS first, max(at) AS last
  FROM audit_log WHERE ${ofClient(time)} AND action = 'roster.read' AND entity IN (${collections})
    AND query LIKE '/%' AND count > 0 AND publication_id IS NOT NULL GROUP BY 1, 2, 3, 4
), followed AS (
  SELECT *, coalesce(max(begins + shown) OVER (PARTITION BY entity, publication_id, asked ORDER BY begins
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reached FROM pages
)
SELECT entity, asked, publication_id::float8 AS "publicationId", sum(reads)::int AS reads, sum(shown)::float8 AS rows,
  bool_and(begins <= reached) AS gapless, ${sql.raw(stampText('min(first)'))} AS first, ${sql.raw(stampText('max(last)'))} AS last
FROM followed GROUP BY 1, 2, 3 ORDER BY max(last) DESC, 1, 2 LIMIT ${limit}`);
  return [...rows];
}

/** Records of an entity in a publication, tombstones too. */
export async function countAt(db: Db, entityName: string, publicationId: number): Promise<number> {
  const rows = rowsAt(getEntity(entityName), publicationId);
  const [row] = await db.execute<{ count: number }>(sql`SELECT count(*)::int AS count FROM ${rows} r`);
  return row?.count ?? 0;
}

/** Hashes of people whom the client named, and in which collections: hash -> `['users']`. */
export async function listNamedHashes(
  db: Db,
  time: ClientTime,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.execute<{ hash: string; entities: string[] }>(sql`SELECT h.hash,
  array_agg(DISTINCT entity) AS entities FROM audit_log, unnest(ids) h (hash)
WHERE ${ofClient(time)} AND h.hash LIKE 'users:%' AND entity IS NOT NULL GROUP BY 1`);
  return new Map([...rows].map(({ hash, entities }) => [hash, entities]));
}

/** Files that the client took, and other reads that show people. */
export interface FileRead extends Record<string, unknown> {
  readonly action: string;
  /** The roster that it showed; null where a file of another kind was taken. */
  readonly publicationId: number | null;
  readonly reads: number;
  readonly first: string;
  readonly last: string;
}

export async function listFileReads(db: Db, time: ClientTime): Promise<FileRead[]> {
  const rows = await db.execute<FileRead>(sql`SELECT action, publication_id::float8 AS "publicationId",
  count(*)::int AS reads, ${sql.raw(stampText('min(at)'))} AS first, ${sql.raw(stampText('max(at)'))} AS last
FROM audit_log WHERE ${ofClient(time)}
  AND ${inArray(sql`action`, [...fileActions])}
GROUP BY 1, 2 ORDER BY min(at)`);
  return [...rows];
}

/** Where the client called from. */
export interface CalledFrom extends Record<string, unknown> {
  readonly address: string;
  readonly requests: number;
  readonly first: string;
  readonly last: string;
}

const addressesMax = 200;

/** Addresses by the number of requests, refusals too; at most two hundred. */
export async function listAddresses(db: Db, { client, from, to }: ClientTime): Promise<CalledFrom[]> {
  const rows = await db.execute<CalledFrom>(sql`SELECT address, count(*)::int AS requests,
  ${sql.raw(stampText('min(at)'))} AS first, ${sql.raw(stampText('max(at)'))} AS last
FROM audit_log WHERE actor_id = ${client} AND address IS NOT NULL AND at >= ${from.toISOString()}::timestamptz
  AND at < ${to.toISOString()}::timestamptz GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${addressesMax}`);
  return [...rows];
}

/** Changes of a client's settings since an instant, oldest first: the details that the audit has of them. */
export async function listClientChanges(
  db: Db,
  client: string,
  from: Date,
): Promise<{ readonly at: Date; readonly detail: string | null }[]> {
  const rows = await db.execute<{
    at: string;
    detail: string | null;
  }>(sql`SELECT ${sql.raw(stampText('at'))} AS at, detail
FROM audit_log WHERE action = 'client.change' AND object = ${client} AND at >= ${from.toISOString()}::timestamptz ORDER BY seq`);
  return [...rows].map(({ at, detail }) => ({ at: new Date(at), detail }));
}
