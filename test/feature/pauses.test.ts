import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createLog } from '../../src/log.ts';
import type { Pause } from '../../src/model/pause.ts';
import { openStore, type Store } from '../../src/store/client.ts';
import { claimNextImport, hasPendingImport } from '../../src/store/import-queue.ts';
import { runCommand } from '../support/run-command.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const [east, west] = ['東小学校', '西小学校'];
let day = '2026-04-01';
let hub: TestHub;
let store: Store;
let ofEast: Buffer;
let ofWest: Buffer;

beforeAll(async () => {
  hub = await startTestHub(() => day);
  store = openStore(hub.databaseUrl, createLog('silent'));
  ofEast = await boardBuffer({ people: 20, seed: 21 });
  ofWest = await boardBuffer({ people: 20, seed: 22 });
});

beforeEach(() => {
  day = '2026-04-01';
});

afterAll(async () => {
  await store.close();
  await hub.stop();
});

const address = (source: string) => `${hub.client.url}/admin/sources/${encodeURIComponent(source)}`;

function patch(source: string, pauses: unknown): Promise<Response> {
  return fetch(address(source), {
    method: 'PATCH',
    headers: { authorization: `Bearer ${hub.client.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ pauses }),
  });
}

async function pause(source: string, pauses: readonly Pause[] | null): Promise<void> {
  const response = await patch(source, pauses);
  expect([response.status, JSON.parse(await response.text()).settings.pauses]).toEqual([200, pauses ?? []]);
}

const waiting = { step: 'waiting', percent: 0, rowsDone: 0, rowsTotal: 0, secondsLeft: null };

test('imports of a paused source wait while others go on, and run in their order when the pause is over', async () => {
  await pause(west, [
    { from: '2026-03-25', until: '2026-04-02' },
    { from: '2026-04-03', until: '2026-04-05' },
  ]);
  const first = await hub.client.send(ofWest, west);
  const second = await hub.client.send(ofWest, west);
  const other = await hub.client.importZip(ofEast, east);
  expect(other).toMatchObject({ state: 'published', progress: { paused: false, pausedUntil: null } });
  for (const id of [first, second]) {
    expect(await hub.client.importOf(id)).toMatchObject({
      state: 'queued',
      startedAt: null,
      progress: { ...waiting, paused: true, pausedUntil: '2026-04-05' },
    });
  }
  // Nobody is sent to look for what may not run, and nobody finds it.
  expect(await hasPendingImport(store.db, day)).toBe(false);
  expect(await claimNextImport(store.db, day)).toBeUndefined();
  day = '2026-04-05';
  expect(await hasPendingImport(store.db, day)).toBe(false);

  day = '2026-04-06';
  const [one, two] = await Promise.all([first, second].map((id) => hub.client.finished(id)));
  expect([one?.state, two?.state]).toEqual(['published', 'published']);
  const id = other.publication?.id ?? 0;
  expect([one?.publication?.id, two?.publication?.id]).toEqual([id + 1, id + 2]);
});

test('a pause without an end lasts until somebody takes it away', async () => {
  await pause(west, [{ from: '2026-04-01' }]);
  const id = await hub.client.send(ofWest, west);
  day = '2031-04-01';
  expect((await hub.client.importZip(ofEast, east)).state).toBe('published');
  expect(await hub.client.importOf(id)).toMatchObject({
    state: 'queued',
    progress: { ...waiting, paused: true, pausedUntil: null },
  });
  await pause(west, null);
  expect(await hub.client.finished(id)).toMatchObject({
    state: 'published',
    progress: { step: 'done', paused: false, pausedUntil: null },
  });
});

test('an import says what it was judged with, and pauses are no part of that', async () => {
  await pause(west, [{ from: '2020-01-01', until: '2020-01-02' }]);
  const published = await hub.client.importZip(ofWest, west);
  expect(published.state).toBe('published');
  expect(published).not.toHaveProperty('settings.pauses');
});

const many = (count: number) =>
  Array.from({ length: count }, () => ({ from: '2026-08-01', until: '2026-08-02' }));

test('up to 50 pauses are kept', () => pause('多い', many(50)));

test.each([
  { pauses: [{ from: '2026-02-29' }] },
  { pauses: [{ from: '2026-04-02', until: '2026-04-01' }] },
  { pauses: [{ from: '2026-04-01', until: '' }] },
  { pauses: [{ from: '2026/04/01' }] },
  { pauses: [{ until: '2026-04-01' }] },
  { pauses: [{ from: '2026-04-01', until: null }] },
  { pauses: [{ from: '2026-04-01', why: 'holidays' }] },
  { pauses: { from: '2026-04-01' } },
  { pauses: '2026-04-01' },
  { pauses: many(51) },
])('refuses $pauses', async ({ pauses }) => {
  const response = await patch('never', pauses);
  expect([response.status, JSON.parse(await response.text()).error.code]).toEqual([400, 'invalid_parameter']);
  expect((await hub.client.get('/admin/sources/never')).status).toBe(404);
});

test('the command sets, shows and takes away pauses', async () => {
  const run = (...args: string[]) =>
    runCommand(hub.databaseUrl, ['sources', 'set', '南', '--pauses', ...args]);
  expect((await run('2026-03-25..2026-04-05,2026-08-01..')).out).toContain(
    '\npauses=2026-03-25..2026-04-05,2026-08-01..\n',
  );
  for (const wrong of ['2026-03-25', '2026-04-31..']) expect((await run(wrong)).code, wrong).toBe(2);
  expect((await run('none')).out).toContain('\npauses=none\n');
});
