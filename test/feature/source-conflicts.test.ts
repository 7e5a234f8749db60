import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import type { ConflictPolicy } from '../../src/model/import-settings.ts';
import { rowsOf } from '../support/bundle-rows.ts';
import { active, deleted, deltaBundle, personOf, recordsOf } from '../support/delta-bundle.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import type { ImportView, OneRosterRecord } from '../support/hub-client.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const [east, west] = ['東小学校', '西小学校'];
let hub: TestHub;
let ofEast: EditableBundle;
let ofWest: EditableBundle;
/** Somebody of the east, and somebody of the west whose id the west changes to that of the east. */
let shared: string;
let renamed: string;
let claiming: EditableBundle;

beforeAll(async () => {
  hub = await startTestHub();
  ofEast = await EditableBundle.of(await boardBuffer({ people: 30, seed: 21 }));
  ofWest = await EditableBundle.of(await boardBuffer({ people: 30, seed: 22 }));
  shared = personOf(ofEast).id;
  renamed = personOf(ofWest).id;
  claiming = ofWest.copy();
  for (const file of claiming.files.keys()) {
    claiming.put(file, claiming.lines(file).join('\r\n').replaceAll(renamed, shared));
  }
});

afterAll(() => hub.stop());

beforeEach(async () => {
  await setConflict(east, 'takeOver');
  await setConflict(west, 'takeOver');
  // Whatever a test has left is put right: the east has all that it knows, the west the rest.
  expect((await send(ofEast, east)).state).toBe('published');
  expect((await send(ofWest, west)).state).toBe('published');
  await setConflict(east, 'refuse');
  await setConflict(west, 'refuse');
});

async function send(
  board: EditableBundle,
  source: string,
  fields: Record<string, string> = {},
): Promise<ImportView> {
  return hub.client.importZip(await board.zip(), source, fields);
}

async function setConflict(source: string, onConflict: ConflictPolicy): Promise<void> {
  const response = await fetch(`${hub.client.url}/admin/sources/${encodeURIComponent(source)}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${hub.client.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ onConflict }),
  });
  expect(response.status).toBe(200);
}

async function user(id: string): Promise<OneRosterRecord | undefined> {
  return (await recordsOf(hub.client)).get(`users/${id}`);
}

const roles = (record: OneRosterRecord | undefined) => (record?.roles ?? []) as object[];

/** Files of the board that are not in the delta are bulk: the Japan profile asks for them. */
const deltaOf = (board: EditableBundle, files: Parameters<typeof deltaBundle>[1]) =>
  deltaBundle(board, files, 'bulk');

const told = async ({ id }: ImportView, code: string) =>
  (await hub.client.issuesOf(id))
    .filter((one) => one.code === code)
    .map(({ file, level, message }) => [file, level, message.ja, message.en]);

const keptTexts = (file: string, id: string) => [
  file,
  'warning',
  `sourcedId「${id.slice(0, 40)}」は取り込み元「${east}」のデータのままです。「${west}」のこの行は反映しません。`,
  `The sourcedId "${id.slice(0, 40)}" stays with its source, "${east}"; this row of "${west}" is not published.`,
];

/** Rows of the claiming bundle by file whose record the east has. */
const conflicts = () =>
  ['users.csv', 'demographics.csv'].filter((file) =>
    [ofEast, claiming].every((board) =>
      (rowsOf(board).get(file) ?? []).some(({ sourcedId }) => sourcedId === shared),
    ),
  );

const ownRow = (board: EditableBundle, file: string, id: string) => {
  const row = rowsOf(board)
    .get(file)
    ?.find((one) => one.sourcedId === id);
  if (row === undefined) throw new Error(`${file} has no ${id}`);
  return row;
};

describe('onConflict: keep', () => {
  beforeEach(() => setConflict(west, 'keep'));

  test('the owner keeps its record, the rest is published, and each row that is not says both names', async () => {
    const before = await user(shared);
    const published = await send(claiming, west);
    expect(published).toMatchObject({ state: 'published', issues: { errors: 0 } });
    expect(await told(published, 'RH-C-013')).toEqual(conflicts().map((file) => keptTexts(file, shared)));
    const rows = rowsOf(claiming).get('users.csv')?.length ?? 0;
    expect(published.files['users.csv']).toEqual({
      ...{ rows, created: 0, updated: 0, unchanged: rows - 1, deleted: 1, rejected: 1 },
    });
    const after = await user(shared);
    // What the west says of it in rows of its own counts: the record shows the roles of both.
    expect(roles(after)).toEqual(expect.arrayContaining(roles(before)));
    expect(roles(after).length).toBeGreaterThan(roles(before).length);
    const own = Object.entries(before ?? {}).filter(
      ([name]) => !['roles', 'userProfiles', 'dateLastModified'].includes(name),
    );
    expect(after).toMatchObject(Object.fromEntries(own));
    // It is still the owner's: the west leaves it out and nothing goes, the owner leaves it out and it goes.
    expect((await send(ofWest, west)).state).toBe('published');
    expect((await user(shared))?.status).toBe('active');
    expect((await send(ofEast, east)).issues.errors).toBe(0);
  });

  test('again and again, nothing moves', async () => {
    await send(claiming, west);
    const before = await recordsOf(hub.client);
    const again = await send(claiming, west);
    expect(again.state).toBe('published');
    for (const counts of Object.values(again.files)) {
      expect(counts).toMatchObject({ created: 0, updated: 0, deleted: 0 });
    }
    expect(await recordsOf(hub.client)).toEqual(before);
  });

  test('a delta file deletes nothing of another source, and what names the record may go on naming it', async () => {
    const before = await recordsOf(hub.client);
    const school = ofWest.cell('orgs.csv', ofWest.find('orgs.csv', 'type', 'school'), 'sourcedId');
    const role = ownRow(ofWest, 'roles.csv', ofWest.cell('roles.csv', 2, 'sourcedId'));
    const more = {
      ...role,
      sourcedId: '00000000-0000-4000-8000-00000000000b',
      userSourcedId: shared,
      orgSourcedId: school,
    };
    const delta = deltaOf(ofWest, {
      'users.csv': [deleted(ownRow(ofEast, 'users.csv', shared))],
      'roles.csv': [active({ ...more, roleType: 'secondary', userProfileSourcedId: '' })],
    });
    const published = await send(delta, west);
    expect(published).toMatchObject({ state: 'published', issues: { errors: 0 } });
    expect(await told(published, 'RH-C-013')).toEqual([keptTexts('users.csv', shared)]);
    expect(published.files['users.csv']).toMatchObject({ rows: 1, unchanged: 0, deleted: 0, rejected: 1 });
    const after = await user(shared);
    expect(after?.status).toBe('active');
    expect(roles(after)).toHaveLength(roles(before.get(`users/${shared}`)).length + 1);
  });

  test('a record that its owner has given up is free for anybody', async () => {
    const [mine, theirs] = [ofWest, ofEast].map((board) => board.cell('demographics.csv', 2, 'sourcedId'));
    const without = ofEast.copy().filter('demographics.csv', (cell) => cell('sourcedId') !== theirs);
    expect((await send(without, east)).state).toBe('published');
    const bringing = ofWest.copy();
    for (const file of bringing.files.keys()) {
      bringing.put(
        file,
        bringing
          .lines(file)
          .join('\r\n')
          .replaceAll(mine ?? '', theirs ?? ''),
      );
    }
    bringing.set('demographics.csv', 2, { birthDate: '2015-05-05' });
    const published = await send(bringing, west);
    expect(published).toMatchObject({ state: 'published', issues: { errors: 0 } });
    // The user is still the owner's, what it has given up is not.
    expect(await told(published, 'RH-C-013')).toEqual([keptTexts('users.csv', theirs ?? '')]);
    const records = await recordsOf(hub.client);
    expect(records.get(`demographics/${theirs}`)).toMatchObject({
      status: 'active',
      birthDate: '2015-05-05',
    });
  });

  test('with onError skip, faulty rows of others are left out, and nothing is deleted for it', async () => {
    const faulty = claiming.copy();
    const line = faulty.find('users.csv', 'sourcedId', shared);
    faulty.set('users.csv', line, { enabledUser: 'perhaps' });
    const before = await recordsOf(hub.client);
    const published = await send(faulty, west, { onError: 'skip' });
    expect(published).toMatchObject({ state: 'published' });
    expect(published.issues.byCode).not.toHaveProperty('RH-S-002');
    expect(published.files['users.csv']).toMatchObject({ rejected: 1, updated: 0 });
    expect((await user(shared))?.familyName).toBe(before.get(`users/${shared}`)?.familyName);
  });

  test('nobody is published without a role because all of them belong to another source', async () => {
    const board = ofWest.copy();
    const role = board.find('roles.csv', 'userSourcedId', renamed);
    const [eastRole] = (rowsOf(ofEast).get('roles.csv') ?? []).map(({ sourcedId }) => sourcedId);
    const old = board.cell('roles.csv', role, 'sourcedId');
    board.set('roles.csv', role, { sourcedId: eastRole ?? '' });
    board.filter('roles.csv', (cell) => cell('userSourcedId') !== renamed || cell('sourcedId') === eastRole);
    const refused = await send(board, west);
    expect(refused).toMatchObject({ state: 'rejected', issues: { byCode: { 'RH-C-015': 1 } } });
    const skipped = await send(board, west, { onError: 'skip' });
    expect(skipped).toMatchObject({ state: 'published', files: { 'users.csv': { rejected: 1 } } });
    expect(old).not.toBe(eastRole);
    expect((await user(renamed))?.roles).not.toHaveLength(0);
  });
});

describe('onConflict: takeOver', () => {
  beforeEach(() => setConflict(west, 'takeOver'));

  test('hands the record over, says so with both names, and it is the new owner’s from then on', async () => {
    const published = await send(claiming, west);
    expect(published).toMatchObject({ state: 'published', issues: { errors: 0 } });
    expect(await told(published, 'RH-C-014')).toEqual(
      conflicts().map((file) => [
        file,
        'warning',
        `sourcedId「${shared.slice(0, 40)}」を取り込み元「${east}」から「${west}」に引き継ぎます。`,
        `The sourcedId "${shared.slice(0, 40)}" is handed over from the source "${east}" to "${west}".`,
      ]),
    );
    expect(published.files['users.csv']).toMatchObject({ created: 0, updated: 1, rejected: 0 });
    const report = JSON.parse(await (await hub.client.get(`/csv/import/${published.id}/report`)).text());
    expect(report.causes).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'RH-C-014', file: 'users.csv' })]),
    );
    const { familyName } = ownRow(claiming, 'users.csv', shared);
    expect(await user(shared)).toMatchObject({ status: 'active', familyName });
    // The old owner may not bring it back, and keeps it by nothing.
    const refused = await send(ofEast, east);
    expect(refused).toMatchObject({
      state: 'rejected',
      issues: { byCode: { 'RH-C-001': expect.any(Number) } },
    });
    expect((await told(refused, 'RH-C-001'))[0]?.[3]).toContain(`"${west}", and "${east}" may not`);
    expect((await send(claiming, west)).issues.byCode).not.toHaveProperty('RH-C-014');
  });

  test('a deletion takes nothing over: the record stays, and the row says whose it is', async () => {
    const delta = deltaOf(ofWest, {
      'users.csv': [deleted(ownRow(ofEast, 'users.csv', shared))],
    });
    const published = await send(delta, west);
    expect(published).toMatchObject({ state: 'published', issues: { errors: 0 } });
    expect(await told(published, 'RH-C-013')).toEqual([keptTexts('users.csv', shared)]);
    expect((await user(shared))?.status).toBe('active');
    expect((await send(ofEast, east)).state).toBe('published');
  });

  test('does not take the last role of somebody who stays', async () => {
    const board = ofWest.copy();
    const all = rowsOf(ofEast).get('roles.csv') ?? [];
    const only = all.find(
      ({ userSourcedId }) => all.filter((one) => one.userSourcedId === userSourcedId).length === 1,
    );
    const role = board.find('roles.csv', 'userSourcedId', renamed);
    board.set('roles.csv', role, { sourcedId: only?.sourcedId ?? '' });
    const before = await user(only?.userSourcedId ?? '');
    const refused = await send(board, west);
    expect(refused).toMatchObject({ state: 'rejected', issues: { byCode: { 'RH-C-011': 1 } } });
    const skipped = await send(board, west, { onError: 'skip' });
    // Nothing was taken over, so nothing says that it was.
    expect(skipped.issues.byCode).not.toHaveProperty('RH-C-014');
    expect(await user(only?.userSourcedId ?? '')).toEqual(before);
  });
});

test('the setting is the source’s alone: a form field of one upload does not change it', async () => {
  const refused = await send(claiming, west, { onConflict: 'takeOver' });
  expect(refused).toMatchObject({ state: 'rejected', settings: { onConflict: 'refuse' } });
});
