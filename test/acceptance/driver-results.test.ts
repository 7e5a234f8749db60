import { type SQL, sql } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openStore, readConnections, type Store } from '../../src/store/client.ts';
import { readBytes } from '../../src/store/read-bytes.ts';
import { withSession } from '../../src/store/session.ts';
import { findDatabaseError } from '../../src/store/sqlstate.ts';
import { openCopy } from '../../src/store/stage-copy.ts';
import { type Fate, faultyProxy } from '../support/faulty-proxy.ts';
import { runSql } from '../support/freeze.ts';
import { patience } from '../support/patience.ts';
import { createTestDatabase } from '../support/test-database.ts';

type Ask = (store: Store, query: SQL) => Promise<readonly unknown[]>;

const ways: Record<string, Ask> = {
  query: async ({ db }, query) => Array.from(await db.execute(query)),
  page: async ({ db }, query) => Array.from(await readBytes(db, query, true)),
};
const ones: Record<string, unknown> = { query: { one: 1 }, page: [Buffer.from('1')] };

test.each(Object.entries(ways))(
  'after a connection broke inside a result and a refusal, no %s is answered with rows missing at the front',
  async (way, ask) => {
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    const fates: Fate[] = [
      ...Array.from({ length: readConnections }, (): Fate => ({ cutAfterBytes: 200_000 })),
      ...Array.from({ length: readConnections }, (): Fate => 'starting up'),
      'pass',
    ];
    const store = openStore(await faultyProxy(database.url, fates), createLog('silent'));
    onTestFinished(() => store.close());
    const onEveryConnection = (query: SQL) =>
      Promise.all(Array.from({ length: readConnections }, () => ask(store, query).catch(findDatabaseError)));
    const many = sql`SELECT i, repeat('x', 1000) AS text FROM generate_series(1, 3000) i`;
    const one = sql`SELECT 1 AS one`;
    expect(new Set(await onEveryConnection(many))).toEqual(new Set(['database_unavailable']));

    const answers: unknown[] = [];
    await vi.waitFor(async () => {
      const found = await onEveryConnection(one);
      answers.push(...found);
      expect(found).not.toContain('database_unavailable');
    }, patience);
    expect(answers).toContain('database_unavailable');
    const whole = answers.filter((answer) => answer !== 'database_unavailable');
    expect(whole).toEqual(whole.map(() => [ones[way]]));
    const all = await onEveryConnection(many);
    expect(all.map((rows) => (Array.isArray(rows) ? rows.length : rows))).toEqual(all.map(() => 3_000));
  },
);

test('rows written into a COPY whose connection is gone are refused as a database that is away', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  await withSession(database.url, createLog('silent'), async (session) => {
    await session.query('CREATE TEMP TABLE target (id text)');
    const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const copy = openCopy(session, 'target', ['id']);
    await copy.write('1\n');
    await runSql(database.url, `SELECT pg_terminate_backend(${rows[0]?.pid})`);
    const writes: unknown[] = [];
    await vi.waitFor(async () => {
      writes.push(await copy.write('2\n').catch(findDatabaseError));
      expect(writes.at(-1)).toBeDefined();
    }, patience);
    expect(await copy.write('3\n').catch(findDatabaseError)).toBe('database_unavailable');
    expect(await copy.end().catch(findDatabaseError)).toBe('database_unavailable');
  });
});
