import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { startTestHub, type TestHub, testSecret } from '../support/test-hub.ts';

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.stop());

const run = (args: readonly string[], environment: Record<string, string> = {}) =>
  runCommand(hub.databaseUrl, args, environment);

const users = '/ims/oneroster/rostering/v1p2/users?limit=1';
const ask = (key: string) => fetch(hub.client.url + users, { headers: { 'x-api-key': key } });

describe('keys create', () => {
  test('prints the key and nothing else, and the running hub takes it', async () => {
    const { code, out, err } = await run(['keys', 'create', '--name', '学習ツールA', '--role', 'reader']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^rhk_live_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}\n$/);
    expect((await ask(out.trim())).status).toBe(200);
  });

  test('with another secret makes a key that this hub refuses', async () => {
    const other = await run(['keys', 'create', '--name', 'x', '--role', 'reader'], {
      SECRET: 'f00dfeedf00dfeedf00dfeedf00dfeed',
    });
    expect(other.code).toBe(0);
    expect((await ask(other.out.trim())).status).toBe(401);
  });
});

test('keys list shows every key by id, role and name, and never the key; keys revoke stops one', async () => {
  const made = await run(['keys', 'create', '--name', '止める鍵', '--role', 'importer']);
  const id = made.out.split('_')[2] ?? '';
  const lineOf = async () => (await run(['keys', 'list'])).out.split('\n').find((line) => line.includes(id));
  const columns = (await lineOf())?.split('\t');
  expect(columns).toEqual([
    id,
    'key',
    'importer',
    '有効 / active',
    expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    '-',
    `…${made.out.trim().slice(-4)}`,
    expect.stringMatching(/^[0-9A-Za-z]{22}$/),
    '止める鍵',
  ]);
  expect(await run(['keys', 'revoke', id])).toEqual({ code: 0, out: '', err: '' });
  expect(await lineOf()).toContain('停止 / revoked');
  const list = await run(['keys', 'list']);
  expect(list.out).not.toMatch(/rhk_/);
  expect(list.out).not.toContain(made.out.trim().split('_')[3] ?? 'none');
  expect((await ask(made.out.trim())).status).toBe(401);
  expect((await run(['keys', 'revoke', id])).code).toBe(1);
});

test('keys roll makes another key, and the old one goes on for the grace; keys of the SECRET before are named', async () => {
  const made = await run([
    'keys',
    'create',
    '--name',
    'rolled',
    '--role',
    'reader',
    '--expires',
    '2099-03-31',
  ]);
  const old = made.out.trim();
  const { code, out } = await run(['keys', 'roll', old.split('_')[2] ?? '', '--grace', '1h']);
  expect(code).toBe(0);
  expect(await Promise.all([ask(old), ask(out.trim())].map(async (one) => (await one).status))).toEqual([
    200, 200,
  ]);
  const stateOf = async (key: string, environment: Record<string, string> = {}) =>
    (await run(['keys', 'list'], environment)).out
      .split('\n')
      .find((line) => line.startsWith(key.split('_')[2] ?? 'none'))
      ?.split('\t')[3];
  expect(await stateOf(old)).toBe('有効 / active');
  const rolled = { SECRET: 'f00dfeedf00dfeedf00dfeedf00dfeed', SECRET_PREVIOUS: testSecret };
  expect(await stateOf(old, rolled)).toBe('有効 / active (SECRET_PREVIOUS)');
});

test.each([
  [[]],
  [['keys']],
  [['help']],
  [['keys', 'create']],
  [['keys', 'create', '--name', 'x']],
  [['keys', 'create', '--role', 'reader']],
  [['keys', 'create', '--name', '', '--role', 'reader']],
  [['keys', 'create', '--name', ' ', '--role', 'reader']],
  [['keys', 'create', '--name', 'x'.repeat(101), '--role', 'reader']],
  [['keys', 'create', '--name', 'x', '--role', 'owner']],
  [['keys', 'create', '--name', 'x', '--role', 'reader', '--force']],
  [['keys', 'create', '--name', 'a\tb', '--role', 'reader']],
  [['keys', 'create', '--name', 'x', '--role', 'reader', '--scopes', 'roster']],
  [['keys', 'create', '--name', 'x', '--role', 'reader', '--client', 'x']],
  [['keys', 'create', '--name', 'x', '--role', 'reader', '--expires', '2026-02-29']],
  [['keys', 'roll']],
  [['keys', 'roll', 'x', '--grace', '2h']],
  [['keys', 'list', 'more']],
  [['keys', 'revoke']],
  [['keys', 'revoke', 'a', 'b']],
  [['clients']],
  [['clients', 'create']],
  [['clients', 'create', '--name', 'x']],
  [['clients', 'create', '--scopes', 'roster.readonly']],
  [['clients', 'create', '--name', 'x', '--scopes', '']],
  [['clients', 'create', '--name', 'x', '--scopes', ' , ']],
  [['clients', 'create', '--name', 'x', '--scopes', 'roster']],
  [['clients', 'create', '--name', 'x', '--scopes', 'roster.readonly,openid']],
  [['clients', 'create', '--name', 'x', '--scopes', 'roster.readonly', '--role', 'owner']],
  [['clients', 'create', '--name', 'x', '--scopes', 'roster.readonly', '--purpose', ' ']],
  [['clients', 'set']],
  [['clients', 'test', 'x']],
  [['clients', 'create', '--name', 'x', '--scopes', 'roster.readonly', '--expires', '2027-02-29']],
  [['clients', 'create', '--name', 'x', '--scopes', 'roster.readonly', '--expires', '2026-03-31']],
  [['clients', 'create', '--name', 'x', '--scopes', 'roster.readonly', '--expires', 'tomorrow']],
  [['clients', 'create', '--name', 'x', '--scopes', 'roster.readonly', '--expires', '']],
  [['clients', 'revoke']],
])('bad arguments end with 2 and how it is used, before a database is opened: %j', async (args) => {
  const { code, out, err } = await run(args, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('使い方 / Usage');
});

test('bad configuration ends with 1 and every fault', async () => {
  const { code, out, err } = await run(['keys', 'list'], { PORT: 'x', SECRET: 'short' });
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/PORT:[\s\S]*SECRET:/);
});

test('a database that is not there ends with 1, in both languages and without its password', async () => {
  const { code, out, err } = await run(['keys', 'list'], {
    DATABASE_URL: 'postgres://nobody:sesame@127.0.0.1:1/none',
  });
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/データベースに接続できません|失敗しました/);
  expect(err).not.toContain('sesame');
});
