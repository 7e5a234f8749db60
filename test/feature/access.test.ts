import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createLog } from '../../src/log.ts';
import { hubOrigin } from '../../src/model/audit.ts';
import { endpoints, serviceBases } from '../../src/model/endpoints.ts';
import { type KeyRole, keyRoles } from '../../src/model/scope.ts';
import { createAuthenticator } from '../../src/services/access/authenticate.ts';
import { createFirstKey, createKey } from '../../src/services/access/create-key.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { findKeyText, makeKeyText } from '../../src/services/access/key-text.ts';
import { createStagingThreads } from '../../src/services/imports/stage-thread.ts';
import { openStore, type Store } from '../../src/store/client.ts';
import { revokeCredential } from '../../src/store/credentials.ts';
import { contextSettings } from '../support/context-settings.ts';
import { query } from '../support/embedded-folder.ts';
import { startTestHub, type TestHub, testSecret } from '../support/test-hub.ts';

const service = serviceBases[0];
const keys = deriveKeys(testSecret);
let hub: TestHub;
let store: Store;
const texts: Record<string, string> = {};

beforeAll(async () => {
  hub = await startTestHub();
  store = openStore(hub.databaseUrl, createLog('silent'));
  for (const role of keyRoles) texts[role] = await createKey({ store, keys }, { name: `鍵 ${role}`, role });
  texts.revoked = await createKey({ store, keys }, { name: 'revoked', role: 'admin' });
  expect(await revokeCredential(store.db, findKeyText(texts.revoked)?.id ?? '')).toBe(true);
  texts.expired = await createKey({ store, keys }, { name: 'expired', role: 'admin' });
  await query(
    hub.databaseUrl,
    `UPDATE clients SET expires_at = now() - interval '1 second' WHERE name = 'expired'`,
  );
  texts.otherSecret = await createKey(
    { store, keys: deriveKeys('another secret') },
    { name: 'other', role: 'admin' },
  );
  texts.unknown = makeKeyText().text;
  const published = await hub.client.importZip(await boardBuffer({ people: 20, seed: 1 }));
  expect(published.state).toBe('published');
});

afterAll(async () => {
  await store.close();
  await hub.stop();
});

const key = (name: string) => texts[name] ?? '';
const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
  fetch(hub.client.url + path, { method, headers });

/** Every address that gives data, with the roles that may read it. */
const doors: [path: string, roles: readonly KeyRole[]][] = [
  ...endpoints.map(({ path }): [string, readonly KeyRole[]] => [
    service + path.replace('{sourcedId}', 'x'),
    ['admin', 'reader'],
  ]),
  ['/publications', ['admin']],
  ['/csv/import', ['admin', 'importer']],
  ['/csv/import/00000000-0000-4000-8000-000000000000', ['admin', 'importer']],
  ['/csv/import/00000000-0000-4000-8000-000000000000/issues', ['admin', 'importer']],
  ['/csv/import/00000000-0000-4000-8000-000000000000/issues.csv', ['admin', 'importer']],
  ['/csv/import/00000000-0000-4000-8000-000000000000/report', ['admin', 'importer']],
  ['/csv/import/00000000-0000-4000-8000-000000000000/causes.csv', ['admin', 'importer']],
  ['/csv/import/00000000-0000-4000-8000-000000000000/files/users.csv', ['admin', 'importer']],
];

describe.each(doors)('%s', (path, roles) => {
  test('gives nothing without a key that works', async () => {
    const { text } = makeKeyText();
    const headers: Record<string, string>[] = [
      {},
      { authorization: '' },
      { authorization: 'Bearer ' },
      { authorization: `Basic ${Buffer.from(`x:${key('admin')}`).toString('base64')}` },
      { authorization: key('admin') },
      { authorization: `Bearer ${key('admin')} ${key('admin')}` },
      { authorization: `Bearer ${key('admin').slice(0, -1)}` },
      { authorization: 'Bearer null', 'x-api-key': key('admin') },
      { 'x-api-key': 'x' },
      { cookie: `key=${key('admin')}` },
      ...['revoked', 'expired', 'otherSecret', 'unknown'].map((name) => ({
        authorization: `Bearer ${key(name)}`,
      })),
      { authorization: `Bearer ${text}` },
    ];
    for (const one of headers) {
      const response = await ask(path, one);
      expect(response.status, JSON.stringify(one)).toBe(401);
      // Who brought a bearer is told that it is bad (RFC 6750 §3.1); who brought none is only told what to bring.
      const error = /^Bearer \S+$/.test(one.authorization ?? '') ? ', error="invalid_token"' : '';
      expect(response.headers.get('www-authenticate')).toBe(`Bearer realm="rosterhub"${error}`);
      expect(await response.text()).not.toMatch(/sourcedId|rhk_/);
    }
    for (const name of ['key', 'api_key', 'access_token', 'x-api-key']) {
      expect((await ask(`${path}?${name}=${key('admin')}`, {})).status).toBe(400);
    }
  });

  test('opens to its roles and to no other', async () => {
    for (const role of keyRoles) {
      const response = await ask(path, { authorization: `Bearer ${key(role)}` });
      const body = await response.text();
      if (roles.includes(role)) expect([200, 404], role).toContain(response.status);
      else {
        expect(response.status, role).toBe(403);
        expect(body).toContain('forbidden');
        expect(body).not.toContain('sourcedId"');
      }
    }
  });
});

test.each<[string, (text: string) => Record<string, string>]>([
  ['Authorization: Bearer', (text) => ({ authorization: `Bearer ${text}` })],
  ['a lower-case bearer', (text) => ({ authorization: `bearer ${text}` })],
  ['X-API-Key', (text) => ({ 'x-api-key': text })],
])('a key is read from %s', async (_name, headers) => {
  const response = await ask(`${service}/users?limit=1`, headers(key('reader')));
  expect(response.status).toBe(200);
});

test('an upload needs a key for it, before its body is looked at', async () => {
  for (const [headers, status] of [
    [{}, 401],
    [{ authorization: `Bearer ${key('reader')}` }, 403],
    [{ authorization: `Bearer ${key('importer')}` }, 415],
  ] as const) {
    expect((await ask('/csv/import', headers, 'POST')).status).toBe(status);
  }
});

test('health and the document need no key and tell nothing about data', async () => {
  for (const path of ['/health', '/health/live', '/health/ready']) {
    const response = await ask(path, {});
    expect(response.status, path).toBe(200);
    expect(JSON.parse(await response.text())).toEqual(
      path === '/health/live' ? { live: true } : { live: true, ready: true, database: 'up' },
    );
  }
  expect((await ask('/openapi.json', {})).status).toBe(200);
});

test('a revoked key stops working within five seconds, and not by chance', async () => {
  const text = await createKey({ store, keys }, { name: 'soon revoked', role: 'reader' });
  const log = createLog('silent');
  const authenticate = createAuthenticator({
    store,
    keys,
    log,
    staging: createStagingThreads(hub.databaseUrl),
    publicUrl: '',
    today: () => '2026-04-01',
    ...contextSettings,
    origin: hubOrigin,
    enqueueImport: async () => undefined,
    enqueueExport: async () => undefined,
  });
  const now = vi.spyOn(performance, 'now');
  try {
    now.mockReturnValue(1_000_000);
    expect(await authenticate(text, '')).toMatchObject({ name: 'soon revoked', role: 'reader' });
    await revokeCredential(store.db, findKeyText(text)?.id ?? '');
    now.mockReturnValue(1_005_001);
    await expect(authenticate(text, '')).rejects.toMatchObject({ code: 'unauthorised' });
    expect(await revokeCredential(store.db, findKeyText(text)?.id ?? '')).toBe(false);
  } finally {
    now.mockRestore();
  }
});

test('the first key is made once, however many hubs start at once', async () => {
  expect(findKeyText(hub.client.key)).toBeDefined();
  expect(await createFirstKey({ store, keys })).toBeUndefined();
  await query(
    hub.databaseUrl,
    'CREATE TABLE kept_keys AS SELECT * FROM credentials; DELETE FROM credentials',
  );
  const made = await Promise.all(Array.from({ length: 8 }, () => createFirstKey({ store, keys })));
  expect(made.filter((text) => text !== undefined).length).toBe(1);
  expect(
    await query(hub.databaseUrl, 'SELECT role FROM clients JOIN credentials ON client_id = clients.id'),
  ).toEqual([{ role: 'admin' }]);
  await query(
    hub.databaseUrl,
    'DELETE FROM credentials; INSERT INTO credentials SELECT * FROM kept_keys; DROP TABLE kept_keys',
  );
});

test('only digests are kept: no table has the text or the secret of a key', async () => {
  const all = [...Object.values(texts), hub.client.key];
  const secrets = all.flatMap((text) => [text, findKeyText(text)?.secret ?? text]);
  const tables = await query(
    hub.databaseUrl,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const found = await query(
      hub.databaseUrl,
      `SELECT FROM ${String(name)} t, unnest($1::text[]) s
       WHERE t::text LIKE '%' || s || '%' OR t::text LIKE '%' || encode(convert_to(s, 'UTF8'), 'hex') || '%'`,
      [secrets],
    );
    expect(found, String(name)).toEqual([]);
  }
  const digests = await query(hub.databaseUrl, 'SELECT octet_length(digest) AS length FROM credentials');
  expect(digests.length).toBeGreaterThan(5);
  expect(new Set(digests.map(({ length }) => length))).toEqual(new Set([32]));
});

test('a raw request with two keys is judged by one of them, never by both', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = ['Authorization', `Bearer ${key('unknown')}`, 'X-API-Key', key('admin'), 'Host', 'x'];
    request(`${hub.client.url}${service}/users`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(401);
});
