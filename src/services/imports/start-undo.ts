import { randomUUID } from 'node:crypto';
import { RosterError } from '../../errors.ts';
import { amendmentTexts } from '../../model/amendment.ts';
import { insertImport } from '../../store/imports.ts';
import { findOrigin, isKept } from '../../store/publications.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';

/** What is to be undone, and how. */
export interface UndoInput {
  readonly publicationId: number;
  /** Id of the client. */
  readonly by: string;
  /** Ends as `checked`, for a person to look at. */
  readonly dryRun: boolean;
}

/**
 * Queues the undoing of a publication: its source's records become again what they were before it, in a publication
 * of its own. Throws `unknown_object`, `not_undoable` for what no import made, and `publication_gone` when those records
 * are no longer kept.
 */
export async function startUndo(
  ctx: Context,
  { publicationId, by, dryRun }: UndoInput,
): Promise<{ id: string }> {
  const id = randomUUID();
  try {
    await ctx.store.uploads.transaction(async (tx) => {
      const origin = await findOrigin(tx, publicationId);
      if (origin === undefined) throw new RosterError('unknown_object');
      const { sourceId, amendment } = origin;
      if (amendment !== null) {
        const { ja, en } = amendmentTexts[amendment];
        throw new RosterError('not_undoable', { what: en, whatJa: ja });
      }
      if (sourceId === null) throw new Error(`the import of publication ${publicationId} is missing`);
      const before = publicationId - 1;
      if (before > 0 && !(await isKept(tx, before))) throw new RosterError('publication_gone');
      const undoOf = publicationId;
      await insertImport(tx, { id, sourceId, fileId: null, settings: {}, receivedBy: by, dryRun, undoOf });
      await ctx.enqueueImport(tx, id);
      await recordAction(ctx, tx, {
        ...{ action: 'publication.undo', entity: 'publication', object: String(publicationId), status: 202 },
        detail: JSON.stringify({ importId: id, dryRun }),
      });
    });
  } catch (error) {
    throw asRosterError(error);
  }
  return { id };
}
