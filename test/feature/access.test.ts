import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { projectFolder } from '../../scripts/hub-command.ts';
import { endpoints, serviceBases } from '../../src/model/endpoints.ts';
import { query } from '../support/embedded-folder.ts';
import { startTestHub, type TestHub, testSecret } from '../support/test-hub.ts';

let hub: TestHub;

/** The command line, as an administrator types it. */
async function rosterhub(...words: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/rosterhub.ts', ...words], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, DATABASE_URL: hub.databaseUrl, SECRET: testSecret },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code] = await once(child, 'close');
  return { output, errors, code };
}

const get = (path: string, headers: Record<string, string>) => fetch(hub.client.url + path, { headers });
const users = `${serviceBases[0]}/users`;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.stop());

describe('keys', () => {
  const keys: Record<string, string> = {};

  test('the command prints the key and nothing else, while the hub runs', async () => {
    for (const role of ['admin', 'importer', 'reader']) {
      const made = await rosterhub('keys', 'create', '--name', `学習ツール ${role}`, '--role', role);
      expect(made.code).toBe(0);
      expect(made.output).toMatch(/^rhk_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}\n$/);
      keys[role] = made.output.trim();
    }
  });

  test.each([
    [['keys', 'create', '--name', 'x', '--role', 'boss']],
    [['keys', 'create', '--role', 'reader']],
    [['keys', 'create', '--nonsense']],
    [['keys', 'revoke']],
    [[]],
  ])('the command refuses %j with its usage and exit code 2', async (words) => {
    const { code, output, errors } = await rosterhub(...words);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(/使い方/);
  });

  test.each([
    ['reader', users, 200],
    ['reader', '/csv/import', 403],
    ['importer', users, 403],
    ['importer', '/csv/import', 200],
    ['admin', users, 200],
    ['admin', '/csv/import', 200],
  ])('%s: GET %s is %i', async (role, path, status) => {
    const key = keys[role] ?? '';
    for (const headers of [
      { authorization: `Bearer ${key}` },
      { authorization: `bearer ${key}` },
      { 'x-api-key': key },
    ] as Record<string, string>[]) {
      expect((await get(path, headers)).status).toBe(status);
    }
  });

  test('a revoked key is refused at the latest after five seconds', async () => {
    const { output } = await rosterhub('keys', 'create', '--name', 'short', '--role', 'reader');
    const key = output.trim();
    expect((await get(users, { 'x-api-key': key })).status).toBe(200);
    expect((await rosterhub('keys', 'revoke', key.split('_')[1] ?? '')).code).toBe(0);
    await expect
      .poll(async () => (await get(users, { 'x-api-key': key })).status, { timeout: 10_000 })
      .toBe(401);
  });

  test('a database dump holds no key, whole or in its secret half', async () => {
    const rows = await query(hub.databaseUrl, 'SELECT api_keys::text AS row FROM api_keys');
    const text = JSON.stringify(rows);
    for (const key of Object.values(keys)) {
      expect(text).not.toContain(key);
      expect(text).not.toContain(key.split('_')[2]);
    }
  });
});

describe('no valid key, no data', () => {
  const wrong: [string, () => Record<string, string>][] = [
    ['no key', () => ({})],
    ['a mistyped key', () => ({ 'x-api-key': `${hub.client.key.slice(0, -1)}!` })],
    ['a well-formed key of nobody', () => ({ 'x-api-key': `rhk_${'0'.repeat(22)}_${'0'.repeat(49)}` })],
    ['Basic', () => ({ authorization: `Basic ${Buffer.from(hub.client.key).toString('base64')}` })],
    ['two words', () => ({ authorization: `Bearer ${hub.client.key} x` })],
    ['an empty Bearer', () => ({ authorization: 'Bearer ' })],
  ];
  const paths = [
    ...serviceBases.flatMap((base) =>
      endpoints.map(({ path }) => base + path.replace('{sourcedId}', 'usr-1')),
    ),
    '/csv/import',
    '/csv/import/0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a',
    '/csv/import/0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a/issues',
    '/csv/import/0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a/issues.csv',
  ];

  test.each(wrong)('%s is 401 everywhere, with one and the same body', async (_name, headers) => {
    for (const path of paths) {
      const response = await get(path, headers());
      expect([path, response.status]).toEqual([path, 401]);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      const body: Record<string, unknown> = JSON.parse(await response.text());
      expect(Object.keys(body)).toEqual(
        path.startsWith('/ims')
          ? ['imsx_codeMajor', 'imsx_severity', 'imsx_description', 'imsx_CodeMinor']
          : ['error'],
      );
    }
  });

  test('a key in the address is not looked at', async () => {
    expect((await get(`${users}?key=${hub.client.key}`, {})).status).toBe(401);
  });
});

test('logs hold no name, no key and no query', async () => {
  const { client } = hub;
  await client.importZip(await boardBuffer({ people: 40, seed: 3 }));
  await client.importZip(await boardBuffer({ people: 40, seed: 3, broken: true }));
  const { records } = await client.walk('users', 'limit=20&filter=dateLastModified%3E%272020-01-01%27');
  const log = hub.logLines.join('');
  for (const user of records) {
    for (const field of ['familyName', 'username', 'email', 'userMasterIdentifier']) {
      const value = user[field];
      if (typeof value === 'string') expect(log).not.toContain(value);
    }
  }
  expect(log).not.toContain(client.key);
  expect(log).not.toContain('filter');
  expect(log).toContain('/ims/oneroster/rostering/v1p2/users');
});
