import pg from 'pg';
import { RosterError } from '../errors.ts';
import type { Log } from '../log.ts';

/** One connection of its own, for an import: COPY, set operations, session locks. */
export type Session = pg.Client;

/** Ids of advisory locks, in a class of our own. */
export const lockClass = 0x526f7374;
export const locks = { import: 1, publish: 2, migrate: 3, firstKey: 4, render: 5 } as const;

/** Memory for the hash tables and sorts of one import; a board of 200,000 fits without spilling much. */
const importMemory = '96MB';

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
): Promise<T> {
  const session = new pg.Client({
    connectionString: url,
    application_name: 'rosterhub import',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  // A broken connection also rejects the query under way; without a listener it would end the process.
  const lost = new AbortController();
  session.on('error', (error) => {
    log.warn({ err: error }, 'import connection lost');
    lost.abort(new RosterError('database_unavailable', {}, { cause: error }));
  });
  await session.connect();
  const breakOff = () => void session.end().catch(() => undefined);
  signal?.addEventListener('abort', breakOff, { once: true });
  try {
    await session.query(
      `SET TimeZone = 'UTC'; SET work_mem = '${importMemory}'; SET maintenance_work_mem = '128MB'; SET jit = off;
       SET client_connection_check_interval = '2s'`,
    );
    return await run(session, lost.signal);
  } finally {
    signal?.removeEventListener('abort', breakOff);
    await session.end().catch(() => undefined);
  }
}

/** Takes a session lock if nobody holds it. It goes with the connection. */
export async function tryLock(session: Session, lock: keyof typeof locks): Promise<boolean> {
  const { rows } = await session.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
    lockClass,
    locks[lock],
  ]);
  return rows[0]?.taken === true;
}
