import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createLog } from '../../src/log.ts';
import { entities, entityList } from '../../src/model/entities/index.ts';
import { tableName } from '../../src/store/column.ts';
import { bulkRows, dropEmptyIndexes, indexStatements, restoreIndexes } from '../../src/store/live-indexes.ts';
import { withSession } from '../../src/store/session.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let client: pg.Client;
let migrated: readonly string[];

const log = createLog('silent');
const tables = entityList.map(({ name }) => tableName(name));

async function indexes(): Promise<string[]> {
  const { rows } = await client.query<{ indexdef: string }>(
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY ($1) ORDER BY indexname`,
    [tables],
  );
  return rows.map(({ indexdef }) => indexdef);
}

beforeAll(async () => {
  hub = await startTestHub();
  client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  migrated = await indexes();
});

afterAll(async () => {
  await client.end();
  await hub.stop();
});

beforeEach(async () => {
  await client.query(`TRUNCATE ${tables.join(', ')}`);
});

const dropAll = () =>
  withSession(hub.databaseUrl, log, async (session) => {
    for (const entity of entityList) await dropEmptyIndexes(session, entity);
  });

test('what is taken off empty tables comes back exactly as the migrations made it', async () => {
  await dropAll();
  const names = entityList.flatMap((entity) => [...indexStatements(entity).keys()]);
  expect(await indexes()).toHaveLength(migrated.length - names.length);
  await withSession(hub.databaseUrl, log, restoreIndexes);
  expect(await indexes()).toEqual(migrated);
});

test('a first load leaves every index, also when an earlier run took them off and ended', async () => {
  const bundle = await boardBuffer({ people: bulkRows + 100, seed: 3 });
  expect((await hub.client.importZip(bundle)).state).toBe('published');
  expect(await indexes()).toEqual(migrated);

  await client.query(`TRUNCATE ${tables.join(', ')}`);
  await dropAll();
  expect((await hub.client.importZip(await boardBuffer({ people: 200, seed: 3 }))).state).toBe('published');
  expect(await indexes()).toEqual(migrated);
});

test('a table with a row keeps its indexes', async () => {
  await client.query(
    `INSERT INTO orgs (sourced_id, status, publication_id, source_id) VALUES ('one', 'active', 1, 1)`,
  );
  await dropAll();
  expect(await indexes()).toEqual(
    expect.arrayContaining(migrated.filter((text) => / ON public.orgs /.test(text))),
  );
  await withSession(hub.databaseUrl, log, restoreIndexes);
});

test('a table that is being read keeps its indexes, and nobody waits long', async () => {
  await client.query('BEGIN');
  await client.query('SELECT FROM users');
  await withSession(hub.databaseUrl, log, (session) => dropEmptyIndexes(session, entities.users));
  await client.query('COMMIT');
  expect(await indexes()).toEqual(migrated);
});
