import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { type CsvRow, putRows, rosterFiles, rowsOf } from '../support/bundle-rows.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { query } from '../support/embedded-folder.ts';
import type { HubClient, ImportView, OneRosterRecord } from '../support/hub-client.ts';
import { readReplica, replicaPath, startReplica } from '../support/replica-process.ts';
import { differences, rosterOf, wholeCollections } from '../support/roster.ts';
import { rosterPrint } from '../support/roster-print.ts';
import { startTestHub } from '../support/test-hub.ts';

const options = { people: 60, seed: 31, layer: 'base' } as const;
const modified = '2026-05-01T01:02:03.456Z';
const active = (row: CsvRow): CsvRow => ({ ...row, status: 'active', dateLastModified: modified });
const deleted = (row: CsvRow): CsvRow => ({ ...row, status: 'tobedeleted', dateLastModified: modified });

/** A bundle of these delta files; the others are absent, or as the board has them. */
function deltaBundle(
  board: EditableBundle,
  files: Readonly<Record<string, readonly CsvRow[]>>,
  others: 'absent' | 'bulk' = 'absent',
): EditableBundle {
  const bundle = board.copy();
  for (const file of rosterFiles) {
    const rows = files[file];
    const property = `file.${file.replace('.csv', '')}`;
    if (rows !== undefined) putRows(bundle, file, rows).manifest(property, 'delta');
    else if (others === 'absent') bundle.remove(file).manifest(property, 'absent');
  }
  return bundle;
}

/** The delta from one board to another, file by file. */
function changesOf(from: EditableBundle, to: EditableBundle): Record<string, CsvRow[]> {
  const after = rowsOf(to);
  const changes = [...rowsOf(from)].map(([file, rows]): [string, CsvRow[]] => {
    const old = new Map(rows.map((row) => [row.sourcedId, row]));
    const next = after.get(file) ?? [];
    const ids = new Set(next.map(({ sourcedId }) => sourcedId));
    return [
      file,
      [
        ...next.filter((row) => JSON.stringify(old.get(row.sourcedId)) !== JSON.stringify(row)).map(active),
        ...rows.filter(({ sourcedId }) => !ids.has(sourcedId)).map(deleted),
      ],
    ];
  });
  return Object.fromEntries(changes.filter(([, rows]) => rows.length > 0));
}

async function recordsOf(client: HubClient): Promise<Map<string, OneRosterRecord>> {
  const records = new Map<string, OneRosterRecord>();
  for (const collection of wholeCollections) {
    const walk = await client.walk(collection, 'limit=1000');
    for (const record of walk.records) records.set(`${collection}/${record.sourcedId}`, record);
  }
  return records;
}

/** Records that the publication changed. */
const movedBy = (records: ReadonlyMap<string, OneRosterRecord>, { publication }: ImportView) =>
  [...records].flatMap(([key, { dateLastModified }]) =>
    dateLastModified === publication?.publishedAt ? [key] : [],
  );

const sums = ({ files }: ImportView) =>
  Object.values(files).reduce(
    (sum, one) => ({
      created: sum.created + one.created,
      updated: sum.updated + one.updated,
      deleted: sum.deleted + one.deleted,
    }),
    { created: 0, updated: 0, deleted: 0 },
  );

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

  const send = async (
    files: Readonly<Record<string, readonly CsvRow[]>>,
    fields: Record<string, string> = {},
  ) => hub.client.importZip(await deltaBundle(hub.board, files).zip(), undefined, fields);
  const rows = (file: string) => rowsOf(hub.board).get(file) ?? [];
  /** Somebody to whom nobody's agents refer, and all that there is of them. */
  const someone = () => {
    const agents = new Set(rows('users.csv').flatMap((row) => (row.agentSourcedIds ?? '').split(',')));
    const enrolled = new Set(rows('enrollments.csv').map((row) => row.userSourcedId));
    const user = rows('users.csv').find(
      (row) => !agents.has(row.sourcedId ?? '') && enrolled.has(row.sourcedId),
    );
    const id = user?.sourcedId ?? '';
    const of = (file: string, column: string) => rows(file).filter((row) => row[column] === id);
    return {
      id,
      'users.csv': of('users.csv', 'sourcedId'),
      'roles.csv': of('roles.csv', 'userSourcedId'),
      'userProfiles.csv': of('userProfiles.csv', 'userSourcedId'),
      'enrollments.csv': of('enrollments.csv', 'userSourcedId'),
      'demographics.csv': of('demographics.csv', 'sourcedId'),
    };
  };

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

  test('cannot delete what published records still need, nor name what it deletes', async () => {
    const before = await rosterPrint(hub.client);
    const { id, ...all } = someone();
    const counts = (file: keyof typeof all) => all[file].length;
    const alone = await send({ 'users.csv': all['users.csv'].map(deleted) });
    expect(alone).toMatchObject({
      state: 'rejected',
      issues: { byCode: { 'RH-C-011': expect.any(Number) } },
    });
    const issues = await hub.client.issuesOf(alone.id);
    expect(
      issues.map(({ file, line, column, code, level, message }) => [
        file,
        line,
        column,
        code,
        level,
        message.en,
      ]),
    ).toEqual(
      (['userProfiles.csv', 'roles.csv', 'enrollments.csv', 'demographics.csv'] as const)
        .filter((file) => counts(file) > 0)
        .map((file) => [
          'users.csv',
          2,
          'sourcedId',
          'RH-C-011',
          'error',
          `${counts(file)} record(s) of ${file} still need "${id}".`,
        ]),
    );
    // The last role of somebody who stays.
    const role = await send({ 'roles.csv': all['roles.csv'].map(deleted) });
    expect((await hub.client.issuesOf(role.id)).map(({ code, message }) => [code, message.en])).toEqual(
      all['roles.csv'].map(({ sourcedId }) => [
        'RH-C-011',
        `1 record(s) of users.csv still need "${sourcedId}".`,
      ]),
    );
    const named = await send({
      ...Object.fromEntries(Object.entries(all).map(([file, some]) => [file, some.map(deleted)])),
      'enrollments.csv': all['enrollments.csv'].map(active),
    });
    const missing = (await hub.client.issuesOf(named.id)).filter(({ code }) => code === 'JP-EN-003');
    expect(missing.length).toBe(counts('enrollments.csv'));
    expect(named.state).toBe('rejected');
    expect(await rosterPrint(hub.client)).toBe(before);
  });

  test('deletes a person with everything of theirs, who then still shows the last roles', async () => {
    const { id, ...all } = someone();
    const path = `/ims/oneroster/rostering/v1p2/users/${id}`;
    const read = async () => JSON.parse(await (await hub.client.get(path)).text()).user;
    const before = await read();
    const files = Object.fromEntries(Object.entries(all).filter(([, some]) => some.length > 0));
    const gone = await send(
      Object.fromEntries(Object.entries(files).map(([file, some]) => [file, some.map(deleted)])),
    );
    expect(gone).toMatchObject({ state: 'published', issues: { errors: 0 } });
    for (const [file, some] of Object.entries(files))
      expect(gone.files[file]).toMatchObject({ deleted: some.length });
    expect(await read()).toEqual({
      ...before,
      status: 'tobedeleted',
      dateLastModified: gone.publication?.publishedAt,
    });
    const back = await send(
      Object.fromEntries(Object.entries(files).map(([file, some]) => [file, some.map(active)])),
    );
    expect(await read()).toEqual({ ...before, dateLastModified: back.publication?.publishedAt });
  });

  test('with onError skip leaves a deletion out when a record that needs the other one stays', async () => {
    const before = await rosterOf(hub.client, { of: wholeCollections, stamped: true });
    const { id, ...all } = someone();
    const files = Object.fromEntries(
      Object.entries(all)
        .filter(([, some]) => some.length > 0)
        .map(([file, some]) => [file, some.map(deleted)]),
    );
    const [bad = {}, ...good] = files['enrollments.csv'] ?? [];
    const published = await send(
      { ...files, 'enrollments.csv': [{ ...bad, dateLastModified: 'yesterday' }, ...good] },
      { onError: 'skip' },
    );
    expect(published).toMatchObject({ state: 'published', issues: { errors: 1 } });
    const left = (await hub.client.issuesOf(published.id)).filter(({ code }) => code === 'RH-S-001');
    const owned = ['roles.csv', 'userProfiles.csv'].flatMap((file) => (files[file] ?? []).map(() => file));
    expect(left.map(({ file, column }) => `${file} ${column}`).sort()).toEqual(
      ['users.csv', ...owned].map((file) => `${file} sourcedId`).sort(),
    );
    const after = await rosterOf(hub.client, { of: wholeCollections, stamped: true });
    const changed = [...after].filter(([key, text]) => before.get(key) !== text).map(([key]) => key);
    expect(changed.sort()).toEqual(
      [
        ...good.map(({ sourcedId }) => `enrollments/${sourcedId}`),
        ...(files['demographics.csv'] ?? []).map(() => `demographics/${id}`),
      ].sort(),
    );
    await hub.client.importZip(await hub.board.zip());
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
      endDate: '2027-03-31',
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
