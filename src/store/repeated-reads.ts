import { type SQL, sql } from 'drizzle-orm';
import { type ActorKind, type AuditAction, fileActions } from '../model/audit.ts';
import { personalFiles } from '../model/person.ts';
import type { Db } from './client.ts';
import { stampText } from './column.ts';

/** What one caller did, again and again, by the audit. */
export interface RepeatedRead extends Record<string, unknown> {
  readonly actorKind: ActorKind;
  /** Id of the client, or the account of a command. */
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: AuditAction;
  /** Kind of what was read: a collection of the roster, or a thing of the hub. */
  readonly entity: string;
  /** Instants as JSON has them. */
  readonly first: string;
  readonly last: string;
  /** How often. */
  readonly count: number;
}

async function grouped(db: Db, where: SQL): Promise<RepeatedRead[]> {
  const rows = await db.execute<RepeatedRead>(sql`SELECT actor_kind AS "actorKind", actor_id AS "actorId",
  max(actor_name) AS "actorName", action, coalesce(entity, '') AS entity,
  ${sql.raw(stampText('min(at)'))} AS first, ${sql.raw(stampText('max(at)'))} AS last, count(*)::int AS count
FROM audit_log WHERE status < 400 AND ${where}
GROUP BY actor_kind, actor_id, action, entity ORDER BY min(at), actor_id, action, entity`);
  return [...rows];
}

const list = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/** Who named a person, by the person's hash. */
export async function listNamedReads(db: Db, hash: string): Promise<RepeatedRead[]> {
  return grouped(db, sql`ids @> ARRAY[${hash}]::text[]`);
}

const collections = personalFiles.map(({ entity }) => entity.name);
/**
 * Who read lists of people, or took files, that may have had somebody in them who has been in the roster since a
 * publication. Reads that named the person are left out. An upper bound: filters and pages may have left the person out.
 */
export async function listListReads(
  db: Db,
  hash: string | undefined,
  since: { readonly publicationId: number; readonly at: string },
): Promise<RepeatedRead[]> {
  const named = hash === undefined ? sql`true` : sql`NOT ids @> ARRAY[${hash}]::text[]`;
  return grouped(
    db,
    sql`${named} AND (
    (action = 'roster.read' AND entity IN (${list(collections)}) AND query LIKE '/%' AND count > 0
      AND publication_id >= ${since.publicationId})
    OR (action IN (${list(fileActions)}) AND at >= ${since.at}::timestamptz))`,
  );
}

/** A file that is kept and may have a person in it. */
export interface KeptPersonFile extends Record<string, unknown> {
  readonly kind: 'upload' | 'export';
  /** Id of the import or export. */
  readonly id: string;
  readonly name: string;
  /** Instants as JSON has them. */
  readonly at: string;
  /** Id of the client that sent it, or asked for it. */
  readonly by: string;
  readonly byName: string | null;
}

/** Uploads and exports that are kept and came at the instant or later, oldest first. */
export async function listKeptFiles(db: Db, since: string): Promise<KeptPersonFile[]> {
  const at = sql.raw(stampText('f.created_at'));
  const rows =
    await db.execute<KeptPersonFile>(sql`SELECT 'upload' AS kind, i.id::text AS id, f.name, ${at} AS at,
  i.received_by AS by, c.name AS "byName"
FROM imports i JOIN files f ON f.id = i.file_id LEFT JOIN clients c ON c.id = i.received_by
WHERE f.removed_at IS NULL AND f.created_at >= ${since}::timestamptz
UNION ALL SELECT 'export', e.id::text, f.name, ${at}, e.requested_by, c.name
FROM exports e JOIN files f ON f.id = e.file_id LEFT JOIN clients c ON c.id = e.requested_by
WHERE f.removed_at IS NULL AND f.created_at >= ${since}::timestamptz ORDER BY 4, 2`);
  return [...rows];
}

/** An issue that names a record by its id. */
export interface NamingIssue extends Record<string, unknown> {
  readonly importId: string;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly level: string;
}

const issuesMax = 100;

/** Issues of kept reports that name one of these ids, oldest first; at most a hundred. Where rows stood is not kept. */
export async function listNamingIssues(db: Db, ids: readonly string[]): Promise<NamingIssue[]> {
  const rows =
    await db.execute<NamingIssue>(sql`SELECT import_id::text AS "importId", file, line, "column", code, level
FROM import_issues WHERE params ->> 'found' IN (${list(ids)}) ORDER BY seq LIMIT ${issuesMax}`);
  return [...rows];
}
