import { fileHasId } from '../../csv/search-file.ts';
import { RosterError } from '../../errors.ts';
import {
  endErasure,
  endSearch,
  hasSearch,
  listReady,
  listRunning,
  type RunningErasure,
  type Search,
  scrubReports,
} from '../../store/erasure-searches.ts';
import { fileBytes } from '../../store/file-bytes.ts';
import { type Session, tryLock, withSession } from '../../store/session.ts';
import type { Context } from '../context.ts';
import { getKeptFile } from '../files/kept-file.ts';

/**
 * Goes on with erasures: takes away kept files in which the person stands, and what reports say of the id. What is
 * under way, or waits for a person, is looked into when it has ended. Each find is one transaction, so a process that
 * dies loses nothing.
 *
 * @returns whether there is more to do by now.
 */
export async function searchErased(ctx: Context, signal: AbortSignal): Promise<boolean> {
  return withSession(
    ctx.store.url,
    ctx.log,
    async (session) => {
      if (!(await tryLock(session, 'erase'))) return false;
      for (const erasure of await listRunning(session)) await searchOne(ctx, session, erasure, signal);
      return hasSearch(ctx.store.db);
    },
    signal,
    'erase',
  );
}

async function searchOne(
  ctx: Context,
  session: Session,
  erasure: RunningErasure,
  signal: AbortSignal,
): Promise<void> {
  const { id, sourcedId } = erasure;
  // Imports that had ended before; those that end later have theirs looked at when they do.
  await scrubReports(session, sourcedId, undefined);
  for (const search of await listReady(session, id)) {
    signal.throwIfAborted();
    if (search.kind === 'import') await scrubReports(session, sourcedId, search.objectId);
    await endSearch(session, id, search, await hasPerson(ctx, session, search, sourcedId));
  }
  if (await endErasure(session, erasure)) ctx.log.info({ erasureId: id }, 'a person was erased');
}

/** True also for a file that nobody can read: it may have the person. */
async function hasPerson(
  ctx: Context,
  session: Session,
  { file }: Search,
  sourcedId: string,
): Promise<boolean> {
  if (file === null) return false;
  try {
    return await fileHasId(fileBytes(session, getKeptFile(ctx, { ...file, removedAt: null })), sourcedId);
  } catch (error) {
    if (error instanceof RosterError && error.code === 'upload_unreadable') return true;
    throw error;
  }
}
