import { daysBefore } from '../../model/calendar.ts';
import { expireCorrections } from '../../store/corrections.ts';
import { listReportsBefore, removeReport } from '../../store/retention.ts';
import { withSession } from '../../store/session.ts';
import type { Context } from '../context.ts';
import { noteRuns } from './note-run.ts';

type ExpireContext = Pick<Context, 'store' | 'log' | 'reportDays' | 'tombstoneDays'>;

/**
 * Takes away what was wrong with imports that ended before the setting allows, one import at a time, so that a run that
 * is cut off is gone on with; and corrections that have been settled for as long as replaced versions are kept.
 *
 * @returns how many of each.
 */
export async function expireReports(
  ctx: ExpireContext,
  now: Date,
  signal?: AbortSignal,
): Promise<{ readonly reports: number; readonly corrections: number }> {
  const reports = await withSession(
    ctx.store.url,
    ctx.log,
    async (session) => {
      const ids = await listReportsBefore(session, daysBefore(now, ctx.reportDays));
      for (const id of ids) {
        signal?.throwIfAborted();
        await removeReport(session, id);
      }
      return ids.length;
    },
    signal,
    'expiry',
  );
  const corrections = await expireCorrections(ctx.store.db, daysBefore(now, ctx.tombstoneDays));
  const removed = { reports, corrections };
  ctx.log.info(removed, 'reports and corrections expired');
  await noteRuns(ctx, now, removed);
  return removed;
}
