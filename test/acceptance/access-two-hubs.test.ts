import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { HubClient } from '../support/hub-client.ts';
import { hubsOf } from '../support/private-hubs.ts';
import { createTestDatabase } from '../support/test-database.ts';

const users = '/ims/oneroster/rostering/v1p2/users?limit=5';
const oldSecret = 'b3a1f0c45d6e7f8091a2b3c4d5e6f708';
const newSecret = '0c8e2d4b6a9f1e3d5c7b9a0f2e4d6c8b';

async function database(): Promise<string> {
  const made = await createTestDatabase();
  onTestFinished(() => made.drop());
  return made.url;
}

async function make(admin: HubClient, role: string, scopes: string[]) {
  const registration = { name: role, purpose: 'test', contact: 'x', contractEnd: '2099-03-31', role, scopes };
  const { client } = JSON.parse(await (await admin.post('/admin/clients', registration)).text());
  const issue = async (kind: string) =>
    JSON.parse(await (await admin.post('/admin/keys', { client: client.id, kind })).text());
  return { id: client.id as string, key: await issue('key'), secret: await issue('secret') };
}

/** The status of a token request, and the token. */
async function ask(url: string, id: string, secret: string) {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
  });
  return { status: response.status, token: JSON.parse(await response.text()).access_token as string };
}

test('what one hub stops the other refuses within five seconds; nothing has to be told between them', async () => {
  const hubs = hubsOf({
    DATABASE_URL: await database(),
    SECRET: oldSecret,
    PUBLIC_URL: 'https://hub.example.jp',
  });
  const [here, there] = [await hubs.start(), await hubs.start()];
  const byKey = await make(here.client, 'reader', ['roster.readonly']);
  const byClient = await make(here.client, 'reader', ['roster.readonly']);
  const { token } = await ask(there.hub.url, byClient.id, byClient.secret.text);
  const callers = [byKey.key.text, byClient.key.text, token].map(
    (text) => new HubClient(there.hub.url, text),
  );
  const statuses = () => Promise.all(callers.map(async (one) => (await one.get(users)).status));
  // The other hub has just looked, so it keeps them as long as it ever does.
  expect(await statuses()).toEqual([200, 200, 200]);
  expect((await here.client.post(`/admin/keys/${byKey.key.key.id}/revoke`)).status).toBe(200);
  expect((await here.client.post(`/admin/clients/${byClient.id}/revoke`)).status).toBe(200);
  const deadline = performance.now() + 5_000;
  while ((await statuses()).some((status) => status !== 401) && performance.now() < deadline) await sleep(50);
  expect(await statuses()).toEqual([401, 401, 401]);
  expect((await ask(there.hub.url, byClient.id, byClient.secret.text)).status).toBe(401);
});

test('a rolled SECRET: what the old one made goes on, and what was used meanwhile survives its end', async () => {
  const DATABASE_URL = await database();
  const PUBLIC_URL = 'https://hub.example.jp';
  const before = await hubsOf({ DATABASE_URL, SECRET: oldSecret, PUBLIC_URL }).start();
  const { key: admin } = before.client;
  const zip = await boardBuffer({ people: 20, seed: 1 });
  const { id: importId } = await before.client.importZip(zip);
  const used = await make(before.client, 'reader', ['roster.readonly']);
  const unused = await make(before.client, 'reader', ['roster.readonly']);
  const { token } = await ask(before.hub.url, used.id, used.secret.text);
  const next = /<https:\/\/hub\.example\.jp([^>]+)>; rel="next"/.exec(
    (await before.client.get(users)).headers.get('link') ?? '',
  )?.[1];
  expect(next).toContain('cursor=');
  expect(await before.hub.stop()).toBe(0);

  const both = await hubsOf({
    ...{ DATABASE_URL, SECRET: newSecret, SECRET_PREVIOUS: oldSecret, PUBLIC_URL },
  }).start();
  const at = (url: string, text: string) => new HubClient(url, text);
  const { url } = both.hub;
  expect((await at(url, used.key.text).get(users)).status).toBe(200);
  expect((await at(url, token).get(users)).status).toBe(200);
  expect((await at(url, token).get(next ?? '')).status).toBe(200);
  expect((await ask(url, used.id, used.secret.text)).status).toBe(200);
  const upload = await at(url, admin).get(`/csv/import/${importId}/upload`);
  expect(Buffer.from(await upload.arrayBuffer()).equals(zip)).toBe(true);
  const made = await make(at(url, admin), 'reader', ['roster.readonly']);
  expect(await both.hub.stop()).toBe(0);

  const after = (await hubsOf({ DATABASE_URL, SECRET: newSecret, PUBLIC_URL }).start()).hub.url;
  for (const text of [admin, used.key.text, made.key.text]) {
    expect((await at(after, text).get(users)).status).toBe(200);
  }
  expect((await at(after, unused.key.text).get(users)).status).toBe(401);
  expect((await at(after, token).get(users)).status).toBe(401);
  expect((await at(after, admin).get(next ?? '')).status).toBe(400);
  expect((await ask(after, used.id, used.secret.text)).status).toBe(200);
  expect((await ask(after, unused.id, unused.secret.text)).status).toBe(401);
  expect((await at(after, admin).get(`/csv/import/${importId}/upload`)).status).toBe(500);
});

test('keys of another environment are refused; proxies that are trusted say where callers are', async () => {
  const DATABASE_URL = await database();
  const trial = await hubsOf({ DATABASE_URL, SECRET: oldSecret, KEY_ENVIRONMENT: 'test' }).start();
  expect(trial.client.key).toMatch(/^rhk_test_/);
  expect((await trial.client.get(users)).status).toBe(200);
  const live = await hubsOf({ DATABASE_URL, SECRET: oldSecret, TRUSTED_PROXIES: '127.0.0.0/8' }).start();
  expect((await new HubClient(live.hub.url, trial.client.key).get(users)).status).toBe(401);
  const { id, key } = await make(trial.client, 'reader', ['roster.readonly']);
  expect(key.text).toMatch(/^rhk_test_/);
  const change = { addressMode: 'list', addresses: ['203.0.113.0/24'] };
  const response = await fetch(`${trial.hub.url}/admin/clients/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${trial.client.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
  expect(response.status).toBe(200);
  const behind = await hubsOf({
    ...{ DATABASE_URL, SECRET: oldSecret, KEY_ENVIRONMENT: 'test', TRUSTED_PROXIES: '127.0.0.0/8' },
  }).start();
  const reader = (url: string, forwarded: string) =>
    new HubClient(url, key.text).get(users, { 'x-forwarded-for': forwarded });
  expect((await reader(behind.hub.url, '198.51.100.1, 203.0.113.9')).status).toBe(200);
  expect((await reader(behind.hub.url, '203.0.113.9, 198.51.100.1')).status).toBe(403);
  // Without trust a header is what anybody writes.
  expect((await reader(trial.hub.url, '203.0.113.9')).status).toBe(403);
});
