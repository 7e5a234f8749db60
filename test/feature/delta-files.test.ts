import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { rowsOf } from '../support/bundle-rows.ts';
import {
  active,
  changesOf,
  type DeltaFiles,
  deleted,
  deltaBundle,
  modified,
  movedBy,
  recordsOf,
  sendDelta,
  sums,
} from '../support/delta-bundle.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { query } from '../support/embedded-folder.ts';
import { readReplica, replicaPath, startReplica } from '../support/replica-process.ts';
import { differences, rosterOf, wholeCollections } from '../support/roster.ts';
import { startTestHub } from '../support/test-hub.ts';

const options = { people: 60, seed: 31, layer: 'base' } as const;
test('a delta from one week to the next makes the roster that a bulk bundle makes, and moves the same records', {
  timeout: 300_000,
}, async () => {
  const byDelta = await startBoardHub(options);
  onTestFinished(() => byDelta.stop());
  const byBulk = await startTestHub();
  onTestFinished(() => byBulk.stop());
  const next = await EditableBundle.of(await boardBuffer({ ...options, change: 0.4 }));
  const changes = changesOf(byDelta.board, next);
  const replica = await replicaPath();
  const poll = () => startReplica(byDelta.client.url, byDelta.client.key, replica, '--shrink', '100').ended;
  expect((await poll()).code).toBe(0);

  await byBulk.client.importZip(await byDelta.board.zip());
  const bulk = await byBulk.client.importZip(await next.zip());
  const delta = await byDelta.client.importZip(await deltaBundle(byDelta.board, changes).zip());
  expect(delta).toMatchObject({ state: 'published', issues: { errors: 0 } });
  expect(sums(delta).created).toBeGreaterThan(0);
  expect(sums(delta).updated).toBeGreaterThan(0);
  expect(sums(delta).deleted).toBeGreaterThan(0);
  expect(differences(await rosterOf(byDelta.client), await rosterOf(byBulk.client))).toEqual([]);
  for (const [file, rows] of Object.entries(changes)) {
    const { created, updated, deleted } = bulk.files[file] ?? { created: 0, updated: 0, deleted: 0 };
    expect(delta.files[file], file).toEqual({
      rows: rows.length,
      created,
      updated,
      deleted,
      unchanged: 0,
      rejected: 0,
    });
  }
  const moved = movedBy(await recordsOf(byDelta.client), delta);
  expect(moved).toEqual(movedBy(await recordsOf(byBulk.client), bulk));
  expect(moved.length).toBeGreaterThan(5);

  expect((await poll()).code).toBe(0);
  const full = await rosterOf(byDelta.client, { of: wholeCollections, stamped: true });
  expect(differences(readReplica(replica, byDelta.client.url).roster, full)).toEqual([]);

  // Once more: nothing is new.
  const again = await byDelta.client.importZip(await deltaBundle(byDelta.board, changes).zip());
  expect(again.state).toBe('published');
  expect(sums(again)).toEqual({ created: 0, updated: 0, deleted: 0 });
  for (const [file, rows] of Object.entries(changes)) {
    expect(again.files[file]).toMatchObject({ rows: rows.length, unchanged: rows.length });
  }
  expect(differences(await rosterOf(byDelta.client, { of: wholeCollections, stamped: true }), full)).toEqual(
    [],
  );
});

describe('a delta file', () => {
  let hub: BoardHub;

  beforeAll(async () => {
    hub = await startBoardHub(options);
  });

  afterAll(() => hub.stop());

  const send = (files: DeltaFiles, fields?: Record<string, string>) => sendDelta(hub, files, fields);
  const rows = (file: string) => rowsOf(hub.board).get(file) ?? [];
  test('moves only the record that it changes, and keeps when its sender changed it', async () => {
    const before = await recordsOf(hub.client);
    const [one = {}] = rows('orgs.csv').filter((row) => row.type === 'school');
    const [, other = {}] = rows('courses.csv');
    const published = await send({
      'orgs.csv': [active({ ...one, name: '改名小学校' })],
      'courses.csv': [active(other)],
    });
    expect(published).toMatchObject({
      state: 'published',
      issues: { errors: 0, warnings: 0 },
      files: { 'orgs.csv': { rows: 1, updated: 1 }, 'courses.csv': { rows: 1, updated: 0, unchanged: 1 } },
    });
    const after = await recordsOf(hub.client);
    expect(movedBy(after, published)).toEqual([`orgs/${one.sourcedId}`]);
    expect(after.get(`orgs/${one.sourcedId}`)).toEqual({
      ...before.get(`orgs/${one.sourcedId}`),
      name: '改名小学校',
      dateLastModified: published.publication?.publishedAt,
    });
    const stored = await query(
      hub.databaseUrl,
      `SELECT sourced_id AS id, source_date_last_modified AS at FROM orgs WHERE source_date_last_modified IS NOT NULL
       UNION ALL SELECT sourced_id, source_date_last_modified FROM courses WHERE source_date_last_modified IS NOT NULL`,
    );
    expect(stored).toEqual([{ id: one.sourcedId, at: new Date(modified) }]);
    // The same record with another instant is no change.
    const later = { ...active({ ...one, name: '改名小学校' }), dateLastModified: '2026-06-01T00:00:00.000Z' };
    expect(sums(await send({ 'orgs.csv': [later] }))).toEqual({ created: 0, updated: 0, deleted: 0 });
    expect((await send({ 'orgs.csv': [active(one)] })).files['orgs.csv']).toMatchObject({ updated: 1 });
  });

  test('deletes what it says, passes over what nobody knows, and brings back what returns', async () => {
    const [one = {}] = rows('enrollments.csv');
    const path = `/ims/oneroster/rostering/v1p2/enrollments/${one.sourcedId}`;
    const read = async () => JSON.parse(await (await hub.client.get(path)).text()).enrollment;
    const before = await read();
    const gone = await send({
      'enrollments.csv': [deleted(one), deleted({ ...one, sourcedId: 'unknown-1' })],
    });
    expect(gone.files).toEqual({
      'enrollments.csv': { rows: 2, created: 0, updated: 0, unchanged: 1, deleted: 1, rejected: 0 },
    });
    expect(await read()).toEqual({
      ...before,
      status: 'tobedeleted',
      dateLastModified: gone.publication?.publishedAt,
    });
    expect(movedBy(await recordsOf(hub.client), gone)).toEqual([`enrollments/${one.sourcedId}`]);
    const back = await send({ 'enrollments.csv': [active(one)] });
    expect(await read()).toEqual({ ...before, dateLastModified: back.publication?.publishedAt });
  });

  test('stands beside bulk files in one bundle, with a warning under the Japan profile', async () => {
    await using japan = await startBoardHub({ people: 60, seed: 32 });
    const [, user = {}] = rowsOf(japan.board).get('users.csv') ?? [];
    const [role = {}] = (rowsOf(japan.board).get('roles.csv') ?? []).filter(
      (row) => row.userSourcedId === user.sourcedId,
    );
    const bundle = deltaBundle(
      japan.board,
      { 'users.csv': [active({ ...user, givenName: '改名' })] },
      'bulk',
    );
    const [course = {}] = rowsOf(japan.board).get('courses.csv') ?? [];
    bundle.set('courses.csv', 2, { title: '2026年度改名' });
    bundle.set('roles.csv', bundle.find('roles.csv', 'sourcedId', role.sourcedId ?? ''), {
      endDate: '2026-12-24',
    });
    const published = await japan.client.importZip(await bundle.zip());
    expect(published).toMatchObject({
      state: 'published',
      issues: { errors: 0, byCode: { 'JP-M-010': 1 } },
    });
    expect(sums(published)).toEqual({ created: 0, updated: 3, deleted: 0 });
    expect(movedBy(await recordsOf(japan.client), published).sort()).toEqual(
      [`courses/${course.sourcedId}`, `users/${user.sourcedId}`].sort(),
    );
  });
});
