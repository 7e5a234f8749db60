import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { verifyAudit } from '../../src/services/audit/verify-audit.ts';
import { appendAudit } from '../../src/store/audit.ts';
import { readChain, readChainState } from '../../src/store/audit-search.ts';
import { openStore, type Store } from '../../src/store/client.ts';
import { type AuditDatabase, createAuditDatabase, entryOf } from '../support/audit-database.ts';

/** An audit of ten rows. */
async function tenRows(): Promise<AuditDatabase> {
  const audit = await createAuditDatabase();
  for (let row = 1; row <= 10; row += 1) await audit.append({ object: `row ${row}` });
  return audit;
}

test('what was written verifies, whatever its texts are', async () => {
  await using audit = await createAuditDatabase();
  const texts = [
    '"',
    "','",
    '髙\u0000橋',
    '\ud800',
    '[null]',
    '\\u0041',
    'e\u0301',
    '',
    '\u2028',
    'x'.repeat(9_000),
  ];
  for (const object of texts) {
    await audit.append({ object, query: object, detail: object, ids: [object, 'users:1'], count: 0 });
  }
  await audit.append({ publicationId: 2 ** 53 - 1, at: new Date(1), error: 'forbidden', status: 403 });
  const { rows, bad } = await verifyAudit(audit);
  expect({ rows, bad }).toEqual({ rows: texts.length + 1, bad: undefined });
});

test('1,500 concurrent writers over two stores, and uploads beside them, make one chain without a fork', async () => {
  await using audit = await createAuditDatabase();
  const other = openStore(audit.url, createLog('silent'));
  const entriesOf = (writer: number | string) => [entryOf({ object: String(writer) })];
  const writers = Array.from({ length: 1_500 }, (_, writer) =>
    (writer % 2 === 0 ? audit.store : other).db.transaction((tx) =>
      appendAudit(tx, audit.keys.audit, entriesOf(writer)),
    ),
  );
  // By the other driver, one after the other: whoever waits too long for its few connections is refused.
  const uploads = async (store: Store, name: string) => {
    for (let upload = 0; upload < 20; upload += 1) {
      await store.uploads.transaction((tx) => appendAudit(tx, audit.keys.audit, entriesOf(name + upload)));
    }
  };
  const results = await Promise.allSettled([...writers, uploads(audit.store, 'a'), uploads(other, 'b')]);
  await other.close();
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  const { rows, bad, end } = await verifyAudit(audit);
  expect({ rows, bad, seq: end.seq }).toEqual({ rows: 1_540, bad: undefined, seq: 1_540 });
  const written = await readChain(audit.store.db, undefined, 2_000, 2_000);
  expect(new Set(written.map(({ object }) => object)).size).toBe(1_540);
});

test('a transaction that is rolled back leaves no gap', async () => {
  await using audit = await tenRows();
  const broken = audit.store.db.transaction(async (tx) => {
    await appendAudit(tx, audit.keys.audit, [entryOf()]);
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  await audit.append();
  const { rows, bad, end } = await verifyAudit(audit);
  expect({ rows, bad, seq: end.seq }).toEqual({ rows: 11, bad: undefined, seq: 11 });
});

describe('for whoever uses the hub’s connection, the audit is only ever added to', () => {
  let audit: AuditDatabase;
  beforeAll(async () => {
    audit = await tenRows();
  });
  afterAll(() => audit[Symbol.asyncDispose]());

  test.each([
    "UPDATE audit_log SET object = 'x' WHERE seq = 5",
    'DELETE FROM audit_log WHERE seq = 5',
    'TRUNCATE audit_log',
    "DO $$ BEGIN EXECUTE (SELECT format('TRUNCATE %I', tableoid::regclass) FROM audit_log LIMIT 1); END $$",
    'UPDATE audit_head SET seq = 5',
    'DELETE FROM audit_head',
    'TRUNCATE audit_head',
  ])('%s', async (statement) => {
    const client = new pg.Client({ connectionString: audit.url });
    await client.connect();
    try {
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
    expect((await verifyAudit(audit)).bad).toBeUndefined();
  });
});

describe('what the owner of the server does with triggers off is named', () => {
  const copy = (from: number, seq: number) =>
    `INSERT INTO audit_log SELECT (jsonb_populate_record(a, jsonb_build_object('seq', ${seq}))).* FROM audit_log a WHERE seq = ${from}`;
  test.each([
    ['an edited text', ["UPDATE audit_log SET object = 'other' WHERE seq = 4"], { seq: 4, fault: 'changed' }],
    [
      'an edited instant',
      ["UPDATE audit_log SET at = at - interval '1 ms' WHERE seq = 6"],
      { seq: 6, fault: 'changed' },
    ],
    ['an edited outcome', ['UPDATE audit_log SET status = 403 WHERE seq = 1'], { seq: 1, fault: 'changed' }],
    [
      'a null that was blank',
      ["UPDATE audit_log SET query = '' WHERE seq = 7"],
      { seq: 7, fault: 'changed' },
    ],
    [
      'an exchanged hash',
      ["UPDATE audit_log SET hash = sha256('x') WHERE seq = 3"],
      { seq: 3, fault: 'changed' },
    ],
    ['a deleted row', ['DELETE FROM audit_log WHERE seq = 5'], { seq: 5, fault: 'missing' }],
    ['the deleted first row', ['DELETE FROM audit_log WHERE seq = 1'], { seq: 1, fault: 'missing' }],
    [
      'a deleted row with the rest moved up',
      ['DELETE FROM audit_log WHERE seq = 5', 'UPDATE audit_log SET seq = seq - 1 WHERE seq > 5'],
      { seq: 5, fault: 'changed' },
    ],
    ['a second row with one number', [copy(3, 8)], { seq: 8, fault: 'changed' }],
    [
      'a row put in with the rest moved down',
      ['UPDATE audit_log SET seq = seq + 1 WHERE seq > 5', copy(5, 6)],
      { seq: 6, fault: 'changed' },
    ],
    ['a row put in behind the end', [copy(10, 11)], { seq: 11, fault: 'inserted' }],
    [
      'two rows that change places',
      [
        'UPDATE audit_log SET seq = 99 WHERE seq = 4',
        'UPDATE audit_log SET seq = 4 WHERE seq = 7',
        'UPDATE audit_log SET seq = 7 WHERE seq = 99',
      ],
      { seq: 4, fault: 'changed' },
    ],
    ['a tail cut off', ['DELETE FROM audit_log WHERE seq > 8'], { seq: 9, fault: 'missing' }],
    ['everything taken away', ['TRUNCATE audit_log'], { seq: 1, fault: 'missing' }],
    ['the head taken away', ['DELETE FROM audit_head'], { seq: 10, fault: 'head' }],
    ['a head of another hash', ["UPDATE audit_head SET hash = sha256('x')"], { seq: 10, fault: 'head' }],
    [
      'a partition dropped without a record',
      [
        `DO $$ BEGIN EXECUTE (SELECT format('DROP TABLE %s', tableoid::regclass) FROM audit_log LIMIT 1); END $$`,
      ],
      { seq: 1, fault: 'missing' },
    ],
  ])('%s', async (_what, statements, bad) => {
    await using audit = await tenRows();
    await audit.tamper(...statements);
    expect((await verifyAudit(audit)).bad).toEqual(bad);
  });

  test('a tail cut off with its head, by the end that was written down elsewhere', async () => {
    await using audit = await tenRows();
    const { head } = await readChainState(audit.store.db);
    const anchors = head === undefined ? [] : [head];
    await audit.append();
    await audit.tamper(
      'DELETE FROM audit_log WHERE seq > 8',
      'UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit_log WHERE seq = 8)',
    );
    expect((await verifyAudit(audit)).bad, 'without it nothing is seen').toBeUndefined();
    expect((await verifyAudit(audit, { anchors })).bad).toEqual({ seq: 9, fault: 'cut' });
    // Rows that are written over the gap do not hide it.
    for (let row = 0; row < 5; row += 1) await audit.append();
    expect((await verifyAudit(audit, { anchors })).bad).toEqual({ seq: 10, fault: 'rewritten' });
  });

  test('rows of another SECRET', async () => {
    await using audit = await tenRows();
    const keys = deriveKeys('another secret of thirty-two letters');
    await audit.store.db.transaction((tx) => appendAudit(tx, keys.audit, [entryOf()]));
    expect((await verifyAudit(audit)).bad).toEqual({ seq: 11, fault: 'unknownKey' });
  });
});

test('after what is known to be good only the rest is looked at', async () => {
  await using audit = await tenRows();
  const { end } = await verifyAudit(audit);
  await audit.append();
  expect(await verifyAudit(audit, { since: end })).toMatchObject({ rows: 1, bad: undefined });
  await audit.tamper('DELETE FROM audit_log WHERE seq = 11');
  expect((await verifyAudit(audit, { since: end })).bad).toEqual({ seq: 11, fault: 'missing' });
});

test('every column but the hash is under the hash', async () => {
  const migration = await readFile(new URL('../../drizzle/0008_audit.sql', import.meta.url), 'utf8');
  const [, table = ''] = /CREATE TABLE "audit_log" \(([^;]+)\) PARTITION/.exec(migration) ?? [];
  const columns = [...table.matchAll(/^\t"(\w+)"/gm)].map(([, name = '']) => name);
  expect(columns.length).toBe(21);
  const values: Record<string, string> = { ids: "'{x}'", hash: "'\\x00'", publication_id: '7', count: '7' };
  await using audit = await tenRows();
  await audit.tamper('CREATE TABLE kept AS SELECT * FROM audit_log WHERE seq = 5');
  for (const column of columns) {
    const later = /_at$|^at$/.test(column) ? `${column} + interval '1 second'` : undefined;
    const number = /^(seq|status)$/.test(column) ? `${column} + 100` : undefined;
    const value = values[column] ?? later ?? number ?? "'7'";
    await audit.tamper(`UPDATE audit_log SET ${column} = ${value} WHERE seq = 5`);
    expect((await verifyAudit(audit)).bad?.seq, column).toBe(5);
    await audit.tamper(
      'DELETE FROM audit_log WHERE seq IN (5, 105)',
      'INSERT INTO audit_log SELECT * FROM kept',
    );
    expect((await verifyAudit(audit)).bad, `${column} as it was`).toBeUndefined();
  }
});
