import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';

const service = '/ims/oneroster/rostering/v1p2';
const board = { people: 60, seed: 6 };
let hub: BoardHub;
/** Stamps of three publications: the first, one without a change, one with changes. */
const stamps: string[] = [];

beforeAll(async () => {
  hub = await startBoardHub(board);
  const again = await hub.client.importZip(await hub.board.zip());
  const changed = await hub.client.importZip(await boardBuffer({ ...board, change: 0.2 }));
  expect([again.state, changed.state]).toEqual(['published', 'published']);
  const list = await hub.client.get('/csv/import');
  const { imports }: { imports: { publication: { publishedAt: string } }[] } = JSON.parse(await list.text());
  stamps.push(...imports.map(({ publication }) => publication.publishedAt).toReversed());
});

afterAll(() => hub.stop());

async function page(path: string) {
  const response = await hub.client.get(path.startsWith('http') ? path : service + path);
  const text = await response.text();
  expect(response.status, `${path} ${text.slice(0, 200)}`).toBe(200);
  const body: Record<string, { sourcedId: string; dateLastModified: string }[]> = JSON.parse(text);
  const links = Object.fromEntries(
    [...(response.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(
      ([, url = '', rel = '']) => [rel, url],
    ),
  );
  const records = Object.values(body)[0] ?? [];
  return {
    ids: records.map(({ sourcedId }) => sourcedId),
    records,
    total: Number(response.headers.get('x-total-count')),
    links,
    publication: response.headers.get('x-publication-id'),
    publishedAt: response.headers.get('x-published-at'),
  };
}

const query = (parameters: Record<string, string | number>) =>
  new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();

describe('pages', () => {
  test('by default have a hundred records from the first, with the total and where it leads', async () => {
    const { ids, total, links, publication, publishedAt } = await page('/enrollments');
    expect(ids.length).toBe(100);
    expect(total).toBeGreaterThan(100);
    const last = Math.ceil(total / 100 - 1) * 100;
    const address = `${hub.client.url}${service}/enrollments`;
    expect(links).toEqual({
      next: expect.stringMatching(new RegExp(`^${address}\\?limit=100&cursor=[\\w.-]+$`)),
      first: `${address}?limit=100&offset=0`,
      last: `${address}?limit=100&offset=${last}`,
    });
    expect([publication, publishedAt]).toEqual(['3', stamps[2]]);
  });

  test('by offset and by next are the same pages, whole and without overlap', async () => {
    const everything = await page('/users?limit=10000');
    const { total } = everything;
    expect(everything.ids.length).toBe(total);
    expect(everything.links.next).toBeUndefined();
    for (const limit of [1, 7, total - 1, total, total + 1]) {
      const byNext: string[] = [];
      let address: string | undefined = `/users?limit=${limit}`;
      for (let offset = 0; address !== undefined; offset += limit) {
        const next = await page(address);
        const counted = await page(`/users?${query({ limit, offset })}`);
        expect(next.ids).toEqual(counted.ids);
        expect([next.total, counted.total]).toEqual([total, total]);
        byNext.push(...next.ids);
        address = next.links.next;
      }
      expect(byNext).toEqual(everything.ids);
    }
  });

  test('in the middle lead back, and beyond the end are empty', async () => {
    const { total } = await page('/users?limit=1');
    const middle = await page('/users?limit=10&offset=15');
    expect(middle.links.prev).toBe(`${hub.client.url}${service}/users?limit=10&offset=5`);
    expect((await page('/users?limit=10&offset=5')).links.prev).toContain('offset=0');
    const beyond = await page(`/users?limit=10&offset=${total}`);
    expect(beyond).toMatchObject({ ids: [], total });
    expect(beyond.links.next).toBeUndefined();
  });

  test('of a filter keep it in their links, on the base path that was called', async () => {
    const filter = `dateLastModified>='${stamps[0]}'`;
    const { links } = await page(`/users?${query({ limit: 5, filter })}`);
    for (const link of Object.values(links)) expect(new URL(link).searchParams.get('filter')).toBe(filter);
    const second = await page(links.next ?? '');
    expect(second.ids.length).toBe(5);
    expect(new URL(second.links.next ?? '').searchParams.get('filter')).toBe(filter);
    const other = await hub.client.get('/ims/oneroster/v1p2/users?limit=1');
    expect(other.headers.get('link')).toContain(`<${hub.client.url}/ims/oneroster/v1p2/users?`);
  });

  test('of more than can be given hold ten thousand at most', async () => {
    expect((await page('/users?limit=2147483647')).links.first).toContain('limit=10000&');
  });
});

describe('a delta', () => {
  const idsOf = async (filter: string, collection = 'users') =>
    (await page(`/${collection}?${query({ limit: 10_000, filter: `dateLastModified${filter}` })}`)).records;

  test('is the range that its operator says, to the millisecond', async () => {
    const [first = '', second = '', third = ''] = stamps;
    const all = (await page('/users?limit=10000')).records;
    const old = all.filter((one) => one.dateLastModified === first);
    const changed = all.filter((one) => one.dateLastModified === third);
    expect(old.length + changed.length).toBe(all.length);
    expect(Math.min(old.length, changed.length)).toBeGreaterThan(0);
    const later = new Date(Date.parse(third) + 1).toISOString();
    const cases: [string, unknown[]][] = [
      [`>'${first}'`, changed],
      [`>='${first}'`, all],
      [`='${first}'`, old],
      [`<='${first}'`, old],
      [`<'${first}'`, []],
      [`>'${second}'`, changed],
      [`='${second}'`, []],
      [`<='${second}'`, old],
      [`>='${third}'`, changed],
      [`='${third}'`, changed],
      [`>'${third}'`, []],
      [`<'${third}'`, old],
      [`<='${third}'`, all],
      [`>='${later}'`, []],
      [`<'${later}'`, all],
      [`>'1970-01-01'`, all],
      [`<'1970-01-01'`, []],
    ];
    for (const [filter, wanted] of cases) expect(await idsOf(filter), filter).toEqual(wanted);
  });

  test('takes an instant in any offset, and counts only what it has', async () => {
    const [first = '', , third = ''] = stamps;
    const japan = `${new Date(Date.parse(third) + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00`;
    expect(await idsOf(`='${japan}'`)).toEqual(await idsOf(`='${third}'`));
    const { total, records } = await page(
      `/users?${query({ limit: 1, filter: `dateLastModified>'${first}'` })}`,
    );
    expect(total).toBe((await idsOf(`>'${first}'`)).length);
    expect(records.length).toBe(1);
  });

  test('of a subset has only its records', async () => {
    const changed = new Set((await idsOf(`>'${stamps[0]}'`)).map(({ sourcedId }) => sourcedId));
    const students = new Set((await page('/students?limit=10000')).ids);
    const delta = new Set((await idsOf(`>'${stamps[0]}'`, 'students')).map(({ sourcedId }) => sourcedId));
    expect(delta).toEqual(changed.intersection(students));
  });
});
