import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ClaimedImport,
  claimNextImport,
  findState,
  hasPendingImport,
  releaseImport,
  updateImport,
} from '../../store/import-queue.ts';
import { RosterAmended } from '../../store/publication.ts';
import { LostImport } from '../../store/publish.ts';
import { type Session, tryLock } from '../../store/session.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { dropStages } from '../../store/stage.ts';
import type { Context } from '../context.ts';
import { attemptsMax, isPassing, isTimeout, retryWhileAway } from '../queue-run.ts';
import { failureOf, runImport } from './run-import.ts';

/** A board of 200,000 takes about a minute; one that takes this long will not end. */
export const importTimeoutMs = 30 * 60_000;
/** How soon a cancelled import is noticed. */
const cancelPollMs = 500;

/**
 * Runs the oldest import that is not finished and does not wait for the end of a pause, unless another process is
 * running one. Which one is next is decided by the imports table alone, so the queue may call this as often as it likes.
 *
 * @returns `again`: there is more to do. `follow`: the roster may have another publication.
 */
export async function runNextImport(
  ctx: Context,
  signal: AbortSignal,
): Promise<{ readonly again: boolean; readonly follow: boolean }> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(importTimeoutMs)]);
  return retryWhileAway(ctx, 'import', deadline, async () => {
    const ran = await ctx.store.sessions.use(
      (session, lost) => underLock(ctx, session, deadline, lost),
      deadline,
    );
    if (ran === 'elsewhere') return { again: false, follow: true };
    // Looked at after the lock is free: whoever found it taken relies on this.
    return { again: await hasPendingImport(ctx.store.db, ctx.today()), follow: ran !== 'unpublished' };
  });
}

async function underLock(
  ctx: Context,
  session: Session,
  signal: AbortSignal,
  lost: AbortSignal,
): Promise<'ran' | 'unpublished' | 'elsewhere'> {
  if (!(await tryLock(session, 'import'))) return 'elsewhere';
  // What a dead or failed run left behind: nobody else stages while we hold the lock.
  await dropStages(session);
  const claimed = await claimNextImport(ctx.store.db, ctx.today());
  if (claimed === undefined) return 'ran';
  try {
    if (claimed.attempt > attemptsMax) throw new Error(`import ${claimed.id} ended its process too often`);
    await using cancelled = watchCancel(ctx, claimed.id);
    // Without the connection the lock is gone too, and somebody else may begin.
    const outcome = await runSettled(
      ctx,
      session,
      claimed,
      AbortSignal.any([signal, lost, cancelled.signal]),
    );
    return outcome === 'published' ? 'ran' : 'unpublished';
  } catch (error) {
    await settle(ctx, claimed, asRosterError(error), signal);
  }
  return 'ran';
}

/** Runs it until nobody amends the roster under it. Amendments are made by hand, so that is soon. */
async function runSettled(...input: Parameters<typeof runImport>): ReturnType<typeof runImport> {
  for (;;) {
    try {
      return await runImport(...input);
    } catch (error) {
      if (!(error instanceof RosterAmended)) throw error;
      const [ctx, , { id: importId }] = input;
      ctx.log.info({ importId }, 'the roster was amended: the import begins anew');
    }
  }
}

/** Aborts soon after a person has cancelled the import. */
function watchCancel(ctx: Context, importId: string): AsyncDisposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const ended = new AbortController();
  const watch = async () => {
    while (!ended.signal.aborted) {
      await sleep(cancelPollMs, undefined, { signal: ended.signal });
      const state = await findState(ctx.store.db, importId).catch(() => undefined);
      if (state === 'cancelled') controller.abort(new CancelledImport(importId));
    }
  };
  const watching = watch().catch(() => undefined);
  return {
    signal: controller.signal,
    async [Symbol.asyncDispose]() {
      ended.abort();
      await watching;
    },
  };
}

/** A person does not want this import any more. */
class CancelledImport extends Error {
  constructor(importId: string) {
    super(`import ${importId} was cancelled`);
    this.name = 'CancelledImport';
  }
}

/** What an unfinished run means: begin again later, leave it to its new runner, or give it up. */
async function settle(
  ctx: Context,
  claimed: ClaimedImport,
  error: unknown,
  signal: AbortSignal,
): Promise<void> {
  if ((await findState(ctx.store.db, claimed.id).catch(() => undefined)) === 'cancelled') {
    // What is staged goes when the queue is looked at next.
    ctx.log.info({ importId: claimed.id }, 'import cancelled');
    return;
  }
  if (error instanceof LostImport) {
    ctx.log.warn({ importId: claimed.id }, 'another process runs this import');
    return;
  }
  // First of all: breaking off a run also breaks its connection, which looks like a database that is away.
  if (signal.aborted && !isTimeout(signal)) {
    await releaseImport(ctx.store.db, claimed);
    throw error;
  }
  if (isPassing(error) && !signal.aborted) throw error;
  const cause = isTimeout(signal) ? signal.reason : error;
  ctx.log.error({ importId: claimed.id, err: cause }, 'import failed');
  await updateImport(ctx.store.db, claimed, {
    state: 'failed',
    failure: failureOf(cause),
    finishedAt: new Date(),
  });
}
