import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let school: { id: string; name: string };
let pupil: string;

beforeAll(async () => {
  hub = await startTestHub();
  const board = await EditableBundle.of(await boardBuffer({ people: 60, seed: 9 }));
  const line = board.find('orgs.csv', 'type', 'school');
  school = { id: board.cell('orgs.csv', line, 'sourcedId'), name: board.cell('orgs.csv', line, 'name') };
  const role = board.find('roles.csv', 'role', 'student');
  pupil = board.cell('roles.csv', role, 'userSourcedId');
  board.set('users.csv', board.find('users.csv', 'sourcedId', pupil), {
    familyName: '𠮷田',
    givenName: '=1+1',
    preferredFamilyName: '𠮷田',
    preferredGivenName: '〜花',
    primaryOrgSourcedId: school.id,
  });
  expect(await hub.client.importZip(await board.zip())).toMatchObject({ state: 'published' });
});

afterAll(() => hub.stop());

async function sheet(file: string, query = '') {
  const answer = await hub.client.get(`/csv/sheets/${file}${query}`);
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const rowsOf = (text: string) => Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

test('a list for people: Excel knows it, names stand beside ids, no cell is a formula, and no importer takes it', async () => {
  const { answer, bytes } = await sheet('users.csv');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=UTF-8');
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(
    /名簿_users_\d{8}_閲覧用\.csv/,
  );
  expect(answer.headers.get('x-unmapped-characters')).toBe('0');
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const [header = [], ...rows] = rowsOf(bytes.subarray(3).toString());
  expect(rows).toHaveLength(60);
  expect(header).not.toContain('password');
  expect(header.slice(0, 3)).toEqual(['ID sourcedId', '有効 enabledUser', 'ログイン ID username']);
  const cell = (name: string) => rows.find(([id]) => id === pupil)?.[header.indexOf(name)];
  expect(cell('姓 familyName')).toBe('𠮷田');
  expect(cell('名 givenName')).toBe("'=1+1");
  expect(cell('主な所属 primaryOrgSourcedId')).toBe(school.id);
  expect(cell('主な所属の名前')).toBe(school.name);
  const refused = await hub.client.uploadAs('users.csv', bytes, { mode: 'bulk', source: '校務' });
  const { id }: { id: string } = JSON.parse(await refused.text());
  expect(await hub.client.finished(id)).toMatchObject({ state: 'rejected' });
});

test('in Shift_JIS what does not fit is 〓, and which characters those are is told beforehand', async () => {
  const { answer, bytes } = await sheet('users.csv', '?encoding=shift_jis');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=Shift_JIS');
  expect(answer.headers.get('x-unmapped-characters')).toBe('1');
  const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  const [header = [], ...rows] = rowsOf(text);
  const row = rows.find(([id]) => id === pupil) ?? [];
  expect(row[header.indexOf('姓 familyName')]).toBe('〓田');
  expect(row[header.indexOf('通称名 preferredGivenName')]).toBe('～花');
  const list = await hub.client.get('/csv/sheets/users.csv/characters');
  expect(JSON.parse(await list.text())).toEqual({
    characters: [{ character: '𠮷', code: 'U+20BB7', rows: 1, first: pupil }],
  });
});

test.each([
  'orgs.csv',
  'academicSessions.csv',
  'courses.csv',
  'classes.csv',
  'userProfiles.csv',
  'roles.csv',
  'enrollments.csv',
  'demographics.csv',
])('%s has its list too, with a label for each column', async (file) => {
  const { answer, bytes } = await sheet(file);
  expect(answer.status).toBe(200);
  const [header = [], ...rows] = rowsOf(bytes.subarray(3).toString());
  expect(rows.length).toBeGreaterThan(0);
  for (const name of header) expect(name).toMatch(/[ぁ-んァ-ヶ一-龠]|^ID |^SMS /);
});

test('one school, one time, and what there is not', async () => {
  const all = rowsOf((await sheet('roles.csv')).bytes.toString()).length;
  const one = rowsOf((await sheet('roles.csv', `?schools=${school.id}&asOf=1`)).bytes.toString()).length;
  expect(one).toBeGreaterThan(1);
  expect(one).toBeLessThanOrEqual(all);
  const codeOf = async (path: string) => {
    const answer = await hub.client.get(path);
    return [answer.status, JSON.parse(await answer.text()).error.code];
  };
  expect(await codeOf('/csv/sheets/results.csv')).toEqual([404, 'unknown_object']);
  expect(await codeOf('/csv/sheets/users.csv?schools=x')).toEqual([400, 'invalid_parameter']);
  expect(await codeOf('/csv/sheets/users.csv?encoding=utf-16')).toEqual([400, 'invalid_parameter']);
  expect(await codeOf('/csv/sheets/users.csv?asOf=7')).toEqual([404, 'unknown_publication']);
});
