import { desc, eq, lt, lte, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import type { FileCounts } from './imports.ts';
import { imports, publications, sources } from './schema.ts';
import type { Session } from './session.ts';

export interface PublicationStamp {
  readonly id: number;
  readonly publishedAt: Date;
}

const columns = { id: publications.id, publishedAt: publications.publishedAt };

/** Id of the last publication before the instant (or at it, when inclusive); 0 when there is none. */
export async function lastPublicationBefore(tx: Tx, instant: Date, inclusive: boolean): Promise<number> {
  const [row] = await tx
    .select({ id: publications.id })
    .from(publications)
    .where(inclusive ? lte(publications.publishedAt, instant) : lt(publications.publishedAt, instant))
    .orderBy(desc(publications.publishedAt))
    .limit(1);
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

/** The source whose import made the publication. */
export async function findSourceOf(tx: Tx, id: number): Promise<number | undefined> {
  const [row] = await tx
    .select({ sourceId: imports.sourceId })
    .from(publications)
    .innerJoin(imports, eq(imports.id, publications.importId))
    .where(eq(publications.id, id));
  return row?.sourceId;
}

/** A publication and where it came from. */
export interface PublicationRecord extends PublicationStamp {
  readonly importId: string;
  /** Name of the source. */
  readonly source: string;
  /** Id of the client that sent it. */
  readonly sentBy: string;
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
      importId: publications.importId,
      source: sources.name,
      sentBy: imports.receivedBy,
      // Written by the publishing transaction alone, in this shape.
      files: sql<Readonly<Record<string, FileCounts>>>`coalesce(${imports.counts}, '{}')`,
      kept: publications.kept,
      undoOf: imports.undoOf,
    })
    .from(publications)
    .innerJoin(imports, eq(imports.id, publications.importId))
    .innerJoin(sources, eq(sources.id, imports.sourceId))
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
