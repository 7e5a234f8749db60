import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { ImportSettings } from '../model/import-settings.ts';
import type { Tx } from './client.ts';
import type { ImportState } from './imports.ts';
import { files, imports, sources } from './schema.ts';

/** An import as far as it tells whether an upload is the same. */
export interface EarlierImport {
  readonly id: string;
  readonly state: ImportState;
  readonly source: string;
  /** Undefined for an undo, which has no file. */
  readonly sha256: string | undefined;
  readonly fileName: string | undefined;
  readonly mode: string | null;
  /** 0 until it is published. */
  readonly publicationId: number;
  /** Those that were sent with it; once it has begun, all that it was judged with. */
  readonly settings: Partial<ImportSettings>;
  /** Those of its source as they are now. */
  readonly sourceSettings: Partial<ImportSettings>;
}

/** States in which something of the import may still be published. */
const unfinished = ['queued', 'running', 'held'];

function selectEarlier(tx: Tx) {
  return tx
    .select({ record: imports, source: sources, file: files })
    .from(imports)
    .innerJoin(sources, eq(sources.id, imports.sourceId))
    .leftJoin(files, eq(files.id, imports.fileId));
}

/** The columns that are cast are written from these types alone. */
function toEarlier(row: Awaited<ReturnType<typeof selectEarlier>>[number] | undefined) {
  if (row === undefined) return undefined;
  const { record, source, file } = row;
  return {
    id: record.id,
    state: record.state as ImportState,
    source: source.name,
    sha256: file?.sha256,
    fileName: file?.name,
    mode: record.mode,
    publicationId: record.publicationId ?? 0,
    settings: record.settings as Partial<ImportSettings>,
    sourceSettings: source.settings as Partial<ImportSettings>,
  } satisfies EarlierImport;
}

/** Until the transaction ends, nobody else decides on a request of this caller with this key. */
export async function lockIdempotencyKey(tx: Tx, receivedBy: string, key: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${receivedBy} ${key}`}, 0))`);
}

export async function findImportByKey(
  tx: Tx,
  receivedBy: string,
  key: string,
): Promise<EarlierImport | undefined> {
  const [row] = await selectEarlier(tx).where(
    and(eq(imports.receivedBy, receivedBy), eq(imports.idempotencyKey, key)),
  );
  return toEarlier(row);
}

/** The import, or the undo, that made the last publication of a source. */
export async function findLastPublished(tx: Tx, sourceId: number): Promise<EarlierImport | undefined> {
  const [row] = await selectEarlier(tx)
    .where(and(eq(imports.sourceId, sourceId), isNotNull(imports.publicationId)))
    .orderBy(desc(imports.publicationId))
    .limit(1);
  return toEarlier(row);
}

export async function hasUnfinishedImport(tx: Tx, sourceId: number): Promise<boolean> {
  const rows = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.sourceId, sourceId), inArray(imports.state, unfinished)))
    .limit(1);
  return rows.length > 0;
}
