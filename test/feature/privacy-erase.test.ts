import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { expireUploads } from '../../src/services/imports/expire-uploads.ts';
import { rowsOf } from '../support/bundle-rows.ts';
import { active, deleted, deltaBundle } from '../support/delta-bundle.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { exported, streamed, streamedFiles } from '../support/exports.ts';
import { openContext } from '../support/hub-context.ts';
import { patience } from '../support/patience.ts';
import {
  type ErasureView,
  erase,
  erasureOf,
  markPerson,
  placesOf,
  type SomePerson,
  withoutPerson,
} from '../support/persons.ts';
import { changesOf, decided, undone } from '../support/proposals.ts';
import { collections } from '../support/roster.ts';
import { runCommand } from '../support/run-command.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const service = '/ims/oneroster/rostering/v1p2';
const source = '東小学校';
let hub: TestHub;
let board: EditableBundle;
let person: SomePerson;
let erasure: ErasureView;
let exportId: string;
const imports: string[] = [];

/** What a GET answers, as text. */
async function textOf(path: string): Promise<string> {
  const response = await hub.client.get(path);
  return response.text();
}

async function done(id: string): Promise<ErasureView> {
  return vi.waitFor(async () => {
    const found = await erasureOf(hub.client, id);
    if (found.state !== 'done') throw new Error(`the erasure is ${found.state}`);
    return found;
  }, patience);
}

beforeAll(async () => {
  hub = await startTestHub();
  const { client } = hub;
  ({ board, person } = markPerson(await EditableBundle.of(await boardBuffer({ people: 40, seed: 5 }))));
  // Twice, so that there are versions before.
  const before = board.copy();
  before.set('users.csv', before.find('users.csv', 'sourcedId', person.id), { givenName: '消去前' });
  for (const bundle of [before, board]) {
    const sent = await client.importZip(await bundle.zip(), source);
    expect(sent.state).toBe('published');
    imports.push(sent.id);
  }
  // A broken file whose report names the person, and one that waits for somebody.
  const broken = board.copy();
  broken.append('demographics.csv', broken.find('demographics.csv', 'sourcedId', person.id), {});
  const rejected = await client.judgeZip(await broken.zip(), source);
  expect(rejected.state).toBe('rejected');
  imports.push(rejected.id);
  const waiting = await client.judgeZip(await before.zip(), source, { dryRun: 'true' });
  expect(waiting.state).toBe('checked');
  imports.push(waiting.id);
  exportId = (await exported(client, { mode: 'bulk', profile: 'japan-1.0' })).id;
  expect((await client.get(`${service}/users/${person.id}`)).status).toBe(200);
  // Who reads is in the audit a moment later.
  await vi.waitFor(async () => {
    const { entries } = JSON.parse(await textOf(`/admin/audit?person=${person.id}`));
    expect(entries.length).toBeGreaterThan(0);
  }, patience);
  erasure = await erase(client, person.id);
});

afterAll(() => hub.stop());

describe('an erased person', () => {
  test('is gone from every column of every table but its tombstones', async () => {
    // The dry run that waits has the person in its file; it is read again without.
    await hub.client.finished(imports[3] ?? '');
    await decided(hub.client, imports[3] ?? '', 'discard');
    const ended = await done(erasure.id);
    expect(ended.counts).toMatchObject({ uploads: 4, exports: 1, named: 1 });
    expect(ended.counts.records).toBeGreaterThan(3);
    expect(ended.counts.versions).toBeGreaterThan(0);
    const own = ['public.demographics.sourced_id', 'public.users.sourced_id'];
    await vi.waitFor(async () => {
      expect((await placesOf(hub.databaseUrl, person.id)).filter((place) => !own.includes(place))).toEqual([
        'public.users_rendered.record',
        'public.users_rendered.sourced_id',
      ]);
    }, patience);
    for (const mark of [...person.marks, '消去前']) expect(await placesOf(hub.databaseUrl, mark)).toEqual([]);
  });

  test('no read shows more than that it is gone, now and as of every publication', async () => {
    for (const asOf of ['', '&asOf=1', '&asOf=2']) {
      for (const collection of collections) {
        const text = await textOf(`${service}/${collection}?limit=1000${asOf}`);
        for (const mark of person.marks) expect(text).not.toContain(mark);
        if (asOf !== '') expect(text).not.toContain(`"${person.id}"`);
      }
    }
    const { user } = JSON.parse(await textOf(`${service}/users/${person.id}`));
    expect(Object.keys(user)).toEqual(['sourcedId', 'status', 'dateLastModified', 'roles']);
    expect(user).toMatchObject({ sourcedId: person.id, status: 'tobedeleted', roles: [] });
    expect((await hub.client.get(`${service}/users/${person.id}?asOf=2`)).status).toBe(404);
    const named = JSON.parse(await textOf(`${service}/users/${person.namedBy}`));
    expect(named.user.agents).toBeUndefined();
  });

  test('a reader of deltas hears of it', async () => {
    const { publishedAt } = JSON.parse(await textOf('/publications')).publications[1];
    const filter = encodeURIComponent(`dateLastModified>'${publishedAt}'`);
    const { users } = JSON.parse(await textOf(`${service}/users?filter=${filter}`));
    expect(users.map(({ sourcedId, status }: Record<string, string>) => [sourcedId, status]).sort()).toEqual(
      [
        [person.id, 'tobedeleted'],
        [person.namedBy, 'active'],
      ].sort(),
    );
    const files = await streamedFiles(hub.client, `mode=delta&since=${encodeURIComponent(publishedAt)}`);
    expect(files.get('users.csv')).toContain(`"${person.id}","tobedeleted"`);
  });

  test('a hub that imports deltas loses the person as well', async () => {
    await using other = await startTestHub();
    expect((await other.client.importZip(await board.zip(), source)).state).toBe('published');
    const view = await other.client.judgeZip(await streamed(hub.client, 'mode=delta&since=2'), source);
    expect(view).toMatchObject({ state: 'published', issues: { errors: 0 } });
    const response = await other.client.get(`${service}/users/${person.id}`);
    expect(JSON.parse(await response.text()).user.status).toBe('tobedeleted');
  });

  test('exports, sheets, changes and the audit know nobody', async () => {
    const files = await streamedFiles(hub.client);
    const sheet = await textOf('/csv/sheets/users.csv');
    for (const text of [sheet, ...files.values()]) {
      for (const mark of [person.id, ...person.marks]) expect(text).not.toContain(mark);
    }
    const [first, second] = imports;
    for (const id of [first ?? '', second ?? '']) {
      const changes = JSON.stringify(await changesOf(hub.client, id, 'limit=1000'));
      for (const mark of [person.id, ...person.marks]) expect(changes).not.toContain(mark);
    }
    expect((await hub.client.get(`/csv/export/${exportId}/file`)).status).toBe(410);
    expect((await hub.client.get(`/csv/import/${first}/upload`)).status).toBe(410);
    expect(JSON.parse(await textOf(`/admin/audit?person=${person.id}`)).entries).toEqual([]);
    const { entries } = JSON.parse(await textOf('/admin/audit?action=person.erase'));
    expect(entries).toMatchObject([
      { object: erasure.id, entity: 'erasure', publication: erasure.publicationId },
    ]);
  });

  test('who could have had the person is told to the board', async () => {
    expect(erasure.recipients).toMatchObject([{ named: true, lastRead: expect.stringMatching(/Z$/) }]);
    expect((await hub.client.post(`/admin/persons/${person.id}/erase`, { reason: 'x' })).status).toBe(409);
    expect((await hub.client.post('/admin/persons/nobody/erase', { reason: 'x' })).status).toBe(404);
    expect((await hub.client.post(`/admin/persons/${person.id}/erase`, { reason: ' ' })).status).toBe(400);
  });

  test('is no import, and cannot be undone', async () => {
    const [first] = JSON.parse(await textOf('/publications')).publications;
    expect(first).toMatchObject({ id: erasure.publicationId, kind: 'erasure', importId: null, source: null });
    const refused = await hub.client.post(`/publications/${erasure.publicationId}/undo`);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('not_undoable')]);
  });

  test('does not come back by an undo', async () => {
    const back = await undone(hub.client, 2);
    const settled = back.state === 'held' ? await decided(hub.client, back.id, 'approve', 'ok') : back;
    expect(settled.state).toBe('published');
    for (const mark of [...person.marks, '消去前']) expect(await placesOf(hub.databaseUrl, mark)).toEqual([]);
  });
});

describe('a file that has the person again', () => {
  let held: string;

  test('is held, with lines and without the id; a dry run says so too', async () => {
    const dry = await hub.client.judgeZip(await board.zip(), source, { dryRun: 'true' });
    expect(dry.proposal?.reasons.map(({ kind }) => kind)).toEqual(['erased']);
    await decided(hub.client, dry.id, 'discard');
    const view = await hub.client.judgeZip(await board.zip(), source);
    held = view.id;
    expect(view.state).toBe('held');
    const [reason] = view.proposal?.reasons ?? [];
    const line = board.find('users.csv', 'sourcedId', person.id);
    expect(reason).toMatchObject({ kind: 'erased', count: 1, erasures: [erasure.id] });
    expect(reason?.message.ja).toContain('1 人');
    expect(reason?.message.en).toContain(`users.csv ${line}`);
    const issues = await hub.client.issuesOf(held);
    expect(issues.map(({ code }) => code)).toContain('RH-P-001');
    expect(JSON.stringify([view, issues])).not.toContain(`"${person.id}"`);
  });

  test('approved, it is published without the person, and the next night nobody is asked', async () => {
    const approved = await decided(hub.client, held, 'approve', '学校に伝えた');
    expect(approved.state).toBe('published');
    const next = await hub.client.judgeZip(await board.zip(), source);
    expect(next).toMatchObject({ state: 'published', issues: { errors: 0 } });
    expect(next.issues.byCode['RH-P-001']).toBeGreaterThan(3);
    expect(next.files['users.csv']?.rejected).toBe(1);
    const { user } = JSON.parse(await textOf(`${service}/users/${person.id}`));
    expect(user.status).toBe('tobedeleted');
    for (const mark of person.marks) expect(await placesOf(hub.databaseUrl, mark)).toEqual([]);
  });

  test('its upload goes in the night', async () => {
    expect((await hub.client.get(`/csv/import/${held}/upload`)).status).toBe(200);
    await using ctx = openContext(hub);
    expect(await expireUploads(ctx, new Date())).toBeGreaterThan(0);
    expect((await hub.client.get(`/csv/import/${held}/upload`)).status).toBe(410);
  });

  test('is held as a delta too, unless it only deletes', async () => {
    const rows = (rowsOf(board).get('users.csv') ?? []).filter((row) => row.sourcedId === person.id);
    const gone = deltaBundle(board, { 'users.csv': rows.map(deleted) });
    expect((await hub.client.judgeZip(await gone.zip(), source)).state).not.toBe('held');
    const back = deltaBundle(board, { 'users.csv': rows.map(active) });
    // Approved once for this source; not for another.
    expect((await hub.client.judgeZip(await back.zip(), source)).state).toBe('published');
    const view = await hub.client.judgeZip(await back.zip(), '北小学校');
    expect([view.state, view.proposal?.reasons.map(({ kind }) => kind)]).toEqual(['held', ['erased']]);
    await decided(hub.client, view.id, 'discard');
  });

  test('is held for another source, also the first time', async () => {
    const other = await EditableBundle.of(await boardBuffer({ people: 10, seed: 9 }));
    const lone = other.copy();
    lone.append('users.csv', 2, { sourcedId: person.id, givenName: '消去太郎' });
    lone.append('roles.csv', 2, { sourcedId: 'role-of-erased', userSourcedId: person.id });
    const view = await hub.client.judgeZip(await lone.zip(), '西小学校', { onConflict: 'keep' });
    expect([view.state, view.proposal?.reasons.map(({ kind }) => kind)]).toEqual(['held', ['erased']]);
    await decided(hub.client, view.id, 'discard');
  });

  test('released, the person comes back', async () => {
    const release = await hub.client.post(`/admin/erasures/${erasure.id}/release`, { reason: '転入' });
    expect(release.status).toBe(200);
    expect((await hub.client.post(`/admin/erasures/${erasure.id}/release`, { reason: 'x' })).status).toBe(
      409,
    );
    const view = await hub.client.importZip(await board.zip(), source);
    expect(view).toMatchObject({ state: 'published', issues: { errors: 0, warnings: 0 } });
    const { user } = JSON.parse(await textOf(`${service}/users/${person.id}`));
    expect(user).toMatchObject({ status: 'active', givenName: '消去太郎' });
    const again = await erase(hub.client, person.id);
    expect(again.id).not.toBe(erasure.id);
    await done(again.id);
    const rest = await hub.client.importZip(await withoutPerson(board, person.id).zip(), source);
    expect(rest).toMatchObject({ state: 'published', issues: { warnings: 0 } });
  });

  test('the audit is as it was written', async () => {
    const { entries } = JSON.parse(await textOf('/admin/audit?action=erasure.release'));
    expect(entries).toMatchObject([
      { object: erasure.id, status: 409 },
      { object: erasure.id, status: 200 },
    ]);
    expect((await runCommand(hub.databaseUrl, ['audit', 'verify'])).code).toBe(0);
  });
});
