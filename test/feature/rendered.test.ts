import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { endpoints } from '../../src/model/endpoints.ts';
import { entities } from '../../src/model/entities/index.ts';
import { parseListQuery } from '../../src/query/list-query.ts';
import {
  createRosterReader,
  type ListRequest,
  type RosterReader,
} from '../../src/services/roster/read-roster.ts';
import { renderRoster } from '../../src/services/roster/render-roster.ts';
import { readConnections } from '../../src/store/client.ts';
import { formOf, isRendered } from '../../src/store/rendered.ts';
import { query } from '../support/embedded-folder.ts';
import { openContext } from '../support/hub-context.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const service = '/ims/oneroster/rostering/v1p2';
const board = { people: 300, seed: 12 };
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  expect((await hub.client.importZip(await boardBuffer(board))).state).toBe('published');
});

afterAll(() => hub.stop());

const run = (sql: string) => query(hub.databaseUrl, sql);

/** Users whose JSON is ready, and users. */
async function ready(): Promise<number[]> {
  const [row] = await run(
    `SELECT (SELECT count(*)::int FROM users e JOIN users_rendered b USING (sourced_id, publication_id)) AS made,
       (SELECT count(*)::int FROM users) AS users`,
  );
  return Object.values(row as Record<string, number>);
}

const allReady = () =>
  expect
    .poll(
      async () => {
        const [made, users] = await ready();
        return made === users && users !== 0;
      },
      { timeout: 30_000 },
    )
    .toBe(true);

const text = async (path: string) => (await hub.client.get(service + path)).text();

test('only what is put together from several tables is kept ready', () => {
  expect(Object.values(entities).filter(isRendered)).toEqual([entities.users]);
});

test('bodies become ready after a publication, and are what they would be without', async () => {
  for (const change of [0, 0.3]) {
    if (change > 0) {
      const changed = await hub.client.importZip(await boardBuffer({ ...board, change }));
      expect(changed.state).toBe('published');
    }
    await allReady();
    const paths = [
      '/users?limit=10000',
      '/teachers?limit=7&sort=familyName',
      "/users?filter=status='tobedeleted'",
    ];
    const kept = await Promise.all(paths.map(text));
    await run('TRUNCATE users_rendered');
    expect(await Promise.all(paths.map(text))).toEqual(kept);
    expect(kept[0]).toContain('"roles":[{');
  }
});

/** Statements that `work` sends, and those that a connection keeps afterwards. */
async function statementsOf(work: (reader: RosterReader) => Promise<unknown>) {
  await using opened = openContext(hub);
  const ctx = { ...opened, publicUrl: hub.client.url };
  const { $client } = ctx.store.db;
  await renderRoster(ctx, AbortSignal.timeout(30_000));
  const sent: string[] = [];
  const reader = createRosterReader(ctx);
  // Stamps, totals and the like are asked for once.
  await reader.listRecords(users(''));
  $client.options.debug = (_connection, text) => sent.push(text);
  await work(reader);
  $client.options.debug = false;
  const each = Array.from({ length: readConnections }, () =>
    $client.unsafe<{ statement: string }[]>('SELECT statement FROM pg_prepared_statements, pg_sleep(0.1)'),
  );
  return { sent, kept: (await Promise.all(each)).flatMap((rows) => rows.map(({ statement }) => statement)) };
}

function users(search: string): ListRequest {
  const endpoint = endpoints.find(({ operationId }) => operationId === 'getAllUsers');
  if (endpoint === undefined) throw new Error('getAllUsers');
  const readings = { unknownFields: 'reject', unknownSort: 'reject' } as const;
  return { endpoint, ids: {}, query: parseListQuery(new URLSearchParams(search), endpoint.entity, readings) };
}

test('a page is one statement', async () => {
  const { sent, kept } = await statementsOf(async (reader) => {
    const { next } = await reader.listRecords(users('limit=3'));
    await reader.listRecords(users(`limit=3&cursor=${next}`));
  });
  expect(sent).toHaveLength(2);
  // Both are kept, so each costs one way there and back.
  expect(kept).toEqual(expect.arrayContaining(sent));
});

test('connections do not keep statements of which there is no end', async () => {
  const { sent, kept } = await statementsOf(async (reader) => {
    for (const search of ["filter=familyName='x'", 'sort=givenName', 'fields=sourcedId']) {
      await reader.listRecords(users(search));
    }
  });
  expect(sent.length).toBeGreaterThanOrEqual(3);
  expect(kept.filter((text) => sent.includes(text))).toEqual([]);
});

test('a body of another version or address is not taken', async () => {
  const wanted = await text('/users?limit=10000');
  await run(`INSERT INTO users_rendered SELECT sourced_id, publication_id, 'another', '{"wrong":true}' FROM users
    ON CONFLICT (sourced_id) DO UPDATE SET form = EXCLUDED.form, record = EXCLUDED.record`);
  expect(await text('/users?limit=10000')).toBe(wanted);
  const here = formOf(entities.users, 'https://a.example.jp');
  expect(formOf(entities.users, 'https://b.example.jp')).not.toBe(here);
  expect(formOf(entities.users, 'https://a.example.jp')).toBe(here);
});

test('a body of an older publication is not taken', async () => {
  const wanted = await text('/users?limit=10000');
  const form = formOf(entities.users, hub.client.url + service);
  await run(`INSERT INTO users_rendered SELECT sourced_id, publication_id - 1, '${form}', '{"wrong":true}' FROM users
    ON CONFLICT (sourced_id) DO UPDATE SET publication_id = EXCLUDED.publication_id, form = EXCLUDED.form, record = EXCLUDED.record`);
  expect(await text('/users?limit=10000')).toBe(wanted);
});

test('the test can see a kept body: one that is wrong is served', async () => {
  const form = formOf(entities.users, hub.client.url + service);
  await run(`INSERT INTO users_rendered SELECT sourced_id, publication_id, '${form}', '{"wrong":true}' FROM users
    ON CONFLICT (sourced_id) DO UPDATE SET publication_id = EXCLUDED.publication_id, form = EXCLUDED.form, record = EXCLUDED.record`);
  expect(await text('/users?limit=1')).toContain('"wrong":true');
});

test('nor more than a hundred of those of which there are few, since each limit is another text', async () => {
  const { kept } = await statementsOf(async (reader) => {
    for (let limit = 1; limit <= 150; limit += 1) await reader.listRecords(users(`limit=${limit}`));
  });
  const pages = new Set(kept.filter((text) => / LIMIT \d+\)/.test(text)));
  expect(pages.size).toBeGreaterThan(20);
  expect(pages.size).toBeLessThanOrEqual(100);
});
