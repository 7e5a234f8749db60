import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { query } from '../support/embedded-folder.ts';
import type { ImportView, OneRosterRecord } from '../support/hub-client.ts';
import { rosterPrint } from '../support/roster-print.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const [east, west] = ['東小学校', '西小学校'];
let hub: TestHub;
let ofEast: EditableBundle;
let ofWest: EditableBundle;

beforeAll(async () => {
  hub = await startTestHub();
  ofEast = await EditableBundle.of(await boardBuffer({ people: 60, seed: 21 }));
  ofWest = await EditableBundle.of(await boardBuffer({ people: 60, seed: 22 }));
  expect((await send(ofEast, east)).state).toBe('published');
  expect((await send(ofWest, west)).state).toBe('published');
});

afterAll(() => hub.stop());

async function send(board: EditableBundle, source: string): Promise<ImportView> {
  return hub.client.importZip(await board.zip(), source);
}

async function all(collection: string): Promise<Map<string, OneRosterRecord>> {
  const { records } = await hub.client.walk(collection, 'limit=500');
  return new Map(records.map((one) => [one.sourcedId, one]));
}

const ids = (board: EditableBundle, file: string) =>
  board
    .lines(file)
    .slice(1, -1)
    .map((_line, index) => board.cell(file, index + 2, 'sourcedId'));

/** A board without one guardian: nothing but the user and its roles refers to it. */
function withoutGuardian(board: EditableBundle): { next: EditableBundle; gone: string } {
  const next = board.copy();
  const gone = next.cell('roles.csv', next.find('roles.csv', 'role', 'guardian'), 'userSourcedId');
  next.filter('roles.csv', (cell) => cell('userSourcedId') !== gone);
  next.filter('userProfiles.csv', (cell) => cell('userSourcedId') !== gone);
  next.filter('users.csv', (cell) => cell('sourcedId') !== gone);
  for (let line = 2; line < next.lines('users.csv').length; line += 1) {
    const agents = next.cell('users.csv', line, 'agentSourcedIds').split(',');
    if (agents.includes(gone)) {
      next.set('users.csv', line, { agentSourcedIds: agents.filter((one) => one !== gone).join(',') });
    }
  }
  return { next, gone };
}

test('records of two sources stand beside each other', async () => {
  for (const [collection, file] of [
    ['users', 'users.csv'],
    ['enrollments', 'enrollments.csv'],
  ] as const) {
    const found = await all(collection);
    expect(new Set(found.keys())).toEqual(new Set([...ids(ofEast, file), ...ids(ofWest, file)]));
    expect([...found.values()].every(({ status }) => status === 'active')).toBe(true);
  }
});

test('a sourcedId that another source has is an issue that names it, and nothing changes', async () => {
  const before = await rosterPrint(hub.client);
  const claiming = ofWest.copy();
  const stolen = ofEast.cell('users.csv', 3, 'sourcedId');
  const mine = claiming.cell('users.csv', 3, 'sourcedId');
  for (const file of claiming.files.keys()) {
    claiming.put(file, claiming.lines(file).join('\r\n').replaceAll(mine, stolen));
  }
  const refused = await send(claiming, west);
  expect(refused).toMatchObject({
    state: 'rejected',
    source: west,
    issues: { byCode: { 'RH-C-001': expect.any(Number) } },
  });
  const issues = (await hub.client.issuesOf(refused.id)).filter(({ code }) => code === 'RH-C-001');
  expect(issues.find(({ file }) => file === 'users.csv')).toMatchObject({
    line: 3,
    column: 'sourcedId',
    level: 'error',
    message: {
      ja: `sourcedId「${stolen.slice(0, 40)}」は別の取り込み元「${east}」のデータで、「${west}」からは変えられません。`,
      en: `The sourcedId "${stolen.slice(0, 40)}" belongs to another source, "${east}", and "${west}" may not change it.`,
    },
  });
  expect(await rosterPrint(hub.client)).toBe(before);
});

test('a bulk file marks only what its own source had, and only what is gone', async () => {
  const before = await all('users');
  const { next, gone } = withoutGuardian(ofEast);
  const published = await send(next, east);
  expect(published.state).toBe('published');
  expect(published.files['users.csv']).toMatchObject({ created: 0, deleted: 1 });
  const after = await all('users');
  expect(after.get(gone)).toEqual({
    ...before.get(gone),
    status: 'tobedeleted',
    dateLastModified: published.publication?.publishedAt,
  });
  for (const sourcedId of ids(ofWest, 'users.csv')) {
    expect(after.get(sourcedId)).toEqual(before.get(sourcedId));
  }
  const changed = [...after.values()].filter(
    ({ dateLastModified }) => dateLastModified === published.publication?.publishedAt,
  );
  expect(changed.filter(({ status }) => status === 'tobedeleted').map(({ sourcedId }) => sourcedId)).toEqual([
    gone,
  ]);
});

test('a record that returns is active again, and its history has every version', async () => {
  const { next, gone } = withoutGuardian(ofEast);
  expect((await send(next, east)).state).toBe('published');
  const deleted = (await all('users')).get(gone);
  const back = await send(ofEast, east);
  expect(back.files['users.csv']).toMatchObject({ created: 0, deleted: 0 });
  expect((await all('users')).get(gone)).toEqual({
    ...deleted,
    status: 'active',
    dateLastModified: back.publication?.publishedAt,
  });
  const versions = await query(
    hub.databaseUrl,
    `SELECT status, publication_id::int AS since, valid_to::int AS until FROM users_history WHERE sourced_id = $1
     UNION ALL SELECT status, publication_id::int, NULL FROM users WHERE sourced_id = $1 ORDER BY since`,
    [gone],
  );
  expect(versions.map(({ status }) => status)).toEqual(['active', 'tobedeleted', 'active']);
  expect(versions.at(-1)?.since).toBe(back.publication?.id);
  for (const [index, { until }] of versions.entries()) expect(until).toBe(versions[index + 1]?.since ?? null);
});

test('a record that its source has given up may be brought by another', async () => {
  const { next, gone } = withoutGuardian(ofEast);
  expect((await send(next, east)).state).toBe('published');
  const adopting = ofWest.copy();
  adopting.append('users.csv', 2, {
    sourcedId: gone,
    givenName: '移',
    agentSourcedIds: '',
    userMasterIdentifier: '',
  });
  adopting.append('roles.csv', adopting.find('roles.csv', 'role', 'guardian'), {
    sourcedId: '00000000-0000-4000-8000-00000000000a',
    userSourcedId: gone,
  });
  const adopted = await send(adopting, west);
  expect(adopted).toMatchObject({ state: 'published', issues: { errors: 0 } });
  expect((await all('users')).get(gone)).toMatchObject({ status: 'active', givenName: '移' });
  // Now it is the other's: the first one's bulk file leaves it alone, and may not claim it.
  expect((await send(next, east)).state).toBe('published');
  expect((await all('users')).get(gone)).toMatchObject({ status: 'active', givenName: '移' });
  expect((await send(ofEast, east)).issues.byCode).toHaveProperty('RH-C-001');
  expect((await send(ofWest, west)).state).toBe('published');
  expect((await send(ofEast, east)).state).toBe('published');
});

test('a file that is absent leaves its entity alone', async () => {
  const before = await all('demographics');
  expect(before.size).toBeGreaterThan(10);
  const without = ofEast.copy().remove('demographics.csv').manifest('file.demographics', 'absent');
  const published = await send(without, east);
  expect(published.state).toBe('published');
  expect(Object.keys(published.files)).not.toContain('demographics.csv');
  expect(await all('demographics')).toEqual(before);
});

test('imports are published in the order received, and each is what its file says', async () => {
  const titles = ['一', '二', '三', '四', '五'].map((word) => `2026年度 ${word}`);
  const zips = await Promise.all(titles.map((title) => ofEast.copy().set('courses.csv', 2, { title }).zip()));
  const sent: string[] = [];
  for (const zip of zips) sent.push(await hub.client.send(zip, east));
  const ended = await Promise.all(sent.map((id) => hub.client.finished(id)));
  expect(ended.map(({ state }) => state)).toEqual(titles.map(() => 'published'));
  const publications = ended.map(({ publication }) => publication);
  const [first] = publications;
  expect(publications.map((one) => one?.id)).toEqual(titles.map((_title, index) => (first?.id ?? 0) + index));
  const stamps = publications.map((one) => one?.publishedAt ?? '');
  expect(stamps).toEqual([...new Set(stamps)].toSorted());
  const course = ofEast.cell('courses.csv', 2, 'sourcedId');
  expect((await all('courses')).get(course)?.title).toBe(titles.at(-1));
  const versions = await query(
    hub.databaseUrl,
    'SELECT title FROM courses_history WHERE sourced_id = $1 AND publication_id >= $2 ORDER BY publication_id',
    [course, first?.id],
  );
  expect(versions.map(({ title }) => title)).toEqual(titles.slice(0, -1));
  const history = await hub.client.get(`/csv/import?limit=5`);
  const { imports }: { imports: ImportView[] } = JSON.parse(await history.text());
  expect(imports.map(({ id }) => id)).toEqual(sent.toReversed());
});
