import { daysBefore } from '../../model/calendar.ts';
import { removeExportFiles } from '../../store/exports.ts';
import type { Context } from '../context.ts';

/** Takes away the files of exports that are older than the setting. Returns how many. */
export async function expireExports(
  ctx: Pick<Context, 'store' | 'log' | 'exportDays'>,
  now: Date,
): Promise<number> {
  const removed = await removeExportFiles(ctx.store.db, daysBefore(now, ctx.exportDays));
  ctx.log.info({ removed }, 'exports expired');
  return removed;
}
