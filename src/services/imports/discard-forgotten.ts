import { daysBefore } from '../../model/calendar.ts';
import type { Decision } from '../../model/decision.ts';
import { waitDays } from '../../model/retention.ts';
import { decideImport, listWaiting } from '../../store/import-queue.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';

/** How many were discarded, by the state in which they waited. */
type Discarded = Record<keyof typeof waitDays, number>;

/** Discards imports that nobody has decided on in time. Their staging tables go when the queue is looked at next. */
export async function discardForgotten(ctx: Context, now: Date): Promise<Discarded> {
  const discarded: Discarded = { checked: 0, held: 0 };
  for (const state of ['checked', 'held'] as const) {
    const horizon = daysBefore(now, waitDays[state]);
    for (const id of await listWaiting(ctx.store.db, state, horizon)) {
      const reason = `${waitDays[state]} 日のあいだ決まらなかったため / nobody decided for ${waitDays[state]} days`;
      const decision: Decision = {
        kind: 'discard',
        by: 'expired',
        at: now.toISOString(),
        reason,
        approved: [],
      };
      await ctx.store.uploads.transaction(async (tx) => {
        if (!(await decideImport(tx, id, [state], 'discarded', decision))) return;
        await ctx.enqueueImport(tx, id);
        await recordAction(ctx, tx, { action: 'import.discard', entity: 'import', object: id });
        discarded[state] += 1;
      });
    }
  }
  ctx.log.info(discarded, 'forgotten imports discarded');
  return discarded;
}
