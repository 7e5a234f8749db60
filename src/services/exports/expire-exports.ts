import { removeExportFiles } from '../../store/exports.ts';
import type { Context } from '../context.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** Takes away the files of exports that are older than the setting. Returns how many. */
export async function expireExports(
  ctx: Pick<Context, 'store' | 'log' | 'exportDays'>,
  now: Date,
): Promise<number> {
  const removed = await removeExportFiles(ctx.store.db, new Date(now.getTime() - ctx.exportDays * dayMs));
  ctx.log.info({ removed }, 'exports expired');
  return removed;
}
