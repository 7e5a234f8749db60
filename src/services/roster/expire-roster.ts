import { daysBefore } from '../../model/calendar.ts';
import { expireBefore } from '../../store/expire.ts';
import { tryLock, withSession } from '../../store/session.ts';
import type { Context } from '../context.ts';
import { noteRuns } from '../retention/note-run.ts';

/**
 * Takes away tombstones and replaced versions that are older than the setting. Between imports: a record that returns
 * must not lose its tombstone between being compared and being published.
 *
 * @returns false when an import is running; try again later.
 */
export async function expireRoster(ctx: Context, now: Date, signal?: AbortSignal): Promise<boolean> {
  const horizon = daysBefore(now, ctx.tombstoneDays);
  return withSession(
    ctx.store.url,
    ctx.log,
    async (session) => {
      if (!(await tryLock(session, 'import'))) return false;
      const expired = await expireBefore(session, horizon);
      ctx.log.info(expired, 'roster expired');
      await noteRuns(ctx, now, { versions: expired.versions + expired.tombstones });
      return true;
    },
    signal,
  );
}
