import { randomUUID } from 'node:crypto';
import { RosterError } from '../../errors.ts';
import { guidPattern } from '../../model/bundle-files.ts';
import { correctableFields } from '../../model/correction.ts';
import type { Column, Entity } from '../../model/entity.ts';
import { headerOf } from '../../model/entity.ts';
import { findProfile } from '../../model/profiles/index.ts';
import { japan } from '../../model/profiles/japan.ts';
import { createRulebook, type Rulebook } from '../../model/rules/rulebook.ts';
import { amendRow, findLiveRow } from '../../store/amend-row.ts';
import { publishAmendment } from '../../store/amendment.ts';
import type { Tx } from '../../store/client.ts';
import {
  type Correction,
  insertCorrections,
  listCorrectionsOf,
  type NewCorrection,
} from '../../store/corrections.ts';
import type { FileCounts } from '../../store/imports.ts';
import { findJudgement } from '../../store/source-rulebook.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';
import { type CorrectionNote, judgeCorrection } from './judge-correction.ts';
import { readReason } from './read-reason.ts';

/** What is to be corrected of a person, and why. */
export interface CorrectionInput {
  readonly sourcedId: string;
  /** CSV cells by CSV header; a blank one takes the value away. */
  readonly fields: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** What was corrected. */
export interface CorrectedPerson {
  readonly publication: { readonly id: number; readonly publishedAt: Date };
  readonly corrections: readonly Correction[];
  /** What the profile has to say of the values, which are published all the same. */
  readonly warnings: readonly CorrectionNote[];
}

type CorrectContext = Pick<Context, 'store' | 'keys' | 'origin' | 'today'>;

function wrong(name: string, expectedJa: string, expected: string): RosterError {
  return new RosterError('invalid_parameter', { name, expectedJa, expected });
}

/** Given values by the entity that they belong to. Throws `invalid_parameter` for a field that cannot be corrected. */
function byEntity(fields: CorrectionInput['fields']): ReadonlyMap<Entity, ReadonlyMap<Column, string>> {
  const known = [...correctableFields.keys()].join(', ');
  const unknown = () => wrong('fields', `使える項目: ${known}`, `one or more of ${known}`);
  const sorted = new Map<Entity, Map<Column, string>>();
  for (const [header, value] of Object.entries(fields)) {
    const found = correctableFields.get(header);
    if (found === undefined) throw unknown();
    const given = sorted.get(found.entity) ?? new Map<Column, string>();
    sorted.set(found.entity, given.set(found.column, value));
  }
  if (sorted.size === 0) throw unknown();
  return sorted;
}

/** As files of the record's source are judged, and strictly: a hand that corrects does not rely on repairs. */
async function rulebookOf(ctx: CorrectContext, tx: Tx, sourceId: number): Promise<Rulebook> {
  const found = await findJudgement(tx, sourceId);
  if (found === undefined) throw new Error(`source ${sourceId} is missing`);
  const profile = findProfile(found.profile ?? '') ?? japan;
  return createRulebook(profile, { ...found.settings, strictness: 'strict', today: ctx.today() });
}

function refuse(errors: readonly CorrectionNote[]): RosterError {
  const say = (language: 'ja' | 'en') =>
    errors
      .map(({ field, message, expected }) => `${field}: ${message[language]} ${expected[language]}`)
      .join(' ');
  return new RosterError('correction_refused', { problemsJa: say('ja'), problems: say('en') });
}

const updated: FileCounts = { rows: 1, created: 0, updated: 1, unchanged: 0, deleted: 0, rejected: 0 };

interface Worked {
  readonly files: Record<string, FileCounts>;
  readonly made: NewCorrection[];
  readonly warnings: CorrectionNote[];
}

/**
 * Corrects values of a person who is in the roster, in a publication of their own; what they were goes to the history.
 * The source goes on to own its data: its next file may put the old values back, which its preview says. Throws
 * `unknown_object`, `invalid_parameter`, `correction_refused`, `correction_unchanged`.
 */
export async function correctPerson(ctx: CorrectContext, input: CorrectionInput): Promise<CorrectedPerson> {
  const { sourcedId } = input;
  const reason = readReason(input.reason);
  const sorted = byEntity(input.fields);
  if (!guidPattern.test(sourcedId)) throw new RosterError('unknown_object');
  const by = ctx.origin.actor.id;
  const worked: Worked = { files: {}, made: [], warnings: [] };

  async function work(tx: Tx, publicationId: number): Promise<Worked['files']> {
    const errors: CorrectionNote[] = [];
    for (const [entity, given] of sorted) {
      const row = await findLiveRow(tx, entity, sourcedId);
      if (row === undefined) throw new RosterError('unknown_object');
      const rulebook = await rulebookOf(ctx, tx, row.sourceId);
      const { headers } = rulebook.profile;
      for (const column of given.keys()) {
        if (headerOf(column, headers) !== undefined) continue;
        const { ja, en } = rulebook.profile.title;
        throw wrong('fields', `${ja}にない項目: ${column.header}`, `${column.header} is no field of ${en}`);
      }
      const judged = judgeCorrection(entity, sourcedId, row.values, given, rulebook);
      errors.push(...judged.errors);
      worked.warnings.push(...judged.warnings);
      if (judged.errors.length > 0 || judged.changed.size === 0) continue;
      await amendRow(tx, entity, sourcedId, publicationId, judged.set);
      worked.files[entity.csvFile] = updated;
      for (const [field, value] of judged.changed) {
        const who = { person: sourcedId, entity: entity.name, madeBy: by ?? '' };
        worked.made.push({ ...who, id: randomUUID(), field, value, reason, publicationId });
      }
    }
    if (errors.length > 0) throw refuse(errors);
    if (worked.made.length === 0) throw new RosterError('correction_unchanged');
    await insertCorrections(tx, worked.made);
    return worked.files;
  }

  try {
    const publication = await ctx.store.sessions.use((session) =>
      publishAmendment(session, {
        ...{ kind: 'correction', by, work },
        record: (tx, publicationId) =>
          recordAction(ctx, tx, {
            ...{ action: 'person.correct', entity: 'users', publicationId, count: worked.made.length },
            named: [{ entity: 'users', sourcedId }],
            // Names of fields, never values.
            detail: JSON.stringify({ fields: worked.made.map(({ field }) => field) }),
          }),
      }),
    );
    const all = await listCorrectionsOf(ctx.store.db, sourcedId);
    const corrections = all.filter(({ publicationId }) => publicationId === publication.id);
    return { publication, corrections, warnings: worked.warnings };
  } catch (error) {
    throw asRosterError(error);
  }
}
