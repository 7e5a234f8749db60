import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entityList } from '../../src/model/entities/index.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import type { EditableBundle } from '../support/editable-bundle.ts';
import type { ImportView } from '../support/hub-client.ts';
import { leftovers, rosterPrint } from '../support/roster-print.ts';

let hub: BoardHub;

beforeAll(async () => {
  hub = await startBoardHub({ people: 40, seed: 3 });
});

afterAll(() => hub.stop());

const contentOf = (board: EditableBundle, file: string) => board.files.get(file) ?? Buffer.alloc(0);

async function send(content: Buffer | string, file: string, fields: Record<string, string>) {
  const response = await hub.client.uploadAs(file, content, { force: 'true', ...fields });
  if (response.status !== 202) throw new Error(`upload: ${response.status} ${await response.text()}`);
  const { id }: { id: string } = JSON.parse(await response.text());
  return hub.client.finished(id);
}

async function foundOf({ id }: ImportView) {
  return (await hub.client.issuesOf(id)).map((one) => [one.file, one.line, one.column, one.code, one.level]);
}

const nameOf = async (id: string) => {
  const response = await hub.client.get(`/ims/oneroster/rostering/v1p2/users/${id}`);
  return JSON.parse(await response.text()).user.familyName;
};

describe('a CSV file with a mode', () => {
  test('is a bundle of that file alone, without a word about zip or manifest', async () => {
    const before = await rosterPrint(hub.client);
    for (const { csvFile } of entityList) {
      const view = await send(contentOf(hub.board, csvFile), csvFile, { mode: 'bulk' });
      expect(await foundOf(view), csvFile).toEqual([]);
      expect(view, csvFile).toMatchObject({ state: 'published', mode: 'bulk', failure: null });
      const rows = hub.board.lines(csvFile).length - 2;
      expect(view.files).toEqual({
        [csvFile]: { rows, created: 0, updated: 0, unchanged: rows, deleted: 0, rejected: 0 },
      });
    }
    expect(await rosterPrint(hub.client)).toBe(before);
  });

  test('changes what it says and nothing else; bulk deletes what it lacks, delta does not', async () => {
    const board = hub.board.copy();
    const id = board.cell('users.csv', 2, 'sourcedId');
    const rows = board.lines('users.csv').length - 2;
    board.set('users.csv', 2, { familyName: '新姓' });
    const bulk = await send(contentOf(board, 'users.csv'), 'users.csv', { mode: 'bulk' });
    expect(bulk.files['users.csv']).toMatchObject({ rows, updated: 1, unchanged: rows - 1, deleted: 0 });
    expect([await nameOf(id), bulk.profile]).toEqual(['新姓', 'japan-1.0']);

    board.set('users.csv', 2, {
      familyName: '再新姓',
      status: 'active',
      dateLastModified: '2026-04-01T00:00:00.000Z',
    });
    board.filter('users.csv', (_cellOf, line) => line === 2);
    const delta = await send(contentOf(board, 'users.csv'), 'users.csv', { mode: 'delta' });
    expect(await foundOf(delta)).toEqual([]);
    expect(delta).toMatchObject({ state: 'published', mode: 'delta' });
    expect(delta.files).toEqual({
      'users.csv': { rows: 1, created: 0, updated: 1, unchanged: 0, deleted: 0, rejected: 0 },
    });
    expect(await nameOf(id)).toBe('再新姓');

    const fewer = hub.board.copy().filter('demographics.csv', (_cellOf, line) => line !== 2);
    const less = await send(contentOf(fewer, 'demographics.csv'), 'demographics.csv', { mode: 'bulk' });
    expect(less.files['demographics.csv']).toMatchObject({ deleted: 1, updated: 0 });
    await send(contentOf(hub.board, 'users.csv'), 'users.csv', { mode: 'bulk' });
    await send(contentOf(hub.board, 'demographics.csv'), 'demographics.csv', { mode: 'bulk' });
  });

  test('is judged by headers, encoding and rows, and against the published roster', async () => {
    const board = hub.board.copy();
    const line = board.append('enrollments.csv', 2, {
      sourcedId: '00000000-0000-4000-8000-00000000abcd',
      userSourcedId: '00000000-0000-4000-8000-00000000dcba',
    });
    board.set('enrollments.csv', 3, { role: 'x' });
    const view = await send(contentOf(board, 'enrollments.csv'), 'enrollments.csv', { mode: 'bulk' });
    expect(view.state).toBe('rejected');
    expect(await foundOf(view)).toEqual([
      ['enrollments.csv', 3, 'role', expect.stringMatching(/^JP-EN-/), 'error'],
      ['enrollments.csv', line, 'userSourcedId', 'JP-EN-003', 'error'],
      ['enrollments.csv', line, 'primary', 'JP-EN-008', 'warning'],
    ]);
    const annotated = await hub.client.get(`/csv/import/${view.id}/files/enrollments.csv?rows=failing`);
    expect((await annotated.text()).trim().split('\r\n')).toHaveLength(3);
    expect((await hub.client.get(`/csv/import/${view.id}/files/users.csv`)).status).toBe(404);

    const header = hub.board.copy().line('users.csv', 1, (text) => text.replace('sourcedId', 'id'));
    const renamed = await send(contentOf(header, 'users.csv'), 'users.csv', { mode: 'bulk' });
    expect(renamed).toMatchObject({ state: 'rejected', profile: 'japan-1.0' });
    const codes = (await foundOf(renamed)).map(([, , , code]) => String(code));
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(code).toMatch(/^JP-H-/);

    const damaged = Buffer.concat([contentOf(hub.board, 'orgs.csv'), Buffer.from([0xff, 0xfe])]);
    expect(await send(damaged, 'orgs.csv', { mode: 'bulk' })).toMatchObject({ state: 'rejected' });
    expect(await rosterPrint(hub.client)).not.toContain('00000000abcd');
  });

  test('of many chunks is read like the same file in a zip', async () => {
    const board = hub.board.copy();
    const lines = board.lines('demographics.csv');
    const [first = '', row = ''] = lines;
    const many = Array.from({ length: 30_000 }, (_, at) =>
      row.replace(/^"[^"]*"/, `"00000000-0000-4000-8000-${String(at).padStart(12, '0')}"`),
    );
    const content = Buffer.from([first, ...many, ''].join('\r\n'));
    expect(content.length).toBeGreaterThan(3 * 1024 ** 2);
    const alone = await send(content, 'demographics.csv', { mode: 'bulk', source: 'b' });
    board.put('demographics.csv', content);
    const zipped = await hub.client.importZip(await board.zip());
    expect(alone.files['demographics.csv']?.rows).toBe(30_000);
    expect(alone.files['demographics.csv']).toEqual(zipped.files['demographics.csv']);
    expect(alone.issues.byCode['JP-DE-001']).toBe(zipped.issues.byCode['JP-DE-001']);
  });

  test('can be of a pinned profile', async () => {
    const content = contentOf(hub.board, 'users.csv');
    const view = await send(content, 'users.csv', { mode: 'bulk', profile: 'base-1.2.1' });
    expect(view.profile).toBe('base-1.2.1');
  });
});

describe('a mode is refused, and nothing is kept,', () => {
  const refusal = async (content: Buffer | string, file: string, mode = 'bulk') => {
    const before = await leftovers(hub.databaseUrl);
    const response = await hub.client.uploadAs(file, content, { mode });
    expect(await leftovers(hub.databaseUrl)).toEqual(before);
    const { error } = JSON.parse(await response.text());
    return [response.status, error.code, error.message.en];
  };

  test('with a zip, whatever it is called', async () => {
    const zip = await hub.board.zip();
    const wanted = [400, 'upload_mode_with_zip', expect.any(String)];
    for (const name of ['RO_20260401_052019.zip', 'x.ZIP', 'users.csv']) {
      expect(await refusal(zip, name), name).toEqual(wanted);
    }
    expect(await refusal('sourcedId', 'users.zip')).toEqual(wanted);
  });

  test('with a file whose name does not say what it is', async () => {
    for (const name of ['users (1).csv', 'Users.csv', 'users.CSV', 'manifest.csv', 'results.csv', 'users']) {
      const [status, code, text] = await refusal('sourcedId', name);
      expect([status, code], name).toEqual([400, 'upload_csv_name']);
      for (const { csvFile } of entityList) expect(text).toContain(csvFile);
    }
  });

  test('when there is no such mode', async () => {
    for (const mode of ['absent', 'Bulk', 'x']) {
      expect((await refusal('sourcedId', 'users.csv', mode)).slice(0, 2)).toEqual([400, 'invalid_parameter']);
    }
  });
});

test('a CSV file without a mode is no zip, as ever', async () => {
  const view = await send(contentOf(hub.board, 'users.csv'), 'users.csv', {});
  expect(view).toMatchObject({ state: 'rejected', mode: null });
  expect((await foundOf(view)).map(([, , , code]) => code)).toContain('JP-F-001');
});

test('the same mode counts for what was published last', async () => {
  const content = contentOf(hub.board, 'courses.csv');
  const { id } = await send(content, 'courses.csv', { mode: 'bulk' });
  const again = await hub.client.uploadAs('courses.csv', content, { mode: 'bulk' });
  expect([again.status, JSON.parse(await again.text())]).toEqual([
    200,
    { id, state: 'published', duplicate: true },
  ]);
  expect((await hub.client.uploadAs('courses.csv', content, { mode: 'delta' })).status).toBe(202);
});

test('it can be judged without being imported', async () => {
  const judge = async (file: string, content: Buffer, mode: string) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(content)]), file);
    form.set('mode', mode);
    const response = await fetch(`${hub.client.url}/csv/validate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${hub.client.key}` },
      body: form,
    });
    return [response.status, JSON.parse(await response.text())];
  };
  const good = contentOf(hub.board, 'users.csv');
  expect(await judge('users.csv', good, 'bulk')).toEqual([
    200,
    expect.objectContaining({ ok: true, profile: 'japan-1.0', errors: 0, warnings: 0 }),
  ]);
  const board = hub.board.copy().set('users.csv', 2, { enabledUser: 'yes' });
  const [, bad] = await judge('users.csv', contentOf(board, 'users.csv'), 'bulk');
  expect(bad.issues).toMatchObject([{ file: 'users.csv', line: 2, column: 'enabledUser' }]);
  const [status, refused] = await judge('RO_20260401_052019.zip', await hub.board.zip(), 'bulk');
  expect([status, refused.error.code]).toEqual([400, 'upload_mode_with_zip']);
});
