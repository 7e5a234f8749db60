import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createKey } from '../../src/services/access/create-key.ts';
import { findSubjectHash } from '../../src/store/audit-subjects.ts';
import { rowsOf } from '../support/audit-rows.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { query } from '../support/embedded-folder.ts';
import { personPath, readJson, readPerson, refusalOf } from '../support/held.ts';
import { openContext, withKey } from '../support/hub-context.ts';
import { runCommand } from '../support/run-command.ts';

interface FoundView {
  readonly persons: {
    sourcedId: string;
    status: string;
    source: string;
    name: string;
    identifier: string | null;
  }[];
}

const service = '/ims/oneroster/rostering/v1p2';
let hub: BoardHub;
/** A pupil with a guardian, by the line of users.csv. */
let pupil: { id: string; line: number; familyName: string; givenName: string; kana: string };
let readerId: string;

beforeAll(async () => {
  hub = await startBoardHub({ people: 120, seed: 5 });
  const { board } = hub;
  const id = board.cell('demographics.csv', 2, 'sourcedId');
  const line = board.find('users.csv', 'sourcedId', id);
  const cell = (column: string) => board.cell('users.csv', line, column);
  pupil = {
    ...{ id, line, familyName: cell('familyName'), givenName: cell('givenName') },
    kana: cell('metadata.jp.kanaFamilyName') + cell('metadata.jp.kanaGivenName'),
  };
  const next = board.copy().set('users.csv', line, { givenName: '改名' });
  expect((await hub.client.importZip(await next.zip())).state).toBe('published');
  await using ctx = openContext(hub);
  const reader = withKey(
    hub,
    await createKey(ctx, { name: '学習ツールA', role: 'reader', scopes: ['roster-core.readonly'] }),
  );
  for (const path of [`users/${id}`, `users/${id}`, 'users?limit=1000', 'orgs']) {
    expect((await reader.get(`${service}/${path}`)).status).toBe(200);
  }
  const [row] = await query(hub.databaseUrl, `SELECT id FROM clients WHERE name = '学習ツールA'`);
  readerId = String(row?.id);
  const read = async () =>
    query(hub.databaseUrl, `SELECT FROM audit_log WHERE actor_id = '${readerId}' AND action = 'roster.read'`);
  await vi.waitFor(async () => expect(await read()).toHaveLength(4), { timeout: 10_000 });
});

afterAll(() => hub.stop());

const own = (report: Awaited<ReturnType<typeof readPerson>>, file: string) =>
  report.current.filter((record) => record.file === file);

describe('everything that is held on a person', () => {
  test('is every row of every file about the person, with labels, and nobody else’s', async () => {
    const report = await readPerson(hub.client, pupil.id);
    const { board } = hub;
    const rows = (file: string, column: string) =>
      board
        .lines(file)
        .slice(1, -1)
        .flatMap((_, index) =>
          board.cell(file, index + 2, column) === pupil.id ? [board.cell(file, index + 2, 'sourcedId')] : [],
        );
    for (const [file, column] of [
      ['users.csv', 'sourcedId'],
      ['roles.csv', 'userSourcedId'],
      ['userProfiles.csv', 'userSourcedId'],
      ['enrollments.csv', 'userSourcedId'],
      ['demographics.csv', 'sourcedId'],
    ] as const) {
      const found = own(report, file).map(({ sourcedId }) => sourcedId);
      expect(found.toSorted(), file).toEqual(rows(file, column).toSorted());
    }
    expect(own(report, 'enrollments.csv').length).toBeGreaterThan(0);
    const [user] = own(report, 'users.csv');
    expect(user).toMatchObject({ status: 'active', source: 'default', until: null });
    expect(user?.fields).toContainEqual({ column: 'givenName', label: '名', value: '改名' });
    expect(user?.fields).toContainEqual(
      expect.objectContaining({ column: 'metadata.jp.kanaFamilyName', label: '姓カナ' }),
    );
    expect(report.current.flatMap(({ fields }) => fields).filter(({ value }) => value === '')).toEqual([]);
  });

  test('has the earlier value, when it was true, and where both came from', async () => {
    const { earlier, current, publications } = await readPerson(hub.client, pupil.id);
    expect(earlier.map(({ file, from, until }) => [file, from, until])).toEqual([['users.csv', 1, 2]]);
    expect(earlier[0]?.fields).toContainEqual({ column: 'givenName', label: '名', value: pupil.givenName });
    expect(current.find(({ file }) => file === 'users.csv')?.from).toBe(2);
    expect(publications.map(({ id, kind }) => [id, kind])).toEqual([
      [1, 'import'],
      [2, 'import'],
    ]);
    expect(publications.every(({ fileName }) => fileName?.endsWith('.zip'))).toBe(true);
  });

  test('says who named the person, and apart from them who may have seen the person in a list', async () => {
    const { recipients } = await readPerson(hub.client, pupil.id);
    const ofReader = (reads: typeof recipients.named) => reads.filter(({ actor }) => actor.id === readerId);
    expect(ofReader(recipients.named)).toEqual([
      expect.objectContaining({ action: 'roster.read', entity: 'users', count: 2 }),
    ]);
    const [list, ...others] = ofReader(recipients.lists);
    expect(others).toEqual([]);
    expect(list).toMatchObject({ entity: 'users', count: 1, actor: { name: '学習ツールA' } });
    expect(list?.mayRead.map(({ file }) => file)).toEqual(['users.csv', 'userProfiles.csv', 'roles.csv']);
    for (const { first, last } of ofReader(recipients.named)) expect(first <= last).toBe(true);
  });

  test('names the kept files that may have the person in them', async () => {
    const { files } = await readPerson(hub.client, pupil.id);
    expect(files.uploads).toHaveLength(2);
    for (const { until } of files.uploads) {
      expect((Date.parse(until) - Date.now()) / 86_400_000).toBeCloseTo(90, 1);
    }
    const response = await hub.client.post('/csv/export', { mode: 'bulk' });
    const { id }: { id: string } = JSON.parse(await response.text());
    const made = async () => JSON.parse(await (await hub.client.get(`/csv/export/${id}`)).text()).state;
    await expect.poll(made, { timeout: 30_000 }).toBe('done');
    expect((await readPerson(hub.client, pupil.id)).files.exports.map((one) => one.id)).toEqual([id]);
  });

  test('is on record as a read that names the person, before it is sent', async () => {
    const response = await hub.client.get(personPath(pupil.id), { 'x-request-id': 'disclosure-1' });
    expect(response.status).toBe(200);
    await using ctx = openContext(hub);
    const hash = await findSubjectHash(ctx.store.db, pupil.id);
    const [row] = await rowsOf(hub.databaseUrl, 'disclosure-1');
    expect(row).toMatchObject({ action: 'person.read', entity: 'users', ids: [hash], status: 200 });
  });

  test('opens in Excel too', async () => {
    const response = await hub.client.get(`${personPath(pupil.id)}/file`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="person.csv"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data } = Papa.parse<string[]>(bytes.subarray(3).toString().trimEnd());
    expect(new Set(data.map(({ length }) => length))).toEqual(new Set([data[0]?.length]));
    const line = (section: string, column: string) =>
      data.find(([name, , , header]) => name === section && header === column);
    expect(line('今の値 current', 'givenName')).toContain('改名');
    expect(line('以前の値 earlier', 'givenName')).toContain(pupil.givenName);
    expect(data.some(([section]) => section?.startsWith('提供先（名指し）'))).toBe(true);
  });

  test('is printed by the command, and that is on record', async () => {
    const { code, out, err } = await runCommand(hub.databaseUrl, ['persons', 'show', pupil.id, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ sourcedId: pupil.id });
    expect((await runCommand(hub.databaseUrl, ['persons', 'show', pupil.id])).out).toContain('改名');
    const rows = await query(
      hub.databaseUrl,
      `SELECT FROM audit_log WHERE action = 'person.read' AND actor_kind = 'command' AND cardinality(ids) = 1`,
    );
    expect(rows).toHaveLength(2);
    expect((await runCommand(hub.databaseUrl, ['persons', 'show', 'nobody'])).code).toBe(1);
  });

  test('of nobody is 404, whatever the id looks like', async () => {
    for (const id of ['nobody', "' OR 1=1", '名前', 'x'.repeat(300)]) {
      for (const more of ['', '/file']) {
        const answer = await hub.client.get(personPath(id) + more);
        expect(await refusalOf(answer), id).toEqual([404, 'unknown_object']);
      }
    }
  });

  test('is still there after the person has left, as tombstone and earlier versions', async () => {
    const gone = hub.board.copy();
    const drop = (file: string, column: string) => gone.filter(file, (cellOf) => cellOf(column) !== pupil.id);
    for (const file of ['roles.csv', 'userProfiles.csv', 'enrollments.csv']) drop(file, 'userSourcedId');
    for (const file of ['users.csv', 'demographics.csv']) drop(file, 'sourcedId');
    const lines = gone.lines('users.csv').length - 1;
    for (let line = 2; line <= lines; line += 1) {
      const agents = gone.cell('users.csv', line, 'agentSourcedIds');
      if (agents.includes(pupil.id)) gone.set('users.csv', line, { agentSourcedIds: '' });
    }
    expect((await hub.client.importZip(await gone.zip())).state).toBe('published');
    const report = await readPerson(hub.client, pupil.id);
    expect(own(report, 'users.csv')).toEqual([expect.objectContaining({ status: 'tobedeleted', from: 3 })]);
    expect(
      report.earlier.filter(({ file }) => file === 'users.csv').map(({ from, until }) => [from, until]),
    ).toEqual([
      [2, 3],
      [1, 2],
    ]);
  });
});

describe('a search', () => {
  const search = async (query: Record<string, string>) =>
    (await readJson<FoundView>(hub.client, `/admin/persons?${new URLSearchParams(query)}`)).persons;

  test('finds somebody by name, by reading, by part of it, and by id', async () => {
    const { board } = hub;
    const line = board.find('users.csv', 'sourcedId', board.cell('demographics.csv', 3, 'sourcedId'));
    const cell = (column: string) => board.cell('users.csv', line, column);
    const id = cell('sourcedId');
    const wanted = [
      { name: `${cell('familyName')}${cell('givenName')}` },
      { name: `${cell('familyName')}　${cell('givenName')}` },
      { name: `${cell('metadata.jp.kanaFamilyName')} ${cell('metadata.jp.kanaGivenName')}` },
      { identifier: id },
      { identifier: cell('username') },
      { identifier: id, name: cell('givenName') },
    ];
    for (const query of wanted) {
      const found = await search(query);
      expect(
        found.map(({ sourcedId }) => sourcedId),
        JSON.stringify(query),
      ).toContain(id);
      expect(found.length).toBeLessThanOrEqual(20);
    }
    const [one] = await search({ identifier: id });
    expect(one).toMatchObject({
      name: `${cell('familyName')} ${cell('givenName')}`,
      status: 'active',
      source: 'default',
    });
  });

  test('takes signs for what they are, and needs something to look for', async () => {
    for (const name of ['%', '_', "'", '\\', 'だれでもない'])
      expect(await search({ name }), name).toEqual([]);
    for (const query of ['', '?name=', '?identifier=%20']) {
      expect(await refusalOf(await hub.client.get(`/admin/persons${query}`))).toEqual([
        400,
        'invalid_parameter',
      ]);
    }
  });

  test('is on record without what was looked for, and with whom it showed', async () => {
    const { familyName } = pupil;
    const path = `/admin/persons?${new URLSearchParams({ name: familyName })}`;
    const response = await hub.client.get(path, { 'x-request-id': 'search-1' });
    const { persons }: FoundView = JSON.parse(await response.text());
    const [row] = await rowsOf(hub.databaseUrl, 'search-1');
    expect(row).toMatchObject({ action: 'person.search', query: 'name=?', count: persons.length });
    expect(row?.ids).toHaveLength(persons.length);
    expect(JSON.stringify(row)).not.toContain(familyName);
  });
});
