import { RosterError } from '../../errors.ts';
import { guidPattern } from '../../model/bundle-files.ts';
import { publishAmendment } from '../../store/amendment.ts';
import { removeExportFiles } from '../../store/exports.ts';
import type { FileCounts } from '../../store/imports.ts';
import { interruptExports } from '../../store/interrupt-exports.ts';
import { liftRows } from '../../store/lift-rows.ts';
import { findPerson } from '../../store/persons.ts';
import { restrictRows } from '../../store/restrict-rows.ts';
import {
  countRestrictions,
  deleteRestriction,
  findRestriction,
  insertRestriction,
  listRestricted,
  listRestrictions,
  type RestrictionRecord,
} from '../../store/restrictions.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { forgetPreviews } from '../../store/waiting-previews.ts';
import { type AuditedAction, recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';
import type { PersonContext, PersonInput } from './erase-person.ts';
import { findErasureOf } from './person-subject.ts';
import { readReason } from './read-reason.ts';

/** What the audit says of it: whom, under the person's own salt. */
function audited(
  action: 'person.restrict' | 'person.lift',
  sourcedId: string,
  publicationId: number,
  files: Readonly<Record<string, FileCounts>>,
): AuditedAction {
  return {
    ...{ action, entity: 'restriction', publicationId, named: [{ entity: 'users', sourcedId }] },
    count: Object.values(files).reduce((sum, { deleted, updated }) => sum + deleted + updated, 0),
  };
}

/**
 * Hides a person from all readers at once, in one publication: readers of deltas see `tobedeleted`. What later files
 * say of the person is set aside, until a lift. Throws `unknown_object`, `person_erased`, `person_restricted`,
 * `invalid_parameter`.
 */
export async function restrictPerson(ctx: PersonContext, input: PersonInput): Promise<RestrictionRecord> {
  const reason = readReason(input.reason);
  const { sourcedId } = input;
  if (!guidPattern.test(sourcedId)) throw new RosterError('unknown_object');
  const by = ctx.origin.actor.id;
  try {
    await ctx.store.sessions.use((session) =>
      publishAmendment(session, {
        ...{ kind: 'restriction', by },
        async work(tx, publicationId) {
          if ((await findErasureOf(ctx, tx, sourcedId)) !== undefined) throw new RosterError('person_erased');
          if ((await findRestriction(tx, sourcedId)) !== undefined)
            throw new RosterError('person_restricted');
          const person = await findPerson(session, sourcedId);
          if (person === undefined) throw new RosterError('unknown_object');
          const files = await restrictRows(session, sourcedId, publicationId);
          await insertRestriction(tx, {
            ...{ sourcedId, publicationId, reason },
            ...{ sourceId: person.sourceId, restrictedBy: by },
          });
          await forgetPreviews(session, sourcedId);
          // They can be made again, without the person.
          await interruptExports(session);
          await removeExportFiles(tx, new Date());
          return files;
        },
        record: (tx, publicationId, files) =>
          recordAction(ctx, tx, audited('person.restrict', sourcedId, publicationId, files)),
      }),
    );
    const restricted = await findRestriction(ctx.store.db, sourcedId);
    if (restricted === undefined) throw new RosterError('unknown_object');
    return restricted;
  } catch (error) {
    throw asRosterError(error);
  }
}

/**
 * Shows a person again, as the last files say; whoever is in none of them any more does not come back. Throws
 * `unknown_object`, `person_not_restricted`, `invalid_parameter`.
 *
 * @returns what was lifted.
 */
export async function liftRestriction(ctx: PersonContext, input: PersonInput): Promise<RestrictionRecord> {
  readReason(input.reason);
  const { sourcedId } = input;
  const { store, origin } = ctx;
  if (!guidPattern.test(sourcedId)) throw new RosterError('unknown_object');
  let lifted: RestrictionRecord | undefined;
  try {
    await store.sessions.use((session) =>
      publishAmendment(session, {
        ...{ kind: 'lift', by: origin.actor.id },
        async work(tx, publicationId) {
          lifted = await findRestriction(tx, sourcedId);
          if (lifted === undefined || !(await deleteRestriction(tx, sourcedId))) {
            const known = (await findPerson(session, sourcedId)) !== undefined;
            throw new RosterError(known ? 'person_not_restricted' : 'unknown_object');
          }
          const others = await listRestricted(session);
          return liftRows(session, sourcedId, publicationId, others);
        },
        record: (tx, publicationId, files) =>
          recordAction(ctx, tx, audited('person.lift', sourcedId, publicationId, files)),
      }),
    );
  } catch (error) {
    throw asRosterError(error);
  }
  if (lifted === undefined) throw new Error('a lift without a restriction');
  return lifted;
}

/** Newest first. */
export async function getRestrictions(
  { store }: Pick<Context, 'store'>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly restrictions: readonly RestrictionRecord[]; readonly total: number }> {
  const [restrictions, total] = await Promise.all([
    listRestrictions(store.db, limit, offset),
    countRestrictions(store.db),
  ]);
  return { restrictions, total };
}
