import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import type { EditableBundle } from '../support/editable-bundle.ts';
import { runSql } from '../support/freeze.ts';

let hub: BoardHub;

beforeAll(async () => {
  hub = await startBoardHub({ people: 40, seed: 9 });
});

afterAll(() => hub.stop());

const address = (id: string, file: string, query = '') => `/csv/import/${id}/files/${file}${query}`;

async function imported(board: EditableBundle): Promise<string> {
  return (await hub.client.importZip(await board.zip())).id;
}

/** The rows of a file given back, whose form is checked. */
async function rowsOf(id: string, file: string, query = ''): Promise<string[][]> {
  const response = await hub.client.get(address(id, file, query));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=UTF-8');
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${id}-${file}"`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = Buffer.from(await response.arrayBuffer()).toString();
  expect(text.startsWith('\uFEFF"')).toBe(true);
  expect(text.endsWith('"\r\n')).toBe(true);
  return Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
}

const parsed = (board: EditableBundle, file: string) =>
  Papa.parse<string[]>(board.lines(file).join('\r\n'), { skipEmptyLines: true }).data;

describe('a file given back', () => {
  test('has all rows as they were sent, names too, and what is wrong in two more columns', async () => {
    const board = hub.board.copy();
    board.set('users.csv', 3, { givenName: '', enabledUser: 'はい' });
    board.set('users.csv', 5, { primaryOrgSourcedId: 'B101' });
    const id = await imported(board);
    const rows = await rowsOf(id, 'users.csv');
    const sent = parsed(board, 'users.csv');
    expect(rows.map((row) => row.slice(0, -2))).toEqual(sent);
    expect(rows[0]?.slice(-2)).toEqual(['エラー', '直し方']);
    const noted = rows.flatMap((row, at) => (row.at(-2) === '' ? [] : [[at + 1, ...row.slice(-2)]]));
    expect(noted.slice(1)).toEqual([
      [
        3,
        '列 enabledUser の「はい」は使えません。／列 givenName が空です。',
        'true か false（小文字）／必ず値を入れる列です。',
      ],
      [5, '列 primaryOrgSourcedId の「B101」が orgs.csv にありません。', 'orgs.csv にある sourcedId'],
    ]);
    expect((await rowsOf(id, 'users.csv', '?rows=failing')).slice(1)).toEqual([rows[2], rows[4]]);
    expect(await rowsOf(id, 'classes.csv', '?rows=failing')).toHaveLength(1);
  });

  test('says with a row below the header what is wrong with the file and the header', async () => {
    const board = hub.board.copy();
    board.line('classes.csv', 1, (line) => line.replace('classType', 'kind'));
    const rows = await rowsOf(await imported(board), 'classes.csv', '?rows=failing');
    expect(rows).toHaveLength(2);
    expect(rows[1]?.slice(0, -2).every((cell) => cell === '')).toBe(true);
    expect(rows[1]?.at(-2)).toContain('列 classType がありません。');
    expect(rows[1]?.at(-2)).toContain('知らない列 kind');
    // A file of a bundle that was refused is there as well.
    const manifest = await rowsOf(await imported(board), 'manifest.csv');
    expect(manifest[1]?.slice(-2)).toEqual(['', '']);
  });

  test('keeps ragged rows, marks warnings, and has no formulas', async () => {
    const board = hub.board.copy();
    board.line('orgs.csv', 2, (line) => line.replace(/,"[^"]*"$/, ''));
    board.set('classes.csv', 2, { location: '=cmd|calc', classCode: '＝1+1', classType: 'x' });
    board.set('classes.csv', 3, { sourcedId: 'cls-3' });
    const id = await imported(board);
    const orgs = await rowsOf(id, 'orgs.csv');
    expect(orgs[1]?.length).toBe(orgs[0]?.length);
    expect(orgs[1]?.at(-2)).toContain('列の数が見出しと違います');
    const [header = [], first = [], second = []] = await rowsOf(id, 'classes.csv');
    expect(first[header.indexOf('location')]).toBe("'=cmd|calc");
    expect(first[header.indexOf('classCode')]).toBe("'＝1+1");
    expect(second.at(-2)).toMatch(/^警告: sourcedId「cls-3」/);
  });

  test('that cannot be read to its end says so in its last row', async () => {
    const board = hub.board.copy();
    board.line('demographics.csv', 4, (line) => line.replace(/"$/, '\0"'));
    const rows = await rowsOf(await imported(board), 'demographics.csv');
    expect(rows.at(-1)?.at(-2)).toMatch(/^ここから先は読めませんでした。.*NUL/);
  });

  test('is none where the upload has no such file, and rows has two values', async () => {
    const board = hub.board.copy().put('note.txt', 'x');
    const id = await imported(board);
    for (const file of ['results.csv', 'note.txt', '..%2Fusers.csv', 'users']) {
      expect((await hub.client.get(address(id, file))).status, file).toBe(404);
    }
    expect((await hub.client.get(address(id, 'users.csv', '?rows=x'))).status).toBe(400);
    const head = await fetch(hub.client.url + address(id, 'users.csv'), {
      method: 'HEAD',
      headers: { authorization: `Bearer ${hub.client.key}` },
    });
    expect(head.status).toBe(200);
    await expect.poll(() => openDownloads()).toBe(0);
  });
});

async function openDownloads(): Promise<number> {
  const rows = await runSql<{ count: number }>(
    hub.databaseUrl,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'rosterhub download'`,
  );
  return rows[0]?.count ?? 0;
}

describe('with more than 60,000 issues', () => {
  const count = 65_000;
  let id = '';

  beforeAll(async () => {
    const board = hub.board.copy();
    const [header = '', first = ''] = board.lines('enrollments.csv');
    const cells = Papa.parse<string[]>(first).data[0] ?? [];
    const columns = header.split(',');
    const [idAt, schoolAt] = [columns.indexOf('sourcedId'), columns.indexOf('schoolSourcedId')];
    const rows = Array.from({ length: count }, (_, at) => {
      const number = String(at).padStart(12, '0');
      const own = cells.map((cell, index) => {
        if (index === idAt) return `00000000-0000-4000-8000-${number}`;
        return index === schoolAt ? `gone-${at % 1_300}` : cell;
      });
      return own.map((cell) => `"${cell}"`).join(',');
    });
    board.edit('enrollments.csv', () => [header, ...rows, '']);
    id = await imported(board);
  }, 180_000);

  test('causes are kept up to a bound and counted beyond it', async () => {
    const body = JSON.parse(await (await hub.client.get(`/csv/import/${id}/report?limit=200`)).text());
    // That all of them enroll one user in one class is a warning.
    expect(body.figures.causes).toEqual({ total: 1_301, errors: 1_300, kept: 1_000 });
    expect(body.causes).toHaveLength(200);
    expect(body.causes[0]).toMatchObject({ weight: 50, byFile: { 'enrollments.csv': 50 } });
    const csv = await (await hub.client.get(`/csv/import/${id}/causes.csv`)).text();
    expect(csv.split('\r\n')).toHaveLength(1_003);
  });

  test('every row of the file is given back with its own', async () => {
    const rows = await rowsOf(id, 'enrollments.csv');
    expect(rows).toHaveLength(count + 1);
    const wrong = rows.slice(1).filter((row, at) => !row.at(-2)?.includes(`「gone-${at % 1_300}」`));
    expect(wrong).toEqual([]);
  });

  test('a reader that goes away ends the queries, and the next is served', async () => {
    for (let time = 0; time < 6; time += 1) {
      const aborter = new AbortController();
      const response = await fetch(hub.client.url + address(id, 'enrollments.csv'), {
        headers: { authorization: `Bearer ${hub.client.key}` },
        signal: aborter.signal,
      });
      await response.body?.getReader().read();
      expect(await openDownloads()).toBeGreaterThan(0);
      aborter.abort();
      await expect.poll(() => openDownloads(), { timeout: 10_000 }).toBe(0);
    }
  });

  test('more readers at once than the server has room for are asked to come again', async () => {
    const readers = await Promise.all(
      Array.from({ length: 5 }, () => hub.client.get(address(id, 'enrollments.csv'))),
    );
    expect(readers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 503]);
    for (const { body } of readers) await body?.cancel();
    await expect.poll(() => openDownloads(), { timeout: 10_000 }).toBe(0);
  });
});
