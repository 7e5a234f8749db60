import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { LoneMode } from '../model/bundle-files.ts';
import type { Decision } from '../model/decision.ts';
import type { ImportReport } from '../model/import-report.ts';
import type { ImportSettings } from '../model/import-settings.ts';
import type { Proposal } from '../model/proposal.ts';
import type { Tx } from './client.ts';
import {
  type FileCounts,
  type ImportState,
  type IssueSummary,
  modeOf,
  type Progress,
  settingsOf,
  stateOf,
} from './imports.ts';
import { mayRun } from './may-run.ts';
import { imports, sources } from './schema.ts';

const pending: ImportState[] = ['queued', 'running'];

/** Whether `claimNextImport` would find one. */
export async function hasPendingImport(tx: Tx, today: string): Promise<boolean> {
  const rows = await tx
    .select({ id: imports.id })
    .from(imports)
    .innerJoin(sources, eq(sources.id, imports.sourceId))
    .where(mayRun(pending, today))
    .limit(1);
  return rows.length > 0;
}

export interface ClaimedImport {
  readonly id: string;
  readonly sourceId: number;
  /** Null for an undo. */
  readonly fileId: string | null;
  readonly mode: LoneMode | null;
  /** The publication that it undoes. */
  readonly undoOf: number | null;
  readonly dryRun: boolean;
  /** What a person has said of an earlier run. */
  readonly decision: Decision | null;
  readonly attempt: number;
  readonly settings: ImportSettings;
}

/** Begins the oldest import that may run, or begins it again after its process died. */
export async function claimNextImport(tx: Tx, today: string): Promise<ClaimedImport | undefined> {
  const [row] = await tx
    .select({
      id: imports.id,
      settings: imports.settings,
      startedAt: imports.startedAt,
      source: sources.settings,
    })
    .from(imports)
    .innerJoin(sources, eq(sources.id, imports.sourceId))
    .where(mayRun(pending, today))
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
      undoOf: imports.undoOf,
      dryRun: imports.dryRun,
      decision: imports.decision,
      attempt: imports.attempt,
    });
  if (claimed === undefined) return undefined;
  const decision = claimed.decision as Decision | null;
  return { ...claimed, decision, mode: modeOf(claimed.mode), settings };
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
    proposal: Proposal;
    failure: string;
    finishedAt: Date;
  }>,
): Promise<void> {
  await tx
    .update(imports)
    .set(set)
    .where(and(eq(imports.id, id), eq(imports.attempt, attempt), eq(imports.state, 'running')));
}

/** Writes what a person said of an import, when it is still in one of the states; false when it is not. */
export async function decideImport(
  tx: Tx,
  id: string,
  from: readonly ImportState[],
  to: ImportState,
  decision: Decision,
): Promise<boolean> {
  const final = to !== 'queued';
  const rows = await tx
    .update(imports)
    // An attempt counts processes that died; a new order begins anew, and an older runner writes nothing any more.
    .set({
      state: to,
      decision,
      attempt: 0,
      ...(final ? { finishedAt: sql`clock_timestamp()` } : { finishedAt: null }),
    })
    .where(and(eq(imports.id, id), inArray(imports.state, [...from])))
    .returning({ id: imports.id });
  return rows.length > 0;
}

/** Whether a later import of the same source has been published. */
export async function isSuperseded(tx: Tx, id: string): Promise<boolean> {
  const later = alias(imports, 'later');
  const rows = await tx
    .select({ id: later.id })
    .from(imports)
    .innerJoin(later, and(eq(later.sourceId, imports.sourceId), gt(later.seq, imports.seq)))
    .where(and(eq(imports.id, id), eq(later.state, 'published' satisfies ImportState)))
    .limit(1);
  return rows.length > 0;
}

/** The state of an import, when it is there. */
export async function findState(tx: Tx, id: string): Promise<ImportState | undefined> {
  const [row] = await tx.select({ state: imports.state }).from(imports).where(eq(imports.id, id));
  return row === undefined ? undefined : stateOf(row.state);
}

/** Puts an import that waits for a person back into the queue, to be read again. */
export async function requeueImport(tx: Tx, id: string): Promise<void> {
  await tx
    .update(imports)
    .set({ state: 'queued' satisfies ImportState, attempt: 0, finishedAt: null })
    .where(and(eq(imports.id, id), inArray(imports.state, ['checked', 'held'])));
}

/** Ids of imports that have waited for a person since before the instant. */
export async function listWaiting(tx: Tx, state: 'checked' | 'held', before: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.state, state), lt(imports.finishedAt, before)));
  return rows.map(({ id }) => id);
}
