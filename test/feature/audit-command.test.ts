import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { hubOrigin } from '../../src/model/audit.ts';
import { dropHorizon } from '../../src/services/audit/drop-audit.ts';
import { keepAudit } from '../../src/services/audit/keep-audit.ts';
import { appendAudit } from '../../src/store/audit.ts';
import { openStore } from '../../src/store/client.ts';
import { type AuditDatabase, createAuditDatabase, entryOf } from '../support/audit-database.ts';
import { auditRows } from '../support/audit-rows.ts';
import { query } from '../support/embedded-folder.ts';
import { runCommand } from '../support/run-command.ts';

/** Each command is a process of its own. */
vi.setConfig({ testTimeout: 240_000 });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rosterhub-audit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An audit with two rows in each of these months. */
async function auditOf(...months: readonly string[]): Promise<AuditDatabase> {
  const audit = await createAuditDatabase();
  for (const month of months) {
    await query(audit.url, `SELECT audit_partition('${month}-01')`);
    // The clock of the database is stood in for by a function that the statement finds first.
    await query(
      audit.url,
      `CREATE SCHEMA IF NOT EXISTS clock;
       CREATE OR REPLACE FUNCTION clock.clock_timestamp() RETURNS timestamptz LANGUAGE sql
         AS $$ SELECT timestamptz '${month}-15T00:00:00Z' $$;
       DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = clock, pg_catalog, public', current_database()); END $$`,
    );
    // New connections find it.
    const store = openStore(audit.url, createLog('silent'));
    const entries = ['a', 'b'].map((end) => entryOf({ object: month, requestId: `${month}-${end}` }));
    for (const entry of entries) {
      await store.db.transaction((tx) => appendAudit(tx, audit.keys.audit, [entry]));
    }
    await store.close();
  }
  await query(
    audit.url,
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET search_path', current_database()); END $$; DROP SCHEMA IF EXISTS clock CASCADE`,
  );
  return audit;
}

const verify = (audit: AuditDatabase, ...args: string[]) =>
  runCommand(audit.url, ['audit', 'verify', ...args]);

describe('audit verify', () => {
  test('says that all is well, and else names the first bad row and ends with 1', async () => {
    await using audit = await auditOf('2026-01', '2026-02');
    const well = await verify(audit);
    expect(well).toMatchObject({ code: 0, err: '' });
    expect(well.out).toMatch(/^書き込まれたとおりです .*\t4\t4:[0-9a-f]{64}\n$/);
    await audit.tamper("UPDATE audit_log SET object = 'x' WHERE seq = 3");
    const ill = await verify(audit);
    expect(ill).toMatchObject({ code: 1, err: '' });
    expect(ill.out).toMatch(/first bad row: 3\n内容が書き換えられています/);
  });

  test('finds a tail that was cut off by the file of heads, and by one head', async () => {
    await using audit = await auditOf('2026-01');
    const file = join(folder, 'heads');
    const ctx = { ...audit, log: createLog('silent'), auditHeadFile: file, origin: hubOrigin };
    await keepAudit(ctx, new Date('2026-01-16T00:00:00Z'));
    await audit.append();
    await keepAudit(ctx, new Date('2026-01-17T00:00:00Z'));
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^2026-01-16T00:00:00.000Z 2:[0-9a-f]{64}$/),
      expect.stringMatching(/^2026-01-17T00:00:00.000Z 3:[0-9a-f]{64}$/),
    ]);
    expect((await verify(audit, '--head', file)).code).toBe(0);
    await audit.tamper(
      'DELETE FROM audit_log WHERE seq > 2',
      'UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit_log WHERE seq = 2)',
    );
    expect((await verify(audit)).code, 'without it nothing is seen').toBe(0);
    const cut = [
      await verify(audit, '--head', file),
      await verify(audit, '--head', lines[1]?.split(' ')[1] ?? ''),
    ];
    for (const { code, out } of cut)
      expect([code, out]).toEqual([1, expect.stringMatching(/: 3\n.*切り取られ/)]);
    const configured = await runCommand(audit.url, ['audit', 'verify'], { AUDIT_HEAD_FILE: file });
    expect(configured.code).toBe(1);
    await writeFile(file, 'nonsense\n');
    expect((await verify(audit, '--head', file)).code).toBe(2);
  });
});

test('audit list shows who did what, and is in the audit itself', async () => {
  await using audit = await auditOf('2026-01', '2026-02');
  await audit.append({ action: 'import.upload', actorKind: 'key', actorId: 'k1', actorName: '校務' });
  const all = await runCommand(audit.url, ['audit', 'list']);
  expect(all).toMatchObject({ code: 0, err: '' });
  const lines = all.out
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(lines.map(([seq]) => seq)).toEqual(['6', '5', '4', '3', '2', '1']);
  expect(lines[1]?.slice(2, 5)).toEqual(['校務', '-', 'ファイルの受け取り']);
  const some = await runCommand(audit.url, [
    'audit',
    'list',
    '--client',
    'k1',
    '--from',
    '2026-01-01',
    '--csv',
  ]);
  expect(some.out.split('\r\n').length).toBe(3);
  expect((await runCommand(audit.url, ['audit', 'list', '--person', 'nobody'])).out).toBe('');
  expect((await runCommand(audit.url, ['audit', 'list', '--action', 'x'])).code).toBe(2);
  const own = await auditRows(audit.url, "action = 'audit.read'");
  expect(own.map(({ actor_kind }) => actor_kind)).toEqual(['command', 'command', 'command']);
});

describe('audit drop', () => {
  const drop = (audit: AuditDatabase, before: string, environment: Record<string, string> = {}) =>
    runCommand(audit.url, ['audit', 'drop', '--before', before], environment);

  test('takes away whole months, says so in the chain, and what is left verifies, twice over', async () => {
    await using audit = await auditOf('2020-01', '2020-02', '2020-03', '2021-01');
    expect(await drop(audit, '2020-03')).toMatchObject({
      code: 0,
      out: '消した月 / months dropped\t2\t4\n',
      err: '',
    });
    expect((await auditRows(audit.url)).map(({ seq }) => seq)).toEqual([5, 6, 7, 8, 9]);
    const [record] = await auditRows(audit.url, "action = 'audit.drop'");
    expect(record).toMatchObject({ seq: 9, actor_kind: 'command', object: '2020-03-01', count: 4 });
    expect(record?.detail).toMatch(/^\{"through":4,"hash":"[0-9a-f]{64}"\}$/);
    expect((await verify(audit)).code).toBe(0);
    expect((await drop(audit, '2020-12')).code).toBe(0);
    expect((await auditRows(audit.url)).map(({ seq }) => seq)).toEqual([7, 8, 9, 10]);
    expect((await verify(audit)).code).toBe(0);
    // Another month that goes without a record is missed.
    await audit.tamper('DROP TABLE audit_log_2021_01');
    expect(await verify(audit)).toMatchObject({ code: 1, out: expect.stringContaining('row: 7\n') });
  });

  test('keeps what AUDIT_DAYS protects, and drops nothing of a chain that is not whole', async () => {
    await using audit = await auditOf('2020-01', '2020-02');
    const horizon = dropHorizon(new Date(), 1_096).slice(0, 7);
    const later = `${Number(horizon.slice(0, 4)) + 1}-01`;
    expect((await drop(audit, later)).code).toBe(2);
    expect((await drop(audit, 'all')).code).toBe(2);
    expect((await drop(audit, '2020-03', { AUDIT_DAYS: '36000' })).code, 'a hundred years').toBe(2);
    await audit.tamper("UPDATE audit_log SET object = 'x' WHERE seq = 2");
    expect(await drop(audit, '2020-03')).toMatchObject({ code: 1, out: expect.stringContaining('row: 2\n') });
    expect((await auditRows(audit.url)).length).toBe(4);
  });
});
