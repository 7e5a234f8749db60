import { RosterError } from '../../errors.ts';
import type { Entity } from '../../model/entity.ts';
import { covers, type Proposal } from '../../model/proposal.ts';
import { txOf } from '../../store/audit.ts';
import { deleteReport } from '../../store/causes.ts';
import type { StageContext } from '../../store/checks.ts';
import { type DiffCounts, diffStage } from '../../store/diff.ts';
import { type ClaimedImport, updateImport } from '../../store/import-queue.ts';
import type { FileCounts, ImportState, Progress } from '../../store/imports.ts';
import { expectBasis, readNewest, underPublishLock } from '../../store/publication.ts';
import { analyzeLive, publishStage } from '../../store/publish.ts';
import type { Session } from '../../store/session.ts';
import { dropStage } from '../../store/stage.ts';
import { deleteIssues } from '../../store/stage-issues.ts';
import { countUnpublished, yieldRows } from '../../store/yield-rows.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';
import { createRun, type ImportRun } from './import-run.ts';
import { prepareUndo } from './prepare-undo.ts';
import { prepareUpload } from './prepare-upload.ts';
import { propose } from './propose.ts';
import {
  settleWeighed,
  type WeighedCorrections,
  weighCorrections,
  withCorrections,
} from './weigh-corrections.ts';

/** What a run ends with. */
type Outcome = Extract<ImportState, 'published' | 'rejected' | 'checked' | 'held'>;

/**
 * Takes one import from its stored upload, or an undo from history, to its end or to where a person is asked. Every
 * step begins from what the database has, and nothing before the publishing transaction touches the roster: a run
 * that ends anywhere is simply begun again, and so is one that a person has said yes to. Throws `RosterAmended` when
 * somebody has amended the roster meanwhile: what was compared with it has to be compared again.
 */
export async function runImport(
  ctx: Context,
  session: Session,
  claimed: ClaimedImport,
  signal: AbortSignal,
): Promise<Outcome> {
  const { id: importId, attempt } = claimed;
  const { db } = ctx.store;
  const log = ctx.log.child({ importId, attempt });
  const run = createRun({ ctx, session, claimed, signal });
  const basis = await readNewest(session);
  await dropStage(session, importId);
  await deleteIssues(session, importId);
  await deleteReport(session, importId);

  const prepared =
    claimed.undoOf === null ? await prepareUpload(run) : await prepareUndo(run, claimed.undoOf);
  const { context, rows, rejectedRows, issues, withheld } = prepared;
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const end = { issueCounts: issues, progress: finished(total) };
  if (context === undefined) {
    const counts = rejectedCounts(rows, rejectedRows);
    await endRun(run, basis, { state: 'rejected', counts, ...end });
    await dropStage(session, importId);
    log.info({ errors: issues.errors, ms: run.lap('reject') }, 'import rejected');
    return 'rejected';
  }

  await yieldRows(session, context);
  const unpublished = await countUnpublished(session, context, rejectedRows);
  signal.throwIfAborted();
  run.tell('diff', 0, { done: total, total });
  const changes = await diffStage(session, context);
  run.lap('diff');
  signal.throwIfAborted();
  const corrections = await weighCorrections(session, context);
  const proposal = withCorrections(await propose(run, context, changes, withheld), corrections);
  const counts = publishedCounts(rows, unpublished, proposal);
  await updateImport(db, claimed, { proposal, counts });
  run.lap('propose');
  const waits = waitsFor(claimed, proposal);
  if (waits !== undefined) {
    // What is staged stays, to be looked at.
    await endRun(run, basis, { state: waits, ...end });
    log.info({ reasons: proposal.reasons.length, ms: run.lap('wait') }, `import ${waits}`);
    return waits;
  }
  await publish(run, context, changes, basis, corrections, { ...end, counts }, withheld?.aside === true);
  return 'published';
}

/** Ends an import that publishes nothing now. What it says of the roster must be true then, as if it published. */
async function endRun(
  { session, claimed }: ImportRun,
  basis: number,
  set: Parameters<typeof updateImport>[2],
): Promise<void> {
  await underPublishLock(session, async () => {
    await expectBasis(session, basis);
    await updateImport(txOf(session), claimed, { ...set, finishedAt: new Date() });
  });
}

/** Where a person is asked: a dry run, and whatever nobody has agreed to. */
function waitsFor(
  { dryRun, decision }: ClaimedImport,
  { reasons }: Proposal,
): 'checked' | 'held' | undefined {
  if (dryRun && decision === null) return 'checked';
  return reasons.every((reason) => covers(decision?.approved ?? [], reason)) ? undefined : 'held';
}

/** Step "publish", and what is done once readers see it. */
async function publish(
  run: ImportRun,
  context: StageContext,
  changes: ReadonlyMap<Entity, DiffCounts>,
  basis: number,
  corrections: WeighedCorrections,
  outcome: Parameters<typeof publishStage>[1]['outcome'],
  aside: boolean,
): Promise<void> {
  const { ctx, session, claimed, signal } = run;
  signal.throwIfAborted();
  run.tell('publish', 0, { done: 0, total: 0 });
  const all = [...changes.values()].reduce((sum, { c, u, r, d, m }) => sum + c + 2 * (u + r + d + m), 0);
  let written = 0;
  const publication = await publishStage(session, {
    context,
    counts: changes,
    ...{ attempt: claimed.attempt, basis, aside },
    onRows: (rows) => {
      written += rows;
      run.tell('publish', written / Math.max(all, 1), { done: written, total: all });
    },
    record: async (tx, publicationId) => {
      await settleWeighed(tx, corrections);
      await recordAction(ctx, tx, {
        ...{ action: 'import.published', entity: 'import', object: claimed.id },
        ...{
          publicationId,
          count: [...changes.values()].reduce((sum, { c, u, r, d }) => sum + c + u + r + d, 0),
        },
      });
    },
    outcome,
  });
  const facts = { importId: claimed.id, publicationId: publication.id, changes: all, ms: run.lap('publish') };
  ctx.log.info(facts, 'import published');
  await analyzeLive(session, changes);
  await dropStage(session, claimed.id);
}

function finished(rows: number): Progress {
  return { step: 'done', percent: 100, rowsDone: rows, rowsTotal: rows, secondsLeft: 0 };
}

function rejectedCounts(
  rows: Readonly<Record<string, number>>,
  rejected: Readonly<Record<string, number>>,
): Record<string, FileCounts> {
  const nothing = { created: 0, updated: 0, unchanged: 0, deleted: 0 };
  return Object.fromEntries(
    Object.entries(rows).map(([file, count]) => [
      file,
      { rows: count, ...nothing, rejected: rejected[file] ?? 0 },
    ]),
  );
}

/** What publishing does, or did: the same numbers. Deletions are rows of a delta file, and what a bulk file lacks. */
function publishedCounts(
  rows: Readonly<Record<string, number>>,
  unpublished: Readonly<Record<string, number>>,
  { files }: Proposal,
): Record<string, FileCounts> {
  return Object.fromEntries(
    Object.entries(files).map(([file, { added, changed, returning, leaving, unchanged }]) => [
      file,
      {
        rows: rows[file] ?? 0,
        created: added,
        updated: changed + returning,
        unchanged,
        deleted: leaving,
        rejected: unpublished[file] ?? 0,
      },
    ]),
  );
}

/** The error code that a failed import is recorded with. */
export function failureOf(error: unknown): string {
  return error instanceof RosterError ? error.code : 'internal';
}
