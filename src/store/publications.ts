import { and, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { type AmendmentKind, amendmentKinds, type PublicationKind } from '../model/amendment.ts';
import type { Db, Tx } from './client.ts';
import type { FileCounts } from './imports.ts';
import { imports, publications, sources } from './schema.ts';
import type { Session } from './session.ts';

export interface PublicationStamp {
  readonly id: number;
  readonly publishedAt: Date;
}

const columns = { id: publications.id, publishedAt: publications.publishedAt };

/** Id of the last publication before the instant (or at it, when inclusive); 0 when there is none. */
export async function lastPublicationBefore(
  { $client: client }: Db,
  instant: Date,
  inclusive: boolean,
): Promise<number> {
  // The driver's own template: its statement is prepared, and this runs before every page of a delta.
  const isBefore = inclusive ? client`published_at <=` : client`published_at <`;
  const [row] = await client<{ id: number }[]>`
    SELECT id::float8 AS id FROM publications WHERE ${isBefore} ${instant.toISOString()}::timestamptz
    ORDER BY published_at DESC LIMIT 1`;
  return row?.id ?? 0;
}

/** Whether the roster of this publication can still be put together. */
export async function isKept(tx: Tx, id: number): Promise<boolean> {
  const [row] = await tx
    .select({ kept: publications.kept })
    .from(publications)
    .where(eq(publications.id, id));
  return row?.kept === true;
}

/** The oldest publication whose roster can still be put together. */
export async function findOldestKept(tx: Tx): Promise<PublicationStamp | undefined> {
  const [row] = await tx
    .select(columns)
    .from(publications)
    .where(eq(publications.kept, true))
    .orderBy(publications.id)
    .limit(1);
  return row;
}

export async function findNewest(tx: Tx): Promise<PublicationStamp | undefined> {
  const [row] = await tx.select(columns).from(publications).orderBy(desc(publications.id)).limit(1);
  return row;
}

export async function findPublication(tx: Tx, id: number): Promise<PublicationStamp | undefined> {
  const [row] = await tx.select(columns).from(publications).where(eq(publications.id, id));
  return row;
}

/** Whether the source has ever published. */
export async function hasPublished(session: Session, sourceId: number): Promise<boolean> {
  const { rowCount } = await session.query(
    `SELECT FROM publications p JOIN imports i ON i.id = p.import_id WHERE i.source_id = $1 LIMIT 1`,
    [sourceId],
  );
  return rowCount !== 0;
}

/** How many publications of the source there are after this one. */
export async function countLaterPublications(
  session: Session,
  sourceId: number,
  id: number,
): Promise<number> {
  const { rows } = await session.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM publications p JOIN imports i ON i.id = p.import_id
     WHERE i.source_id = $1 AND p.id > $2`,
    [sourceId, id],
  );
  return rows[0]?.count ?? 0;
}

/** What made a publication: the import's source, or what was amended. */
export async function findOrigin(
  tx: Tx,
  id: number,
): Promise<{ readonly sourceId: number | null; readonly amendment: AmendmentKind | null } | undefined> {
  const [row] = await tx
    // Only amendments write the column, in these words.
    .select({ sourceId: imports.sourceId, amendment: sql<AmendmentKind | null>`${publications.amendment}` })
    .from(publications)
    .leftJoin(imports, eq(imports.id, publications.importId))
    .where(eq(publications.id, id));
  return row;
}

/** The last amendment of these kinds after a publication; 0 when there is none. */
export async function findLastAmendment(
  tx: Tx,
  after: number,
  kinds: readonly AmendmentKind[] = amendmentKinds,
): Promise<number> {
  const [row] = await tx
    .select({ id: sql<number>`coalesce(max(${publications.id}), 0)::int` })
    .from(publications)
    .where(and(gt(publications.id, after), inArray(publications.amendment, [...kinds])));
  return row?.id ?? 0;
}

/** A publication and where it came from. */
export interface PublicationRecord extends PublicationStamp {
  readonly kind: PublicationKind;
  /** Null where a person amended records directly. */
  readonly importId: string | null;
  /** Name of the import's source. */
  readonly source: string | null;
  /** Id of the client that sent it, or that amended; the account at a command line, which may have no name. */
  readonly sentBy: string | null;
  /** By CSV file. */
  readonly files: Readonly<Record<string, FileCounts>>;
  /** Whether its roster can still be put together. */
  readonly kept: boolean;
  /** The publication that it undoes. */
  readonly undoOf: number | null;
}

/** Newest first. */
export async function listPublications(tx: Tx, limit: number, offset: number): Promise<PublicationRecord[]> {
  return tx
    .select({
      ...columns,
      // Only amendments write the column, in these words.
      kind: sql<PublicationKind>`coalesce(${publications.amendment}, CASE WHEN ${imports.undoOf} IS NULL THEN 'import' ELSE 'undo' END)`,
      importId: publications.importId,
      source: sources.name,
      sentBy: sql<string | null>`coalesce(${imports.receivedBy}, ${publications.amendedBy})`,
      // Written by publishing transactions alone, in this shape.
      files: sql<
        Readonly<Record<string, FileCounts>>
      >`coalesce(${imports.counts}, ${publications.counts}, '{}')`,
      kept: publications.kept,
      undoOf: imports.undoOf,
    })
    .from(publications)
    .leftJoin(imports, eq(imports.id, publications.importId))
    .leftJoin(sources, eq(sources.id, imports.sourceId))
    .orderBy(desc(publications.id))
    .limit(limit)
    .offset(offset);
}

export async function countPublications(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(publications);
  return row?.count ?? 0;
}

/** The newest publication that was not after the instant. */
export async function findPublicationAt(tx: Tx, instant: Date): Promise<PublicationStamp | undefined> {
  const [row] = await tx
    .select(columns)
    .from(publications)
    .where(lte(publications.publishedAt, instant))
    .orderBy(desc(publications.publishedAt))
    .limit(1);
  return row;
}
