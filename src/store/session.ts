import pg from 'pg';
import { RosterError } from '../errors.ts';
import type { Log } from '../log.ts';

/** One connection of its own, for an import: COPY, set operations, session locks. */
export type Session = pg.Client;

/** Ids of advisory locks, in a class of our own. */
export const lockClass = 0x526f7374;
export const locks = {
  import: 1,
  publish: 2,
  migrate: 3,
  firstKey: 4,
  render: 5,
  export: 6,
  erase: 7,
} as const;

/** Memory for the hash tables and sorts of one import; a board of 200,000 fits without spilling much. */
const importMemory = '96MB';

/** An open session, with the ways to end it. */
interface OpenSession extends AsyncDisposable {
  readonly session: Session;
  /** Aborts when the connection breaks, and with it any lock that it held. */
  readonly lost: AbortSignal;
}

/**
 * Opens a connection of its own, for whoever cannot say what it does in one function. `purpose` is its name on the
 * server. Aborting breaks it off.
 */
export async function openSession(
  url: string,
  log: Log,
  purpose: string,
  signal?: AbortSignal,
): Promise<OpenSession> {
  const session = new pg.Client({
    connectionString: url,
    application_name: `rosterhub ${purpose}`,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  // A broken connection also rejects the query under way; without a listener it would end the process.
  const lost = new AbortController();
  session.on('error', (error) => {
    log.warn({ err: error }, `${purpose} connection lost`);
    lost.abort(new RosterError('database_unavailable', {}, { cause: error }));
  });
  await session.connect();
  const breakOff = () => void session.end().catch(() => undefined);
  signal?.addEventListener('abort', breakOff, { once: true });
  const close = async () => {
    signal?.removeEventListener('abort', breakOff);
    await session.end().catch(() => undefined);
  };
  try {
    await session.query(
      `SET TimeZone = 'UTC'; SET work_mem = '${importMemory}'; SET maintenance_work_mem = '128MB'; SET jit = off;
       SET client_connection_check_interval = '2s'`,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return { session, lost: lost.signal, [Symbol.asyncDispose]: close };
}

/**
 * Opens a connection of its own and closes it after `run`, whatever happens. Aborting breaks it off, so that a long
 * statement does not hold up a stop; the server then notices within two seconds and rolls back. `lost` aborts when the
 * connection breaks, and with it any lock that it held.
 */
export async function withSession<T>(
  url: string,
  log: Log,
  run: (session: Session, lost: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
  purpose = 'import',
): Promise<T> {
  await using opened = await openSession(url, log, purpose, signal);
  return await run(opened.session, opened.lost);
}

/** Sessions of one process or thread. */
export interface Sessions {
  /** As `withSession`, but a session of which nobody has complained waits for its next user. */
  use<T>(run: (session: Session, lost: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Closes those that wait; no more will. */
  end(): Promise<void>;
}

/** So many wait at most, each for so long. */
const waitingMax = 2;
const waitMs = 60_000;

/** To open a session costs as much as a quarter of a small import, so one is kept for a minute after it was used. */
export function createSessions(url: string, log: Log): Sessions {
  const waiting = new Map<OpenSession, NodeJS.Timeout>();
  let ended = false;

  async function take(): Promise<OpenSession> {
    const [found] = waiting.keys();
    if (found !== undefined) {
      forget(found);
      return found;
    }
    const opened = await openSession(url, log, 'import');
    opened.session.once('end', () => forget(opened));
    return opened;
  }

  function forget(open: OpenSession): void {
    clearTimeout(waiting.get(open));
    waiting.delete(open);
  }

  async function close(open: OpenSession): Promise<void> {
    forget(open);
    await open[Symbol.asyncDispose]();
  }

  async function giveBack(open: OpenSession): Promise<void> {
    // Its locks go at once, as they would with the connection.
    await open.session.query('SELECT pg_advisory_unlock_all()');
    if (ended || open.lost.aborted || waiting.size >= waitingMax) return close(open);
    waiting.set(open, setTimeout(() => close(open), waitMs).unref());
  }

  return {
    async use(run, signal) {
      signal?.throwIfAborted();
      const open = await take();
      const breakOff = () => void close(open);
      signal?.addEventListener('abort', breakOff, { once: true });
      try {
        signal?.throwIfAborted();
        const result = await run(open.session, open.lost);
        await giveBack(open);
        return result;
      } catch (error) {
        await close(open);
        throw error;
      } finally {
        signal?.removeEventListener('abort', breakOff);
      }
    },
    async end() {
      ended = true;
      await Promise.all([...waiting.keys()].map(close));
    },
  };
}

/** Runs statements without parameters on one way to the server, in one transaction; their results in order. */
export async function queryAll<Row extends pg.QueryResultRow>(
  session: Session,
  statements: readonly string[],
): Promise<pg.QueryResult<Row>[]> {
  if (statements.length === 0) return [];
  // The driver's type knows of one result only.
  return [await session.query<Row>(statements.join(';\n'))].flat();
}

/** Takes a session lock if nobody holds it. It goes with the connection. */
export async function tryLock(session: Session, lock: keyof typeof locks): Promise<boolean> {
  const { rows } = await session.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
    lockClass,
    locks[lock],
  ]);
  return rows[0]?.taken === true;
}
