import type { BadRow } from '../../model/audit.ts';
import { daysBefore } from '../../model/calendar.ts';
import { dropPartitions, listPartitions } from '../../store/audit-partitions.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import type { Context } from '../context.ts';
import { writeDropDetail } from './drop-detail.ts';
import { recordAction } from './record-action.ts';
import { type VerifyInput, verifyAudit } from './verify-audit.ts';

/** The first day of the month before which nothing has to be kept: `2026-04-01`, in UTC. */
export function dropHorizon(now: Date, auditDays: number): string {
  return `${daysBefore(now, auditDays).toISOString().slice(0, 7)}-01`;
}

/** What became of the wish to drop. */
export type DropOutcome =
  | { readonly dropped: readonly string[]; readonly rows: number; readonly through: number }
  | { readonly bad: BadRow };

/**
 * Takes away the months before `before` (the first of a month, UTC), and puts a row into the chain that stands for
 * them: it says where they ended, so that the rest still verifies. Nothing is dropped from a chain that does not.
 * For the owner of the tables.
 */
export async function dropAudit(
  ctx: Pick<Context, 'store' | 'keys' | 'origin'>,
  before: string,
  against: VerifyInput = {},
): Promise<DropOutcome> {
  const { bad } = await verifyAudit(ctx, against);
  if (bad !== undefined) return { bad };
  try {
    return await ctx.store.db.transaction(async (tx) => {
      const names = (await listPartitions(tx))
        .filter((month) => month.begins < before)
        .map(({ name }) => name);
      if (names.length === 0) return { dropped: [], rows: 0, through: 0 };
      const { end, rows } = await dropPartitions(tx, names);
      if (end === undefined) return { dropped: names, rows: 0, through: 0 };
      const what = { action: 'audit.drop', entity: 'audit', object: before, count: rows } as const;
      await recordAction(ctx, tx, { ...what, detail: writeDropDetail(end) });
      return { dropped: names, rows, through: end.seq };
    });
  } catch (error) {
    throw asRosterError(error);
  }
}
