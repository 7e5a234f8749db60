import { deleteReport } from '../../store/causes.ts';
import type { StageContext } from '../../store/checks.ts';
import { findFile } from '../../store/files.ts';
import { updateImport } from '../../store/import-queue.ts';
import type { IssueSummary } from '../../store/imports.ts';
import { leaveOut } from '../../store/leave-out.ts';
import { countIssues } from '../../store/stage-issues.ts';
import { getKeptFile } from '../files/kept-file.ts';
import { checkBundle } from './check-bundle.ts';
import { createReport } from './create-report.ts';
import type { ImportRun } from './import-run.ts';
import { type Withheld, withholdPersons } from './withhold-persons.ts';

/** A bundle that was read and judged. */
export interface Prepared {
  /** What is staged and can be published; undefined when it is rejected. */
  readonly context: StageContext | undefined;
  /** Data rows read, by CSV file. */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows with errors, by CSV file. */
  readonly rejectedRows: Readonly<Record<string, number>>;
  readonly issues: IssueSummary;
  /** People whom the file has and who are not published; undefined where nobody was looked for. */
  readonly withheld?: Withheld | undefined;
}

/** Steps "inspect", "stage", "check" and, where the source wants it, "leave out". Writes the report of what it found. */
export async function prepareUpload(run: ImportRun): Promise<Prepared> {
  const { ctx, session, claimed, signal } = run;
  const { id: importId, sourceId } = claimed;
  const { db } = ctx.store;
  const file = claimed.fileId === null ? undefined : await findFile(db, claimed.fileId);
  if (file === undefined) throw new Error(`import ${importId} has no file`);
  const settings = { ...claimed.settings, today: ctx.today() };
  const input = {
    importId,
    file: getKeptFile(ctx, file),
    fileName: file.name,
    mode: claimed.mode,
    settings,
  };
  const staged = await ctx.staging.stage(input, ctx.log, signal, ({ step, rowsDone, rowsTotal }) =>
    run.tell(step, rowsDone / Math.max(rowsTotal, 1), { done: rowsDone, total: rowsTotal }, false),
  );
  run.lap('stage');
  if (staged.profile !== undefined) await updateImport(db, claimed, { profile: staged.profile });

  const total = Object.values(staged.rows).reduce((sum, rows) => sum + rows, 0);
  const place = { importId, sourceId, fileName: file.name, live: true };
  let withheld: Withheld | undefined;
  const context = await checkBundle(session, place, staged, settings, {
    before: async (files) => {
      withheld = await withholdPersons(run, files);
    },
    onFile: (share) => {
      signal.throwIfAborted();
      run.tell('check', share, { done: total, total }, share === 0);
    },
  });

  let issues = await countIssues(session, importId);
  let ready = staged.staged && issues.errors === 0 ? context : undefined;
  run.lap('check');
  if (issues.errors > 0 && settings.onError === 'skip' && staged.staged && !staged.isCut) {
    signal.throwIfAborted();
    // Schools are counted while the rows are still there.
    const { bySchool } = await createReport(session, context, staged.rows, issues);
    ready = await leaveOut(session, context);
    issues = await countIssues(session, importId);
    await deleteReport(session, importId);
    const report = { ...(await createReport(session, context, staged.rows, issues)), bySchool };
    await updateImport(db, claimed, { report });
    run.lap('leave out');
  } else if (issues.errors + issues.warnings > 0) {
    const report = await createReport(session, context, staged.rows, issues);
    await updateImport(db, claimed, { report });
    run.lap('report');
  }
  const { errors, warnings, byCode, rejectedRows } = issues;
  return { context: ready, rows: staged.rows, rejectedRows, issues: { errors, warnings, byCode }, withheld };
}
