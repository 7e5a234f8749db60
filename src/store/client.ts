import { sql } from 'drizzle-orm';
import { drizzle as drizzleOnPg, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import pg from 'pg';
import postgres, { type Sql } from 'postgres';
import { RosterError } from '../errors.ts';
import type { Log } from '../log.ts';
import { mendResults } from './driver-results.ts';
import { createSessions, type Sessions } from './session.ts';

/** Drizzle over postgres.js, for everything but bulk work. */
export type Db = PostgresJsDatabase & { readonly $client: Sql };
/**
 * A transaction that keeps an upload, over node-postgres: it sends bytes as bytes, where postgres.js writes them out
 * in digits.
 */
export type UploadTx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];
/** A transaction of either, or one of them itself. */
export type Tx = Pick<PgDatabase<PgQueryResultHKT>, 'execute' | 'select' | 'insert' | 'update' | 'delete'>;

export interface Store {
  readonly url: string;
  readonly log: Log;
  /** Reads and short writes. */
  readonly db: Db;
  /** Uploads hold their transaction while bytes arrive, so they may not use up the connections of reads. */
  readonly uploads: { transaction<T>(run: (tx: UploadTx) => Promise<T>): Promise<T> };
  /** For imports, and what is done after them. */
  readonly sessions: Sessions;
  close(): Promise<void>;
}

export const readConnections = 10;
/** More uploads than this at once wait for a connection. */
export const uploadConnections = 4;
/** Below the 30 s after which most clients give up. */
const statementTimeoutMs = 20_000;
/** Longer than an upload may be silent. */
const idleTransactionMs = 60_000;

function client(url: string) {
  const made = postgres(url, {
    max: readConnections,
    connect_timeout: 5,
    idle_timeout: 300,
    // The default waits up to 20 s between attempts; a restarted server is to be noticed at once.
    backoff: () => 0.25,
    onnotice: () => undefined,
    connection: {
      application_name: 'rosterhub',
      TimeZone: 'UTC',
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleTransactionMs,
    },
  });
  mendResults(made);
  return made;
}

function uploadPool(url: string, log: Log): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'rosterhub upload',
    max: uploadConnections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleTransactionMs,
    options: '-c TimeZone=UTC',
  });
  // A connection that breaks is replaced, and whoever uses it hears of it. Without a listener it would end the process:
  // the pool listens to idle ones only, and while bytes arrive an upload's connection has no query under way.
  const lost = (error: Error) => log.warn({ err: error }, 'upload connection lost');
  pool.on('connect', (connection) => connection.on('error', lost));
  pool.on('error', () => undefined);
  return pool;
}

/** Drizzle's own transaction on a pool keeps the connection for ever when BEGIN fails. */
async function uploadTransaction<T>(pool: pg.Pool, run: (tx: UploadTx) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let failed = true;
  try {
    const result = await drizzleOnPg(connection).transaction(run);
    failed = false;
    return result;
  } finally {
    // A connection on which something failed may be broken, so the next upload gets another.
    connection.release(failed);
  }
}

/** Opens the pools. Nothing is connected before the first query. */
export function openStore(url: string, log: Log): Store {
  const reads = client(url);
  const uploads = uploadPool(url, log);
  const sessions = createSessions(url, log);
  return {
    url,
    log,
    db: drizzle(reads),
    uploads: { transaction: (run) => uploadTransaction(uploads, run) },
    sessions,
    close: async () => {
      await Promise.all([reads.end({ timeout: 5 }), uploads.end(), sessions.end()]);
    },
  };
}

/** Refuses a server below PostgreSQL 15. */
export async function checkServer(db: Db): Promise<void> {
  const [row] = await db.execute<{ number: string; name: string }>(sql`
    SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`);
  if (Number(row?.number ?? 0) < 150_000) throw new RosterError('database_too_old', { found: row?.name });
}
