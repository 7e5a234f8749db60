import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import type { HubClient } from '../support/hub-client.ts';
import { collections, differences, recordKey, rosterOf } from '../support/roster.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const seed = 77;
const shares = [0.3, undefined, 0.1, 0.5];
/** Boards of one district in four different weeks; published in turn, each changes hundreds of records. */
let boards: Buffer[];
let hub: TestHub;
let turn = 0;

beforeAll(async () => {
  boards = await Promise.all(
    shares.map((change) => boardBuffer({ people: 200, seed, ...(change === undefined ? {} : { change }) })),
  );
  hub = await startTestHub();
  await publishNext();
  await publishNext();
});

afterAll(() => hub.stop());

async function publishNext(): Promise<string> {
  turn += 1;
  const ended = await hub.client.importZip(boards[turn % boards.length] ?? Buffer.alloc(0));
  expect(ended.state).toBe('published');
  return ended.publication?.publishedAt ?? '';
}

const asTexts = (client: HubClient, collection: string, walk: Awaited<ReturnType<HubClient['walk']>>) =>
  new Map(walk.records.map((one) => [`${collection}/${one.sourcedId}`, recordKey(one, client.url, true)]));

describe.each(collections)('a walk through %s by next', (collection) => {
  test('shows exactly the roster of the publication at which it began, whatever is published meanwhile', async () => {
    const { client } = hub;
    const snapshot = await rosterOf(client, { of: [collection], stamped: true });
    const limit = Math.max(1, Math.floor(snapshot.size / 4));
    const walk = await client.walk(collection, `limit=${limit}`, async (page) => {
      if (page <= 2) await publishNext();
    });
    expect(walk.total).toBe(snapshot.size);
    expect(walk.records).toHaveLength(snapshot.size);
    expect(differences(asTexts(client, collection, walk), snapshot)).toEqual([]);
  });
});

describe('a walk in another order, through a part, or backwards', () => {
  test.each([
    ['users', 'sort=familyName&orderBy=desc'],
    ['users', "filter=roles.role='teacher' OR enabledUser='true'"],
    ['enrollments', 'sort=dateLastModified&filter=role=%27student%27'],
  ])('of %s (%s) is pinned too', async (collection, search) => {
    const { client } = hub;
    const snapshot = await client.walk(collection, `${search}&limit=10000`);
    const limit = Math.max(1, Math.floor(snapshot.total / 4));
    const walk = await client.walk(collection, `${search}&limit=${limit}`, async (page) => {
      if (page <= 2) await publishNext();
    });
    expect(walk.records).toEqual(snapshot.records);
    expect(walk.total).toBe(snapshot.total);
  });

  test('below a school is pinned too', async () => {
    const { client } = hub;
    const { records: schools } = await client.walk('schools', 'limit=100');
    for (const { sourcedId } of schools.slice(0, 2)) {
      const path = `schools/${encodeURIComponent(sourcedId)}/students`;
      const snapshot = await client.walk(path, 'limit=10000');
      const limit = Math.max(1, Math.floor(snapshot.total / 3));
      const walk = await client.walk(path, `limit=${limit}`, async (page) => {
        if (page === 1) await publishNext();
      });
      expect(walk.records).toEqual(snapshot.records);
    }
  });

  test('goes to the last page and back to the first by the links of its pages', async () => {
    const { client } = hub;
    const snapshot = await client.walk('users', 'limit=10000');
    const linksOf = (response: Response) =>
      new Map(
        [...(response.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(
          ([, url = '', rel = '']) => [rel, url],
        ),
      );
    const first = await client.get('/ims/oneroster/rostering/v1p2/users?limit=30');
    const second = await client.get(linksOf(first).get('next') ?? '');
    await publishNext();
    const seen: unknown[] = [];
    let address = linksOf(second).get('last');
    expect(address).toContain('cursor=');
    while (address !== undefined) {
      const response = await client.get(address);
      expect(response.headers.get('x-publication-id')).toBe(first.headers.get('x-publication-id'));
      seen.unshift(...JSON.parse(await response.text()).users);
      address = linksOf(response).get('prev');
    }
    expect(seen).toEqual(snapshot.records);
  });
});

describe.each(['users', 'enrollments', 'students'])('a delta of %s by next', (collection) => {
  test('shows exactly what had changed when it began, and the next one what came afterwards', async () => {
    const { client } = hub;
    const since = await publishNext();
    await publishNext();
    const quiet = await client.delta(collection, since, 1_000);
    expect(quiet.records.length).toBeGreaterThan(3);
    const filter = encodeURIComponent(`dateLastModified>'${since}'`);
    const limit = Math.max(1, Math.floor(quiet.records.length / 3));
    const walk = await client.walk(collection, `limit=${limit}&filter=${filter}`, async (page) => {
      if (page <= 2) await publishNext();
    });
    expect(walk.total).toBe(quiet.total);
    expect(walk.stamp).toBe(quiet.stamp);
    expect(differences(asTexts(client, collection, walk), asTexts(client, collection, quiet))).toEqual([]);
    const full = await client.walk(collection, 'limit=1000');
    const later = full.records.filter((one) => one.dateLastModified > (walk.stamp ?? ''));
    expect((await client.delta(collection, walk.stamp ?? '', 50)).records).toEqual(later);
  });
});
