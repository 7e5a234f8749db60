import { RosterError } from '../../errors.ts';
import { entityList } from '../../model/entities/index.ts';
import { japan } from '../../model/profiles/japan.ts';
import { createRulebook } from '../../model/rules/rulebook.ts';
import { checkReferences, type StageContext } from '../../store/checks.ts';
import { updateImport } from '../../store/import-queue.ts';
import { isKept } from '../../store/publications.ts';
import { countIssues } from '../../store/stage-issues.ts';
import { stageHistory } from '../../store/undo-stage.ts';
import { createReport } from './create-report.ts';
import type { ImportRun } from './import-run.ts';
import type { Prepared } from './prepare-upload.ts';

/**
 * Stages what the source's records were before a publication. They were right by the rules of their time, so only
 * what hangs together is looked at: records of other sources that they name may have gone, and some of them may
 * belong to another source now. Fails with `publication_gone` when their versions are no longer kept.
 */
export async function prepareUndo(run: ImportRun, undoOf: number): Promise<Prepared> {
  const { ctx, session, claimed } = run;
  const { id: importId, sourceId } = claimed;
  const before = undoOf - 1;
  const rows = await stageHistory(session, importId, sourceId, before);
  // Asked afterwards: history that goes while it is read is not mistaken for a smaller roster.
  if (before > 0 && !(await isKept(ctx.store.db, before))) throw new RosterError('publication_gone');
  run.lap('stage');
  const context: StageContext = {
    ...{ importId, sourceId, fileName: '' },
    staged: new Set(entityList),
    deltas: new Set(),
    live: true,
    rulebook: createRulebook(japan, claimed.settings),
  };
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  for (const [index, entity] of entityList.entries()) {
    run.signal.throwIfAborted();
    run.tell('check', index / entityList.length, { done: total, total }, index === 0);
    await checkReferences(session, context, entity);
  }
  const found = await countIssues(session, importId);
  if (found.errors + found.warnings > 0) {
    const report = await createReport(session, context, rows, found);
    await updateImport(ctx.store.db, claimed, { report });
  }
  run.lap('check');
  const { errors, warnings, byCode, rejectedRows } = found;
  const issues = { errors, warnings, byCode };
  return { context: errors === 0 ? context : undefined, rows, rejectedRows, issues };
}
