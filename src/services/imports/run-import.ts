import { RosterError } from '../../errors.ts';
import { dayInJapan } from '../../model/calendar.ts';
import { findEntityByFile } from '../../model/entities/index.ts';
import type { Entity } from '../../model/entity.ts';
import { deleteReport } from '../../store/causes.ts';
import { type DiffCounts, diffStage } from '../../store/diff.ts';
import { findFile } from '../../store/files.ts';
import {
  type ClaimedImport,
  type FileCounts,
  type IssueSummary,
  type Progress,
  updateImport,
} from '../../store/imports.ts';
import { leaveOut } from '../../store/leave-out.ts';
import { analyzeLive, publishStage } from '../../store/publish.ts';
import type { Session } from '../../store/session.ts';
import { dropStage } from '../../store/stage.ts';
import { countIssues, deleteIssues } from '../../store/stage-issues.ts';
import type { Context } from '../context.ts';
import { checkBundle } from './check-bundle.ts';
import { createReport } from './create-report.ts';
import { getKeptFile } from './kept-file.ts';
import { createProgressMeter, createProgressWriter } from './progress.ts';
import type { StageResult } from './stage-bundle.ts';
import { stageInThread } from './stage-thread.ts';

/** Resolves or throws before the next step when the hub is stopping. */
function checkpoint(signal: AbortSignal): void {
  signal.throwIfAborted();
}

/**
 * Takes one import from its stored upload to `published` or `rejected`. Every step begins from what the database
 * has, and nothing before the publishing transaction touches the roster: a run that ends anywhere is simply begun
 * again.
 */
export async function runImport(
  ctx: Context,
  session: Session,
  claimed: ClaimedImport,
  signal: AbortSignal,
): Promise<'published' | 'rejected'> {
  const { id: importId, attempt } = claimed;
  const { db } = ctx.store;
  const log = ctx.log.child({ importId, attempt });
  const meter = createProgressMeter(() => performance.now());
  const tell = createProgressWriter((progress) => updateImport(db, claimed, { progress }));

  const lap = createLaps();
  await dropStage(session, importId);
  await deleteIssues(session, importId);
  await deleteReport(session, importId);
  const file = claimed.fileId === null ? undefined : await findFile(db, claimed.fileId);
  if (file === undefined) throw new Error(`import ${importId} has no file`);

  const settings = { ...claimed.settings, today: dayInJapan(new Date()) };
  const input = {
    databaseUrl: ctx.store.url,
    importId,
    file: getKeptFile(ctx, file),
    fileName: file.name,
    mode: claimed.mode,
    settings,
  };
  const staged = await stageInThread(input, log, signal, ({ step, rowsDone, rowsTotal }) =>
    tell(meter.at(step, rowsDone / Math.max(rowsTotal, 1), rowsDone, rowsTotal), false),
  );
  lap('stage');
  if (staged.profile !== undefined) await updateImport(db, claimed, { profile: staged.profile });

  const rowsTotal = Object.values(staged.rows).reduce((sum, rows) => sum + rows, 0);
  const place = { importId, sourceId: claimed.sourceId, fileName: file.name, live: true };
  const context = await checkBundle(session, place, staged, settings, (share) => {
    checkpoint(signal);
    tell(meter.at('check', share, rowsTotal, rowsTotal), true);
  });

  let issues = await countIssues(session, importId);
  let ready = staged.staged && issues.errors === 0 ? context : undefined;
  lap('check');
  if (issues.errors > 0 && settings.onError === 'skip' && staged.staged && !staged.isCut) {
    checkpoint(signal);
    // Schools are counted while the rows are still there.
    const { bySchool } = await createReport(session, context, staged.rows, issues);
    ready = await leaveOut(session, context);
    issues = await countIssues(session, importId);
    await deleteReport(session, importId);
    const report = { ...(await createReport(session, context, staged.rows, issues)), bySchool };
    await updateImport(db, claimed, { report });
    lap('leave out');
  } else if (issues.errors + issues.warnings > 0) {
    const report = await createReport(session, context, staged.rows, issues);
    await updateImport(db, claimed, { report });
    lap('report');
  }
  const summary: IssueSummary = { errors: issues.errors, warnings: issues.warnings, byCode: issues.byCode };
  if (ready === undefined) {
    await updateImport(db, claimed, {
      state: 'rejected',
      counts: rejectedCounts(staged.rows, issues.rejectedRows),
      issueCounts: summary,
      progress: finished(rowsTotal),
      finishedAt: new Date(),
    });
    await dropStage(session, importId);
    log.info({ errors: issues.errors, ms: lap('reject') }, 'import rejected');
    return 'rejected';
  }

  checkpoint(signal);
  tell(meter.at('diff', 0, rowsTotal, rowsTotal), true);
  const counts = await diffStage(session, ready);
  lap('diff');
  checkpoint(signal);
  tell(meter.at('publish', 0, rowsTotal, rowsTotal), true);
  const changes = [...counts.values()].reduce((sum, { c, u, d, m }) => sum + c + 2 * (u + d + m), 0);
  let changed = 0;
  const publication = await publishStage(session, {
    context: ready,
    counts,
    attempt,
    onRows: (rows) => {
      changed += rows;
      tell(meter.at('publish', changed / Math.max(changes, 1), rowsTotal, rowsTotal), true);
    },
    outcome: {
      counts: publishedCounts(staged, issues.rejectedRows, counts),
      issueCounts: summary,
      progress: finished(rowsTotal),
    },
  });
  log.info({ publicationId: publication.id, changes, ms: lap('publish') }, 'import published');
  await analyzeLive(session, counts);
  await dropStage(session, importId);
  return 'published';
}

/** Milliseconds by step, for the log. */
function createLaps(): (step: string) => Readonly<Record<string, number>> {
  const laps: Record<string, number> = {};
  let began = performance.now();
  return (step) => {
    const now = performance.now();
    laps[step] = Math.round(now - began);
    began = now;
    return laps;
  };
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

function publishedCounts(
  { rows, deltas }: StageResult,
  rejectedRows: Readonly<Record<string, number>>,
  counts: ReadonlyMap<Entity, DiffCounts>,
): Record<string, FileCounts> {
  return Object.fromEntries(
    Object.entries(rows).map(([file, count]) => {
      const entity = findEntityByFile(file);
      const { c, u, d } = (entity && counts.get(entity)) ?? { c: 0, u: 0, d: 0 };
      const rejected = rejectedRows[file] ?? 0;
      // Deletions are rows of a delta file, and what a bulk file does not have.
      const unchanged = count - rejected - c - u - (deltas.includes(file) ? d : 0);
      return [file, { rows: count, created: c, updated: u, unchanged, deleted: d, rejected }];
    }),
  );
}

/** The error code that a failed import is recorded with. */
export function failureOf(error: unknown): string {
  return error instanceof RosterError ? error.code : 'internal';
}
