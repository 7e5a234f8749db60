import pg from 'pg';
import { vi } from 'vitest';
import { lockClass, locks } from '../../src/store/session.ts';
import { patience } from './patience.ts';

/** Where an import can be stopped in its tracks. */
export type FreezePoint = 'staging' | 'checking' | 'publishing' | 'stamping';

/** A lock that nobody else knows. */
const gate = 7_201;

type Gated = Exclude<FreezePoint, 'checking'>;

/**
 * Writes before which an import waits for our lock: at the first issue of a file that is being staged, in the middle
 * of the publishing transaction, and when all of it is written but not yet visible.
 */
const places: Readonly<Record<Gated, { table: string; each: 'ROW' | 'STATEMENT' }>> = {
  staging: { table: 'import_issues', each: 'ROW' },
  publishing: { table: 'classes', each: 'STATEMENT' },
  stamping: { table: 'publications', each: 'STATEMENT' },
};

/** Its published rows are what the last checks look at; while imports are held there, it cannot be read. */
export const checkedLast = 'demographics';

/** Imports stand still at one point for as long as it is held. */
export interface Freeze extends AsyncDisposable {
  /** Resolves when an import has come to the point. */
  reached(): Promise<void>;
  /** Lets imports go on. */
  thaw(): Promise<void>;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'test freeze' });
  // The server may be taken away under it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Runs one statement on a connection of its own. */
export async function runSql<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = await connect(url);
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Holds every import of the database at `point` from now on. */
export async function freezeImports(url: string, point: FreezePoint): Promise<Freeze> {
  if (point === 'checking') return freezeTable(url, checkedLast);
  const client = await connect(url);
  const { table, each } = places[point];
  const dropGates = async () => {
    for (const place of Object.values(places)) {
      await client.query(`DROP TRIGGER IF EXISTS test_gate ON ${place.table}`);
    }
  };
  // A freeze whose server was restarted has left its trigger.
  await dropGates();
  await client.query('SELECT pg_advisory_lock($1)', [gate]);
  await client.query(`CREATE OR REPLACE FUNCTION test_gate() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_advisory_xact_lock_shared(${gate}); RETURN NEW; END $$`);
  await client.query(`CREATE OR REPLACE TRIGGER test_gate BEFORE INSERT OR UPDATE ON ${table}
    FOR EACH ${each} EXECUTE FUNCTION test_gate()`);
  return held(client, dropGates);
}

/** Holds the lock under which publications are made. */
export async function freezePublishLock(url: string): Promise<Freeze> {
  const client = await connect(url);
  await client.query('SELECT pg_advisory_lock($1, $2)', [lockClass, locks.publish]);
  return held(client);
}

/** Holds a table against everybody, or only against those who would drop it. */
export async function freezeTable(
  url: string,
  table: string,
  against: 'everybody' | 'droppers' = 'everybody',
): Promise<Freeze> {
  const client = await connect(url);
  await client.query('BEGIN');
  await client.query(`LOCK TABLE ${table} IN ACCESS ${against === 'everybody' ? 'EXCLUSIVE' : 'SHARE'} MODE`);
  return held(client);
}

function held(client: pg.Client, cleanUp: () => Promise<unknown> = async () => undefined): Freeze {
  let ended = false;
  const thaw = async () => {
    if (ended) return;
    ended = true;
    // Waiting imports go on when the lock is free; only then can the trigger be dropped.
    await client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await client.query('COMMIT').catch(() => undefined);
    await cleanUp().catch(() => undefined);
    await client.end().catch(() => undefined);
  };
  return {
    reached: () =>
      vi.waitFor(async () => {
        // Not pg_stat_activity, which shows one transaction the same picture every time.
        const { rows } = await client.query(
          'SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))',
        );
        if (rows.length === 0) throw new Error('nobody has come to the frozen point');
      }, patience),
    thaw,
    [Symbol.asyncDispose]: thaw,
  };
}

/** Waits until no connection of an import is left on the server: its killed process is gone for good. */
export async function importBackendsGone(url: string): Promise<void> {
  await vi.waitFor(async () => {
    const rows = await runSql(
      url,
      `SELECT pid FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'rosterhub import'`,
    );
    if (rows.length > 0) throw new Error(`${rows.length} connections of imports are still there`);
  }, patience);
}
