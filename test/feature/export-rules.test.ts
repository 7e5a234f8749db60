import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { unzipFiles, zipFiles } from '../../scripts/board/zip-files.ts';
import { editBundle } from '../support/bundle-edit.ts';
import { exported, recordsOf, streamed, streamedFiles } from '../support/exports.ts';
import { erase } from '../support/persons.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';
import { manifestText, tableText } from '../support/text-bundle.ts';
import { validationOf } from '../support/validations.ts';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [state, district, school, department, free] = [1, 2, 3, 4, 5].map(id) as [
  string,
  string,
  string,
  string,
  string,
];
const [year, again, term] = [11, 12, 13].map(id) as [string, string, string];
const [course, club, lone] = [21, 31, 32].map(id) as [string, string, string];
const [pupil, gone, mother, helper, teacher] = [41, 42, 43, 44, 45].map(id) as [
  string,
  string,
  string,
  string,
  string,
];

const userColumns =
  'enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns';

function user(sourcedId: string, values: Readonly<Record<string, string>>): string[] {
  const all: Readonly<Record<string, string>> = {
    enabledUser: 'true',
    username: sourcedId,
    givenName: '花子',
    familyName: '山田',
    ...values,
  };
  return [sourcedId, '', '', ...userColumns.split(',').map((column) => all[column] ?? '')];
}

/** A roster in the base layer with everything that the Japan profile cannot hold. */
function bundle(): Promise<Buffer> {
  const base = 'sourcedId,status,dateLastModified';
  const files: Readonly<Record<string, string>> = {
    'orgs.csv': tableText(`${base},name,type,identifier,parentSourcedId`, [
      [state, '', '', '県', 'state', '', ''],
      [district, '', '', '教育委員会', 'district', '272019', state],
      [school, '', '', '第一小学校', 'school', 'B127210000018', district],
      [department, '', '', '国語科', 'department', '', school],
      [free, '', '', '別の組織', 'local', '', ''],
    ]),
    'academicSessions.csv': tableText(`${base},title,type,startDate,endDate,parentSourcedId,schoolYear`, [
      [year, '', '', '2026年度', 'schoolYear', '2026-04-01', '2027-03-31', '', '2026'],
      [again, '', '', '2026年度', 'schoolYear', '2026-04-01', '2027-03-31', '', '2026'],
      [term, '', '', '前期', 'term', '2026-04-01', '2026-09-30', again, '2026'],
    ]),
    'courses.csv': tableText(
      `${base},schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes`,
      [[course, '', '', again, '2026年度国語', 'KOKUGO', '', department, '', '']],
    ),
    'classes.csv': tableText(
      `${base},title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods`,
      [
        [club, '', '', '将棋', '', course, '', 'ext:club', '', school, `${term},${year}`, '', '', ''],
        [lone, '', '', '1組', '', course, '', 'homeroom', '', school, term, '', '', ''],
      ],
    ),
    'users.csv': tableText(`${base},${userColumns}`, [
      user(pupil, {
        agentSourcedIds: `${gone},${mother}`,
        primaryOrgSourcedId: free,
        userMasterIdentifier: 'ABCDEF00-0000-4000-8000-000000000001',
        middleName: '一\n二',
      }),
      user(gone, { enabledUser: 'false' }),
      user(mother, {}),
      user(helper, {}),
      user(teacher, { primaryOrgSourcedId: department }),
    ]),
    'roles.csv': tableText(
      `${base},userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId`,
      [
        [id(51), '', '', pupil, 'primary', 'student', '', '', school, ''],
        [id(52), '', '', gone, 'primary', 'guardian', '', '', school, ''],
        [id(53), '', '', mother, 'primary', 'parent', '', '', school, ''],
        [id(54), '', '', helper, 'primary', 'ext:volunteer', '', '', school, ''],
        [id(55), '', '', teacher, 'primary', 'teacher', '', '', department, ''],
      ],
    ),
    'enrollments.csv': tableText(
      `${base},classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate`,
      [
        [id(61), '', '', club, school, pupil, 'student', 'false', '', ''],
        [id(62), '', '', lone, school, pupil, 'ext:guest', '', '', ''],
        [id(63), '', '', lone, school, helper, 'student', 'false', '', ''],
        [id(64), '', '', lone, school, teacher, 'teacher', '', '', ''],
      ],
    ),
    'demographics.csv': tableText(
      `${base},birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus`,
      [
        [pupil, '', '', '2016-05-01', 'ext:x', ...Array.from({ length: 11 }, () => '')],
        [gone, '', '', '1980-05-01', 'male', ...Array.from({ length: 11 }, () => '')],
      ],
    ),
  };
  const data = Object.entries(files).map(([name, content]) => ({ name, content }));
  return zipFiles([{ name: 'manifest.csv', content: manifestText(...Object.keys(files)) }, ...data]);
}

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  const published = await hub.client.importZip(await bundle(), '校務', { profile: 'base-1.2.1' });
  expect(published, JSON.stringify(await hub.client.issuesOf(published.id))).toMatchObject({
    state: 'published',
  });
});

afterAll(() => hub.stop());

test('what the Japan profile cannot hold is changed by named rules, each told, and the result breaks no rule', async () => {
  const files = await streamedFiles(hub.client);
  const rows = (file: string) => recordsOf(files.get(file) ?? '');
  expect(rows('orgs.csv').map(({ sourcedId, parentSourcedId }) => [sourcedId, parentSourcedId])).toEqual([
    [district, ''],
    [school, district],
  ]);
  expect(rows('academicSessions.csv').map(({ sourcedId }) => sourcedId)).toEqual([year]);
  expect(rows('courses.csv')).toMatchObject([
    { sourcedId: course, schoolYearSourcedId: year, courseCode: '', orgSourcedId: school },
  ]);
  expect(rows('classes.csv')).toMatchObject([
    { sourcedId: club, classType: 'scheduled', termSourcedIds: year },
    { sourcedId: lone, classType: 'homeroom', termSourcedIds: year },
  ]);
  expect(rows('users.csv')).toMatchObject([
    {
      sourcedId: pupil,
      agentSourcedIds: mother,
      primaryOrgSourcedId: '',
      userMasterIdentifier: 'abcdef00-0000-4000-8000-000000000001',
      middleName: '一 二',
    },
    { sourcedId: mother },
    { sourcedId: teacher, primaryOrgSourcedId: school },
  ]);
  expect(rows('roles.csv')).toMatchObject([
    { userSourcedId: pupil, role: 'student' },
    { userSourcedId: mother, role: 'guardian' },
    { userSourcedId: teacher, role: 'teacher', orgSourcedId: school },
  ]);
  expect(rows('enrollments.csv')).toMatchObject([
    { sourcedId: id(61), primary: 'false', 'metadata.jp.publicFlg': 'true' },
    { sourcedId: id(64), primary: 'false', 'metadata.jp.publicFlg': 'true' },
  ]);
  expect(rows('demographics.csv')).toMatchObject([{ sourcedId: pupil, sex: 'other' }]);

  const { notes, fileName } = await exported(hub.client);
  expect(notes.map(({ rule, file, column, rows, first }) => [rule, file, column, rows, first])).toEqual([
    ['org_type', 'orgs.csv', '', 3, state],
    ['district_parent', 'orgs.csv', 'parentSourcedId', 1, district],
    ['session_twice', 'academicSessions.csv', '', 1, again],
    ['session_type', 'academicSessions.csv', '', 1, term],
    ['course_code', 'courses.csv', 'courseCode', 1, course],
    ['class_type', 'classes.csv', 'classType', 1, club],
    ['disabled_user', 'users.csv', '', 1, gone],
    ['without_role', 'users.csv', '', 1, helper],
    ['master_identifier_case', 'users.csv', 'userMasterIdentifier', 1, pupil],
    ['reference_blank', 'users.csv', 'agentSourcedIds', 1, pupil],
    ['reference_blank', 'users.csv', 'primaryOrgSourcedId', 1, pupil],
    ['line_break', 'users.csv', '', 1, pupil],
    ['needs_left_out', 'roles.csv', '', 1, id(52)],
    ['role_term', 'roles.csv', '', 1, id(54)],
    ['parent_role', 'roles.csv', 'role', 1, id(53)],
    ['enrollment_term', 'enrollments.csv', '', 1, id(62)],
    ['needs_left_out', 'enrollments.csv', '', 1, id(63)],
    ['blank_primary', 'enrollments.csv', 'primary', 1, id(64)],
    ['blank_public_flag', 'enrollments.csv', 'metadata.jp.publicFlg', 2, id(61)],
    ['needs_left_out', 'demographics.csv', '', 1, gone],
    ['sex_term', 'demographics.csv', 'sex', 1, pupil],
  ]);
  expect(fileName).toMatch(/^RO_\d{8}_B127210000018\.zip$/);
  const answer = await hub.client.get('/csv/export');
  expect(answer.headers.get('x-export-notes')).toBe(String(notes.length));
  await answer.body?.cancel();

  // What is left is blank in the roster itself, and each of it a warning.
  const judged = await validationOf(hub.client, await streamed(hub.client));
  expect(judged).toMatchObject({ errors: 0, ok: true });
  expect([...new Set(judged.issues.map(({ code, column }) => `${code} ${column}`))]).toEqual([
    'JP-US-006 preferredGivenName',
    'JP-US-006 preferredFamilyName',
    'JP-US-007 metadata.jp.kanaGivenName',
    'JP-US-007 metadata.jp.kanaFamilyName',
    'JP-US-010 userMasterIdentifier',
    'JP-US-014 grades',
  ]);
});

test('the base holds all of it but line breaks, and a blank parent is the word NULL where that is asked for', async () => {
  const { notes, rows } = await exported(hub.client, { profile: 'base-1.2.1' });
  expect(notes).toMatchObject([{ rule: 'line_break', rows: 1, first: pupil }]);
  expect(rows).toMatchObject({ 'users.csv': 5, 'orgs.csv': 5, 'academicSessions.csv': 3, 'roles.csv': 5 });
  const files = await streamedFiles(hub.client, 'blankParent=NULL');
  expect(recordsOf(files.get('orgs.csv') ?? '').map(({ parentSourcedId }) => parentSourcedId)).toEqual([
    'NULL',
    district,
  ]);
  expect(recordsOf(files.get('academicSessions.csv') ?? '')[0]?.parentSourcedId).toBe('NULL');
});

test('what a profile has no column for is left out and told', async () => {
  await using japan = await startTestHub();
  await japan.client.importZip(await boardBuffer({ people: 30, seed: 2 }));
  const { notes } = await exported(japan.client, { profile: 'base-1.2.1' });
  const columns = notes.map(({ rule, column }) => [rule, column]);
  expect(columns).toContainEqual(['column_absent', 'metadata.jp.kanaGivenName']);
  expect(columns).toContainEqual(['column_absent', 'metadata.jp.shussekiNo']);
});

test('what was found in one publication is not taken for what is in the next', async () => {
  await using fresh = await startTestHub();
  const { client } = fresh;
  const board = await boardBuffer({ people: 200, seed: 6 });
  const users = recordsOf((await unzipFiles(board)).get('users.csv')?.toString() ?? '');
  const [pupil = '', other = ''] = users.map(({ sourcedId }) => sourcedId);
  const changed = (values: Readonly<Record<string, Record<string, string>>>) => async () => {
    const zip = await editBundle(board, {
      'users.csv': (rows) => rows.map((row) => ({ ...row, ...values[row.sourcedId ?? ''] })),
    });
    expect((await client.importZip(zip, '校務', { force: 'true' })).state).toBe('published');
  };
  const person = (id: string, act: string) => async () => {
    const answer = await client.post(`/admin/persons/${id}/${act}`, { reason: '試験' });
    expect([answer.status, await answer.text()]).toEqual([200, expect.anything()]);
  };
  const disabled = { [pupil]: { enabledUser: 'false' } };
  const left = ['disabled_user', 'needs_left_out'];
  const broken = { [other]: { givenName: '一\n二' } };
  const steps: readonly (readonly [() => Promise<unknown>, rules: readonly string[]])[] = [
    [changed({}), []],
    [changed(disabled), left],
    [changed({ ...disabled, ...broken }), ['disabled_user', 'line_break', 'needs_left_out']],
    [person(other, 'restrict'), left],
    [person(other, 'lift'), ['disabled_user', 'line_break', 'needs_left_out']],
    [changed(broken), ['line_break']],
    [changed({}), []],
    [changed({ ...disabled, ...broken }), ['disabled_user', 'line_break', 'needs_left_out']],
    [() => erase(client, pupil), ['line_break']],
  ];
  for (const [act, rules] of steps) {
    await act();
    // An export in the background looks at everything anew.
    const { id, notes } = await exported(client);
    expect([...new Set(notes.map(({ rule }) => rule))].toSorted()).toEqual(rules);
    const file = Buffer.from(await (await client.get(`/csv/export/${id}/file`)).arrayBuffer());
    for (const _ of ['looked at', 'known']) {
      const answer = await client.get('/csv/export');
      expect(answer.headers.get('x-export-notes')).toBe(String(notes.length));
      expect(Buffer.from(await answer.arrayBuffer()).equals(file)).toBe(true);
    }
  }
});

test('a backslash before an n is no line break', async () => {
  await using fresh = await startTestHub();
  const board = await boardBuffer({ people: 30, seed: 7 });
  const kana = String.raw`カナ\n`;
  const named = await editBundle(board, {
    'users.csv': (rows) =>
      rows.map((row, index) => (index === 0 ? { ...row, 'metadata.jp.kanaGivenName': kana } : row)),
  });
  const published = await fresh.client.importZip(named);
  expect(published, JSON.stringify(await fresh.client.issuesOf(published.id))).toMatchObject({
    state: 'published',
  });
  const { notes } = await exported(fresh.client);
  expect(notes).toEqual([]);
  const [first] = recordsOf((await streamedFiles(fresh.client)).get('users.csv') ?? '').filter(
    (row) => row['metadata.jp.kanaGivenName'] === kana,
  );
  expect(first).toBeDefined();
});
