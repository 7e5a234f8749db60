import { serviceBases } from '../../model/endpoints.ts';
import { renderMissing } from '../../store/rendered.ts';
import { tryLock } from '../../store/session.ts';
import type { Context } from '../context.ts';

/**
 * Makes the JSON that reads would otherwise put together each time. One process at a time; what is published while
 * it works is found by its next round, here or in the process that is at it.
 */
export async function renderRoster(ctx: Context, signal: AbortSignal): Promise<void> {
  await ctx.store.sessions.use(async (session) => {
    if (!(await tryLock(session, 'render'))) return;
    const base = ctx.publicUrl + serviceBases[0];
    for (let made = -1; made !== 0; ) {
      made = await renderMissing(session, base, signal);
      if (made > 0) ctx.log.info({ made }, 'records made ready');
    }
  }, signal);
}
