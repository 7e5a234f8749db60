import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { entityList } from '../../src/model/entities/index.ts';
import { editBundle, type RowEdit } from '../support/bundle-edit.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { rosterPrint } from '../support/roster-print.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
const first = { people: 200, seed: 11, layer: 'base' } as const;

/** A board of a second source: the same shape, with ids of its own. */
async function otherBoard(): Promise<Buffer> {
  const rename: RowEdit = (rows) =>
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([header, cell]) => [header, own(header, cell)])),
    );
  const files = entityList.map((entity) => [entity.csvFile, rename]);
  return editBundle(await boardBuffer(first), Object.fromEntries(files));
}

/** `usr-1,usr-2` -> `b/usr-1,b/usr-2` in the columns that hold ids. */
function own(header: string, cell: string): string {
  if (cell === '' || !/sourcedIds?$/i.test(header)) return cell;
  return cell.replaceAll(/[^,]+/g, (id) => `b/${id}`);
}

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.stop());

test('a bulk file marks as deleted only what its own source had', async () => {
  const { client } = hub;
  const mine = await client.importZip(await boardBuffer(first), '中央');
  expect(mine).toMatchObject({ state: 'published', source: '中央' });
  const theirs = await client.importZip(await otherBoard(), '東');
  expect(await client.issuesOf(theirs.id)).toEqual([]);
  expect(theirs.state).toBe('published');
  const both = await client.walk('users', 'limit=1000');
  expect(both.records.every((user) => user.status === 'active')).toBe(true);

  const again = await client.importZip(await boardBuffer({ ...first, change: 0.2 }), '中央');
  expect(again.state).toBe('published');
  const after = await client.walk('users', 'limit=1000');
  const gone = after.records.filter((user) => user.status === 'tobedeleted');
  expect(gone.length).toBe(again.files['users.csv']?.deleted);
  expect(gone.length).toBeGreaterThan(0);
  expect(gone.every((user) => !user.sourcedId.startsWith('b/'))).toBe(true);
});

test('two sources that claim one sourcedId are told each other, and nothing changes', async () => {
  const { client } = hub;
  const before = await rosterPrint(client);
  const claimed = await client.importZip(await boardBuffer(first), '西');
  expect(claimed.state).toBe('rejected');
  const issues = await client.issuesOf(claimed.id);
  expect(issues.length).toBeGreaterThan(0);
  for (const issue of issues) {
    expect(issue).toMatchObject({ code: 'RH-C-001', level: 'error', column: 'sourcedId' });
    expect(issue.message.ja).toMatch(/中央/);
  }
  expect(await rosterPrint(client)).toBe(before);
});

test('a file that is absent leaves its entity alone', async () => {
  const { client } = hub;
  const bundle = await EditableBundle.of(await boardBuffer({ ...first, change: 0.2 }));
  bundle.remove('enrollments.csv').manifest('file.enrollments', 'absent');
  bundle.remove('demographics.csv').manifest('file.demographics', 'absent');
  const before = await client.walk('enrollments', 'limit=1000');
  const published = await client.importZip(await bundle.zip(), '中央');
  expect(published.state).toBe('published');
  expect(published.files['enrollments.csv']).toBeUndefined();
  expect((await client.walk('enrollments', 'limit=1000')).records).toEqual(before.records);
});

test('a record that comes back is active again, under the id that it had', async () => {
  const { client } = hub;
  const gone = (await client.walk('users', 'limit=1000')).records.filter(
    (user) => user.status === 'tobedeleted',
  );
  expect(gone.length).toBeGreaterThan(0);
  const back = await client.importZip(await boardBuffer(first), '中央');
  expect(back.state).toBe('published');
  for (const { sourcedId } of gone) {
    const response = await client.get(`/ims/oneroster/rostering/v1p2/users/${encodeURIComponent(sourcedId)}`);
    const body: { user: { status: string; dateLastModified: string } } = JSON.parse(await response.text());
    expect(body.user).toMatchObject({ status: 'active', dateLastModified: back.publication?.publishedAt });
  }
});

test('imports publish in the order in which they were received', async () => {
  const { client } = hub;
  const zips = [await boardBuffer({ ...first, change: 0.2 }), await boardBuffer(first)];
  const ids: string[] = [];
  for (let index = 0; index < 4; index += 1) {
    ids.push(await client.send(zips[index % 2] ?? Buffer.alloc(0), '中央'));
  }
  const done = [];
  for (const id of ids) done.push(await client.finished(id));
  const publications = done.map((one) => one.publication?.id ?? 0);
  expect(done.map((one) => one.state)).toEqual(ids.map(() => 'published'));
  expect(publications).toEqual(publications.toSorted((a, b) => a - b));
});
