import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareBoards } from '../../scripts/board/compare-boards.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(async () => {
  await hub.stop();
});

const ids = (records: readonly { sourcedId: string }[]) => new Set(records.map((one) => one.sourcedId));

test('a bundle is published, again without a change, then with changes that the delta shows exactly', async () => {
  const { client } = hub;
  const board = { people: 400, seed: 7 };
  const first = await boardBuffer(board);
  const published = await client.importZip(first);
  expect(published).toMatchObject({ state: 'published', profile: 'japan-1.0', issues: { errors: 0 } });
  expect(published.files['users.csv']).toEqual({
    rows: 400,
    created: 400,
    updated: 0,
    unchanged: 0,
    deleted: 0,
    rejected: 0,
  });
  const all = await client.walk('users', 'limit=37');
  expect(all.total).toBe(400);
  expect(ids(all.records).size).toBe(400);
  expect(all.stamp).toBe(published.publication?.publishedAt);

  const again = await client.importZip(first);
  expect(again.state).toBe('published');
  for (const counts of Object.values(again.files)) {
    expect(counts).toMatchObject({ unchanged: counts.rows, created: 0, updated: 0, deleted: 0 });
  }
  expect((await client.delta('users', all.stamp ?? '')).records).toEqual([]);

  const second = await boardBuffer({ ...board, change: 0.05 });
  const changes = await compareBoards(first, second);
  const changed = await client.importZip(second);
  expect(changed.state).toBe('published');
  const delta = await client.delta('enrollments', all.stamp ?? '');
  const wanted = changes['enrollments.csv'];
  expect(ids(delta.records)).toEqual(
    wanted?.created.union(wanted.updated).union(wanted.deleted) ?? new Set(),
  );
  expect(ids(delta.records.filter((one) => one.status === 'tobedeleted'))).toEqual(wanted?.deleted);
});

test('a broken bundle is refused with reasons, and the roster stays as it was', async () => {
  const { client } = hub;
  const before = await client.walk('users', 'limit=500');
  const refused = await client.importZip(await boardBuffer({ people: 400, seed: 7, broken: true }));
  expect(refused.state).toBe('rejected');
  expect(refused.publication).toBeNull();
  expect((await client.issuesOf(refused.id)).length).toBeGreaterThanOrEqual(20);
  expect((await client.walk('users', 'limit=500')).records).toEqual(before.records);
});
