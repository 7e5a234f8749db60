import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { discardForgotten } from '../../src/services/imports/discard-forgotten.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { query } from '../support/embedded-folder.ts';
import { freezeImports } from '../support/freeze.ts';
import type { HubClient, ImportView } from '../support/hub-client.ts';
import { openContext, withKey } from '../support/hub-context.ts';
import { changesOf, decided, proposed, tally, undone } from '../support/proposals.ts';
import { differences, type Roster, rosterOf } from '../support/roster.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const board = { people: 400, seed: 12 };
let first: Buffer;
let second: Buffer;
let hub: TestHub;
let before: Roster;

beforeAll(async () => {
  first = await boardBuffer(board);
  second = await boardBuffer({ ...board, change: 0.1 });
  hub = await startTestHub();
  await hub.client.importZip(first);
  before = await rosterOf(hub.client);
});

afterAll(() => hub.stop());

const isUntouched = async () => expect(differences(await rosterOf(hub.client), before)).toEqual([]);

/** The records that are there; deleted ones can still be read for a while. */
async function activeOf(client: HubClient): Promise<Roster> {
  const roster = await rosterOf(client);
  return new Map([...roster].filter(([, record]) => !record.includes('"status":"tobedeleted"')));
}

/** What publishing did, in the words of a proposal. */
function done({ files }: ImportView): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(files).map(([file, { created, updated, deleted, unchanged }]) => [
      file,
      [created, updated, deleted, unchanged],
    ]),
  );
}

function promised({ proposal }: ImportView): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(proposal?.files ?? {}).map(([file, counts]) => [
      file,
      [counts.added, counts.changed + counts.returning, counts.leaving, counts.unchanged],
    ]),
  );
}

test('a dry run says what would change and changes nothing; published, it does exactly that', async () => {
  await using own = await startTestHub();
  const { client } = own;
  await client.importZip(first);
  const old = await activeOf(client);
  const view = await client.judgeZip(second, undefined, { dryRun: 'true' });
  expect(view).toMatchObject({ state: 'checked', publication: null, failure: null });
  expect(differences(await activeOf(client), old)).toEqual([]);
  const preview = await changesOf(client, view.id);
  expect(tally(preview)).toEqual(proposed(view));
  expect(new Set(preview.map(({ kind }) => kind))).toEqual(new Set(['added', 'changed', 'leaving']));

  const published = await decided(client, view.id, 'publish');
  expect(published).toMatchObject({ state: 'published', publication: { id: 2 } });
  expect(done(published)).toEqual(promised(view));
  expect(await changesOf(client, view.id, 'limit=7')).toEqual(preview);

  const undo = await undone(client, 2);
  expect(undo).toMatchObject({ state: 'published', publication: { id: 3 }, undoOf: 2 });
  expect(differences(await activeOf(client), old)).toEqual([]);
});

describe('a change shows', () => {
  let view: ImportView;
  let bundle: EditableBundle;

  beforeAll(async () => {
    bundle = await EditableBundle.of(first);
    const [user, school] = [
      bundle.cell('users.csv', 9, 'sourcedId'),
      bundle.cell('orgs.csv', 3, 'sourcedId'),
    ];
    bundle.set('users.csv', 9, { givenName: '花子', grades: 'J2' });
    bundle.set('orgs.csv', 3, { name: '新しい小学校' });
    view = await hub.client.importZip(await bundle.zip(), undefined, { dryRun: 'true' });
    expect(await changesOf(hub.client, view.id)).toEqual([
      {
        file: 'orgs.csv',
        kind: 'changed',
        sourcedId: school,
        fields: [expect.objectContaining({ column: 'name', after: '新しい小学校' })],
      },
      {
        file: 'users.csv',
        kind: 'changed',
        sourcedId: user,
        fields: [
          expect.objectContaining({ column: 'givenName', after: '花子' }),
          expect.objectContaining({ column: 'grades', after: 'J2' }),
        ],
      },
    ]);
  });

  test('by file, kind and school', async () => {
    const { client } = hub;
    expect(await changesOf(client, view.id, 'file=orgs.csv')).toHaveLength(1);
    expect(await changesOf(client, view.id, 'kind=added')).toEqual([]);
    expect(await changesOf(client, view.id, 'kind=changed&file=users.csv')).toHaveLength(1);
    const school = bundle.cell('users.csv', 9, 'primaryOrgSourcedId');
    const there = await changesOf(client, view.id, `school=${school}&file=users.csv`);
    expect(there).toHaveLength(1);
    const other = bundle.cell(
      'orgs.csv',
      school === bundle.cell('orgs.csv', 3, 'sourcedId') ? 4 : 3,
      'sourcedId',
    );
    expect(await changesOf(client, view.id, `school=${other}&file=users.csv`)).toEqual([]);
  });

  test('for Excel, a line for each field', async () => {
    const response = await hub.client.get(`/csv/import/${view.id}/changes.csv`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf));
    const lines = bytes.subarray(3).toString().trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(
      '"ファイル file","区分 kind","sourcedId","列 column","変更前 before","変更後 after"',
    );
    expect(lines[2]).toMatch(/^"users.csv","変更 changed","[^"]+","givenName","[^"]+","花子"$/);
  });

  test('and nothing for a filter that is none', async () => {
    for (const path of [
      'changes?kind=x',
      'changes.csv?kind=x',
      'changes?file=x.csv',
      'changes.csv?file=x.csv',
      'changes?after=x',
    ]) {
      const response = await hub.client.get(`/csv/import/${view.id}/${path}`);
      expect([path, response.status, JSON.parse(await response.text()).error.code]).toEqual([
        path,
        400,
        'invalid_parameter',
      ]);
    }
  });

  test('without personal values to whoever only brings files', async () => {
    await using ctx = openContext(hub);
    const key = await createKey(ctx, { name: '校務支援', role: 'importer' });
    const changes = await changesOf(withKey(hub, key), view.id, 'file=users.csv');
    expect(changes[0]?.fields).toEqual([
      { column: 'givenName', before: '***', after: '***' },
      expect.objectContaining({ column: 'grades', after: 'J2' }),
    ]);
    const csv = await withKey(hub, key).get(`/csv/import/${view.id}/changes.csv`);
    expect(await csv.text()).not.toContain('花子');
    const approval = await withKey(hub, key).post(`/csv/import/${view.id}/approve`, { reason: 'x' });
    expect(approval.status).toBe(403);
    expect((await withKey(hub, key).post('/publications/1/undo')).status).toBe(403);
  });

  test('until it is discarded, and then nothing of it is left', async () => {
    expect(await decided(hub.client, view.id, 'discard')).toMatchObject({
      state: 'discarded',
      decision: { kind: 'discard' },
    });
    const after = await hub.client.get(`/csv/import/${view.id}/changes`);
    expect(after.status).toBe(409);
    expect((await hub.client.post(`/csv/import/${view.id}/publish`)).status).toBe(409);
    await isUntouched();
  });
});

describe('held, and the roster untouched', () => {
  /** The board with other ids for the records of some files, wherever they are named. */
  const renamed = async (isRenamed: (file: string) => boolean) => {
    const bundle = await EditableBundle.of(first);
    const ids = new Map<string, string>();
    for (const file of bundle.files.keys()) {
      if (file === 'manifest.csv' || !isRenamed(file)) continue;
      for (const line of bundle.lines(file).slice(1)) {
        const id = line.split('"')[1];
        if (id !== undefined) ids.set(id, `${id.slice(0, -4)}${[...id.slice(-4)].reverse().join('')}`);
      }
    }
    for (const file of bundle.files.keys()) {
      bundle.edit(file, (lines) =>
        lines.map((line) => line.replaceAll(/[0-9a-f-]{36}/g, (id) => ids.get(id) ?? id)),
      );
    }
    return bundle;
  };

  /** Without one of the two schools and whatever names them, whatever names that, and so on. */
  const halfOf = async () => {
    const bundle = await EditableBundle.of(first);
    const gone = new Set([bundle.cell('orgs.csv', 3, 'sourcedId')]);
    const names = (line: string) => line.split(/[",]+/).some((cell) => gone.has(cell));
    for (let size = 0; size !== gone.size; ) {
      size = gone.size;
      for (const file of bundle.files.keys()) {
        bundle.edit(file, (lines) =>
          lines.filter((line) => {
            if (names(line)) gone.add(line.split('"')[1] ?? '');
            return !names(line);
          }),
        );
      }
      // Nobody is there without a primary role.
      const roles = bundle
        .lines('roles.csv')
        .filter((line) => line.includes('"primary"'))
        .join('\n');
      for (const line of bundle.lines('users.csv').slice(1)) {
        const id = line.split('"')[1];
        if (id !== undefined && !roles.includes(id)) gone.add(id);
      }
    }
    return bundle;
  };

  test('a file of half the schools', async () => {
    const view = await hub.client.judgeZip(await (await halfOf()).zip());
    expect(view.state).toBe('held');
    const kinds = view.proposal?.reasons.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['deletions', 'school']));
    expect(view.proposal?.reasons.find(({ kind }) => kind === 'deletions')?.message.ja).toMatch(
      /（users\.csv）の \d+ 件のうち \d+ 件（\d+ %）が削除されます。上限は 10 % かつ 50 件です。|件/,
    );
    await isUntouched();
    await decided(hub.client, view.id, 'discard');
  });

  test('a file in which every id has changed', async () => {
    const view = await hub.client.judgeZip(await (await renamed(() => true)).zip());
    expect(view.state).toBe('held');
    const deletions = view.proposal?.reasons.filter(({ kind }) => kind === 'deletions') ?? [];
    expect(deletions.map(({ file }) => file)).toContain('users.csv');
    expect(deletions.every(({ count, of }) => count > 0.9 * of)).toBe(true);
    await isUntouched();
    await decided(hub.client, view.id, 'discard');
  });

  test('a file of another system, which calls the same people by other ids', async () => {
    const people = await renamed((file) => file === 'users.csv');
    const view = await hub.client.judgeZip(await people.zip());
    expect(view.state).toBe('held');
    const replaced = view.proposal?.reasons.filter(({ kind }) => kind === 'replaced') ?? [];
    const school = people.cell('orgs.csv', 3, 'sourcedId');
    const one = replaced.find((reason) => reason.file === 'users.csv' && reason.school?.sourcedId === school);
    expect(one?.message.ja).toContain(`「${people.cell('orgs.csv', 3, 'name')}」の利用者（users.csv）の`);
    expect(one?.message.ja).toContain('校務支援システムを替えましたか');
    await isUntouched();
    await decided(hub.client, view.id, 'discard');
  });

  test('a file without rows is refused before, and so is one with a renamed header', async () => {
    for (const change of [
      (lines: string[]) => [lines[0] ?? '', ''],
      (lines: string[]) => lines.map((line, at) => (at === 0 ? line.replace('birthDate', 'birthday') : line)),
    ]) {
      const bundle = await EditableBundle.of(first);
      bundle.edit('demographics.csv', change);
      const view = await hub.client.judgeZip(await bundle.zip());
      expect(view.state).toBe('rejected');
      await isUntouched();
    }
  });

  test('until somebody approves it and says why', async () => {
    await using own = await startTestHub();
    const { client } = own;
    await client.importZip(first);
    const bundle = await halfOf();
    const view = await client.judgeZip(await bundle.zip());
    expect(view.state).toBe('held');
    const silent = await client.post(`/csv/import/${view.id}/approve`, { reason: '  ' });
    expect(silent.status).toBe(400);
    expect((await client.importOf(view.id)).state).toBe('held');
    const approved = await decided(client, view.id, 'approve', '1 校を廃校にしたため');
    expect(approved).toMatchObject({
      state: 'published',
      decision: { kind: 'approve', reason: '1 校を廃校にしたため' },
    });
    expect(done(approved)).toEqual(promised(view));
    const undo = await undone(client, approved.publication?.id ?? 0);
    expect(undo.state).toBe('published');
    expect(differences(await activeOf(client), before)).toEqual([]);
  });
});

test('an older file does not go over a newer one', async () => {
  await using own = await startTestHub();
  const { client } = own;
  await client.importZip(first);
  const waiting = await client.importZip(first, undefined, { dryRun: 'true' });
  await client.importZip(second);
  const late = await client.post(`/csv/import/${waiting.id}/publish`);
  expect([late.status, JSON.parse(await late.text()).error.code]).toEqual([409, 'import_superseded']);
  expect((await client.importOf(waiting.id)).state).toBe('checked');
});

test('undoing what others have been published after is held, and says so', async () => {
  await using own = await startTestHub();
  const { client } = own;
  await client.importZip(first);
  const empty = await activeOf(client);
  await client.importZip(second);
  await client.importZip(await boardBuffer({ ...board, change: 0.2 }));
  const undo = await undone(client, 2);
  expect(undo.state).toBe('held');
  expect(undo.proposal?.reasons).toContainEqual(expect.objectContaining({ kind: 'later', count: 1 }));
  const approved = await decided(client, undo.id, 'approve', '先週のファイルがまちがっていた');
  expect(approved.state).toBe('published');
  expect(differences(await activeOf(client), empty)).toEqual([]);
});

test('cancelled before its turn, an import changes nothing; published, it cannot be cancelled', async () => {
  await using own = await startTestHub();
  const { client } = own;
  const done = await client.importZip(first);
  const roster = await activeOf(client);
  const frozen = await freezeImports(own.databaseUrl, 'publishing');
  const running = await client.send(second);
  await frozen.reached();
  const queued = await client.send(second);
  expect(await decided(client, queued, 'cancel')).toMatchObject({ state: 'cancelled' });
  expect(await decided(client, running, 'cancel', 'まちがえた')).toMatchObject({
    state: 'cancelled',
    decision: { kind: 'cancel', reason: 'まちがえた' },
  });
  await frozen.thaw();
  // The next one runs, on what was there before.
  const next = await client.importZip(first);
  expect(next).toMatchObject({ state: 'published', publication: { id: 2 } });
  expect(differences(await activeOf(client), roster)).toEqual([]);
  expect((await client.post(`/csv/import/${done.id}/cancel`)).status).toBe(409);
});

test('what nobody decides on is discarded after its time, and nothing of it stays', async () => {
  await using own = await startTestHub();
  const { client } = own;
  await client.importZip(first);
  const dry = await client.judgeZip(second, undefined, { dryRun: 'true' });
  await using ctx = openContext(own);
  const dayMs = 24 * 60 * 60 * 1_000;
  expect(await discardForgotten(ctx, new Date(Date.now() + 6 * dayMs))).toEqual({ checked: 0, held: 0 });
  expect(await discardForgotten(ctx, new Date(Date.now() + 8 * dayMs))).toEqual({ checked: 1, held: 0 });
  expect(await client.importOf(dry.id)).toMatchObject({
    state: 'discarded',
    decision: { kind: 'discard', by: 'expired' },
  });
  // Any import that runs afterwards clears it away.
  await client.importZip(second);
  const tables = await query(own.databaseUrl, `SELECT tablename FROM pg_tables WHERE schemaname = 'staging'`);
  expect(tables).toEqual([]);
});

test('a preview that a crash of the server has emptied is made anew', async () => {
  await using own = await startTestHub();
  const { client } = own;
  await client.importZip(first);
  const dry = await client.judgeZip(second, undefined, { dryRun: 'true' });
  const preview = await changesOf(client, dry.id);
  // What recovery does to tables that are not logged.
  const name = `staging."i${dry.id.replaceAll('-', '')}_users_diff"`;
  await query(own.databaseUrl, `TRUNCATE ${name}`);
  expect((await client.get(`/csv/import/${dry.id}/changes`)).status).toBe(503);
  expect((await client.finished(dry.id)).state).toBe('checked');
  expect(await changesOf(client, dry.id)).toEqual(preview);
});
