import type { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { clientSchema, credentialSchema } from '../../src/http/routes/client-schemas.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { query } from '../support/embedded-folder.ts';
import { HubClient } from '../support/hub-client.ts';
import { openContext } from '../support/hub-context.ts';
import { basicHeader, type OauthHub, startOauthHub } from '../support/oauth-hub.ts';

type Client = z.infer<typeof clientSchema>;
type Credential = z.infer<typeof credentialSchema>;

const users = '/ims/oneroster/rostering/v1p2/users?limit=1';
const registration = {
  name: '学習ツールA',
  purpose: '授業で使うアカウント',
  contact: 'support@tool.example.jp',
  contractEnd: '2099-03-31',
  role: 'reader',
  scopes: ['roster.readonly'],
};
let oauth: OauthHub;

beforeAll(async () => {
  oauth = await startOauthHub();
});
afterAll(() => oauth.stop());

/** A call by the administrator; its body must be of the status that is expected. */
async function call<Body>(method: string, path: string, body?: unknown, wanted = 200): Promise<Body> {
  const { client } = oauth.hub;
  const response = await fetch(client.url + path, {
    method,
    headers: { authorization: `Bearer ${client.key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect(response.status, text).toBe(wanted);
  return JSON.parse(text);
}

interface Noted {
  client: Client;
  notes: { ja: string; en: string }[];
}
interface Issued {
  text: string;
  key: Credential;
  previous: Credential;
}

const register = async (more: object = {}) =>
  (await call<Noted>('POST', '/admin/clients', { ...registration, ...more }, 201)).client;
const issue = (client: string, kind: string, more: object = {}) =>
  call<Issued>('POST', '/admin/keys', { client, kind, ...more }, 201);
const statusWith = async (key: string) =>
  (await fetch(oauth.hub.client.url + users, { headers: { 'x-api-key': key } })).status;
const tokenStatus = async (id: string, secret: string) =>
  (await oauth.ask({ grant_type: 'client_credentials' }, basicHeader({ id, secret }))).status;
const set = (table: string, id: string, change: string) =>
  query(oauth.hub.databaseUrl, `UPDATE ${table} SET ${change} WHERE id = $1`, [id]);

describe('a client', () => {
  test('is what was said of it, and comes in the list', async () => {
    const client = await register();
    expect(client).toEqual({
      ...registration,
      id: expect.stringMatching(/^[0-9A-Za-z]{22}$/),
      addressMode: 'any',
      addresses: [],
      requestsPerHour: null,
      requestsPerSecond: null,
      active: true,
      createdAt: expect.any(String),
      revokedAt: null,
    });
    expect(await call('GET', `/admin/clients/${client.id}`)).toEqual(client);
    const { clients, total } = await call<{ clients: Client[]; total: number }>(
      'GET',
      '/admin/clients?limit=200',
    );
    expect(clients.length).toBe(total);
    expect(clients).toContainEqual(client);
    const page = await call<{ clients: Client[] }>('GET', '/admin/clients?limit=1&offset=1');
    expect(page.clients).toEqual(clients.slice(1, 2));
  });

  test.each([
    ...['name', 'purpose', 'contact', 'contractEnd', 'role', 'scopes'].map((name) => ({ [name]: undefined })),
    { name: '' },
    { name: 'a\nb' },
    { name: 'x'.repeat(101) },
    { contractEnd: '2026-02-29' },
    { contractEnd: '2020-01-01' },
    { contractEnd: '2099-03-31T00:00:00Z' },
    { contractEnd: null },
    { role: 'owner' },
    { scopes: ['openid'] },
    { role: 'auditor', scopes: ['roster.readonly'] },
    { addressMode: 'none' },
    { addresses: '10.0.0.1' },
    { addresses: Array(101).fill('10.0.0.1') },
    ...['010.0.0.1', '10.1', '0x0a000001', 'fe80::1%eth0', '10.0.0.0/33', '10.0.0.0/08', 'localhost', ''].map(
      (address) => ({ addresses: ['10.0.0.1', address] }),
    ),
    { addresses: ['0.0.0.0/0'] },
    { addresses: ['::/0'], everybody: false },
    { id: 'mine' },
    { revokedAt: null },
    { digest: 'x' },
  ])('is not registered with %j', async (wrong) => {
    const [before] = await query(oauth.hub.databaseUrl, 'SELECT count(*) FROM clients');
    await call('POST', '/admin/clients', { ...registration, ...wrong }, 400);
    expect(await query(oauth.hub.databaseUrl, 'SELECT count(*) FROM clients')).toEqual([before]);
  });

  test('changes in what is named, and in nothing else', async () => {
    const client = await register();
    const { client: changed } = await call<Noted>('PATCH', `/admin/clients/${client.id}`, {
      purpose: '別の目的',
      scopes: [],
      contractEnd: '2098-01-01',
    });
    expect(changed).toEqual({ ...client, purpose: '別の目的', scopes: [], contractEnd: '2098-01-01' });
    expect((await call<Noted>('PATCH', `/admin/clients/${client.id}`, {})).client).toEqual(changed);
    for (const wrong of [{ id: 'x' }, { active: true }, { contractEnd: '2020-01-01' }, { role: 'owner' }]) {
      await call('PATCH', `/admin/clients/${client.id}`, wrong, 400);
    }
    await call('PATCH', `/admin/clients/${client.id}`, { role: 'auditor', scopes: ['roster.readonly'] }, 400);
    expect(await call('GET', `/admin/clients/${client.id}`)).toEqual(changed);
  });

  test('that there is not is 404, and one that was revoked stays so', async () => {
    for (const [method, path] of [
      ['GET', '/admin/clients/nobody'],
      ['PATCH', '/admin/clients/nobody'],
      ['POST', '/admin/clients/nobody/revoke'],
      ['GET', '/admin/keys/nobody'],
      ['POST', '/admin/keys/nobody/revoke'],
    ] as const) {
      await call(method, path, method === 'PATCH' ? {} : undefined, 404);
    }
    await call('POST', '/admin/keys', { client: 'nobody', kind: 'key' }, 404);
    await call('POST', '/admin/clients/nobody/address-test', { address: '::1' }, 404);
    await call('POST', '/admin/keys/nobody/roll', { grace: '0' }, 404);
    const { id } = await register();
    const { text } = await issue(id, 'secret');
    expect(await call('POST', `/admin/clients/${id}/revoke`)).toMatchObject({ active: false });
    expect(await tokenStatus(id, text)).toBe(401);
    await call('POST', `/admin/clients/${id}/revoke`, undefined, 409);
    await call('PATCH', `/admin/clients/${id}`, { contractEnd: '2099-03-31' }, 409);
    await call('POST', '/admin/keys', { client: id, kind: 'key' }, 409);
  });
});

describe('a key', () => {
  test('is shown once; afterwards how it begins and ends, when and where it was used', async () => {
    const { id, name } = await register();
    const { text, key } = await issue(id, 'key');
    expect(text).toMatch(/^rhk_live_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/);
    expect(key).toEqual({
      id: text.split('_')[2],
      kind: 'key',
      client: { id, name },
      prefix: text.slice(0, 32),
      lastFour: text.slice(-4),
      active: true,
      createdAt: expect.any(String),
      expiresAt: '2099-03-31T15:00:00.000Z',
      revokedAt: null,
      replacedBy: null,
      lastUsedAt: null,
      firstAddress: null,
    });
    expect(await statusWith(text)).toBe(200);
    const seen = () => call<Credential>('GET', `/admin/keys/${key.id}`);
    await expect.poll(async () => (await seen()).lastUsedAt).not.toBeNull();
    const used = await seen();
    expect(used).toEqual({ ...key, lastUsedAt: expect.any(String), firstAddress: '127.0.0.1' });
    const { keys, total } = await call<{ keys: Credential[]; total: number }>(
      'GET',
      `/admin/keys?client=${id}`,
    );
    expect({ keys, total }).toEqual({ keys: [used], total: 1 });
    expect(JSON.stringify(await call('GET', '/admin/keys?limit=200&kind=key'))).not.toContain(
      text.slice(32, -4),
    );
  });

  test('is written as used once a minute, however many hubs see it used how often', async () => {
    const { id } = await register();
    const { text, key } = await issue(id, 'key');
    await query(
      oauth.hub.databaseUrl,
      `CREATE TABLE uses (id text); CREATE FUNCTION note_use() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN INSERT INTO uses VALUES (new.id); RETURN new; END $$;
       CREATE TRIGGER note_use AFTER UPDATE ON credentials FOR EACH ROW EXECUTE FUNCTION note_use()`,
    );
    const uses = async () =>
      (await query(oauth.hub.databaseUrl, 'SELECT FROM uses WHERE id = $1', [key.id])).length;
    const { createAuthenticator } = await import('../../src/services/access/authenticate.ts');
    await using ctx = openContext(oauth.hub);
    const hubs = Array.from({ length: 3 }, () => createAuthenticator(ctx));
    const crowd = () =>
      Promise.all(
        Array.from({ length: 300 }, (_, each) => hubs[each % 3]?.(text, `203.0.113.${each % 200}`)),
      );
    await crowd();
    await expect.poll(uses).toBe(1);
    await crowd();
    await set('credentials', key.id, `last_used_at = now() - interval '61 seconds'`);
    const later = [createAuthenticator(ctx), createAuthenticator(ctx)];
    await Promise.all(later.map((one) => one(text, '198.51.100.1')));
    // The change by hand is one more.
    await expect.poll(uses).toBe(3);
    // Each hub has seen another first; whichever came first, no later one.
    expect((await call<Credential>('GET', `/admin/keys/${key.id}`)).firstAddress).toMatch(
      /^203\.0\.113\.[012]$/,
    );
    await query(oauth.hub.databaseUrl, 'DROP TRIGGER note_use ON credentials');
  });

  test('ends with the contract, whatever was said of it, and with its own end when that is earlier', async () => {
    const { id } = await register({ contractEnd: '2099-03-31' });
    const { key: long } = await issue(id, 'key', { expires: '2199-12-31' });
    const { text, key: short } = await issue(id, 'key', { expires: '2098-12-31' });
    expect([long.expiresAt, short.expiresAt]).toEqual([
      '2099-03-31T15:00:00.000Z',
      '2098-12-31T15:00:00.000Z',
    ]);
    await call('POST', '/admin/keys', { client: id, kind: 'key', expires: '2020-01-01' }, 400);
    await set('clients', id, `expires_at = now()`);
    expect(await statusWith(text)).toBe(401);
    expect(await call('GET', `/admin/keys/${short.id}`)).toMatchObject({ active: false });
  });
});

describe.each(['key', 'secret'])('rolling a %s', (kind) => {
  const works = async (client: string, text: string) =>
    kind === 'key' ? statusWith(text) : tokenStatus(client, text);
  const secondsLeft = ({ expiresAt }: Credential) => (Date.parse(expiresAt) - Date.now()) / 1_000;

  test.each([
    ['1h', 3_600],
    ['24h', 86_400],
    ['7d', 604_800],
  ])('with a grace of %s leaves both at work until then', async (grace, seconds) => {
    const { id } = await register();
    const old = await issue(id, kind);
    const rolled = await call<Issued>('POST', `/admin/keys/${old.key.id}/roll`, { grace }, 201);
    expect(rolled.previous).toMatchObject({ id: old.key.id, replacedBy: rolled.key.id, active: true });
    expect(Math.abs(secondsLeft(rolled.previous) - seconds)).toBeLessThan(60);
    expect(rolled.key.expiresAt).toBe(old.key.expiresAt);
    expect(await Promise.all([works(id, old.text), works(id, rolled.text)])).toEqual([200, 200]);
    await set('credentials', old.key.id, `expires_at = now()`);
    const { text } = await issue(id, kind);
    if (kind === 'secret') expect(await works(id, old.text)).toBe(401);
    expect(await works(id, text)).toBe(200);
    await call('POST', `/admin/keys/${old.key.id}/roll`, { grace: '0' }, 409);
  });

  test('without grace stops the old one, and once is once', async () => {
    const { id } = await register();
    const old = await issue(id, kind);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        oauth.hub.client.post(`/admin/keys/${old.key.id}/roll`, { grace: '0' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await works(id, old.text)).toBe(401);
    expect(await call('GET', `/admin/keys/${old.key.id}`)).toMatchObject({ active: false });
  });

  test('never lets the old one live longer than it would have', async () => {
    const { id } = await register();
    const old = await issue(id, kind, { expires: '2098-12-31' });
    await set('credentials', old.key.id, `expires_at = now() + interval '10 minutes'`);
    const rolled = await call<Issued>(
      'POST',
      `/admin/keys/${old.key.id}/roll`,
      { grace: '7d', expires: '2099-01-31' },
      201,
    );
    expect(secondsLeft(rolled.previous)).toBeLessThan(601);
    expect(rolled.key.expiresAt).toBe('2099-01-31T15:00:00.000Z');
    const ending = await register();
    const last = await issue(ending.id, kind);
    await set('clients', ending.id, `expires_at = now() + interval '10 minutes'`);
    const again = await call<Issued>('POST', `/admin/keys/${last.key.id}/roll`, { grace: '7d' }, 201);
    expect(secondsLeft(again.previous)).toBeLessThan(601);
    expect(secondsLeft(again.key)).toBeLessThan(601);
  });

  test.each([{ grace: '2h' }, { grace: 0 }, {}, { grace: '1h', expires: 'x' }, { grace: '1h', id: 'x' }])(
    'is refused with %j',
    async (body) => {
      const { id } = await register();
      const { key } = await issue(id, kind);
      await call('POST', `/admin/keys/${key.id}/roll`, body, 400);
    },
  );
});

describe('addresses', () => {
  const noted = (more: object) => call<Noted>('POST', '/admin/clients', { ...registration, ...more }, 201);

  test('are kept in one form, which whoever gave another is shown', async () => {
    const { client, notes } = await noted({
      addressMode: 'list',
      addresses: ['10.1.2.3/8', '203.0.113.7', '2001:DB8::1/48', '::ffff:203.0.113.7', '2001:db8::/48'],
    });
    expect(client.addresses).toEqual(['10.0.0.0/8', '203.0.113.7', '2001:db8::/48']);
    expect(notes.map(({ en }) => en)).toEqual([
      '10.1.2.3/8 is kept as 10.0.0.0/8.',
      '2001:DB8::1/48 is kept as 2001:db8::/48.',
      '::ffff:203.0.113.7 is kept as 203.0.113.7.',
    ]);
  });

  test('of everybody need a word that they are meant', async () => {
    const everybody = { addressMode: 'list', addresses: ['0.0.0.0/0', '::/0'], everybody: true };
    expect((await noted(everybody)).client.addresses).toEqual(['0.0.0.0/0', '::/0']);
  });

  test('decide within five seconds, and an emptied list refuses everybody and says so', async () => {
    const { id } = await register();
    const { text } = await issue(id, 'key');
    const { text: secret } = await issue(id, 'secret');
    const path = `/admin/clients/${id}`;
    const { notes } = await call<Noted>('PATCH', path, { addressMode: 'list', addresses: [] });
    expect(notes.map(({ en }) => en)).toEqual(['The list is empty: the client can be used from nowhere.']);
    expect([await statusWith(text), await tokenStatus(id, secret)]).toEqual([403, 400]);
    await call('PATCH', path, { addresses: ['127.0.0.0/8'] });
    expect(await tokenStatus(id, secret)).toBe(200);
    await expect.poll(() => statusWith(text), { timeout: 5_000 }).toBe(200);
    await call('PATCH', path, { addressMode: 'any' });
    expect((await call<Client>('GET', path)).addresses).toEqual(['127.0.0.0/8']);
  });

  test('can be tried out', async () => {
    const { client } = await noted({
      addressMode: 'list',
      addresses: ['10.1.0.0/16', '10.0.0.0/8', '2001:db8::/32'],
    });
    const verdict = (address: string, wanted = 200) =>
      call('POST', `/admin/clients/${client.id}/address-test`, { address }, wanted);
    expect(await verdict('10.1.2.3')).toEqual({
      address: '10.1.2.3',
      allowed: true,
      mode: 'list',
      entry: '10.1.0.0/16',
    });
    expect(await verdict('::ffff:10.2.0.1')).toMatchObject({
      address: '10.2.0.1',
      allowed: true,
      entry: '10.0.0.0/8',
    });
    expect(await verdict('2001:DB9::1')).toEqual({
      address: '2001:db9::1',
      allowed: false,
      mode: 'list',
      entry: null,
    });
    for (const text of ['010.1.2.3', '10.1', '10.0.0.0/8', 'fe80::1%eth0', '']) await verdict(text, 400);
    await call('PATCH', `/admin/clients/${client.id}`, { addressMode: 'any' });
    expect(await verdict('192.0.2.1')).toEqual({
      address: '192.0.2.1',
      allowed: true,
      mode: 'any',
      entry: null,
    });
  });
});

test('an auditor may do nothing that is there yet', async () => {
  await using ctx = openContext(oauth.hub);
  const auditor = new HubClient(oauth.hub.client.url, await createKey(ctx, { name: 'a', role: 'auditor' }));
  for (const path of [users, '/admin/clients', '/csv/import', '/publications']) {
    expect((await auditor.get(path)).status).toBe(403);
  }
});
