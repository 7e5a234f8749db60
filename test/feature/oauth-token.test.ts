import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Scope, scopes, scopeUrl } from '../../src/model/scope.ts';
import { makeClientSecret, makeId } from '../../src/services/access/key-text.ts';
import { revokeClient } from '../../src/store/clients.ts';
import { query } from '../support/embedded-folder.ts';
import {
  basicHeader,
  bodyOf,
  grant,
  type OauthHub,
  startOauthHub,
  type TestClient,
} from '../support/oauth-hub.ts';

const mayHave: readonly Scope[] = ['roster.readonly', 'roster-demographics.readonly', 'gradebook.readonly'];
let oauth: OauthHub;
let client: TestClient;

beforeAll(async () => {
  oauth = await startOauthHub();
  client = await oauth.makeClient('学習ツールA', mayHave);
});

afterAll(() => oauth.stop());

/** Every character as `%XX`: more than any encoder does. */
const percent = (text: string) =>
  [...text].map((character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
const inForm = ({ id, secret }: TestClient) => ({ client_id: id, client_secret: secret });

describe('credentials', () => {
  const ways: [string, () => Promise<Response>][] = [
    ['Basic', () => oauth.ask(grant, basicHeader(client))],
    [
      'Basic, URL-encoded',
      () => oauth.ask(grant, basicHeader({ id: percent(client.id), secret: percent(client.secret) })),
    ],
    [
      'a lower-case basic',
      () => oauth.ask(grant, { authorization: basicHeader(client).authorization.replace('Basic', 'basic') }),
    ],
    [
      'Basic with the client_id in the form too',
      () => oauth.ask({ ...grant, client_id: client.id }, basicHeader(client)),
    ],
    ['the form', () => oauth.ask({ ...grant, ...inForm(client) })],
    [
      'the form, beside a token',
      () => oauth.ask({ ...grant, ...inForm(client) }, { authorization: 'Bearer x' }),
    ],
    ['the other address', () => oauth.ask(grant, basicHeader(client), '/oauth2/token')],
    ['an address with a slash', () => oauth.ask({ ...grant, ...inForm(client) }, {}, '/oauth/token/')],
  ];

  test.each(ways)('are taken by %s', async (_name, ask) => {
    const response = await ask();
    expect(await bodyOf(response)).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: mayHave.map(scopeUrl).join(' '),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('pragma')).toBe('no-cache');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  });

  test('that prove nobody are 401 invalid_client, all alike', async () => {
    const other = await oauth.makeClient('other', mayHave);
    const revoked = await oauth.makeClient('revoked', mayHave);
    expect(await revokeClient(oauth.store.db, revoked.id)).toBe(true);
    const expired = await oauth.makeClient('expired', mayHave);
    await query(
      oauth.hub.databaseUrl,
      `UPDATE clients SET expires_at = now() - interval '1 second' WHERE name = 'expired'`,
    );
    const otherSecret = await oauth.makeClient('elsewhere', mayHave, 'another secret');
    const wrong: TestClient[] = [
      revoked,
      expired,
      otherSecret,
      { id: client.id, secret: other.secret },
      { id: client.id, secret: makeClientSecret().text },
      { id: makeId(), secret: client.secret },
      { id: client.secret, secret: client.id },
      { id: client.id, secret: client.secret.slice(0, -1) },
      { id: client.id, secret: `${client.secret}\n` },
      { id: client.id, secret: '' },
      { id: '', secret: '' },
      { id: `${client.id}\0`, secret: client.secret },
      { id: `' OR 1=1 --`, secret: client.secret },
      { id: hubKey().id, secret: hubKey().text },
    ];
    const headers = wrong.map(basicHeader);
    const forms = wrong.map((one) => ({ ...grant, ...inForm(one) }));
    const responses = [
      ...headers.map((one) => oauth.ask(grant, one)),
      ...forms.map((one) => oauth.ask(one)),
      oauth.ask(grant),
      oauth.ask({ ...grant, client_id: client.id }),
      oauth.ask(grant, { authorization: `Bearer ${client.secret}` }),
      oauth.ask(grant, { authorization: 'Basic' }),
    ];
    for (const response of await Promise.all(responses)) {
      const body = await bodyOf(response);
      expect(body).toEqual({
        error: 'invalid_client',
        error_description: 'There is no active client with this client_id and client_secret.',
        requestId: response.headers.get('x-request-id'),
      });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Basic realm="rosterhub"');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('pragma')).toBe('no-cache');
    }
  });

  const hubKey = () => ({ id: oauth.hub.client.key.split('_')[2] ?? '', text: oauth.hub.client.key });
});

describe('scopes', () => {
  const askFor = async (scope: string, one = client) => {
    const response = await oauth.ask({ ...grant, scope }, basicHeader(one));
    const body = await bodyOf(response);
    return [response.status, body.scope ?? body.error];
  };
  const roster = scopeUrl('roster.readonly');
  const demographics = scopeUrl('roster-demographics.readonly');

  test('that were asked for are granted, and no others', async () => {
    expect(await askFor(roster)).toEqual([200, roster]);
    expect(await askFor(`${demographics}  ${roster} ${roster}`)).toEqual([200, `${demographics} ${roster}`]);
    expect(await askFor('')).toEqual([200, mayHave.map(scopeUrl).join(' ')]);
  });

  test('are known by the http spelling and by their short names', async () => {
    const http = roster.replace('https', 'http');
    expect(await askFor(http)).toEqual([200, http]);
    expect(await askFor('roster.readonly')).toEqual([200, 'roster.readonly']);
  });

  test('that nobody knows or that the client may not have are left out', async () => {
    expect(await askFor(`openid ${roster} https://example.jp/x`)).toEqual([200, roster]);
    expect(await askFor(`${scopeUrl('gradebook.delete')} ${roster}`)).toEqual([200, roster]);
  });

  test('none of which remains are 400 invalid_scope', async () => {
    const asked = ['openid', scopeUrl('gradebook.delete'), 'roster-core.readonly x', `${roster}x`];
    for (const scope of asked) expect(await askFor(scope)).toEqual([400, 'invalid_scope']);
  });

  test('of all services go into one token', async () => {
    const all = await oauth.makeClient('everything', scopes);
    const asked = scopes.map(scopeUrl).join(' ');
    expect(await askFor(asked, all)).toEqual([200, asked]);
    expect((await oauth.tokenOf(all)).length).toBeLessThan(3_000);
  });
});

describe('a request that is not understood', () => {
  const granted = 'grant_type=client_credentials';
  const refusals: [string, string, Record<string, string>, string][] = [
    ['no grant_type', 'scope=roster.readonly', {}, 'invalid_request'],
    ['nothing', '', {}, 'invalid_request'],
    ['another grant_type', 'grant_type=password', {}, 'unsupported_grant_type'],
    ['a parameter twice', `${granted}&${granted}`, {}, 'invalid_request'],
    ['a scope twice', `${granted}&scope=a&scope=b`, {}, 'invalid_request'],
    ['JSON', JSON.stringify(grant), { 'content-type': 'application/json' }, 'invalid_request'],
    ['a large body', `${granted}&x=${'x'.repeat(9_000)}`, {}, 'invalid_request'],
    ['a very large body', `${granted}&x=${'x'.repeat(300_000)}`, {}, 'invalid_request'],
    ['credentials twice', `${granted}&client_secret=x`, {}, 'invalid_request'],
  ];

  test.each(refusals)('for %s is 400', async (_name, form, headers, error) => {
    const response = await oauth.ask(form, { ...basicHeader(client), ...headers });
    const body = await bodyOf(response);
    expect([response.status, body.error]).toEqual([400, error]);
    expect(body.error_description).toMatch(/^[\x20\x21\x23-\x5B\x5D-\x7E]+$/);
    expect(body.requestId).toBe(response.headers.get('x-request-id'));
    expect(Object.keys(body)).toEqual(['error', 'error_description', 'requestId']);
    expect(response.headers.get('www-authenticate')).toBeNull();
    // What is left of a body stands before the next request of the connection.
    expect(response.headers.get('connection')).toBe(form.length > 8_192 ? 'close' : 'keep-alive');
  });

  test('for a body in chunks without an end is 400, before it ends', async () => {
    const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const sent = request(
        `${oauth.hub.client.url}/oauth/token`,
        { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => {
            sent.destroy();
            resolve({ status: response.statusCode, text });
          });
        },
      );
      sent.on('error', reject);
      sent.write('x'.repeat(10_000));
    });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ error: 'invalid_request' });
  });

  test.each(['GET', 'PUT', 'DELETE'])('for the method %s is 405', async (method) => {
    const response = await fetch(`${oauth.hub.client.url}/oauth/token`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

test('the hub in trouble says so in the same form, and never how', async () => {
  await query(oauth.hub.databaseUrl, 'ALTER TABLE credentials RENAME TO credentials_away');
  const response = await oauth.ask(grant, basicHeader(client));
  await query(oauth.hub.databaseUrl, 'ALTER TABLE credentials_away RENAME TO credentials');
  expect(response.status).toBe(500);
  const body = await bodyOf(response);
  expect(body).toEqual({
    error: 'server_error',
    error_description: expect.stringContaining('Something went wrong inside'),
    requestId: response.headers.get('x-request-id'),
  });
});

test('secrets and tokens are in no log and in no table; the log names the client', async () => {
  const one = await oauth.makeClient('quiet', ['roster.readonly']);
  const token = await oauth.tokenOf(one);
  await oauth.get('/ims/oneroster/v1p2/orgs', token);
  const lines = oauth.hub.logLines.map((line): Record<string, unknown> => JSON.parse(line));
  const own = lines.filter((line) => line.client === one.id).map(({ route, status }) => [route, status]);
  expect(own).toEqual([
    ['/oauth/token', 200],
    ['/ims/oneroster/v1p2/orgs', 200],
  ]);
  expect(oauth.hub.logLines.join('')).not.toMatch(/rhs_|eyJ|Basic |client_secret/);
  const secret = one.secret.slice(9, 52);
  const row = await query(
    oauth.hub.databaseUrl,
    `SELECT *, octet_length(digest) AS length FROM credentials WHERE client_id = $1`,
    [one.id],
  );
  expect(row[0]?.length).toBe(32);
  for (const text of [JSON.stringify(row), String(row[0]?.digest)]) expect(text).not.toContain(secret);
});
