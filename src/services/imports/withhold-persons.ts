import { issue } from '../../model/issue.ts';
import type { HoldReason } from '../../model/proposal.ts';
import type { Rulebook } from '../../model/rules/rulebook.ts';
import { findLastApproved } from '../../store/approved-reasons.ts';
import { renewSubject } from '../../store/erasures.ts';
import { listRestricted } from '../../store/restrictions.ts';
import { insertIssues } from '../../store/stage-issues.ts';
import { putAside, readStagedPeople, type StagedFiles, takeOutPeople } from '../../store/withhold.ts';
import { createKnower, subjectOf } from '../persons/person-subject.ts';
import type { ImportRun } from './import-run.ts';

/** People whom a file has and who are not published. */
export interface Withheld {
  /** Ids of the erasures of those who came back, in order. */
  readonly erasures: readonly string[];
  /** Where they are, by CSV file. */
  readonly places: NonNullable<HoldReason['places']>;
  /** Whether somebody is restricted: what files say of them is set aside. */
  readonly aside: boolean;
}

/** Told in a hold; the report has them all. */
const linesMax = 20;

/**
 * Takes people who were erased, and those who are restricted, out of what was staged, before anything is checked: the
 * rest is judged and published like a file that does not have them. What is said of the erased are numbers of lines.
 */
export async function withholdPersons(
  { ctx, session, claimed }: ImportRun,
  files: StagedFiles & { readonly rulebook: Rulebook },
): Promise<Withheld> {
  const { id: importId } = claimed;
  const restricted = await listRestricted(session);
  const erased = await findErased(ctx, session, files);
  const places: { file: string; lines: number[]; count: number }[] = [];
  for (const entity of files.staged) {
    if (erased.size > 0) {
      const { rows, names } = await takeOutPeople(session, importId, entity, [...erased.keys()]);
      const told = (fault: 'person_erased' | 'name_erased') => (line: number) =>
        files.rulebook.judge(issue(fault, { file: entity.csvFile, line, column: 'sourcedId' })) ?? [];
      await insertIssues(session, importId, [
        ...rows.flatMap(told('person_erased')),
        ...names.flatMap(told('name_erased')),
      ]);
      const lines = [...rows, ...names].sort((one, other) => one - other);
      if (lines.length > 0) {
        places.push({ file: entity.csvFile, lines: lines.slice(0, linesMax), count: lines.length });
      }
    }
    if (restricted.length > 0) await putAside(session, importId, entity, restricted);
  }
  // Of those whom it only deletes nobody comes back.
  const erasures = places.length === 0 ? [] : [...new Set(erased.values())].sort();
  return { erasures, places, aside: restricted.length > 0 };
}

/** sourcedIds in the stage of people who were erased, with their erasures. */
async function findErased(
  ctx: ImportRun['ctx'],
  session: ImportRun['session'],
  files: StagedFiles,
): Promise<ReadonlyMap<string, string>> {
  const knower = await createKnower(ctx, ctx.store.db);
  const found = new Map<string, string>();
  if (knower.isEmpty) return found;
  for await (const ids of readStagedPeople(session, files)) {
    for (const id of ids) {
      const known = knower.know(id);
      if (known === undefined) continue;
      found.set(id, known.erasure);
      if (known.isOld) await renewSubject(ctx.store.db, known.erasure, subjectOf(ctx, id));
    }
  }
  return found;
}

/** Why a person is asked about those who came back; nobody is about those who were approved last time. */
export async function erasedReason(
  { session, claimed }: ImportRun,
  { erasures, places }: Withheld,
): Promise<HoldReason[]> {
  if (erasures.length === 0) return [];
  const approved = await findLastApproved(session, claimed.sourceId, 'erased');
  if (erasures.every((id) => approved?.erasures?.includes(id))) return [];
  const count = erasures.length;
  return [{ kind: 'erased', file: '', school: null, count, of: count, limit: null, erasures, places }];
}
