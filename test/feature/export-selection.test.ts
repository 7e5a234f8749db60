import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { exported, recordsOf, streamed, streamedFiles } from '../support/exports.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';
import { validationOf } from '../support/validations.ts';

let hub: TestHub;
let board: EditableBundle;
let schools: { id: string; code: string }[];
let district: string;

const referenceColumns = {
  'orgs.csv': { parentSourcedId: 'orgs.csv' },
  'courses.csv': { schoolYearSourcedId: 'academicSessions.csv', orgSourcedId: 'orgs.csv' },
  'classes.csv': {
    courseSourcedId: 'courses.csv',
    schoolSourcedId: 'orgs.csv',
    termSourcedIds: 'academicSessions.csv',
  },
  'users.csv': {
    primaryOrgSourcedId: 'orgs.csv',
    agentSourcedIds: 'users.csv',
    'metadata.jp.homeClass': 'classes.csv',
  },
  'userProfiles.csv': { userSourcedId: 'users.csv' },
  'roles.csv': {
    userSourcedId: 'users.csv',
    orgSourcedId: 'orgs.csv',
    userProfileSourcedId: 'userProfiles.csv',
  },
  'enrollments.csv': {
    classSourcedId: 'classes.csv',
    schoolSourcedId: 'orgs.csv',
    userSourcedId: 'users.csv',
  },
  'demographics.csv': { sourcedId: 'users.csv' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** Every reference of every row leads to a row of the same export. */
function expectWhole(files: ReadonlyMap<string, string>): void {
  const ids = new Map(
    [...files].map(([name, text]) => [name, new Set(recordsOf(text).map(({ sourcedId }) => sourcedId))]),
  );
  for (const [file, columns] of Object.entries(referenceColumns)) {
    for (const record of recordsOf(files.get(file) ?? '')) {
      for (const [column, target] of Object.entries(columns)) {
        for (const id of (record[column] ?? '').split(',').filter((one) => one !== '')) {
          expect(ids.get(target)?.has(id), `${file} ${record.sourcedId} ${column} ${id}`).toBe(true);
        }
      }
    }
  }
}

beforeAll(async () => {
  hub = await startTestHub();
  board = await EditableBundle.of(await boardBuffer({ people: 400, seed: 12 }));
  const orgs = recordsOf(board.files.get('orgs.csv')?.toString() ?? '');
  schools = orgs
    .filter(({ type }) => type === 'school')
    .map(({ sourcedId = '', identifier = '' }) => ({ id: sourcedId, code: identifier }));
  district = orgs.find(({ type }) => type === 'district')?.identifier ?? '';
  // A child of the second school is taught in a class of the first.
  const [first, second] = schools;
  const childRole = board.find('roles.csv', 'orgSourcedId', second?.id ?? '');
  const lines = board.lines('roles.csv').length - 2;
  const child = Array.from({ length: lines }, (_, index) => index + 2)
    .filter((line) => board.cell('roles.csv', line, 'role') === 'student')
    .find((line) => board.cell('roles.csv', line, 'orgSourcedId') === second?.id);
  guest = board.cell('roles.csv', child ?? childRole, 'userSourcedId');
  const like = board.find('enrollments.csv', 'schoolSourcedId', first?.id ?? '');
  board.append('enrollments.csv', like, {
    sourcedId: '7d3f3439-8a04-4026-906d-a82515542b2b',
    userSourcedId: guest,
    role: 'student',
    primary: 'false',
    'metadata.jp.shussekiNo': '',
  });
  const published = await hub.client.importZip(await board.zip(), '校務');
  expect(published, JSON.stringify(await hub.client.issuesOf(published.id))).toMatchObject({
    state: 'published',
  });
});

afterAll(() => hub.stop());

let guest: string;

test('a school is exported with its people and all that they need, and nobody else', async () => {
  const [first] = schools;
  if (first === undefined) throw new Error('the board has no school');
  const files = await streamedFiles(hub.client, `schools=${first.id}`);
  expectWhole(files);
  const users = recordsOf(files.get('users.csv') ?? '').map(({ sourcedId }) => sourcedId);
  const rows = (file: string) => recordsOf(board.files.get(file)?.toString() ?? '');
  const wanted = new Set([
    ...rows('roles.csv').flatMap(({ orgSourcedId, userSourcedId }) =>
      orgSourcedId === first.id ? [userSourcedId] : [],
    ),
    ...rows('users.csv').flatMap(({ primaryOrgSourcedId, sourcedId }) =>
      primaryOrgSourcedId === first.id ? [sourcedId] : [],
    ),
    ...rows('enrollments.csv').flatMap(({ schoolSourcedId, userSourcedId }) =>
      schoolSourcedId === first.id ? [userSourcedId] : [],
    ),
  ]);
  expect(wanted.has(guest)).toBe(true);
  expect(users.toSorted()).toEqual([...wanted].toSorted());
  for (const { schoolSourcedId } of recordsOf(files.get('classes.csv') ?? '')) {
    expect(schoolSourcedId).toBe(first.id);
  }
  // The child keeps its role, which is at its own school.
  expect(
    recordsOf(files.get('roles.csv') ?? '').filter(({ userSourcedId }) => userSourcedId === guest),
  ).toHaveLength(1);
  const view = await exported(hub.client, { schools: [first.id] });
  expect(view.fileName).toMatch(new RegExp(`_${first.code}\\.zip$`));
  const judged = await validationOf(hub.client, await streamed(hub.client, `schools=${first.id}`));
  expect(judged.errors, JSON.stringify(judged.issues)).toBe(0);
});

test('all schools are the board, and have its code', async () => {
  const all = schools.map(({ id }) => id);
  const view = await exported(hub.client, { schools: all });
  expect(view.fileName).toMatch(new RegExp(`_${district}\\.zip$`));
  expect(view.rows).toEqual((await exported(hub.client)).rows);
});

test('files, sessions and sources narrow an export; what there is not is refused by name', async () => {
  const two = await streamedFiles(hub.client, 'files=users,orgs.csv');
  expect([...two.keys()]).toEqual(['manifest.csv', 'orgs.csv', 'users.csv']);
  const year = recordsOf(board.files.get('academicSessions.csv')?.toString() ?? '')[0]?.sourcedId ?? '';
  expect((await exported(hub.client, { academicSessions: [year] })).rows).toEqual(
    (await exported(hub.client)).rows,
  );
  const mine = await exported(hub.client, { source: '校務' });
  expect(mine.rows).toEqual((await exported(hub.client)).rows);
  for (const [name, value] of [
    ['schools', 'nobody'],
    ['academicSessions', 'never'],
    ['source', 'nowhere'],
    ['files', 'resources'],
    ['mode', 'some'],
    ['profile', 'japan-9'],
    ['since', 'yesterday'],
    ['asOf', '-1'],
  ]) {
    const answer = await hub.client.get(`/csv/export?${new URLSearchParams([[name ?? '', value ?? '']])}`);
    const { error } = JSON.parse(await answer.text());
    expect([name, answer.status, error.code]).toEqual([name, 400, 'invalid_parameter']);
    expect(error.message.en).toContain(name);
  }
});

test('an export that the profile does not allow is refused and says which files would be empty', async () => {
  await using other = await startTestHub();
  const none = await other.client.get('/csv/export');
  expect([none.status, JSON.parse(await none.text()).error.code]).toEqual([409, 'nothing_published']);
  const bundle = await EditableBundle.of(await boardBuffer({ people: 20, seed: 5, layer: 'base' }));
  bundle.remove('enrollments.csv').manifest('file.enrollments', 'absent');
  expect(await other.client.importZip(await bundle.zip(), '校務')).toMatchObject({ state: 'published' });
  const answer = await other.client.get('/csv/export');
  const { error } = JSON.parse(await answer.text());
  expect([answer.status, error.code]).toEqual([409, 'export_incomplete']);
  expect(error.message.ja).toContain('enrollments.csv');
  const asked = await exported(other.client);
  expect(asked).toMatchObject({ state: 'failed', failure: { code: 'export_incomplete' } });
  expect(asked.failure?.message.en).toContain('enrollments.csv');
  expect((await other.client.get('/csv/export?profile=base-1.2.1')).status).toBe(200);
});
