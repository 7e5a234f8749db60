import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { entities } from '../../src/model/entities/index.ts';
import { formOf, isRendered } from '../../src/store/rendered.ts';
import { query } from '../support/embedded-folder.ts';
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
