import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import pg from 'pg';
import postgres from 'postgres';
import { RosterError } from '../errors.ts';
import type { Log } from '../log.ts';

/** Drizzle over postgres.js, for everything but bulk work. */
export type Db = PostgresJsDatabase;
/** A transaction of `Db`, or `Db` itself. */
export type Tx = Pick<Db, 'execute' | 'select' | 'insert' | 'update' | 'delete'>;
/** One connection of its own, for an import: COPY, set operations, session locks. */
export type Session = pg.Client;

export interface Store {
  readonly url: string;
  readonly log: Log;
  /** Reads and short writes. */
  readonly db: Db;
  /** Uploads hold their transaction while bytes arrive, so they may not use up the connections of reads. */
  readonly uploads: Db;
  close(): Promise<void>;
}

export const readConnections = 10;
/** More uploads than this at once wait for a connection. */
export const uploadConnections = 4;
/** Below the 30 s after which most clients give up. */
const statementTimeoutMs = 20_000;

/** Ids of advisory locks, in a class of our own. */
export const lockClass = 0x526f7374;
export const locks = { import: 1, publish: 2, migrate: 3, firstKey: 4 } as const;

function client(url: string, name: string, max: number, statement: number) {
  return postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 300,
    // The default waits up to 20 s between attempts; a restarted server is to be noticed at once.
    backoff: () => 0.25,
    onnotice: () => undefined,
    connection: {
      application_name: name,
      TimeZone: 'UTC',
      statement_timeout: statement,
      idle_in_transaction_session_timeout: 60_000,
      // Delta ranges differ by orders of magnitude: a generic plan for all of them walks the primary key.
      plan_cache_mode: 'force_custom_plan',
    },
  });
}

/** Opens the pools. Nothing is connected before the first query. */
export function openStore(url: string, log: Log): Store {
  const reads = client(url, 'rosterhub', readConnections, statementTimeoutMs);
  const uploads = client(url, 'rosterhub upload', uploadConnections, statementTimeoutMs);
  return {
    url,
    log,
    db: drizzle(reads),
    uploads: drizzle(uploads),
    close: async () => {
      await Promise.all([reads.end({ timeout: 5 }), uploads.end({ timeout: 5 })]);
    },
  };
}

/** Refuses a server below PostgreSQL 15. */
export async function checkServer(db: Db): Promise<void> {
  const [row] = await db.execute<{ number: string; name: string }>(sql`
    SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`);
  if (Number(row?.number ?? 0) < 150_000) throw new RosterError('database_too_old', { found: row?.name });
}

/** Memory for the hash tables and sorts of one import; a board of 200,000 fits without spilling much. */
const importMemory = '96MB';

/**
 * Opens a connection of its own and closes it after `run`, whatever happens. Aborting breaks it off, so that a long
 * statement does not hold up a stop; the server then notices within two seconds and rolls back.
 */
export async function withSession<T>(
  url: string,
  log: Log,
  run: (session: Session) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const session = new pg.Client({
    connectionString: url,
    application_name: 'rosterhub import',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  // A broken connection also rejects the query under way; without a listener it would end the process.
  session.on('error', (error) => log.warn({ err: error }, 'import connection lost'));
  await session.connect();
  const breakOff = () => void session.end().catch(() => undefined);
  signal?.addEventListener('abort', breakOff, { once: true });
  try {
    await session.query(
      `SET TimeZone = 'UTC'; SET work_mem = '${importMemory}'; SET maintenance_work_mem = '128MB'; SET jit = off;
       SET client_connection_check_interval = '2s'`,
    );
    return await run(session);
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
