import { randomUUID } from 'node:crypto';
import { RosterError } from '../../errors.ts';
import { guidPattern } from '../../model/bundle-files.ts';
import { publishAmendment } from '../../store/amendment.ts';
import { findSubjectHash, forgetSubject } from '../../store/audit-subjects.ts';
import { deleteCorrections } from '../../store/corrections.ts';
import { eraseRows } from '../../store/erase-rows.ts';
import { planSearches } from '../../store/erasure-searches.ts';
import { type ErasureRecord, findErasure, insertErasure } from '../../store/erasures.ts';
import { interruptExports } from '../../store/interrupt-exports.ts';
import { findPerson } from '../../store/persons.ts';
import { listRecipients } from '../../store/recipients.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { forgetPreviews } from '../../store/waiting-previews.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';
import { findErasureOf, subjectOf } from './person-subject.ts';
import { readReason } from './read-reason.ts';

/** What acts on people need. */
export type PersonContext = Pick<Context, 'store' | 'keys' | 'origin'>;

/** Somebody, and why something is done. */
export interface PersonInput {
  readonly sourcedId: string;
  readonly reason: string;
}

/**
 * Erases a person: from the roster and its history, from the audit, from what waits to be published, in one publication;
 * kept files and reports are searched afterwards (`searchErased`). Readers of deltas see `tobedeleted`. Files cannot
 * bring the person back until the erasure is released. Throws `unknown_object`, `person_erased`, `invalid_parameter`.
 */
export async function erasePerson(ctx: PersonContext, input: PersonInput): Promise<ErasureRecord> {
  const reason = readReason(input.reason);
  const { sourcedId } = input;
  const { db, sessions } = ctx.store;
  if (!guidPattern.test(sourcedId)) throw new RosterError('unknown_object');
  const id = randomUUID();
  const by = ctx.origin.actor.id;
  try {
    await sessions.use((session) =>
      publishAmendment(session, {
        ...{ kind: 'erasure', by },
        async work(tx, publicationId) {
          if ((await findErasureOf(ctx, tx, sourcedId)) !== undefined) throw new RosterError('person_erased');
          const person = await findPerson(session, sourcedId);
          if (person === undefined) throw new RosterError('unknown_object');
          // Before the person is untied from the audit.
          const recipients = await listRecipients(session, await findSubjectHash(tx, sourcedId));
          const { counts, files } = await eraseRows(session, sourcedId, publicationId);
          await forgetPreviews(session, sourcedId);
          await deleteCorrections(tx, sourcedId);
          await forgetSubject(tx, sourcedId);
          await insertErasure(tx, {
            ...{ id, sourcedId, publicationId, reason, recipients },
            ...{ subject: subjectOf(ctx, sourcedId), sourceId: person.sourceId, erasedBy: by },
            counts: { ...counts, uploads: 0, exports: 0 },
          });
          await interruptExports(session);
          await planSearches(session, id);
          return files;
        },
        record: (tx, publicationId, files) =>
          recordAction(ctx, tx, {
            ...{ action: 'person.erase', entity: 'erasure', object: id, publicationId, status: 202 },
            count: Object.values(files).reduce((sum, { deleted, updated }) => sum + deleted + updated, 0),
          }),
      }),
    );
  } catch (error) {
    throw asRosterError(error);
  }
  const erased = await findErasure(db, id);
  if (erased === undefined) throw new Error(`erasure ${id} is missing`);
  return erased;
}
