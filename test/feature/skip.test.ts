import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import {
  placeOf,
  putRows,
  rosterFiles,
  rowsOf,
  withDependents,
  withoutPlaces,
} from '../support/bundle-rows.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import type { HubClient, ImportView } from '../support/hub-client.ts';
import { differences, rosterOf } from '../support/roster.ts';
import { leftovers, rosterPrint } from '../support/roster-print.ts';
import { startTestHub } from '../support/test-hub.ts';

const options = { people: 60, seed: 5 };
const skip = { onError: 'skip' };
const service = '/ims/oneroster/rostering/v1p2';

const importSkipping = async (client: HubClient, bundle: EditableBundle): Promise<ImportView> =>
  client.importZip(await bundle.zip(), undefined, skip);

async function freshClient(): Promise<HubClient> {
  const hub = await startTestHub();
  onTestFinished(() => hub.stop());
  return hub.client;
}

/** `users.csv 17 primaryOrgSourcedId RH-S-001 warning`, sorted. */
async function issuesOf(client: HubClient, { id }: ImportView): Promise<string[]> {
  const issues = await client.issuesOf(id);
  return issues
    .map(({ file, line, column, code, level }) => [file, line, column, code, level].join(' '))
    .sort();
}

const whole = (rows: number, rest: Partial<ImportView['files'][string]> = {}) => ({
  rows,
  created: 0,
  updated: 0,
  unchanged: rows - (rest.rejected ?? 0) - (rest.created ?? 0) - (rest.updated ?? 0),
  deleted: 0,
  rejected: 0,
  ...rest,
});

/** A cell of each file that makes its row an error, and nothing else. */
const faults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'orgs.csv': { name: '' },
  'academicSessions.csv': { endDate: '2026-02-30' },
  'courses.csv': { title: '' },
  'classes.csv': { classType: 'club' },
  'users.csv': { enabledUser: 'perhaps' },
  'userProfiles.csv': { vendorId: '' },
  'roles.csv': { beginDate: '2026-02-30' },
  'enrollments.csv': { beginDate: '2026-02-30' },
  'demographics.csv': { birthDate: '2026-02-30' },
};

describe('a first import', () => {
  test('has neither bad rows nor what hangs on them, and says why each is out', async () => {
    const board = await EditableBundle.of(await boardBuffer(options));
    const client = await freshClient();
    const rows = rowsOf(board);
    const bad = board.copy().set('classes.csv', 2, faults['classes.csv'] ?? {});
    const out = withDependents(rows, new Set(['classes.csv 2']));
    expect(out.size).toBeGreaterThan(5);
    const published = await importSkipping(client, bad);
    expect(published.state).toBe('published');
    const issues = await client.issuesOf(published.id);
    const left = issues.filter(({ code }) => code === 'RH-S-001');
    expect(new Set(left.map(({ file, line }) => `${file} ${line}`))).toEqual(
      new Set([...out].filter((place) => place !== 'classes.csv 2')),
    );
    expect(published.issues).toEqual({
      errors: 1,
      warnings: left.length,
      byCode: { 'JP-CL-003': 1, 'RH-S-001': left.length },
    });
    const enrollment = left.find(
      ({ file, column }) => file === 'enrollments.csv' && column === 'classSourcedId',
    );
    const gone = board.cell('classes.csv', 2, 'sourcedId');
    expect(enrollment).toMatchObject({
      level: 'warning',
      message: {
        ja: `列 classSourcedId が指す classes.csv の「${gone}」が取り込まれないので、この行も除きました。`,
      },
    });
    for (const [file, all] of rows) {
      const rejected = all.filter((_row, index) => out.has(placeOf(file, index))).length;
      expect(published.files[file], file).toEqual(
        whole(all.length, { created: all.length - rejected, rejected }),
      );
    }
    const other = await freshClient();
    expect((await other.importZip(await withoutPlaces(board, out).zip())).state).toBe('published');
    expect(differences(await rosterOf(client), await rosterOf(other))).toEqual([]);
  });

  test('of which nothing would be left is rejected', async () => {
    const board = await EditableBundle.of(await boardBuffer(options));
    const client = await freshClient();
    for (const file of ['orgs.csv', 'academicSessions.csv']) {
      putRows(
        board,
        file,
        (rowsOf(board).get(file) ?? []).map((row) => ({ ...row, ...faults[file] })),
      );
    }
    expect(await importSkipping(client, board)).toMatchObject({ state: 'rejected', publication: null });
  });

  test('of a board with random broken rows equals that of the board without them and their dependents', {
    timeout: 300_000,
  }, async () => {
    const zip = await boardBuffer({ people: 30, seed: 8 });
    const broken = fc.record({
      // Wider files more often: without an org hardly anything is left.
      file: fc.constantFrom(...rosterFiles, ...rosterFiles.slice(3), ...rosterFiles.slice(4)),
      at: fc.nat(),
      how: fc.constantFrom('cell', 'cell', 'ragged', 'nameless'),
    });
    const property = fc.asyncProperty(fc.array(broken, { minLength: 1, maxLength: 5 }), async (choices) => {
      const board = await EditableBundle.of(zip);
      const rows = rowsOf(board);
      const roles = rows.get('roles.csv') ?? [];
      const out = new Set<string>();
      const bad = board.copy();
      for (const { file, at, how } of choices) {
        const all = rows.get(file) ?? [];
        const index = at % all.length;
        // Of several roles of one person the others may need the one that is broken.
        const owner = file === 'roles.csv' ? all[index]?.userSourcedId : undefined;
        if (roles.filter(({ userSourcedId }) => userSourcedId === owner).length > 1) continue;
        if (out.has(placeOf(file, index))) continue;
        out.add(placeOf(file, index));
        if (how === 'ragged') bad.line(file, index + 2, (line) => `${line},"more"`);
        else bad.set(file, index + 2, how === 'cell' ? (faults[file] ?? {}) : { sourcedId: '' });
      }
      const rest = withoutPlaces(board, withDependents(rows, out));
      fc.pre(out.size > 0 && [...rowsOf(rest).values()].every(({ length }) => length > 0));
      await using skipping = await startTestHub();
      await using plain = await startTestHub();
      expect((await importSkipping(skipping.client, bad)).state).toBe('published');
      expect((await plain.client.importZip(await rest.zip())).state).toBe('published');
      expect(differences(await rosterOf(skipping.client), await rosterOf(plain.client))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 5, maxSkipsPerRun: 50, endOnFailure: true });
  });
});

describe('an import over a published roster', () => {
  let hub: BoardHub;

  beforeAll(async () => {
    hub = await startBoardHub(options);
  });

  afterAll(() => hub.stop());

  test('leaves the records of bad rows as they are, byte for byte, one bad row in every file', async () => {
    const bad = hub.board.copy();
    for (const [file, cells] of Object.entries(faults)) bad.set(file, 2, cells);
    const published = await importSkipping(hub.client, bad);
    expect(published).toMatchObject({ state: 'published', issues: { errors: 9, warnings: 0 } });
    for (const [file, all] of rowsOf(hub.board)) {
      expect(published.files[file], file).toEqual(whole(all.length, { rejected: 1 }));
    }
    expect(await rosterPrint(hub.client)).toBe(hub.roster);
    expect((await leftovers(hub.databaseUrl)).staging).toBe(0);
  });

  test('deletes nothing from a file with a row that cannot say whose it is, and says so', async () => {
    const bad = hub.board
      .copy()
      .set('enrollments.csv', 2, { sourcedId: '' })
      .set('demographics.csv', 2, { sourcedId: '＃１' })
      .line('courses.csv', 2, (line) => `${line},"more"`)
      .filter('enrollments.csv', (_cell, line) => line !== 4);
    const published = await importSkipping(hub.client, bad);
    expect(published.state).toBe('published');
    expect((await issuesOf(hub.client, published)).filter((one) => !one.endsWith('error'))).toEqual([
      'demographics.csv 0  RH-S-002 warning',
      'enrollments.csv 0  RH-S-002 warning',
    ]);
    const [told] = (await hub.client.issuesOf(published.id)).filter(({ code }) => code === 'RH-S-002');
    expect(told?.message.en).toBe(
      'It is not certain whose the rows are that were left out, so 2 record(s) missing from this file were not deleted.',
    );
    expect(await rosterPrint(hub.client)).toBe(hub.roster);
    // Without the bad rows the one that is gone is deleted.
    const good = hub.board.copy().filter('enrollments.csv', (_cell, line) => line !== 4);
    expect((await importSkipping(hub.client, good)).files['enrollments.csv']).toMatchObject({ deleted: 1 });
    expect((await importSkipping(hub.client, hub.board)).files['enrollments.csv']).toMatchObject({
      updated: 1,
    });
    hub = { ...hub, roster: await rosterPrint(hub.client) };
  });

  test('keeps what a kept record needs: a person for an enrollment, with roles and profiles', async () => {
    const next = hub.board.copy();
    const line = next.find('enrollments.csv', 'role', 'student');
    const enrollment = next.cell('enrollments.csv', line, 'sourcedId');
    const person = next.cell('enrollments.csv', line, 'userSourcedId');
    const others = (rowsOf(next).get('enrollments.csv') ?? []).filter(
      (row) => row.userSourcedId === person && row.sourcedId !== enrollment,
    );
    next.set('enrollments.csv', line, { beginDate: '2026-02-30' });
    next.filter(
      'enrollments.csv',
      (cell) => cell('userSourcedId') !== person || cell('sourcedId') === enrollment,
    );
    next.filter('users.csv', (cell) => cell('sourcedId') !== person);
    next.filter('demographics.csv', (cell) => cell('sourcedId') !== person);
    for (const file of ['roles.csv', 'userProfiles.csv']) {
      next.filter(file, (cell) => cell('userSourcedId') !== person);
    }
    const withoutAgent = (rowsOf(next).get('users.csv') ?? []).map((row) => ({
      ...row,
      agentSourcedIds: (row.agentSourcedIds ?? '')
        .split(',')
        .filter((id) => id !== person)
        .join(),
    }));
    putRows(next, 'users.csv', withoutAgent);
    const paths = [`${service}/users/${person}`, `${service}/enrollments/${enrollment}`];
    const read = () => Promise.all(paths.map(async (path) => (await hub.client.get(path)).text()));
    const before = await read();
    const published = await importSkipping(hub.client, next);
    expect(published.state).toBe('published');
    expect(Object.entries(published.files).map(([file, { deleted }]) => [file, deleted])).toEqual([
      ...rosterFiles.slice(0, -2).map((file) => [file, 0]),
      ['enrollments.csv', others.length],
      ['demographics.csv', 1],
    ]);
    expect(await read()).toEqual(before);
    expect((await importSkipping(hub.client, hub.board)).state).toBe('published');
    hub = { ...hub, roster: await rosterPrint(hub.client) };
  });

  test('leaves out what is new and hangs on what is new and bad; what hangs on published records goes in', async () => {
    const next = hub.board.copy();
    const id = (last: string) => `00000000-0000-4000-8000-${last.padStart(12, '0')}`;
    const room = next.append('classes.csv', 2, { sourcedId: id('1'), classType: 'club' });
    const student = next.find('roles.csv', 'role', 'student');
    const like = next.find('users.csv', 'sourcedId', next.cell('roles.csv', student, 'userSourcedId'));
    const user = next.append('users.csv', like, {
      sourcedId: id('2'),
      'metadata.jp.homeClass': id('1'),
      userMasterIdentifier: id('5'),
    });
    const role = next.append('roles.csv', student, {
      sourcedId: id('3'),
      userSourcedId: id('2'),
      userProfileSourcedId: '',
    });
    const enrollment = next.append('enrollments.csv', 2, { sourcedId: id('4'), classSourcedId: id('1') });
    // A bad row of a published class: enrollments in it are new, and go in.
    next.set('classes.csv', 2, { classType: 'club' });
    const inOld = next.cell('classes.csv', 2, 'sourcedId');
    next.append('enrollments.csv', next.find('enrollments.csv', 'classSourcedId', inOld), {
      sourcedId: id('6'),
      userSourcedId: next.cell('users.csv', 2, 'sourcedId'),
    });
    const published = await importSkipping(hub.client, next);
    expect(published.state).toBe('published');
    const found = (await issuesOf(hub.client, published)).filter((one) => /RH-S|error/.test(one));
    expect(found).toEqual(
      [
        'classes.csv 2 classType JP-CL-003 error',
        `classes.csv ${room} classType JP-CL-003 error`,
        `enrollments.csv ${enrollment} classSourcedId RH-S-001 warning`,
        `roles.csv ${role} userSourcedId RH-S-001 warning`,
        `users.csv ${user} metadata.jp.homeClass RH-S-001 warning`,
      ].sort(),
    );
    const { files } = published;
    expect(files['classes.csv']).toMatchObject({ created: 0, updated: 0, deleted: 0, rejected: 2 });
    expect(files['users.csv']).toMatchObject({ created: 0, updated: 0, deleted: 0, rejected: 1 });
    expect(files['enrollments.csv']).toMatchObject({ created: 1, updated: 0, deleted: 0, rejected: 1 });
    expect((await importSkipping(hub.client, hub.board)).files['enrollments.csv']).toMatchObject({
      deleted: 1,
    });
    hub = { ...hub, roster: await rosterPrint(hub.client) };
  });

  test('of which every row is bad, or every row of one file, changes nothing', async () => {
    const noIds = hub.board.copy();
    putRows(
      noIds,
      'users.csv',
      (rowsOf(noIds).get('users.csv') ?? []).map((row) => ({ ...row, sourcedId: `＃${row.sourcedId}` })),
    );
    const all = hub.board.copy();
    for (const file of rosterFiles) {
      putRows(
        all,
        file,
        (rowsOf(all).get(file) ?? []).map((row) => ({ ...row, ...faults[file] })),
      );
    }
    for (const bundle of [noIds, all]) {
      const published = await importSkipping(hub.client, bundle);
      expect(published.state).toBe('published');
      for (const counts of Object.values(published.files)) {
        expect(counts).toMatchObject({ created: 0, updated: 0, deleted: 0 });
      }
      expect(await rosterPrint(hub.client)).toBe(hub.roster);
    }
  });

  test('with an error of a whole file, or one that cannot be read to its end, is rejected', async () => {
    const empty = hub.board.copy().edit('demographics.csv', ([header = '']) => [header, '']);
    const header = hub.board.copy().line('courses.csv', 1, (line) => line.replace('title', 'name'));
    const cut = hub.board.copy().line('courses.csv', 3, (line) => line.replace('年度', '年\0度'));
    for (const bundle of [empty, header, cut]) {
      expect((await importSkipping(hub.client, bundle)).state).toBe('rejected');
      expect(await rosterPrint(hub.client)).toBe(hub.roster);
    }
  });

  test('without the setting publishes nothing, as ever', async () => {
    const bad = hub.board.copy().set('courses.csv', 2, { title: '' });
    const refused = await hub.client.importZip(await bad.zip());
    expect(refused).toMatchObject({ state: 'rejected', issues: { errors: 1, warnings: 0 } });
    expect(refused.files['courses.csv']).toMatchObject({ rejected: 1, unchanged: 0 });
    expect(await rosterPrint(hub.client)).toBe(hub.roster);
  });
});
