import type { Entity } from '../../model/entity.ts';
import { type HoldReason, holdReasons, type Proposal } from '../../model/proposal.ts';
import { measureChanges } from '../../store/change-figures.ts';
import type { StageContext } from '../../store/checks.ts';
import type { DiffCounts } from '../../store/diff.ts';
import { countLaterPublications, hasPublished } from '../../store/publications.ts';
import type { ImportRun } from './import-run.ts';
import { erasedReason, type Withheld } from './withhold-persons.ts';

const schoolsMax = 500;

/** Says what publishing would do, and why a person has to be asked. The first import of a source is only for erased people. */
export async function propose(
  run: ImportRun,
  context: StageContext,
  changes: ReadonlyMap<Entity, DiffCounts>,
  withheld: Withheld | undefined,
): Promise<Proposal> {
  const { session, claimed } = run;
  const isFirst = !(await hasPublished(session, claimed.sourceId));
  // Nobody looks at the schools of a first import that is published at once, and all of its records are new.
  const withSchools = !isFirst || claimed.dryRun;
  const { basis, files, schools } = await measureChanges(session, context, changes, withSchools);
  const reasons = isFirst ? [] : holdReasons(files, schools, claimed.settings.thresholds);
  if (claimed.undoOf !== null) reasons.push(...(await laterReasons(claimed.undoOf, context, session)));
  if (withheld !== undefined) reasons.push(...(await erasedReason(run, withheld)));
  const most = schools.toSorted((one, other) => sizeOf(other) - sizeOf(one)).slice(0, schoolsMax);
  return { basis, files, schools: most, reasons };
}

function sizeOf({ arriving, departing, changed }: Proposal['schools'][number]): number {
  return arriving + departing + changed;
}

/** Undoing what is not the source's last publication undoes those after it too. */
async function laterReasons(
  undoOf: number,
  { sourceId }: StageContext,
  session: ImportRun['session'],
): Promise<HoldReason[]> {
  const count = await countLaterPublications(session, sourceId, undoOf);
  return count === 0 ? [] : [{ kind: 'later', file: '', school: null, count, of: count, limit: null }];
}
