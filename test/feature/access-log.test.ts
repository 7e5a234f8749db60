import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { query } from '../support/embedded-folder.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

/** Names that nobody has, so that a trace of them is a leak. */
const canaries = ['秘密野花子', 'カナリヤ', 'canary@example.jp', 'canary-login', '090-CANARY', 'canary-pass'];
const service = '/ims/oneroster/rostering/v1p2';
let hub: TestHub;
let board: EditableBundle;
let person = '';

beforeAll(async () => {
  hub = await startTestHub();
  board = await EditableBundle.of(await boardBuffer({ people: 20, seed: 9 }));
  board.set('users.csv', 3, {
    givenName: '秘密野花子',
    'metadata.jp.kanaGivenName': 'カナリヤ',
    email: 'canary@example.jp',
    username: 'canary-login',
    phone: '090-CANARY',
    password: 'canary-pass',
  });
  person = board.cell('users.csv', 3, 'sourcedId');
  expect((await hub.client.importZip(await board.zip())).state).toBe('published');
});

afterAll(() => hub.stop());

const logged = () => hub.logLines.join('');

function expectNoLeak(): void {
  for (const canary of canaries) expect(logged()).not.toContain(canary);
  expect(logged()).not.toContain(person);
  expect(logged()).not.toMatch(/rhk_|Bearer|authorization/i);
  expect(logged()).not.toMatch(/postgres:\/\/|SELECT |INSERT /);
}

test('reads are logged by route, status and time, never with what was asked or answered', async () => {
  const filter = encodeURIComponent("dateLastModified>'2020-01-01'");
  const response = await hub.client.get(`${service}/users?limit=5&filter=${filter}&secret=canary-login`, {
    'x-request-id': 'walk-17',
  });
  expect(response.headers.get('x-request-id')).toBe('walk-17');
  expect(await response.text()).toContain('sourcedId');
  await hub.client.get(`${service}/users/${person}`);
  await hub.client.get('/nowhere/canary-login?x=canary@example.jp');
  const lines = hub.logLines.map((line): Record<string, unknown> => JSON.parse(line));
  expect(lines.find(({ requestId }) => requestId === 'walk-17')).toEqual({
    level: 'info',
    time: expect.any(String),
    requestId: 'walk-17',
    method: 'GET',
    route: `${service}/users`,
    status: 200,
    ms: expect.any(Number),
    client: expect.stringMatching(/^[0-9A-Za-z]{22}$/),
    key: expect.stringMatching(/^[0-9A-Za-z]{22}$/),
    msg: 'request',
  });
  expect(lines.some(({ route }) => route === `${service}/users/:sourcedId`)).toBe(true);
  expect(logged()).not.toMatch(/limit=|filter=|2020-01-01|nowhere/);
  expectNoLeak();
});

test('a request id that could do harm in a log is replaced', async () => {
  for (const given of ['a b', 'x'.repeat(65), '"},{', '../x']) {
    const response = await hub.client.get('/health/live', { 'x-request-id': given });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('faulty values of people are in no log and in no issue', async () => {
  const faulty = board.copy();
  faulty.set('users.csv', 3, { enabledUser: 'カナリヤ', userIds: 'canary-login', agentSourcedIds: 'nobody' });
  faulty.set('users.csv', 4, { username: '', givenName: '' });
  faulty.set('demographics.csv', 2, { birthDate: '1999-99-99', sex: '秘密野花子' });
  faulty.set('enrollments.csv', 3, { 'metadata.jp.shussekiNo': 'カナリヤ' });
  const refused = await hub.client.importZip(await faulty.zip());
  expect(refused.state).toBe('rejected');
  const issues = JSON.stringify(await hub.client.issuesOf(refused.id));
  const csv = await (await hub.client.get(`/csv/import/${refused.id}/issues.csv`)).text();
  expect(csv.startsWith('\uFEFF') || csv.startsWith('"ファイル')).toBe(true);
  for (const text of [issues, csv]) {
    expect(text).toContain('birthDate');
    expect(text).not.toMatch(/1999-99-99|秘密野花子|canary/);
  }
  expectNoLeak();
});

test('a fault inside is answered by a request id alone, and logged without SQL', async () => {
  await query(hub.databaseUrl, 'ALTER TABLE courses RENAME TO courses_away');
  const response = await hub.client.get(`${service}/courses/canary-login`);
  await query(hub.databaseUrl, 'ALTER TABLE courses_away RENAME TO courses');
  const requestId = response.headers.get('x-request-id');
  expect(response.status).toBe(500);
  expect(JSON.parse(await response.text())).toEqual({
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: `Something went wrong inside. Please give the request id to the administrator. (request ${requestId})`,
    imsx_CodeMinor: {
      imsx_codeMinorField: [
        {
          imsx_codeMinorFieldName: 'TargetEndSystem',
          imsx_codeMinorFieldValue: 'internal_server_error',
        },
      ],
    },
  });
  const line = hub.logLines.find((one) => one.includes('request failed'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 'error', requestId, err: { code: 'internal' } });
  expect(line).toContain('42P01');
  expectNoLeak();
});
