import { setTimeout as sleep } from 'node:timers/promises';
import { RosterError } from '../errors.ts';
import { asRosterError } from '../store/sqlstate.ts';
import type { Context } from './context.ts';

/** Work of the queue that ends its process this often is the cause, and must not hold up what is behind it. */
export const attemptsMax = 5;
/** Between attempts to reach a database that is away. */
const retryMs = 500;

/** The same work may succeed when it is begun again. `attemptsMax` bounds how often. */
export function isPassing(error: unknown): boolean {
  return error instanceof RosterError && ['database_unavailable', 'server_busy'].includes(error.code);
}

/** Whether work was broken off because it took too long, and not because the hub stops. */
export function isTimeout(signal: AbortSignal): boolean {
  return signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
}

/** Begins again for as long as the database is away or busy, until `deadline` aborts. `what` is for the log. */
export async function retryWhileAway<Result>(
  { log }: Pick<Context, 'log'>,
  what: string,
  deadline: AbortSignal,
  run: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      const known = asRosterError(error);
      if (!isPassing(known) || deadline.aborted) throw known;
      log.warn({ err: known }, `the database is away or busy; the ${what} is begun again`);
      await sleep(retryMs, undefined, { signal: deadline });
    }
  }
}
