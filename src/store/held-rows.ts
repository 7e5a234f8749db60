import { sql } from 'drizzle-orm';
import type { PublicationKind } from '../model/amendment.ts';
import { namingLists, type PersonalFile, personalFiles } from '../model/person.ts';
import { ofRow } from './changes.ts';
import type { Db } from './client.ts';
import { historyOf, literal, liveOf, quoted, stampText } from './column.ts';

/** A version of a record about a person. */
export interface PersonRow extends Record<string, unknown> {
  /** Plural name of the entity. */
  readonly entity: string;
  readonly sourcedId: string;
  readonly status: string;
  /** Name of the source that owns it. */
  readonly source: string;
  /** The publication since which it is true. */
  readonly publicationId: number;
  /** The first publication for which it is not; null for what is true now. */
  readonly validTo: number | null;
  /** By SQL name, as `ofRow` has them. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The column of a person's row that has the person's id. */
export function personColumn({ way }: PersonalFile): string {
  return way.kind === 'ref' ? quoted(way.column.column) : 'sourced_id';
}

function versions(personal: PersonalFile, table: string, validTo: string) {
  const { entity } = personal;
  return sql`${sql.raw(`SELECT ${literal(entity.name)} AS entity, r.sourced_id AS "sourcedId", r.status, s.name AS source,
  r.publication_id::float8 AS "publicationId", ${validTo}::float8 AS "validTo", ${ofRow(entity, 'r')} AS values
FROM ${table} r JOIN sources s ON s.id = r.source_id WHERE r.${personColumn(personal)} = `)}`;
}

/** What is set aside of restricted people; what a lift would bring back is `restricted`, and since no publication (0). */
function setAside({ entity }: PersonalFile) {
  return sql`${sql.raw(`SELECT a.entity, a.sourced_id,
  CASE WHEN a.publication_id = 0 THEN 'restricted' ELSE coalesce(a.row ->> 'status', '') END, s.name,
  a.publication_id::float8, a.valid_to::float8, a.row
FROM set_aside a JOIN sources s ON s.id = a.source_id WHERE a.entity = ${literal(entity.name)} AND a.person = `)}`;
}

/** Every version of every record about a person that is kept: by entity, record, and time, the newest first. */
export async function listPersonRows(db: Db, person: string): Promise<PersonRow[]> {
  const found: PersonRow[] = [];
  for (const personal of personalFiles) {
    const now = versions(personal, liveOf(personal.entity), 'NULL');
    const then = versions(personal, historyOf(personal.entity), 'r.valid_to');
    const rows = await db.execute<PersonRow>(
      sql`${now}${person} UNION ALL ${then}${person} UNION ALL ${setAside(personal)}${person}
ORDER BY "sourcedId", "publicationId" DESC`,
    );
    found.push(...rows);
  }
  return found;
}

/** Somebody whose record names a person. */
export interface NamedBy extends Record<string, unknown> {
  readonly entity: string;
  /** CSV header of the list. */
  readonly column: string;
  readonly sourcedId: string;
  readonly status: string;
}

/** Records that name the person now, or would if the person were not restricted. */
export async function listNamedBy(db: Db, person: string): Promise<NamedBy[]> {
  const parts = namingLists.map(
    ({ entity, column }) =>
      sql`${sql.raw(`SELECT ${literal(entity.name)} AS entity, ${literal(column.header)} AS column,
  sourced_id AS "sourcedId", status FROM ${liveOf(entity)} WHERE ${quoted(column.column)} @> `)}ARRAY[${person}]::text[]
UNION ALL ${sql.raw(`SELECT entity, ${literal(column.header)}, sourced_id, 'restricted' FROM set_aside_names
  WHERE publication_id = 0 AND entity = ${literal(entity.name)} AND "column" = ${literal(quoted(column.column))} AND person = `)}${person}`,
  );
  const rows = await db.execute<NamedBy>(sql`${sql.join(parts, sql` UNION ALL `)} ORDER BY 1, 3`);
  return [...rows];
}

/** A publication, and the import that it came by, or the amendment that it was. */
export interface RowOrigin extends Record<string, unknown> {
  readonly id: number;
  readonly kind: PublicationKind;
  /** As JSON has instants. */
  readonly publishedAt: string;
  /** Null where a person amended records directly, and so is the source. */
  readonly importId: string | null;
  /** When its file came; of others, as `publishedAt`. */
  readonly receivedAt: string;
  readonly source: string | null;
  /** Null where no file came. */
  readonly fileName: string | null;
  /** Id of the client (the account of a command, which may have no name), and what people call it now. */
  readonly sentBy: string | null;
  readonly sentByName: string | null;
}

/** Where versions came from, in order. */
export async function listOrigins(db: Db, publicationIds: readonly number[]): Promise<RowOrigin[]> {
  if (publicationIds.length === 0) return [];
  const ids = sql.join(
    publicationIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await db.execute<RowOrigin>(sql`SELECT p.id::float8 AS id,
  coalesce(p.amendment, CASE WHEN i.undo_of IS NULL THEN 'import' ELSE 'undo' END) AS kind,
  ${sql.raw(stampText('p.published_at'))} AS "publishedAt", i.id::text AS "importId",
  ${sql.raw(stampText('coalesce(i.received_at, p.published_at)'))} AS "receivedAt", s.name AS source, f.name AS "fileName",
  coalesce(i.received_by, p.amended_by) AS "sentBy", c.name AS "sentByName"
FROM publications p LEFT JOIN imports i ON i.id = p.import_id LEFT JOIN sources s ON s.id = i.source_id
LEFT JOIN files f ON f.id = i.file_id LEFT JOIN clients c ON c.id = coalesce(i.received_by, p.amended_by)
WHERE p.id IN (${ids}) ORDER BY p.id`);
  return [...rows];
}
