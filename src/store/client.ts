import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { RosterError } from '../errors.ts';
import type { Log } from '../log.ts';
import { mendResults } from './driver-results.ts';

/** Drizzle over postgres.js, for everything but bulk work. */
export type Db = PostgresJsDatabase;
/** A transaction of `Db`, or `Db` itself. */
export type Tx = Pick<Db, 'execute' | 'select' | 'insert' | 'update' | 'delete'>;

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

function client(url: string, name: string, max: number, statement: number) {
  const made = postgres(url, {
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
  mendResults(made);
  return made;
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
