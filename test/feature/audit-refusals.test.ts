import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../src/services/audit/verify-audit.ts';
import { auditRows, rowsOf } from '../support/audit-rows.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { query } from '../support/embedded-folder.ts';
import { openContext } from '../support/hub-context.ts';
import { rosterPrint } from '../support/roster-print.ts';

const service = '/ims/oneroster/rostering/v1p2';
let hub: BoardHub;
let held = '';
let next: Buffer;

beforeAll(async () => {
  hub = await startBoardHub({ people: 30, seed: 4 });
  const board = hub.board.copy();
  board.set('users.csv', 3, { givenName: '別' });
  next = await board.zip();
  held = await hub.client.send(next, undefined, { dryRun: 'true' });
  expect((await hub.client.finished(held)).state).toBe('checked');
});

afterAll(() => hub.stop());

/** Everything that an administrator can change, and who has taken what. */
async function stateOf(url: string): Promise<unknown> {
  const tables = ['imports', 'sources', 'publications', 'files', 'file_downloads', 'credentials', 'clients'];
  const each = tables.map((name) => `'${name}', (SELECT jsonb_agg(t ORDER BY t) FROM ${name} t)`);
  const jobs = `'jobs', (SELECT count(*) FROM pgboss.job WHERE name = 'import' AND state < 'completed')`;
  const [row] = await query(url, `SELECT jsonb_build_object(${[...each, jobs].join(', ')}) AS state`);
  return row?.state;
}

/** Runs with an audit that cannot be written. */
async function withoutAudit(run: () => Promise<void>): Promise<void> {
  await query(hub.databaseUrl, 'ALTER TABLE audit_head RENAME TO audit_head_away');
  try {
    await run();
  } finally {
    await query(hub.databaseUrl, 'ALTER TABLE audit_head_away RENAME TO audit_head');
  }
}

const client = {
  ...{ name: 'x', purpose: 'p', contact: 'c', contractEnd: '2099-03-31', role: 'reader', scopes: [] },
  addressMode: 'any',
};
const json = { 'content-type': 'application/json' };
const call = (method: string, path: string, body: unknown = {}) =>
  fetch(hub.client.url + path, {
    method,
    headers: { authorization: `Bearer ${hub.client.key}`, ...json },
    body: JSON.stringify(body),
  });

async function expectRefusedBecauseOfAudit(answer: Promise<Response>, what: string): Promise<void> {
  const response = await answer;
  const text = await response.text();
  expect(response.status, `${what}: ${text}`).toBe(503);
  const { error } = JSON.parse(text);
  expect(error.code, what).toBe('audit_unavailable');
  expect(error.message.ja).toMatch(/監査記録/);
  expect(response.headers.get('retry-after')).not.toBeNull();
  expect(response.headers.get('content-disposition')).toBeNull();
  expect(response.headers.get('content-type')).toMatch(/json/);
  expect(response.headers.get('x-request-id')).not.toBeNull();
}

describe('while the audit cannot be written', () => {
  test('whatever changes something is refused, and nothing has changed', async () => {
    const before = await stateOf(hub.databaseUrl);
    await withoutAudit(async () => {
      const actions: [string, () => Promise<Response>][] = [
        ['upload', () => hub.client.upload(next, 'another')],
        ['the same upload again', () => hub.client.upload(next, undefined, { force: 'false' })],
        ['publish', () => call('POST', `/csv/import/${held}/publish`)],
        ['approve', () => call('POST', `/csv/import/${held}/approve`, { reason: 'so it is meant' })],
        ['discard', () => call('POST', `/csv/import/${held}/discard`)],
        ['undo', () => call('POST', '/publications/1/undo')],
        ['client', () => call('POST', '/admin/clients', client)],
        ['settings', () => call('PATCH', '/admin/sources/new', { interoperability: true })],
      ];
      for (const [what, run] of actions) await expectRefusedBecauseOfAudit(run(), what);
    });
    expect(await stateOf(hub.databaseUrl)).toEqual(before);
  });

  test('no personal data leaves in a file', async () => {
    const before = await stateOf(hub.databaseUrl);
    await withoutAudit(async () => {
      for (const end of ['upload', 'files/users.csv', 'changes.csv', 'issues.csv', 'causes.csv']) {
        await expectRefusedBecauseOfAudit(hub.client.get(`/csv/import/${held}/${end}`), end);
      }
    });
    expect(await stateOf(hub.databaseUrl)).toEqual(before);
    const after = await hub.client.get(`/csv/import/${held}/changes.csv`);
    expect([after.status, after.headers.get('content-type')]).toEqual([200, 'text/csv; charset=UTF-8']);
  });

  test('reads go on, and are written down when that is possible again, in their order', async () => {
    await withoutAudit(async () => {
      for (const request of ['first', 'second', 'third']) {
        const answer = await hub.client.get(`${service}/users?limit=1`, {
          'x-request-id': `read-${request}`,
        });
        expect(answer.status).toBe(200);
      }
      await expect.poll(() => hub.logLines.join('')).toContain('the audit cannot be written');
    });
    await rowsOf(hub.databaseUrl, 'read-third');
    const rows = await auditRows(hub.databaseUrl, "request_id LIKE 'read-%'");
    expect(rows.map(({ request_id }) => request_id)).toEqual(['read-first', 'read-second', 'read-third']);
  });

  test('a publication is not made: the import fails and readers see the old roster', async () => {
    const before = await rosterPrint(hub.client);
    // It is let in and fails where it would be published.
    await query(
      hub.databaseUrl,
      `CREATE FUNCTION no_publication() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = 'disk_full'; END $$;
       CREATE TRIGGER no_publication BEFORE INSERT ON audit_log FOR EACH ROW
         WHEN (NEW.action = 'import.published') EXECUTE FUNCTION no_publication()`,
    );
    const sent = await hub.client.send(next);
    const failed = await hub.client.finished(sent);
    await query(hub.databaseUrl, 'DROP TRIGGER no_publication ON audit_log; DROP FUNCTION no_publication()');
    expect(failed).toMatchObject({
      state: 'failed',
      failure: { code: 'audit_unavailable' },
      publication: null,
    });
    expect(await rosterPrint(hub.client)).toBe(before);
    expect((await hub.client.importZip(next)).state).toBe('published');
    expect(await rosterPrint(hub.client)).not.toBe(before);
  });
});

test('afterwards everything verifies', async () => {
  await using ctx = openContext(hub);
  expect((await verifyAudit(ctx)).bad).toBeUndefined();
});
