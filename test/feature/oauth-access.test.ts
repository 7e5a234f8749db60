import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { statusInfoSchema } from '../../src/http/problem.ts';
import { endpoints, serviceBases } from '../../src/model/endpoints.ts';
import { type Scope, scopes, scopeUrl } from '../../src/model/scope.ts';
import { revokeClient } from '../../src/store/clients.ts';
import { query } from '../support/embedded-folder.ts';
import { type OauthHub, startOauthHub, type TestClient } from '../support/oauth-hub.ts';

const [service] = serviceBases;
let oauth: OauthHub;
let everything: TestClient;

beforeAll(async () => {
  oauth = await startOauthHub();
  everything = await oauth.makeClient('everything', scopes);
  const published = await oauth.hub.client.importZip(await boardBuffer({ people: 20, seed: 1 }));
  expect(published.state).toBe('published');
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

afterAll(() => oauth.stop());

/** Status and challenge of a request. */
async function answer(path: string, token: string): Promise<[number, string | null]> {
  const response = await oauth.get(path, token);
  const body = await response.text();
  if (response.status >= 400 && path.startsWith('/ims')) {
    expect(statusInfoSchema.safeParse(JSON.parse(body)).error?.issues).toBeUndefined();
  }
  return [response.status, response.headers.get('www-authenticate')];
}

const invalid = [401, 'Bearer realm="rosterhub", error="invalid_token"'];

describe.each(scopes)('a token with %s alone', (scope) => {
  test('opens the endpoints that name it, and no other', async () => {
    const token = await oauth.tokenOf(everything, scopeUrl(scope));
    for (const endpoint of endpoints) {
      const wanted = endpoint.scopes.some((one) => one === scope);
      const path = endpoint.path.replaceAll(/\{\w+\}/g, 'x');
      const names = endpoint.scopes.map(scopeUrl).join(' ');
      for (const base of serviceBases) {
        const [status, challenge] = await answer(base + path, token);
        if (wanted) expect([status, challenge]).toEqual([path === endpoint.path ? 200 : 404, null]);
        else {
          const refusal = `Bearer realm="rosterhub", error="insufficient_scope", scope="${names}"`;
          expect([status, challenge], endpoint.path).toEqual([403, refusal]);
        }
      }
    }
  });
});

test('demographics open to their own scope, and to a client that may not have it in no way', async () => {
  const plain = await oauth.makeClient('no demographics', ['roster.readonly', 'roster-core.readonly']);
  const asked = `${scopeUrl('roster.readonly')} ${scopeUrl('roster-demographics.readonly')}`;
  for (const token of [await oauth.tokenOf(plain), await oauth.tokenOf(plain, asked)]) {
    expect((await oauth.get(`${service}/users`, token)).status).toBe(200);
    const response = await oauth.get(`${service}/demographics`, token);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('birthDate');
  }
  const response = await oauth.get(`${service}/demographics`, await oauth.tokenOf(everything, asked));
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('birthDate');
});

test('no token opens what belongs to roles, whatever its scopes', async () => {
  const token = await oauth.tokenOf(everything);
  for (const path of ['', '/x', '/x/issues', '/x/issues.csv']) {
    expect(await answer(`/csv/import${path}`, token)).toEqual([403, null]);
  }
  const upload = await fetch(`${oauth.hub.client.url}/csv/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(upload.status).toBe(403);
});

test('a token shows exactly what a key shows', async () => {
  const token = await oauth.tokenOf(everything);
  for (const path of ['/users?limit=5', '/orgs', '/demographics?limit=3']) {
    const [byToken, byKey] = await Promise.all([
      oauth.get(service + path, token),
      oauth.hub.client.get(service + path),
    ]);
    expect(await byToken.text()).toBe(await byKey.text());
  }
});

describe('a token stops working', () => {
  const users = `${service}/users?limit=1`;

  test('after one hour', async () => {
    const token = await oauth.tokenOf(everything);
    const issued = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: issued + 3_590_000 });
    expect((await oauth.get(users, token)).status).toBe(200);
    vi.setSystemTime(issued + 3_601_000);
    expect(await answer(users, token)).toEqual(invalid);
    expect((await oauth.get(users, await oauth.tokenOf(everything))).status).toBe(200);
  });

  const ends: [string, (client: TestClient) => Promise<unknown>][] = [
    ['revoked', (client) => revokeClient(oauth.store.db, client.id)],
    [
      'expired',
      (client) =>
        query(oauth.hub.databaseUrl, `UPDATE clients SET expires_at = now() WHERE id = $1`, [client.id]),
    ],
    [
      'removed',
      async (client) => {
        for (const [table, name] of [
          ['credentials', 'client_id'],
          ['clients', 'id'],
        ]) {
          await query(oauth.hub.databaseUrl, `DELETE FROM ${table} WHERE ${name} = $1`, [client.id]);
        }
      },
    ],
  ];

  test.each(ends)(
    'within five seconds after its client was %s, and gives no more at once',
    async (name, end) => {
      const client = await oauth.makeClient(`soon ${name}`, ['roster.readonly']);
      const token = await oauth.tokenOf(client);
      expect((await oauth.get(users, token)).status).toBe(200);
      await end(client);
      await expect(oauth.tokenOf(client)).rejects.toThrow('invalid_client');
      const now = performance.now.bind(performance);
      vi.spyOn(performance, 'now').mockImplementation(() => now() + 5_001);
      expect(await answer(users, token)).toEqual(invalid);
    },
  );

  test('for a scope that its client has lost', async () => {
    const client = await oauth.makeClient('narrowed', ['roster.readonly', 'roster-demographics.readonly']);
    const token = await oauth.tokenOf(client);
    const lost: Scope = 'roster-demographics.readonly';
    await query(oauth.hub.databaseUrl, `UPDATE clients SET scopes = array_remove(scopes, $2) WHERE id = $1`, [
      client.id,
      lost,
    ]);
    expect((await oauth.get(`${service}/demographics`, token)).status).toBe(403);
    expect((await oauth.get(users, token)).status).toBe(200);
  });
});

describe('a request without access', () => {
  test('is told so plainly when it brought nothing', async () => {
    for (const headers of [{}, { 'x-api-key': 'x' }]) {
      const response = await fetch(`${oauth.hub.client.url}${service}/users`, { headers });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="rosterhub"');
    }
  });

  test('is told that what it brought is bad, with the id of the request', async () => {
    const good = await oauth.tokenOf(everything);
    const [header, claims, signature] = good.split('.');
    const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const bad = [
      'x',
      'x.y.z',
      `${header}.${claims}.`,
      `${unsigned}.${claims}.`,
      `${unsigned}.${claims}.${signature}`,
      `${good}x`,
      `${good}.${signature}`,
      'a.'.repeat(5_000),
      everything.secret,
      everything.id,
    ];
    for (const token of bad) expect(await answer(`${service}/users`, token)).toEqual(invalid);
    const response = await oauth.get(`${service}/users`, 'x.y.z');
    expect(JSON.parse(await response.text())).toEqual({
      imsx_codeMajor: 'failure',
      imsx_severity: 'error',
      imsx_description: `The access token does not work: it has expired, its client was stopped, or it is not of this hub. Get a new one. (request ${response.headers.get('x-request-id')})`,
      imsx_CodeMinor: {
        imsx_codeMinorField: [
          { imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: 'unauthorisedrequest' },
        ],
      },
    });
  });

  test('is not helped by a token in the address', async () => {
    const token = await oauth.tokenOf(everything);
    const response = await fetch(`${oauth.hub.client.url}${service}/users?access_token=${token}`);
    expect(response.status).toBe(400);
  });

  test('as a key without scopes is told which it needs', async () => {
    const body = await (
      await oauth.get(`${service}/demographics`, await oauth.tokenOf(everything, 'roster.readonly'))
    ).text();
    expect(JSON.parse(body).imsx_description).toContain(scopeUrl('roster-demographics.readonly'));
    expect(JSON.parse(body).imsx_CodeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue).toBe('forbidden');
  });
});
