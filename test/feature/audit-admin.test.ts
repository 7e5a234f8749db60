import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditListSchema, auditVerificationSchema } from '../../src/http/routes/audit.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { findKeyText } from '../../src/services/access/key-text.ts';
import { keepAudit } from '../../src/services/audit/keep-audit.ts';
import { verifyAudit } from '../../src/services/audit/verify-audit.ts';
import { tamperWith } from '../support/audit-database.ts';
import { auditRows, rowsOf } from '../support/audit-rows.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { query } from '../support/embedded-folder.ts';
import type { HubClient } from '../support/hub-client.ts';
import { openContext, withKey } from '../support/hub-context.ts';

const service = '/ims/oneroster/rostering/v1p2';
let hub: BoardHub;
let ctx: ReturnType<typeof openContext>;
let auditor: HubClient;
let reader: HubClient;
let person = '';

beforeAll(async () => {
  hub = await startBoardHub({ people: 30, seed: 4 });
  ctx = openContext(hub);
  auditor = withKey(hub, await createKey(ctx, { name: '監査', role: 'auditor' }));
  reader = withKey(hub, await createKey(ctx, { name: '=学習ツール', role: 'reader' }));
  const [owned] = await query(
    hub.databaseUrl,
    `SELECT client_id AS id FROM credentials WHERE id = '${findKeyText(reader.key)?.id}'`,
  );
  clientId = String(owned?.id);
  person = hub.board.cell('users.csv', 3, 'sourcedId');
  for (let read = 0; read < 5; read += 1) await reader.get(`${service}/users/${person}`);
  await hub.client.get(`${service}/users/${person}`);
  await reader.get(`${service}/users`, { 'x-request-id': 'whole-list' });
  await rowsOf(hub.databaseUrl, 'whole-list');
});

afterAll(async () => {
  await ctx[Symbol.asyncDispose]();
  await hub.stop();
});

async function search(query: string, client = auditor) {
  const response = await client.get(`/admin/audit?${query}`);
  const body = JSON.parse(await response.text());
  expect(response.status, JSON.stringify(body)).toBe(200);
  return auditListSchema.parse(body);
}

let clientId = '';
const readerId = () => clientId;

describe('GET /admin/audit', () => {
  test('finds by person, by client, by both, by action and by time, newest first', async () => {
    const ofPerson = await search(`person=${person}`);
    expect(ofPerson.entries.length).toBe(6);
    for (const { action, count } of ofPerson.entries) expect([action, count]).toEqual(['roster.read', 1]);
    const seqs = ofPerson.entries.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect((await search(`person=${person}&client=${readerId()}`)).entries.length).toBe(5);
    expect((await search(`client=${readerId()}`)).entries.length).toBe(6);
    expect((await search('person=nobody')).entries).toEqual([]);
    const published = await search('action=import.published');
    expect(published.entries).toMatchObject([{ actor: { kind: 'hub' }, publication: 1 }]);
    const { at = '' } = published.entries[0] ?? {};
    const before = await search(`to=${at}`);
    expect(before.entries.length).toBeGreaterThan(0);
    for (const entry of before.entries) expect(entry.at < at).toBe(true);
    const after = await search(`from=${at}`);
    expect(after.entries.map(({ action }) => action)).toContain('import.published');
  });

  test('pages follow each other without a gap', async () => {
    const seen: number[] = [];
    let next: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search(
        `client=${readerId()}&limit=2${next === null ? '' : `&before=${next}`}`,
      );
      seen.push(...page.entries.map(({ seq }) => seq));
      next = page.next;
    } while (next !== null);
    const rows = await auditRows(hub.databaseUrl, `actor_id = '${readerId()}'`);
    expect(seen).toEqual(rows.map(({ seq }) => seq).toReversed());
  });

  test('is for administrators and auditors, who may do nothing else', async () => {
    await search('limit=1', hub.client);
    for (const path of ['/admin/audit', '/admin/audit.csv', '/admin/audit/verification']) {
      expect((await reader.get(path)).status, path).toBe(403);
      expect((await withKey(hub, 'none').get(path)).status, path).toBe(401);
    }
    await reader.get(`${service}/users`, { 'x-request-id': 'after-the-refused' });
    await rowsOf(hub.databaseUrl, 'after-the-refused');
    const refused = await auditRows(hub.databaseUrl, "status = 403 AND actor_name = '=学習ツール'");
    expect(refused.map(({ action }) => action)).toEqual(['audit.read', 'audit.download', 'audit.read']);
    for (const path of ['/admin/sources', '/csv/import', '/publications', `${service}/users`]) {
      expect((await auditor.get(path)).status, path).toBe(403);
    }
  });

  test.each([['action=read'], ['from=yesterday'], ['to=2026-13-01'], ['limit=0'], ['before=x']])(
    '%s is refused',
    async (query) => {
      expect((await auditor.get(`/admin/audit?${query}`)).status).toBe(400);
    },
  );

  test('is in the audit itself, with whom was looked for as a hash', async () => {
    await auditor.get(`/admin/audit?person=${person}&client=x&action=import.upload`, {
      'x-request-id': 'look',
    });
    const [row] = await rowsOf(hub.databaseUrl, 'look');
    const [read] = await auditRows(hub.databaseUrl, `actor_id = '${readerId()}' AND cardinality(ids) = 1`);
    expect(row).toMatchObject({
      ...{
        action: 'audit.read',
        actor_name: '監査',
        query: 'client=?&action=import.upload',
      },
      ids: read?.ids,
    });
  });
});

test('GET /admin/audit.csv is the same for Excel, and no cell is a formula', async () => {
  const response = await auditor.get(`/admin/audit.csv?client=${readerId()}`);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=UTF-8');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = bytes.toString().trimEnd().split('\r\n');
  const rows = await auditRows(hub.databaseUrl, `actor_id = '${readerId()}'`);
  expect(lines.length).toBe(rows.length + 1);
  for (const line of lines.slice(1)) expect(line).toContain(`"'=学習ツール"`);
  expect(lines.join()).not.toContain(person);
});

test('without the salt nobody is found any more, and the chain still verifies', async () => {
  const other = hub.board.cell('users.csv', 4, 'sourcedId');
  await reader.get(`${service}/users/${other}`, { 'x-request-id': 'to-be-erased' });
  const [row] = await rowsOf(hub.databaseUrl, 'to-be-erased');
  expect((await search(`person=${other}`)).entries.length).toBe(1);
  await query(hub.databaseUrl, `DELETE FROM audit_subjects WHERE sourced_id = '${other}'`);
  expect((await search(`person=${other}`)).entries).toEqual([]);
  expect((await verifyAudit(ctx)).bad).toBeUndefined();
  await reader.get(`${service}/users/${other}`, { 'x-request-id': 'again' });
  const [again] = await rowsOf(hub.databaseUrl, 'again');
  expect(again?.ids.length).toBe(1);
  expect(again?.ids, 'a new salt is another').not.toEqual(row?.ids);
});

describe('the nightly look', () => {
  const verification = async () => {
    const response = await auditor.get('/admin/audit/verification');
    expect(response.status).toBe(200);
    return auditVerificationSchema.parse(JSON.parse(await response.text()));
  };

  test('says that all is as it was written, then looks at what is new, then names what is not', async () => {
    expect(await verification()).toEqual({ at: null, rows: 0, seq: 0, intact: null, bad: null });
    const first = await keepAudit(ctx, new Date());
    expect(await verification()).toMatchObject({
      rows: first.end.seq,
      seq: first.end.seq,
      intact: true,
      bad: null,
    });
    await hub.client.get('/csv/import', { 'x-request-id': 'one-more' });
    await rowsOf(hub.databaseUrl, 'one-more');
    const second = await keepAudit(ctx, new Date());
    expect(second.rows).toBe(second.end.seq - first.end.seq);
    const [{ seq } = { seq: 0 }] = await auditRows(hub.databaseUrl, "request_id = 'one-more'");
    await hub.client.get('/csv/import', { 'x-request-id': 'the-next' });
    const [bad] = await rowsOf(hub.databaseUrl, 'the-next');
    expect(bad?.seq).toBeGreaterThan(seq);
    await tamperWith(hub.databaseUrl, [`UPDATE audit_log SET status = 201 WHERE seq = ${bad?.seq}`]);
    await keepAudit(ctx, new Date());
    const found = await verification();
    expect(found).toMatchObject({ intact: false, bad: { seq: bad?.seq, fault: 'changed' } });
    expect(found.bad?.message.ja).toMatch(/書き換え/);
  });
});
