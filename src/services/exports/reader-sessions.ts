import { RosterError } from '../../errors.ts';
import { openSession, type Session } from '../../store/session.ts';
import type { Context } from '../context.ts';

/** No snapshot is held longer: the server cannot clean up behind it. */
export const exportTimeoutMs = 10 * 60_000;

/** A connection for somebody who reads at his own pace. */
export interface ReaderSession {
  readonly session: Session;
  /** Aborts when it is closed or has lasted too long, and breaks off the connection. */
  readonly signal: AbortSignal;
  /** May be called again. */
  close(): Promise<void>;
}

/**
 * Gives out connections, so many at once: each holds a snapshot of the server for as long as its reader takes. Throws
 * `server_busy` beyond that. `left` aborts when the reader has gone away.
 */
export function createReaderSessions(
  ctx: Pick<Context, 'store' | 'log'>,
  purpose: string,
  most: number,
): (left: AbortSignal) => Promise<ReaderSession> {
  let open = 0;
  return async (left) => {
    if (open >= most) throw new RosterError('server_busy');
    open += 1;
    const gone = new AbortController();
    const signal = AbortSignal.any([left, gone.signal, AbortSignal.timeout(exportTimeoutMs)]);
    const closing = new AsyncDisposableStack();
    closing.defer(() => {
      open -= 1;
    });
    const close = async () => {
      // The connection first: what waits for it fails, and the server stops working for nobody.
      gone.abort();
      await closing.disposeAsync();
    };
    try {
      const { session } = closing.use(await openSession(ctx.store.url, ctx.log, purpose, signal));
      return { session, signal, close };
    } catch (error) {
      await close();
      throw error;
    }
  };
}
