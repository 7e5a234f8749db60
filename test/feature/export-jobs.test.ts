import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { expireExports } from '../../src/services/exports/expire-exports.ts';
import { expireUploads } from '../../src/services/imports/expire-uploads.ts';
import { query } from '../support/embedded-folder.ts';
import { type ExportView, exported, streamed } from '../support/exports.ts';
import { openContext, withKey } from '../support/hub-context.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  await hub.client.importZip(await boardBuffer({ people: 60, seed: 4 }));
});

afterAll(() => hub.stop());

const codeOf = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  JSON.parse(await answer.text()).error.code,
];

test('an export that was asked for is a kept file: the same bytes as the stream, sealed, listed, and who took it known', async () => {
  const view = await exported(hub.client);
  expect(view).toMatchObject({
    state: 'done',
    publication: 1,
    progress: { step: 'done', percent: 100 },
    notes: [],
    failure: null,
  });
  const answer = await hub.client.get(`/csv/export/${view.id}/file`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.equals(await streamed(hub.client))).toBe(true);
  expect(answer.headers.get('content-length')).toBe(String(view.fileSize));
  expect(answer.headers.get('content-disposition')).toContain(`filename="${view.fileName}"`);
  expect(answer.headers.get('x-export-notes')).toBe('0');
  const [kept] = await query(
    hub.databaseUrl,
    `SELECT f.encrypted, (SELECT count(*)::int FROM file_downloads d WHERE d.file_id = f.id) AS downloads,
       (SELECT position('\\x504b0304'::bytea IN c.bytes) FROM file_chunks c WHERE c.file_id = f.id AND seq = 0) AS zip
     FROM files f JOIN exports e ON e.file_id = f.id WHERE e.id = '${view.id}'`,
  );
  expect(kept).toEqual({ encrypted: true, downloads: 1, zip: 0 });

  const later = await exported(hub.client, { files: ['users'] });
  const list = await hub.client.get('/csv/export?limit=2', { accept: 'application/json' });
  const listed: { exports: ExportView[]; total: number } = JSON.parse(await list.text());
  expect(listed.exports.map(({ id }) => id)).toEqual([later.id, view.id]);
  expect(listed.exports[0]).toEqual(later);
  expect(later.rows).toEqual({ 'users.csv': 60 });
});

test('only administrators export, see exports and take their files', async () => {
  await using ctx = openContext(hub);
  const { id } = await exported(hub.client);
  for (const role of ['importer', 'reader'] as const) {
    const client = withKey(hub, await createKey(ctx, { name: role, role }));
    for (const path of ['/csv/export', `/csv/export/${id}`, `/csv/export/${id}/file`]) {
      expect(await codeOf(await client.get(path)), `${role} ${path}`).toEqual([403, 'forbidden']);
    }
    expect(await codeOf(await client.post('/csv/export'))).toEqual([403, 'forbidden']);
  }
  const none = await fetch(`${hub.client.url}/csv/export`);
  expect(await codeOf(none)).toEqual([401, 'unauthorised']);
});

test('the file of an export goes after its days and the export stays; uploads are not the same matter', async () => {
  await using ctx = openContext(hub);
  const { id } = await exported(hub.client);
  const ahead = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1_000);
  expect(await expireExports(ctx, ahead(6))).toBe(0);
  // Uploads are kept for longer; what expires them leaves exports alone.
  expect(await expireUploads(ctx, ahead(80))).toBe(0);
  expect((await hub.client.get(`/csv/export/${id}/file`)).status).toBe(200);
  expect(await expireExports(ctx, ahead(8))).toBeGreaterThan(0);
  expect(await codeOf(await hub.client.get(`/csv/export/${id}/file`))).toEqual([410, 'export_removed']);
  const view: ExportView = JSON.parse(await (await hub.client.get(`/csv/export/${id}`)).text());
  expect(view).toMatchObject({ state: 'done', expired: true });
  const [left] = await query(
    hub.databaseUrl,
    `SELECT count(*)::int AS count FROM file_chunks c JOIN exports e ON e.file_id = c.file_id`,
  );
  expect(left?.count).toBe(0);
});

test('what is no export, and what no export can be, is said', async () => {
  const nothing = '00000000-0000-4000-8000-000000000000';
  for (const id of [nothing, 'x']) {
    expect(await codeOf(await hub.client.get(`/csv/export/${id}`))).toEqual([404, 'unknown_object']);
    expect(await codeOf(await hub.client.get(`/csv/export/${id}/file`))).toEqual([404, 'unknown_object']);
  }
  await query(
    hub.databaseUrl,
    `INSERT INTO exports (id, state, options, requested_by) VALUES ('${nothing}', 'failed', '{"profile":"japan-1.0"}', 'x')`,
  );
  expect(await codeOf(await hub.client.get(`/csv/export/${nothing}/file`))).toEqual([409, 'export_state']);
  for (const body of [
    { mode: 'some' },
    { files: [] },
    { files: ['users.csv', 'nothing'] },
    { schools: 'all' },
    { profile: '' },
    { owner: 'me' },
    { asOf: 0 },
  ]) {
    expect(await codeOf(await hub.client.post('/csv/export', body)), JSON.stringify(body)).toEqual([
      400,
      'invalid_parameter',
    ]);
  }
});

test('an export of a publication shows that one, whatever comes after it is asked for', async () => {
  const before = await exported(hub.client);
  await hub.client.importZip(await boardBuffer({ people: 60, seed: 4, change: 0.2 }));
  const again = await exported(hub.client, { asOf: 1 });
  expect(again.sha256).toBe(before.sha256);
  expect((await exported(hub.client)).sha256).not.toBe(before.sha256);
});
