import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import type { EditableBundle } from '../support/editable-bundle.ts';
import type { ImportView, IssueView } from '../support/hub-client.ts';
import type { ReportView } from '../support/report-view.ts';

let hub: BoardHub;

beforeAll(async () => {
  hub = await startBoardHub({ people: 100, seed: 3 });
});

afterAll(() => hub.stop());

async function reportOf(id: string, query = ''): Promise<ReportView> {
  const response = await hub.client.get(`/csv/import/${id}/report${query}`);
  expect(response.status).toBe(200);
  return JSON.parse(await response.text());
}

async function reported(board: EditableBundle): Promise<{ done: ImportView; report: ReportView }> {
  const done = await hub.client.importZip(await board.zip());
  return { done, report: await reportOf(done.id) };
}

const textOf = async (path: string) => (await hub.client.get(path)).text();

/** Rows of a file by a value of one column. */
function rowsWith(board: EditableBundle, file: string, column: string, value: string): number {
  const header = board.lines(file)[0]?.split(',') ?? [];
  const at = header.indexOf(column);
  return board.lines(file).filter((line) => line.split('","')[at]?.replaceAll('"', '') === value).length;
}

describe('causes', () => {
  test('an org that is not there is one cause over all files, told with its weight', async () => {
    const board = hub.board.copy();
    const line = board.find('orgs.csv', 'type', 'school');
    const school = board.cell('orgs.csv', line, 'sourcedId');
    board.filter('orgs.csv', (cell) => cell('sourcedId') !== school);
    const { done, report } = await reported(board);
    const byFile = {
      'courses.csv': rowsWith(board, 'courses.csv', 'orgSourcedId', school),
      'classes.csv': rowsWith(board, 'classes.csv', 'schoolSourcedId', school),
      'users.csv': rowsWith(board, 'users.csv', 'primaryOrgSourcedId', school),
      'roles.csv': rowsWith(board, 'roles.csv', 'orgSourcedId', school),
      'enrollments.csv': rowsWith(board, 'enrollments.csv', 'schoolSourcedId', school),
    };
    const affected = Object.fromEntries(Object.entries(byFile).filter(([, rows]) => rows > 0));
    const weight = Object.values(affected).reduce((sum, rows) => sum + rows, 0);
    expect(weight).toBeGreaterThan(100);
    expect(report.causes).toHaveLength(1);
    expect(report.causes[0]).toMatchObject({
      ...{ rank: 1, file: 'orgs.csv', column: 'sourcedId', level: 'error', weight },
      message: { ja: `組織 ${school} がありません: ${weight.toLocaleString('en-US')} 行に影響` },
    });
    expect(report.causes[0]?.byFile).toEqual(affected);
    expect(Object.keys(report.causes[0]?.byFile ?? {})).toEqual(Object.keys(affected));
    expect(report.causes[0]?.examples).toHaveLength(3);
    expect(report.figures.causes).toEqual({ total: 1, errors: 1, kept: 1 });
    expect(report.figures.errors).toBe(done.issues.errors);
    expect(report.summary.ja).toBe(
      `取り込めませんでした。直すところは 1 種類、${weight.toLocaleString('en-US')} 行です。まず orgs.csv の「組織 ${school} がありません: ${weight.toLocaleString('en-US')} 行に影響」から直してください。`,
    );
    // All of it is of that school, which has no name any more.
    expect(report.figures.bySchool).toEqual([
      { sourcedId: school, name: '', errors: done.issues.errors, warnings: 0, rows: weight },
    ]);
  });

  test('come in the order in which people mend them: errors, files by dependence, weight', async () => {
    const board = hub.board.copy();
    board.set('demographics.csv', 2, { sex: 'x' });
    for (const line of [2, 3, 4]) board.set('enrollments.csv', line, { beginDate: '2026/4/1' });
    board.set('enrollments.csv', 5, { role: 'x' });
    board.set('academicSessions.csv', 2, { schoolYear: 'x' });
    board.put('orgs.csv', `\uFEFF${board.lines('orgs.csv').join('\r\n')}`);
    const { report } = await reported(board);
    expect(report.causes.map(({ file, column, level, weight }) => [file, column, level, weight])).toEqual([
      ['academicSessions.csv', 'schoolYear', 'error', 1],
      ['enrollments.csv', 'beginDate', 'error', 3],
      ['enrollments.csv', 'role', 'error', 1],
      ['demographics.csv', 'sex', 'error', 1],
      ['orgs.csv', '', 'warning', 1],
    ]);
    expect(report.causes.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    expect(report.causes[1]?.examples.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(report.causes[3]?.rule?.ja).toMatch(/male/);
  });

  test('that a file cannot be read to its end has what refers to it folded in', async () => {
    const board = hub.board.copy();
    const last = board.lines('users.csv').length - 2;
    board.line('users.csv', last, (line) => line.replace(/"$/, '\0"'));
    const { report } = await reported(board);
    const [first, ...others] = report.causes;
    expect(first).toMatchObject({ file: 'users.csv', code: 'RH-F-005', level: 'error' });
    expect(first?.byFile['roles.csv']).toBeGreaterThan(0);
    expect(first?.message.ja).toContain('ほかのファイルの');
    expect(others.filter(({ message }) => message.ja.includes('利用者'))).toEqual([]);
  });

  test('of a bundle that is refused before its rows are read: no schools, and the zip first', async () => {
    const board = hub.board.copy();
    board.put('note.txt', 'x').line('classes.csv', 1, (line) => line.replace('title', 'Title'));
    board.manifest('manifest.version', '2.0');
    const { report } = await reported(board);
    expect(report.causes.map(({ file }) => file)).toEqual(['', 'manifest.csv', 'classes.csv']);
    expect(report.figures.bySchool).toEqual([]);
    expect(report.summary.ja).toMatch(/^取り込めませんでした。直すところは 3 種類です。まず ZIP の「/);
  });

  test('of a published import are its warnings, and a clean one has none', async () => {
    const board = hub.board.copy();
    board.put('orgs.csv', `\uFEFF${board.lines('orgs.csv').join('\r\n')}`);
    const marked = await reported(board);
    expect(marked.done.state).toBe('published');
    expect(marked.report.causes.map(({ level, code }) => [level, code])).toEqual([['warning', 'JP-F-008']]);
    expect(marked.report.summary.ja).toMatch(
      /^取り込みました。追加 0 件.*確かめてほしいところが 1 種類、1 件/,
    );

    const clean = await reported(hub.board.copy());
    expect(clean.report).toMatchObject({ causes: [], next: null, profile: { id: 'japan-1.0' } });
    expect(clean.report.figures).toMatchObject({ errors: 0, warnings: 0, byRule: {}, bySchool: [] });
    expect(clean.report.figures.byFile['users.csv']).toEqual({
      ...{ rows: 100, errors: 0, warnings: 0, rejectedRows: 0 },
    });
    expect(clean.report.summary.ja).toMatch(
      /^取り込みました。追加 0 件、変更 0 件、削除 0 件、変更なし [\d,]+ 件です。$/,
    );
  });
});

test('errors are counted by rule, by file and by the school of their row', async () => {
  const board = hub.board.copy();
  const named = (id: string) => board.cell('orgs.csv', board.find('orgs.csv', 'sourcedId', id), 'name');
  const userLine = board.find('users.csv', 'sourcedId', board.cell('demographics.csv', 2, 'sourcedId'));
  const primary = board.cell('users.csv', userLine, 'primaryOrgSourcedId');
  const userId = board.cell('users.csv', userLine, 'sourcedId');
  const role = board.cell('roles.csv', board.find('roles.csv', 'userSourcedId', userId), 'orgSourcedId');
  const classSchool = board.cell('classes.csv', 2, 'schoolSourcedId');
  board.set('classes.csv', 2, { classType: 'x', title: '' });
  // Without an org of its own the user is of the school of its role.
  board.set('users.csv', userLine, { primaryOrgSourcedId: '', enabledUser: 'x' });
  board.set('demographics.csv', 2, { sex: 'x' });
  const { report } = await reported(board);
  const expected = new Map<string, { errors: number; rows: number }>();
  const add = (school: string, errors: number) => {
    const before = expected.get(school) ?? { errors: 0, rows: 0 };
    expected.set(school, { errors: before.errors + errors, rows: before.rows + 1 });
  };
  add(classSchool, 2);
  add(role || primary, 1);
  add(role || primary, 1);
  expect(
    new Map(report.figures.bySchool.map(({ sourcedId, errors, rows }) => [sourcedId, { errors, rows }])),
  ).toEqual(expected);
  for (const { sourcedId, name } of report.figures.bySchool) expect(name).toBe(named(sourcedId));
  expect(report.figures.byFile['classes.csv']).toMatchObject({ errors: 2, warnings: 0, rejectedRows: 1 });
  expect(report.figures.byRule['JP-DE-003']).toEqual({ errors: 1, warnings: 0 });
  const total = Object.values(report.figures.byRule).reduce((sum, { errors }) => sum + errors, 0);
  expect(total).toBe(report.figures.errors);
});

test('no report has a value of a person in it', async () => {
  const board = hub.board.copy();
  const secret = 'ひみつの名前';
  board.set('users.csv', 2, {
    givenName: `${secret}\r`,
    familyName: secret,
    email: secret,
    enabledUser: 'x',
  });
  board.set('demographics.csv', 2, { birthDate: secret, sex: secret });
  board.set('enrollments.csv', 2, { 'metadata.jp.shussekiNo': secret });
  const { done } = await reported(board);
  expect(done.state).toBe('rejected');
  for (const path of ['report', 'causes.csv', 'issues', 'issues.csv']) {
    const text = await textOf(`/csv/import/${done.id}/${path}`);
    expect(text.length).toBeGreaterThan(100);
    expect(text, path).not.toContain(secret);
  }
});

test('issues can be asked for by file, rule and level, page by page', async () => {
  const board = hub.board.copy();
  for (const line of [2, 3, 4]) board.set('enrollments.csv', line, { beginDate: 'x' });
  board.set('classes.csv', 2, { classType: 'x' });
  board.put('orgs.csv', `\uFEFF${board.lines('orgs.csv').join('\r\n')}`);
  const { done } = await reported(board);
  const ask = async (query: string) => {
    const response = await hub.client.get(`/csv/import/${done.id}/issues?${query}`);
    const body: { issues: IssueView[]; total: number } = JSON.parse(await response.text());
    return { ...body, link: response.headers.get('link'), status: response.status };
  };
  const places = ({ issues }: { issues: IssueView[] }) => issues.map(({ file, line }) => [file, line]);
  expect(places(await ask('level=warning'))).toEqual([['orgs.csv', 0]]);
  expect(places(await ask('file=classes.csv&code=JP-CL-003'))).toEqual([['classes.csv', 2]]);
  expect((await ask('code=JP-CL-003&file=users.csv')).total).toBe(0);
  const page = await ask('file=enrollments.csv&limit=2');
  expect(page).toMatchObject({ total: 3, status: 200 });
  const next = /<([^>]+)>/.exec(page.link ?? '')?.[1] ?? '';
  const rest: { issues: IssueView[] } = JSON.parse(await textOf(next));
  expect(places(rest)).toEqual([['enrollments.csv', 4]]);
  expect((await ask('level=x')).status).toBe(400);
});

test('causes come in pages, and as a CSV with one line each', async () => {
  const board = hub.board.copy();
  const classes = board.lines('classes.csv').length - 2;
  for (let line = 2; line <= classes + 1; line += 1)
    board.set('classes.csv', line, { courseSourcedId: `c-${line}` });
  const { done } = await reported(board);
  const seen: number[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: ReportView = await reportOf(done.id, `?limit=7&after=${after}`);
    seen.push(...page.causes.map(({ rank }) => rank));
    after = page.next;
  }
  expect(seen).toEqual(Array.from({ length: classes }, (_, at) => at + 1));
  const csv = await hub.client.get(`/csv/import/${done.id}/causes.csv`);
  expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="causes-${done.id}.csv"`);
  const lines = (await csv.text()).split('\r\n');
  expect(lines).toHaveLength(classes + 2);
  expect(lines[1]).toContain('"科目 c-2 がありません: 1 行に影響"');
});

test('an import that is not there has no reports', async () => {
  const unknown = '00000000-0000-4000-8000-000000000000';
  for (const path of ['report', 'causes.csv', 'files/users.csv']) {
    for (const id of [unknown, 'x']) {
      expect((await hub.client.get(`/csv/import/${id}/${path}`)).status, path).toBe(404);
    }
  }
});
