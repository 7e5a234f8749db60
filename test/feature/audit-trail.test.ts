import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createClient } from '../../src/services/access/create-client.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { findKeyText } from '../../src/services/access/key-text.ts';
import { recordHash } from '../../src/services/audit/hash-ids.ts';
import { verifyAudit } from '../../src/services/audit/verify-audit.ts';
import { findSubjectHash } from '../../src/store/audit-subjects.ts';
import { auditRows, rowsOf } from '../support/audit-rows.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import type { HubClient } from '../support/hub-client.ts';
import { openContext, withKey } from '../support/hub-context.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const service = '/ims/oneroster/rostering/v1p2';
let hub: TestHub;
let ctx: ReturnType<typeof openContext>;
let reader: HubClient;
let importer: HubClient;
let board: EditableBundle;
let published = '';
let requests = 0;

beforeAll(async () => {
  hub = await startTestHub();
  ctx = openContext(hub);
  reader = withKey(hub, await createKey(ctx, { name: '学習ツールA', role: 'reader' }));
  importer = withKey(hub, await createKey(ctx, { name: '校務', role: 'importer' }));
  board = await EditableBundle.of(await boardBuffer({ people: 30, seed: 9 }));
  published = (await hub.client.importZip(await board.zip(), '東小学校')).id;
});

afterAll(async () => {
  await ctx[Symbol.asyncDispose]();
  await hub.stop();
});

/** Sends a request and gives its one row in the audit. */
async function rowOf(
  client: HubClient,
  path: string,
  init: RequestInit = {},
  status = 200,
): Promise<Record<string, unknown>> {
  requests += 1;
  const requestId = `request-${requests}`;
  const response = await fetch(client.url + path, {
    ...init,
    headers: { authorization: `Bearer ${client.key}`, ...init.headers, 'x-request-id': requestId },
  });
  const text = await response.text();
  expect(response.status, text).toBe(status);
  const rows = await rowsOf(hub.databaseUrl, requestId);
  expect(rows.length).toBe(1);
  return rows[0] ?? {};
}

const post = (body: unknown = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const form = (zip: Buffer, fields: Record<string, string> = {}): RequestInit => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', new Blob([new Uint8Array(zip)]), 'RO.zip');
  return { method: 'POST', body };
};
const keyId = (client: HubClient) => findKeyText(client.key)?.id;
const person = () => board.cell('users.csv', 3, 'sourcedId');

describe('reads of the roster', () => {
  test('a list: who, from where, what was asked for, of which roster, and how many were shown', async () => {
    const search = `limit=7&offset=14&sort=familyName&orderBy=desc&fields=sourcedId,familyName`;
    expect(await rowOf(reader, `${service}/users?${search}&unknown=秘密`)).toEqual({
      seq: expect.any(Number),
      recorded_at: expect.any(String),
      at: expect.any(String),
      actor_kind: 'key',
      actor_id: expect.stringMatching(/^[0-9A-Za-z]{22}$/),
      actor_key: keyId(reader),
      actor_name: '学習ツールA',
      address: '127.0.0.1',
      action: 'roster.read',
      entity: 'users',
      object: null,
      ids: [],
      query: '/users?sort=familyName&orderBy=desc&fields=sourcedId,familyName&limit=7&offset=14',
      publication_id: 1,
      count: 7,
      status: 200,
      error: null,
      request_id: expect.any(String),
      detail: null,
      key_id: expect.any(String),
      hash: expect.any(String),
    });
  });

  test('a page that was reached by a cursor says where in the walk it is', async () => {
    const first = await reader.get(`${service}/users?limit=10`);
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '') ?? [];
    const { pathname, search } = new URL(next);
    expect(await rowOf(reader, pathname + search)).toMatchObject({
      query: '/users?limit=10&offset=10',
      publication_id: 1,
      count: 10,
    });
  });

  test('one person by the hash of the id, through either base, as user and as demographics', async () => {
    const rows = [
      await rowOf(reader, `${service}/users/${person()}`),
      await rowOf(reader, `/ims/oneroster/v1p2/users/${person()}?fields=givenName`),
    ];
    const pupil = board.cell('demographics.csv', 2, 'sourcedId');
    const enrollment = board.cell('enrollments.csv', 2, 'sourcedId');
    const enrolled = board.cell('enrollments.csv', 2, 'userSourcedId');
    const others = [
      await rowOf(reader, `${service}/demographics/${pupil}`),
      await rowOf(reader, `${service}/enrollments/${enrollment}`),
    ];
    const hashes = await Promise.all(
      [person(), pupil, enrolled].map((id) => findSubjectHash(ctx.store.db, id)),
    );
    for (const hash of hashes) expect(hash).toMatch(/^users:[0-9a-f]{32}$/);
    expect(rows.map(({ ids }) => ids)).toEqual([[hashes[0]], [hashes[0]]]);
    expect(rows.map(({ query }) => query)).toEqual([null, 'fields=givenName']);
    expect(others.map(({ ids }) => ids)).toEqual([[hashes[1]], [hashes[2]]]);
    expect(others.map(({ entity, count }) => [entity, count])).toEqual([
      ['demographics', 1],
      ['enrollments', 1],
    ]);
  });

  test('records that a path names, people and others', async () => {
    const classId = board.cell('classes.csv', 2, 'sourcedId');
    const { ids, query } = await rowOf(reader, `${service}/classes/${classId}/students`);
    expect(ids).toEqual([recordHash(ctx, { entity: 'classes', sourcedId: classId })]);
    expect(query).toBe('/classes/{classSourcedId}/students?limit=100&offset=0');
  });

  test('a filter without its personal values; whom it found is named instead', async () => {
    const name = board.cell('users.csv', 3, 'familyName');
    const filter = encodeURIComponent(`familyName='${name}' AND status='active'`);
    const row = await rowOf(reader, `${service}/users?filter=${filter}`);
    expect(row.query).toBe("/users?filter=familyName=? AND status='active'&limit=100&offset=0");
    expect(row.ids).toContain(await findSubjectHash(ctx.store.db, person()));
    expect(row.count).toBe((row.ids as string[]).length);
    const byId = await rowOf(
      reader,
      `${service}/users?filter=${encodeURIComponent(`sourcedId='${person()}'`)}`,
    );
    expect(byId).toMatchObject({ ids: [await findSubjectHash(ctx.store.db, person())], count: 1 });
    expect(byId.query).toBe('/users?filter=sourcedId=?&limit=100&offset=0');
    const stamp = "dateLastModified>'2020-01-01T00:00:00.000Z'";
    const delta = await rowOf(reader, `${service}/users?limit=1&filter=${encodeURIComponent(stamp)}`);
    expect(delta).toMatchObject({ query: `/users?filter=${stamp}&limit=1&offset=0`, ids: [] });
  });

  test('what was refused: by code, and without ids of anybody who is not there', async () => {
    expect(await rowOf(importer, `${service}/users/${person()}`, {}, 403)).toMatchObject({
      ...{ actor_name: '校務', status: 403, error: 'insufficient_scope', ids: [], count: null },
    });
    expect(await rowOf(reader, `${service}/users/nobody-of-this-name`, {}, 404)).toMatchObject({
      ...{ status: 404, error: 'unknown_object', ids: [], query: null },
    });
    expect(await rowOf(reader, `${service}/users?filter=x`, {}, 400)).toMatchObject({
      ...{ status: 400, error: 'invalid_filter', query: null },
    });
  });

  test('with a token it is the client', async () => {
    const scopes = ['roster-core.readonly'] as const;
    const { id, secret } = await createClient(ctx, { name: 'ツールB', scopes });
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const basic = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
    const given = await fetch(`${hub.client.url}/oauth2/token`, {
      ...{ method: 'POST', body },
      headers: { ...basic, 'x-request-id': 'token-1' },
    });
    const token: { access_token: string } = JSON.parse(await given.text());
    expect(await rowsOf(hub.databaseUrl, 'token-1')).toMatchObject([
      { action: 'token.issue', actor_kind: 'client', actor_id: id, actor_name: 'ツールB', status: 200 },
    ]);
    expect(await rowOf(withKey(hub, token.access_token), `${service}/orgs`)).toMatchObject({
      ...{ actor_kind: 'client', actor_id: id, actor_name: 'ツールB', action: 'roster.read', entity: 'orgs' },
    });
  });

  test('those without a key are counted by address', async () => {
    const stranger = withKey(hub, 'nothing');
    for (let knock = 0; knock < 25; knock += 1) await stranger.get(`${service}/users`);
    const knocks = async () => {
      const rows = await auditRows(hub.databaseUrl, "actor_kind = 'nobody' AND status = 401");
      expect(rows.length).toBeLessThan(25);
      for (const row of rows) expect(row).toMatchObject({ address: '127.0.0.1', error: 'unauthorised' });
      return rows.reduce((sum, { count }) => sum + Number(count), 0);
    };
    await expect.poll(knocks).toBe(25);
  });
});

describe('imports, exports and settings', () => {
  const who = () => ({ actor_kind: 'key', actor_key: keyId(hub.client), address: '127.0.0.1' });

  test('each has its row, with the id of what it was done to', async () => {
    const admin = hub.client;
    const zip = await board.zip();
    const sent = await rowOf(importer, '/csv/import', form(zip, { dryRun: 'true', source: '東小学校' }), 202);
    expect(sent).toMatchObject({ action: 'import.upload', actor_name: '校務', status: 202 });
    const id = String(sent.object);
    expect((await admin.finished(id)).state).toBe('checked');
    const path = `/csv/import/${id}`;
    const reads = [
      ['', 'import.read'],
      ['/report', 'report.read'],
      ['/issues', 'report.read'],
      ['/proposal', 'changes.read'],
      ['/changes', 'changes.read'],
      ['/changes.csv', 'changes.download'],
      ['/issues.csv', 'report.download'],
      ['/causes.csv', 'report.download'],
      ['/files/users.csv', 'upload.download'],
      ['/upload', 'upload.download'],
      ['/downloads', 'upload.downloads'],
    ] as const;
    for (const [end, action] of reads) {
      expect(await rowOf(admin, path + end), end).toMatchObject({
        ...who(),
        action,
        object: id,
        status: 200,
      });
    }
    expect(await rowOf(admin, `${path}/publish`, post())).toMatchObject({
      ...who(),
      action: 'import.publish',
    });
    expect((await admin.finished(id)).state).toBe('published');
    const [done] = await auditRows(hub.databaseUrl, `action = 'import.published' AND object = '${id}'`);
    expect(done).toMatchObject({ actor_kind: 'hub', publication_id: 2, count: 0 });
    expect(await rowOf(admin, `${path}/discard`, post(), 409)).toMatchObject({
      ...{ action: 'import.discard', object: id, status: 409, error: 'import_state' },
    });
    const again = await rowOf(admin, '/csv/import', form(zip, { source: '東小学校' }));
    expect(again, 'the same file again').toMatchObject({ action: 'import.upload', object: id, status: 200 });
    const undone = await rowOf(admin, '/publications/2/undo', post({ dryRun: true }), 202);
    expect(undone).toMatchObject({ ...who(), action: 'publication.undo', object: '2' });
    const source = encodeURI('/admin/sources/東小学校');
    const patch = { ...post({ interoperability: true }), method: 'PATCH' };
    expect(await rowOf(admin, source, patch)).toMatchObject({
      ...{ action: 'source.change', object: '東小学校', detail: '{"changed":["interoperability"]}' },
    });
    expect(await rowOf(admin, encodeURI('/admin/sources/山田花子'), {}, 404)).toMatchObject({
      ...{ action: 'source.read', object: null, error: 'unknown_object' },
    });
    const contract = { purpose: '授業', contact: '情報課', contractEnd: '2099-03-31' };
    const name = { ...contract, name: 'ツールC', role: 'reader', scopes: [], addressMode: 'any' };
    const made = await rowOf(admin, '/admin/clients', post(name), 201);
    expect(made).toMatchObject({ ...who(), action: 'client.create', entity: 'client' });
    const client = String(made.object);
    const patchName = { ...post({ name: 'ツールD' }), method: 'PATCH' };
    expect(await rowOf(admin, `/admin/clients/${client}`, patchName)).toMatchObject({
      ...{ ...who(), action: 'client.change', object: client, detail: '{"changed":["name"]}' },
    });
    const key = await rowOf(admin, '/admin/keys', post({ client, kind: 'key' }), 201);
    expect(key).toMatchObject({ ...who(), action: 'key.create', detail: expect.stringContaining(client) });
    const rolled = await rowOf(admin, `/admin/keys/${key.object}/roll`, post({ grace: '1h' }), 201);
    expect(rolled).toMatchObject({ ...who(), action: 'key.roll', object: key.object });
    const { into } = JSON.parse(String(rolled.detail));
    expect(await rowOf(admin, `/admin/keys/${into}/revoke`, post())).toMatchObject({
      ...{ ...who(), action: 'key.revoke', object: into },
    });
    expect(await rowOf(admin, `/admin/keys/${into}/revoke`, post(), 409)).toMatchObject({
      ...{ action: 'key.revoke', object: into, status: 409, error: 'credential_ended' },
    });
    expect(await rowOf(admin, `/admin/clients/${client}/revoke`, post())).toMatchObject({
      ...{ ...who(), action: 'client.revoke', object: client },
    });
    expect(await rowOf(admin, '/publications')).toMatchObject({ action: 'publication.list' });
    const judged = await rowOf(importer, '/csv/validate', form(zip));
    expect(judged).toMatchObject({ action: 'import.validate', object: null });
  });

  test('keys and clients too, and probes and templates not', async () => {
    const made = await auditRows(hub.databaseUrl, "action = 'key.create'");
    const roles = made.map(({ detail }) => JSON.parse(String(detail)).role);
    expect(roles.slice(0, 3)).toEqual(['admin', 'reader', 'importer']);
    const probe = { 'x-request-id': 'a-probe' };
    for (const path of ['/health', '/csv/templates', '/docs', '/openapi.json']) {
      expect((await hub.client.get(path, probe)).status, path).toBe(200);
    }
    await hub.client.get(`/csv/import/${published}`, { 'x-request-id': 'after-probes' });
    await rowsOf(hub.databaseUrl, 'after-probes');
    expect(await auditRows(hub.databaseUrl, "request_id = 'a-probe'")).toEqual([]);
  });
});

test('all of it verifies', async () => {
  const { rows, bad } = await verifyAudit(ctx);
  expect(bad).toBeUndefined();
  expect(rows).toBeGreaterThan(30);
});

test('what is noted last before a stop is written', async () => {
  const other = await startTestHub();
  await other.client.get('/csv/import', { 'x-request-id': 'the-last' });
  await other.stopHub();
  expect(await auditRows(other.databaseUrl, "request_id = 'the-last'")).toMatchObject([
    { action: 'import.list' },
  ]);
  await other.stop();
});
