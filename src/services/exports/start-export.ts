import { randomUUID } from 'node:crypto';
import type { ExportOptions } from '../../model/export-options.ts';
import { insertExport } from '../../store/exports.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';

/** Queues an export whose file is fetched later. `requestedBy` is the id of the client. */
export async function startExport(
  ctx: Context,
  options: ExportOptions,
  requestedBy: string,
): Promise<{ readonly id: string }> {
  const id = randomUUID();
  try {
    await ctx.store.uploads.transaction(async (tx) => {
      await insertExport(tx, { id, options, requestedBy });
      await ctx.enqueueExport(tx, id);
      await recordAction(ctx, tx, {
        ...{ action: 'export.start', entity: 'export', object: id, status: 202 },
        publicationId: options.publication,
      });
    });
  } catch (error) {
    throw asRosterError(error);
  }
  return { id };
}
