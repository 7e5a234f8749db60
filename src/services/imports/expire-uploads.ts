import { daysBefore } from '../../model/calendar.ts';
import { listUploadsBefore, listUploadsOfErased, removeUpload } from '../../store/expire-uploads.ts';
import { withSession } from '../../store/session.ts';
import type { Context } from '../context.ts';

/**
 * Takes away the bytes of uploads that are older than the setting, or have people in them who were erased, one upload at
 * a time. What an import may still read
 * stays, and so does every import's record.
 *
 * @returns how many were taken away.
 */
export async function expireUploads(ctx: Context, now: Date, signal?: AbortSignal): Promise<number> {
  const horizon = daysBefore(now, ctx.uploadDays);
  return withSession(
    ctx.store.url,
    ctx.log,
    async (session) => {
      let removed = 0;
      const old = await listUploadsBefore(session, horizon);
      for (const id of [...old, ...(await listUploadsOfErased(session))]) {
        signal?.throwIfAborted();
        if (await removeUpload(session, id)) removed += 1;
      }
      ctx.log.info({ removed }, 'uploads expired');
      return removed;
    },
    signal,
  );
}
