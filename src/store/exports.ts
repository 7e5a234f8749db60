import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { ExportOptions, ExportSummary } from '../model/export-options.ts';
import type { Tx } from './client.ts';
import { exports, fileChunks, files } from './schema.ts';

/** States of an export; the last two are final. */
export const exportStates = ['queued', 'running', 'done', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

/** Steps of a running export, in order. */
export const exportSteps = ['count', 'write'] as const;
export type ExportStep = (typeof exportSteps)[number];

export interface ExportProgress {
  readonly step: ExportStep;
  readonly percent: number;
  readonly rowsDone: number;
  readonly rowsTotal: number;
  /** Null while there is nothing to judge by. */
  readonly secondsLeft: number | null;
}

export interface ExportRecord {
  readonly id: string;
  readonly state: ExportState;
  readonly options: ExportOptions;
  /** Id of the client. */
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly progress: ExportProgress | null;
  readonly summary: ExportSummary | null;
  /** Undefined until it is done. */
  readonly file:
    | {
        readonly id: string;
        readonly name: string;
        /** Bytes. */
        readonly size: number;
        readonly sha256: string;
        readonly encrypted: boolean;
        /** When its bytes were taken away. */
        readonly removedAt: Date | null;
      }
    | undefined;
  /** Code and parameters of the error, when `failed`. */
  readonly failure: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
}

const pending: ExportState[] = ['queued', 'running'];

export async function insertExport(
  tx: Tx,
  record: { readonly id: string; readonly options: ExportOptions; readonly requestedBy: string },
): Promise<void> {
  await tx.insert(exports).values({ ...record, state: 'queued' satisfies ExportState });
}

function selectExports(tx: Tx) {
  return tx
    .select({ record: exports, file: files })
    .from(exports)
    .leftJoin(files, eq(files.id, exports.fileId));
}

type ExportRow = Awaited<ReturnType<typeof selectExports>>[number];

/** JSON columns are written by this module alone, in these shapes. */
function toRecord({ record, file }: ExportRow): ExportRecord {
  const { failure, failureParams, ...others } = record;
  return {
    ...others,
    state: exportStates.find((state) => state === record.state) ?? 'failed',
    options: record.options as ExportOptions,
    progress: record.progress as ExportProgress | null,
    summary: record.summary as ExportSummary | null,
    file: file ?? undefined,
    failure:
      failure === null
        ? null
        : { code: failure, params: (failureParams ?? {}) as Readonly<Record<string, string | number>> },
  };
}

export async function findExport(tx: Tx, id: string): Promise<ExportRecord | undefined> {
  const [row] = await selectExports(tx).where(eq(exports.id, id));
  return row === undefined ? undefined : toRecord(row);
}

/** Newest first. */
export async function listExports(tx: Tx, limit: number, offset: number): Promise<ExportRecord[]> {
  const rows = await selectExports(tx).orderBy(desc(exports.seq)).limit(limit).offset(offset);
  return rows.map(toRecord);
}

export async function countExports(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(exports);
  return row?.count ?? 0;
}

/** Whether `claimNextExport` would find one. */
export async function hasPendingExport(tx: Tx): Promise<boolean> {
  const rows = await tx
    .select({ id: exports.id })
    .from(exports)
    .where(inArray(exports.state, pending))
    .limit(1);
  return rows.length > 0;
}

export interface ClaimedExport {
  readonly id: string;
  readonly options: ExportOptions;
  readonly attempt: number;
}

/** Begins the oldest export that is not finished, or begins it again. Only for the holder of the export lock. */
export async function claimNextExport(tx: Tx): Promise<ClaimedExport | undefined> {
  const [row] = await tx
    .select({ id: exports.id })
    .from(exports)
    .where(inArray(exports.state, pending))
    .orderBy(asc(exports.seq))
    .limit(1);
  if (row === undefined) return undefined;
  const [claimed] = await tx
    .update(exports)
    .set({
      state: 'running' satisfies ExportState,
      attempt: sql`${exports.attempt} + 1`,
      startedAt: sql`coalesce(${exports.startedAt}, clock_timestamp())`,
    })
    .where(and(eq(exports.id, row.id), inArray(exports.state, pending)))
    .returning({ id: exports.id, options: exports.options, attempt: exports.attempt });
  return claimed === undefined ? undefined : { ...claimed, options: claimed.options as ExportOptions };
}

type Claim = Pick<ClaimedExport, 'id' | 'attempt'>;

const isOurs = ({ id, attempt }: Claim) =>
  and(eq(exports.id, id), eq(exports.attempt, attempt), eq(exports.state, 'running' satisfies ExportState));

/** Hands back an export that was broken off in order, which is no attempt that failed. */
export async function releaseExport(tx: Tx, claim: Claim): Promise<void> {
  await tx
    .update(exports)
    .set({ state: 'queued' satisfies ExportState, attempt: claim.attempt - 1 })
    .where(isOurs(claim));
}

/** Writes to an export as its present runner; false when another has it by now, and nothing is written. */
export async function updateExport(
  tx: Tx,
  claim: Claim,
  set: Partial<{
    state: ExportState;
    progress: ExportProgress;
    summary: ExportSummary;
    fileId: string;
    failure: string;
    failureParams: Readonly<Record<string, string | number>>;
    finishedAt: Date;
  }>,
): Promise<boolean> {
  const written = await tx.update(exports).set(set).where(isOurs(claim)).returning({ id: exports.id });
  return written.length > 0;
}

/** Takes away the files of exports that were made before `horizon`; their records stay. Returns how many. */
export async function removeExportFiles(tx: Tx, horizon: Date): Promise<number> {
  const old = await tx
    .select({ id: files.id })
    .from(exports)
    .innerJoin(files, eq(files.id, exports.fileId))
    .where(and(isNotNull(exports.fileId), lt(files.createdAt, horizon), isNull(files.removedAt)));
  for (const { id } of old) {
    await tx.delete(fileChunks).where(eq(fileChunks.fileId, id));
    await tx.update(files).set({ removedAt: sql`clock_timestamp()` }).where(eq(files.id, id));
  }
  return old.length;
}
