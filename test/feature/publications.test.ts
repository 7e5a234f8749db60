import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { publicationListSchema } from '../../src/http/routes/publications.ts';
import { createLog } from '../../src/log.ts';
import { rosterScopes } from '../../src/model/scope.ts';
import { createClient } from '../../src/services/access/create-client.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { openStore } from '../../src/store/client.ts';
import { clientIdOf, query } from '../support/embedded-folder.ts';
import { HubClient, type ImportView, type OneRosterRecord } from '../support/hub-client.ts';
import { collections, differences, type Roster, recordKey, rosterOf } from '../support/roster.ts';
import { startTestHub, type TestHub, testSecret } from '../support/test-hub.ts';

const service = '/ims/oneroster/rostering/v1p2';
let hub: TestHub;
let reader: HubClient;
let importer: HubClient;
let token: HubClient;
const imports: ImportView[] = [];
/** What readers saw at each publication: every collection, by walk. */
const rosters: Roster[] = [];

beforeAll(async () => {
  hub = await startTestHub();
  const store = openStore(hub.databaseUrl, createLog('silent'));
  const ctx = { store, keys: deriveKeys(testSecret) };
  const { url } = hub.client;
  reader = new HubClient(url, await createKey(ctx, { name: 'r', role: 'reader' }));
  importer = new HubClient(url, await createKey(ctx, { name: 'i', role: 'importer' }));
  const { id, secret } = await createClient(ctx, { name: 'c', scopes: rosterScopes });
  await store.close();
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  token = new HubClient(url, JSON.parse(await answer.text()).access_token);
  for (const [change, sender] of [
    [0, hub.client],
    [0.5, importer],
    [0.3, hub.client],
  ] as const) {
    const zip = await boardBuffer({ people: 40, seed: 5, ...(change > 0 ? { change } : {}) });
    const sent = await sender.importZip(zip, '校務');
    expect(sent.state).toBe('published');
    imports.push(sent);
    rosters.push(await rosterOf(hub.client, { stamped: true }));
  }
});

afterAll(() => hub.stop());

const stampOf = (index: number) => imports[index]?.publication?.publishedAt ?? '';
const read = async (path: string, client = hub.client) => {
  const response = await client.get(path);
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
};

describe('GET /publications', () => {
  test('tells what was published when, from which source, by whom, and what it did', async () => {
    const { status, body } = await read('/publications');
    expect(status).toBe(200);
    expect(publicationListSchema.safeParse(body).error?.issues).toBeUndefined();
    const [own, importing] = await Promise.all(
      [hub.client, importer].map(({ key }) => clientIdOf(hub.databaseUrl, key)),
    );
    expect(body).toEqual({
      publications: [2, 1, 0].map((index) => ({
        id: index + 1,
        kind: 'import',
        publishedAt: stampOf(index),
        importId: imports[index]?.id,
        source: '校務',
        sentBy: index === 1 ? importing : own,
        files: imports[index]?.files,
        kept: true,
        undoOf: null,
      })),
      total: 3,
    });
  });

  test('comes in pages', async () => {
    const { body } = await read('/publications?limit=1&offset=1');
    expect(body).toMatchObject({ publications: [{ id: 2 }], total: 3 });
    expect((await read('/publications?offset=3')).body).toEqual({ publications: [], total: 3 });
    for (const wrong of ['limit=0', 'limit=x', 'offset=-1']) {
      expect((await read(`/publications?${wrong}`)).status, wrong).toBe(400);
    }
  });

  test('is for administrators', async () => {
    for (const client of [reader, importer, token]) {
      expect((await read('/publications', client)).status).toBe(403);
    }
    expect((await read('/publications', new HubClient(hub.client.url, 'none'))).status).toBe(401);
  });
});

describe('asOf', () => {
  test.each(collections)(
    'shows %s as they were at each publication, page by page, with their total',
    async (collection) => {
      for (const [index, roster] of rosters.entries()) {
        const wanted = [...roster].filter(([key]) => key.startsWith(`${collection}/`));
        const limit = Math.max(1, Math.ceil(wanted.length / 3));
        const stamps = new Set<string | null>();
        let next: string | undefined = `${service}/${collection}?asOf=${index + 1}&limit=${limit}`;
        const found = new Map<string, string>();
        while (next !== undefined) {
          const response: Response = await hub.client.get(next);
          expect(response.status).toBe(200);
          expect(response.headers.get('x-total-count')).toBe(String(wanted.length));
          expect(response.headers.get('x-publication-id')).toBe(String(index + 1));
          stamps.add(response.headers.get('x-published-at'));
          const [records = []] = Object.values<OneRosterRecord[]>(JSON.parse(await response.text()));
          for (const record of records) {
            found.set(`${collection}/${record.sourcedId}`, recordKey(record, hub.client.url, true));
          }
          next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
        }
        expect(stamps).toEqual(new Set([stampOf(index)]));
        expect(differences(found, new Map(wanted))).toEqual([]);
      }
    },
  );

  test('shows whole records of then, in lists and alone', async () => {
    for (const index of [0, 1, 2]) {
      const { records } = await hub.client.walk('users', `asOf=${index + 1}&limit=1000`);
      expect(records.length).toBeGreaterThan(0);
      for (const record of records) {
        const path = `${service}/users/${record.sourcedId}?asOf=${index + 1}`;
        const { status, headers, body } = await read(path);
        expect([status, body]).toEqual([200, { user: record }]);
        expect(headers.get('x-publication-id')).toBe(String(index + 1));
        expect(headers.get('x-published-at')).toBe(stampOf(index));
      }
    }
    const [first, last] = await Promise.all(
      [1, 3].map(async (id) => (await hub.client.walk('users', `asOf=${id}&limit=1000`)).records),
    );
    expect(first).not.toEqual(last);
    expect(last).toEqual((await hub.client.walk('users', 'limit=1000')).records);
    // Somebody who came later was not there.
    const later = last?.find(({ sourcedId }) => first?.every((one) => one.sourcedId !== sourcedId));
    expect((await read(`${service}/users/${later?.sourcedId}?asOf=1`)).status).toBe(404);
    expect((await read(`${service}/users/${later?.sourcedId}?asOf=3`)).status).toBe(200);
  });

  test('takes an instant: the newest publication that was not after it', async () => {
    const before = new Date(Date.parse(stampOf(1)) - 1).toISOString();
    for (const [instant, id] of [
      [stampOf(1), 2],
      [before, 1],
      ['2999-01-01', 3],
      [stampOf(0).replace('Z', '+00:00').replace('+', '%2B'), 1],
    ]) {
      const { status, headers } = await read(`${service}/orgs?asOf=${instant}`);
      expect([status, headers.get('x-publication-id')], String(instant)).toEqual([200, String(id)]);
    }
    expect((await read(`${service}/orgs?asOf=2000-01-01`)).status).toBe(404);
    expect((await read(`${service}/orgs?asOf=4`)).status).toBe(404);
  });

  test('a cursor is good for its own asOf only', async () => {
    const { headers } = await read(`${service}/users?asOf=1&limit=5`);
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? '';
    expect(next).toContain('asOf=1');
    expect((await read(next)).status).toBe(200);
    expect((await read(next.replace('asOf=1', 'asOf=2'))).status).toBe(400);
    expect((await read(next.replace('asOf=1&', ''))).status).toBe(400);
  });

  test.each(['', 'yesterday', '-1', '1.5', '2026-02-30', '1&asOf=2', '9999999999999999'])(
    'refuses %j with 400',
    async (value) => {
      for (const path of ['users', 'users/x']) {
        const { status, body } = await read(`${service}/${path}?asOf=${value}`);
        expect([status, body.imsx_codeMajor]).toEqual([400, 'failure']);
        expect(body.imsx_description).toContain('asOf');
      }
    },
  );

  test('is refused to everybody but administrators, whatever its value', async () => {
    for (const client of [reader, token]) {
      for (const path of ['users?asOf=1', 'users?asOf=x', 'users/x?asOf=1']) {
        expect((await read(`${service}/${path}`, client)).status, path).toBe(403);
      }
      expect((await read(`${service}/users`, client)).status).toBe(200);
    }
  });

  test('a roster that is no longer kept is 410, and the list says so', async () => {
    await query(hub.databaseUrl, 'UPDATE publications SET kept = false WHERE id = 1');
    const { records } = await hub.client.walk('users', 'asOf=2');
    for (const path of ['users', `users/${records[0]?.sourcedId}`]) {
      const { status, body } = await read(`${service}/${path}?asOf=1`);
      expect(status).toBe(410);
      expect(body.imsx_description).toContain('The roster of that time is no longer kept.');
    }
    expect((await read(`${service}/users?asOf=2`)).status).toBe(200);
    const { body } = await read('/publications');
    expect(body.publications.map(({ kept }: { kept: boolean }) => kept)).toEqual([true, true, false]);
  });
});
