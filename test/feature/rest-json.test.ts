import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditableBundle } from '../support/editable-bundle.ts';
import { query } from '../support/embedded-folder.ts';
import {
  makeSpecialBoard,
  secretPassword as password,
  slashedSchool as school,
} from '../support/special-board.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let board: EditableBundle;
let stamp: string | undefined;

/** Cells of the rows that the tests look at. */
const id = (file: string, line: number, column = 'sourcedId') => board.cell(file, line, column);
let studentLine = 0;
let teacherLine = 0;

beforeAll(async () => {
  hub = await startTestHub();
  const special = await makeSpecialBoard();
  ({ board, studentLine, teacherLine } = special);
  const published = await hub.client.importZip(await board.zip());
  expect(published).toMatchObject({ state: 'published', issues: { errors: 0 } });
  expect(await hub.client.issuesOf(published.id)).toContainEqual(
    expect.objectContaining({
      file: 'enrollments.csv',
      line: special.guardianLine,
      column: 'role',
      code: 'JP-EN-004',
      level: 'warning',
    }),
  );
  stamp = published.publication?.publishedAt;
});

afterAll(() => hub.stop());

const head = (sourcedId: string) => ({ sourcedId, status: 'active', dateLastModified: stamp });
const ref = (collection: string, type: string, sourcedId: string) => ({
  href: `${hub.client.url}/ims/oneroster/rostering/v1p2/${collection}/${sourcedId.replaceAll('/', '%2F')}`,
  sourcedId,
  type,
});

async function bodyOf(path: string): Promise<unknown> {
  const response = await hub.client.get(`/ims/oneroster/v1p2/${path}`);
  expect(response.status, path).toBe(200);
  return JSON.parse(await response.text());
}

describe('what JSON says where it differs from CSV', () => {
  test('a user: names of the standard, strings for booleans, lists, roles and profiles inside, metadata nested', async () => {
    const sourcedId = id('users.csv', studentLine);
    const agents = id('users.csv', studentLine, 'agentSourcedIds')
      .split(',')
      .filter((one) => one !== '');
    expect(await bodyOf(`users/${sourcedId}`)).toEqual({
      user: {
        ...head(sourcedId),
        enabledUser: 'true',
        username: 's1',
        userIds: [
          { type: 'Koumu', identifier: '1' },
          { type: 'MS', identifier: 'a:b' },
        ],
        givenName: '𠮷花',
        familyName: '山﨑',
        identifier: 'I1',
        ...(agents.length === 0 ? {} : { agents: agents.map((one) => ref('users', 'user', one)) }),
        grades: ['P3'],
        preferredFirstName: 'はな',
        preferredMiddleName: 'M',
        preferredLastName: 'やまさき',
        primaryOrg: ref('orgs', 'org', school),
        roles: [
          {
            roleType: 'primary',
            role: 'student',
            beginDate: '2026-04-01',
            endDate: '2027-03-31',
            org: ref('orgs', 'org', school),
            userProfile: 'urn:oneroster:userProfile:prf-1',
          },
        ],
        userProfiles: [
          {
            profileId: 'urn:oneroster:userProfile:prf-1',
            profileType: '児童生徒用',
            vendorId: 'v',
            credentials: [{ type: 'username', username: 's1' }],
          },
        ],
        metadata: {
          jp: {
            kanaGivenName: 'ハナ',
            kanaFamilyName: 'ヤマサキ',
            homeClass: id('users.csv', studentLine, 'metadata.jp.homeClass'),
          },
          vendor: { a: { b: '1' } },
          note: 'x',
        },
      },
    });
  });

  test('a profile whose id is a UUID has it as urn:uuid', async () => {
    const teacher = id('users.csv', teacherLine);
    const profile = id('userProfiles.csv', board.find('userProfiles.csv', 'userSourcedId', teacher));
    expect(await bodyOf(`teachers/${teacher}`)).toMatchObject({
      user: {
        roles: expect.arrayContaining([expect.objectContaining({ userProfile: `urn:uuid:${profile}` })]),
        userProfiles: [expect.objectContaining({ profileId: `urn:uuid:${profile}` })],
      },
    });
  });

  test('a required string without data is empty, an optional one left out', async () => {
    const line = board.find('courses.csv', 'courseCode', '');
    expect(await bodyOf(`courses/${id('courses.csv', line)}`)).toMatchObject({ course: { courseCode: '' } });
    const district = id('orgs.csv', board.find('orgs.csv', 'type', 'district'));
    expect(await bodyOf(`orgs/${encodeURIComponent(school)}`)).toEqual({
      org: {
        ...head(school),
        name: id('orgs.csv', board.find('orgs.csv', 'sourcedId', school), 'name'),
        type: 'school',
        identifier: '',
        parent: ref('orgs', 'org', district),
      },
    });
  });

  test('children are derived, in the order of their ids; NULL as a parent is none', async () => {
    const district = board.find('orgs.csv', 'type', 'district');
    const children = [id('orgs.csv', board.find('orgs.csv', 'type', 'school')), school].toSorted();
    expect(await bodyOf(`orgs/${id('orgs.csv', district)}`)).toEqual({
      org: {
        ...head(id('orgs.csv', district)),
        name: id('orgs.csv', district, 'name'),
        type: 'district',
        identifier: id('orgs.csv', district, 'identifier'),
        children: children.map((one) => ref('orgs', 'org', one)),
      },
    });
  });

  test('a school year and its last day are as given', async () => {
    const sourcedId = id('academicSessions.csv', 2);
    expect(await bodyOf(`academicSessions/${sourcedId}`)).toEqual({
      academicSession: {
        ...head(sourcedId),
        title: '2026年度',
        type: 'schoolYear',
        startDate: '2026-04-01',
        endDate: '2027-03-31',
        schoolYear: '2026',
      },
    });
  });

  test('a guardian who is enrolled is ext:guardian; flags of the Japan columns are strings', async () => {
    const line = board.find('enrollments.csv', 'sourcedId', 'enr-guardian');
    expect(await bodyOf('enrollments/enr-guardian')).toMatchObject({
      enrollment: {
        ...head('enr-guardian'),
        role: 'ext:guardian',
        class: ref('classes', 'class', id('enrollments.csv', line, 'classSourcedId')),
        school: ref('orgs', 'org', id('enrollments.csv', line, 'schoolSourcedId')),
        user: ref('users', 'user', id('enrollments.csv', line, 'userSourcedId')),
        metadata: { jp: { publicFlg: 'true' } },
      },
    });
  });

  test('an id with a slash is one segment of the address', async () => {
    const body = await bodyOf(`schools/${school.replaceAll('/', '%2F')}`);
    expect(body).toMatchObject({ org: { sourcedId: school } });
    expect((await hub.client.get(`/ims/oneroster/v1p2/schools/${school}`)).status).toBe(404);
  });
});

test('a password is in no table, no log and no answer', async () => {
  const tables = await query(
    hub.databaseUrl,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> 'file_chunks'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const found = await query(
      hub.databaseUrl,
      `SELECT FROM ${String(name)} t WHERE t::text LIKE $1 LIMIT 1`,
      [`%${password}%`],
    );
    expect(found, String(name)).toEqual([]);
  }
  expect(hub.logLines.join('')).not.toContain(password);
  expect(JSON.stringify((await hub.client.walk('users', 'limit=500')).records)).not.toContain(password);
});

test('a deleted user is still there, as tobedeleted, with the roles that it had', async () => {
  const gone = id('users.csv', studentLine);
  const before = JSON.parse(JSON.stringify(await bodyOf(`users/${gone}`)));
  const next = board.copy();
  for (const [file, column] of [
    ['users.csv', 'sourcedId'],
    ['roles.csv', 'userSourcedId'],
    ['userProfiles.csv', 'userSourcedId'],
    ['enrollments.csv', 'userSourcedId'],
    ['demographics.csv', 'sourcedId'],
  ] as const) {
    next.filter(file, (cell) => cell(column) !== gone);
  }
  const published = await hub.client.importZip(await next.zip());
  expect(published.state).toBe('published');
  expect(published.files['users.csv']).toMatchObject({ deleted: 1, created: 0, updated: 0 });
  const dateLastModified = published.publication?.publishedAt;
  expect(await bodyOf(`users/${gone}`)).toEqual({
    user: { ...before.user, status: 'tobedeleted', dateLastModified },
  });
  const { records } = await hub.client.walk('students', 'limit=500');
  expect(records.find(({ sourcedId }) => sourcedId === gone)?.status).toBe('tobedeleted');
});
