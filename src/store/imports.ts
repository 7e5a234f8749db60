import { desc, eq, sql } from 'drizzle-orm';
import type { LoneMode } from '../model/bundle-files.ts';
import type { Decision } from '../model/decision.ts';
import { type ImportSettings, mergeSettings, type SourceSettings } from '../model/import-settings.ts';
import type { Pause } from '../model/pause.ts';
import type { Proposal } from '../model/proposal.ts';
import type { Tx } from './client.ts';
import { files, imports, publications, sources } from './schema.ts';

/**
 * States of an import. A person decides what becomes of `checked` (a dry run) and `held` (it would change too much);
 * those after them are final.
 */
export const importStates = [
  'queued',
  'running',
  'checked',
  'held',
  'published',
  'rejected',
  'failed',
  'discarded',
  'cancelled',
] as const;
export type ImportState = (typeof importStates)[number];

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
  /** Null for an undo. */
  readonly file: {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly sha256: string;
    readonly encrypted: boolean;
    /** When its bytes were taken away. */
    readonly removedAt: Date | null;
  } | null;
  /** Of a CSV file that came without a manifest; null for a zip. */
  readonly mode: LoneMode | null;
  /** The publication that it undoes. */
  readonly undoOf: number | null;
  readonly dryRun: boolean;
  readonly proposal: Proposal | null;
  readonly decision: Decision | null;
  readonly profile: string | null;
  readonly receivedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly progress: Progress | null;
  /** Once it has begun, those that it was judged with; before, those that it would have. */
  readonly settings: ImportSettings;
  /** Of its source. They hold back what is queued. */
  readonly pauses: readonly Pause[];
  readonly files: Readonly<Record<string, FileCounts>> | null;
  readonly issues: IssueSummary | null;
  readonly publication: { readonly id: number; readonly publishedAt: Date } | null;
  /** Error code, when `failed`. */
  readonly failure: string | null;
  /** When its issues and causes were taken away. */
  readonly reportRemovedAt: Date | null;
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
    fileId: string | null;
    mode?: LoneMode | undefined;
    idempotencyKey?: string | undefined;
    receivedBy: string;
    settings: Partial<ImportSettings>;
    dryRun: boolean;
    undoOf?: number;
  },
): Promise<void> {
  await tx.insert(imports).values({ ...record, state: 'queued' satisfies ImportState });
}

function selectImports(tx: Tx) {
  return tx
    .select({ record: imports, source: sources, file: files, published: publications })
    .from(imports)
    .innerJoin(sources, eq(sources.id, imports.sourceId))
    .leftJoin(files, eq(files.id, imports.fileId))
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
    undoOf: record.undoOf,
    dryRun: record.dryRun,
    profile: record.profile,
    receivedAt: record.receivedAt,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    settings: settingsOf(source.settings, record),
    pauses: inherited(source.settings).pauses ?? [],
    ...storedShapes(record),
    publication: published === null ? null : { id: published.id, publishedAt: published.publishedAt },
    failure: record.failure,
    reportRemovedAt: record.reportRemovedAt,
  };
}

/** The jsonb columns are written by this file's callers alone, in these shapes. */
function storedShapes(record: ImportRow['record']) {
  return {
    progress: record.progress as Progress | null,
    files: record.counts as Readonly<Record<string, FileCounts>> | null,
    issues: record.issueCounts as IssueSummary | null,
    proposal: record.proposal as Proposal | null,
    decision: record.decision as Decision | null,
  };
}

/** Only this file writes the column. */
export function stateOf(text: string): ImportState {
  return text as ImportState;
}

/** Only this file writes the column. */
export function modeOf(text: string | null): LoneMode | null {
  return text as LoneMode | null;
}

/** The column of sources is written from `SettingsChange` alone. */
export function inherited(source: unknown): Partial<SourceSettings> {
  return source as Partial<SourceSettings>;
}

/**
 * The column of imports is written from `Partial<ImportSettings>` alone. An import that was begun keeps what its source
 * had set at that time.
 */
export function settingsOf(
  source: unknown,
  own: { settings: unknown; startedAt: Date | null },
): ImportSettings {
  return mergeSettings(
    own.startedAt === null ? inherited(source) : {},
    own.settings as Partial<ImportSettings>,
  );
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
