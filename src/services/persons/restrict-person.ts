import { randomUUID } from 'node:crypto';
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
  endRestriction,
  findRestriction,
  insertRestriction,
  isRestricted,
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
  object: string,
  { sourcedId }: PersonInput,
  files: Readonly<Record<string, FileCounts>>,
): AuditedAction {
  return {
    ...{ action, entity: 'restriction', object, named: [{ entity: 'users', sourcedId }] },
    count: Object.values(files).reduce((sum, { deleted, updated }) => sum + deleted + updated, 0),
  };
}

async function getRestriction({ store }: PersonContext, id: string): Promise<RestrictionRecord> {
  const found = await findRestriction(store.db, id);
  // Erased in this moment.
  if (found === undefined) throw new RosterError('person_erased');
  return found;
}

/** Files of exports show the person as well. */
const allFiles = new Date('9999-12-31T00:00:00Z');

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
  const id = randomUUID();
  try {
    await ctx.store.sessions.use((session) =>
      publishAmendment(session, {
        ...{ kind: 'restriction', by },
        async work(tx, publicationId) {
          if ((await findErasureOf(ctx, tx, sourcedId)) !== undefined) throw new RosterError('person_erased');
          if (await isRestricted(tx, sourcedId)) throw new RosterError('person_restricted');
          const person = await findPerson(session, sourcedId);
          if (person === undefined) throw new RosterError('unknown_object');
          const files = await restrictRows(session, sourcedId, publicationId);
          await insertRestriction(tx, {
            ...{ id, sourcedId, publicationId, reason },
            ...{ sourceId: person.sourceId, restrictedBy: by },
          });
          await forgetPreviews(session, sourcedId);
          // They can be made again, without the person.
          await interruptExports(session);
          await removeExportFiles(tx, allFiles);
          return files;
        },
        record: (tx, publicationId, files) =>
          recordAction(ctx, tx, { ...audited('person.restrict', id, input, files), publicationId }),
      }),
    );
    return await getRestriction(ctx, id);
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
  const reason = readReason(input.reason);
  const { sourcedId } = input;
  if (!guidPattern.test(sourcedId)) throw new RosterError('unknown_object');
  const by = ctx.origin.actor.id;
  let lifted = '';
  try {
    await ctx.store.sessions.use((session) =>
      publishAmendment(session, {
        ...{ kind: 'lift', by },
        async work(tx, publicationId) {
          const id = await endRestriction(tx, sourcedId, by, reason);
          if (id === undefined) {
            const known = (await findPerson(session, sourcedId)) !== undefined;
            throw new RosterError(known ? 'person_not_restricted' : 'unknown_object');
          }
          lifted = id;
          return liftRows(session, sourcedId, publicationId, await listRestricted(session));
        },
        record: (tx, publicationId, files) =>
          recordAction(ctx, tx, { ...audited('person.lift', lifted, input, files), publicationId }),
      }),
    );
    return await getRestriction(ctx, lifted);
  } catch (error) {
    throw asRosterError(error);
  }
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
