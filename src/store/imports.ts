import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { LoneMode } from '../model/bundle-files.ts';
import type { ImportReport } from '../model/import-report.ts';
import { type ImportSettings, mergeSettings } from '../model/import-settings.ts';
import type { Tx } from './client.ts';
import { files, imports, publications, sources } from './schema.ts';

/** States of an import; the last three are final. */
export type ImportState = 'queued' | 'running' | 'published' | 'rejected' | 'failed';

/** Steps of a running import, in order. */
export const importSteps = ['inspect', 'stage', 'check', 'diff', 'publish'] as const;
export type ImportStep = (typeof importSteps)[number];

export interface Progress {
  readonly step: ImportStep | 'done' | 'waiting';
  readonly percent: number;
  readonly rowsDone: number;
  readonly rowsTotal: number;
  /** Null while there is nothing to judge by. */
  readonly secondsLeft: number | null;
}

/** What the import did with one file's rows. */
export interface FileCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly rejected: number;
}

export interface ImportRecord {
  readonly id: string;
  readonly state: ImportState;
  readonly source: string;
  readonly file: {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly sha256: string;
    readonly encrypted: boolean;
    /** When its bytes were taken away. */
    readonly removedAt: Date | null;
  };
  /** Of a CSV file that came without a manifest; null for a zip. */
  readonly mode: LoneMode | null;
  readonly profile: string | null;
  readonly receivedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly progress: Progress | null;
  /** Once it has begun, those that it was judged with; before, those that it would have. */
  readonly settings: ImportSettings;
  readonly files: Readonly<Record<string, FileCounts>> | null;
  readonly issues: IssueSummary | null;
  readonly publication: { readonly id: number; readonly publishedAt: Date } | null;
  /** Error code, when `failed`. */
  readonly failure: string | null;
}

export interface IssueSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly byCode: Readonly<Record<string, number>>;
}

/** The source with this name; it is made when it is new. */
export async function getSourceId(tx: Tx, name: string): Promise<number> {
  const [made] = await tx
    .insert(sources)
    .values({ name })
    .onConflictDoUpdate({ target: sources.name, set: { name } })
    .returning({ id: sources.id });
  if (made === undefined) throw new Error('a source was neither found nor made');
  return made.id;
}

export async function insertImport(
  tx: Tx,
  record: {
    id: string;
    sourceId: number;
    fileId: string;
    mode?: LoneMode | undefined;
    idempotencyKey?: string | undefined;
    receivedBy: string;
    settings: Partial<ImportSettings>;
  },
): Promise<void> {
  await tx.insert(imports).values({ ...record, state: 'queued' satisfies ImportState });
}

function selectImports(tx: Tx) {
  return tx
    .select({ record: imports, source: sources, file: files, published: publications })
    .from(imports)
    .innerJoin(sources, eq(sources.id, imports.sourceId))
    .innerJoin(files, eq(files.id, imports.fileId))
    .leftJoin(publications, eq(publications.id, imports.publicationId));
}

type ImportRow = Awaited<ReturnType<typeof selectImports>>[number];

function toRecord({ record, source, file, published }: ImportRow): ImportRecord {
  return {
    id: record.id,
    state: stateOf(record.state),
    source: source.name,
    file,
    mode: modeOf(record.mode),
    profile: record.profile,
    receivedAt: record.receivedAt,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    settings: settingsOf(source.settings, record),
    ...storedShapes(record),
    publication: published === null ? null : { id: published.id, publishedAt: published.publishedAt },
    failure: record.failure,
  };
}

/** The jsonb columns are written by this file's callers alone, in these shapes. */
function storedShapes(record: ImportRow['record']) {
  return {
    progress: record.progress as Progress | null,
    files: record.counts as Readonly<Record<string, FileCounts>> | null,
    issues: record.issueCounts as IssueSummary | null,
  };
}

/** Only this file writes the column. */
function stateOf(text: string): ImportState {
  return text as ImportState;
}

/** Only this file writes the column. */
function modeOf(text: string | null): LoneMode | null {
  return text as LoneMode | null;
}

export async function findImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  const [row] = await selectImports(tx).where(eq(imports.id, id));
  return row === undefined ? undefined : toRecord(row);
}

/** Newest first. */
export async function listImports(tx: Tx, limit: number, offset: number): Promise<ImportRecord[]> {
  const rows = await selectImports(tx).orderBy(desc(imports.seq)).limit(limit).offset(offset);
  return rows.map(toRecord);
}

export async function countImports(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(imports);
  return row?.count ?? 0;
}

const pending: ImportState[] = ['queued', 'running'];

export async function hasPendingImport(tx: Tx): Promise<boolean> {
  const rows = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(inArray(imports.state, pending))
    .limit(1);
  return rows.length > 0;
}

export interface ClaimedImport {
  readonly id: string;
  readonly sourceId: number;
  /** Null for an undo. */
  readonly fileId: string | null;
  readonly mode: LoneMode | null;
  readonly attempt: number;
  readonly settings: ImportSettings;
}

/**
 * Both jsonb columns are written from `Partial<ImportSettings>` alone. An import that was begun keeps what its source
 * had set at that time.
 */
function settingsOf(source: unknown, own: { settings: unknown; startedAt: Date | null }): ImportSettings {
  const inherited = own.startedAt === null ? (source as Partial<ImportSettings>) : {};
  return mergeSettings(inherited, own.settings as Partial<ImportSettings>);
}

/** Begins the oldest import that is not finished, or begins it again after its process died. */
export async function claimNextImport(tx: Tx): Promise<ClaimedImport | undefined> {
  const [row] = await tx
    .select({
      id: imports.id,
      settings: imports.settings,
      startedAt: imports.startedAt,
      source: sources.settings,
    })
    .from(imports)
    .innerJoin(sources, eq(sources.id, imports.sourceId))
    .where(inArray(imports.state, pending))
    .orderBy(asc(imports.seq))
    .limit(1);
  if (row === undefined) return undefined;
  const settings = settingsOf(row.source, row);
  const [claimed] = await tx
    .update(imports)
    .set({
      state: 'running' satisfies ImportState,
      attempt: sql`${imports.attempt} + 1`,
      settings,
      startedAt: sql`coalesce(${imports.startedAt}, clock_timestamp())`,
    })
    .where(and(eq(imports.id, row.id), inArray(imports.state, pending)))
    .returning({
      id: imports.id,
      sourceId: imports.sourceId,
      fileId: imports.fileId,
      mode: imports.mode,
      attempt: imports.attempt,
    });
  return claimed === undefined ? undefined : { ...claimed, mode: modeOf(claimed.mode), settings };
}

/** Hands back an import that was broken off in order, which is no attempt that failed. */
export async function releaseImport(tx: Tx, { id, attempt }: ClaimedImport): Promise<void> {
  await tx
    .update(imports)
    .set({ state: 'queued' satisfies ImportState, attempt: attempt - 1 })
    .where(and(eq(imports.id, id), eq(imports.attempt, attempt), eq(imports.state, 'running')));
}

/** Writes to an import as its present runner. A runner that was given up for dead changes nothing. */
export async function updateImport(
  tx: Tx,
  { id, attempt }: Pick<ClaimedImport, 'id' | 'attempt'>,
  set: Partial<{
    state: ImportState;
    profile: string;
    progress: Progress;
    counts: Readonly<Record<string, FileCounts>>;
    issueCounts: IssueSummary;
    report: ImportReport;
    failure: string;
    finishedAt: Date;
  }>,
): Promise<void> {
  await tx
    .update(imports)
    .set(set)
    .where(and(eq(imports.id, id), eq(imports.attempt, attempt), eq(imports.state, 'running')));
}
