import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { parseConfig } from '../../src/config.ts';
import { type Hub, startHub } from '../../src/hub.ts';
import { createLog } from '../../src/log.ts';
import { auditRows, rowsOf } from '../support/audit-rows.ts';
import { query } from '../support/embedded-folder.ts';
import { HubClient } from '../support/hub-client.ts';
import { runCommand } from '../support/run-command.ts';
import { testSecret } from '../support/test-hub.ts';

const name = `privileges_${randomBytes(5).toString('hex')}`;
const roles = { owner: `${name}_owner`, hub: `${name}_hub` };
let hub: Hub;
let client: HubClient;

function urlOf(role?: string, database = name): string {
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${database}`;
  if (role === undefined) return url.href;
  url.username = role;
  url.password = 'p';
  return url.href;
}

const environment = {
  DATABASE_URL: urlOf(roles.hub),
  MIGRATION_DATABASE_URL: urlOf(roles.owner),
  SECRET: testSecret,
};

/** As docs/operation says: two roles, and the database is the owner's. */
beforeAll(async () => {
  const server = inject('serverUrl');
  await query(server, `CREATE ROLE ${roles.hub} LOGIN PASSWORD 'p'`);
  await query(server, `CREATE ROLE ${roles.owner} LOGIN PASSWORD 'p' IN ROLE ${roles.hub}`);
  await query(server, `CREATE DATABASE ${name} OWNER ${roles.owner}`);
  const config = parseConfig({ ...environment, PORT: '0' });
  const database = { url: environment.DATABASE_URL, secret: testSecret, stop: async () => undefined };
  hub = await startHub(config, database, createLog('silent'));
  client = new HubClient(hub.url, hub.firstKey ?? '');
});

afterAll(async () => {
  await hub?.stop();
  const server = inject('serverUrl');
  await query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await query(server, `DROP ROLE IF EXISTS ${roles.owner}`);
  await query(server, `DROP ROLE IF EXISTS ${roles.hub}`);
});

test('a hub that owns nothing of the audit imports, publishes, serves and writes it', async () => {
  const first = await client.importZip(await boardBuffer({ people: 40, seed: 3 }));
  expect(first.state).toBe('published');
  const second = await client.importZip(await boardBuffer({ people: 40, seed: 3, change: 0.2 }));
  expect(second.state).toBe('published');
  expect((await client.walk('users')).total).toBeGreaterThan(40);
  await client.get('/csv/import', { 'x-request-id': 'privileged' });
  await rowsOf(urlOf(), 'privileged');
});

describe('the hub’s role', () => {
  const asHub = async (statement: string) => {
    const connection = new pg.Client({ connectionString: urlOf(roles.hub) });
    await connection.connect();
    try {
      await connection.query(statement);
    } finally {
      await connection.end();
    }
  };
  test.each([
    "UPDATE audit_log SET object = 'x'",
    'DELETE FROM audit_log',
    'TRUNCATE audit_log',
    'DROP TABLE audit_log CASCADE',
    'ALTER TABLE audit_log DISABLE TRIGGER ALL',
    'DROP TRIGGER audit_log_kept ON audit_log',
    'DROP FUNCTION audit_refuse CASCADE',
    'SET session_replication_role = replica',
    "DO $$ BEGIN EXECUTE (SELECT format('DROP TABLE %s', tableoid::regclass) FROM audit_log LIMIT 1); END $$",
    "DO $$ BEGIN EXECUTE (SELECT format('DELETE FROM %s', tableoid::regclass) FROM audit_log LIMIT 1); END $$",
    'DELETE FROM audit_head',
    'TRUNCATE audit_head',
    'UPDATE audit_verifications SET intact = true',
    'DELETE FROM audit_verifications',
    "UPDATE audit_subjects SET salt = 'x'",
  ])('may not: %s', async (statement) => {
    // Not by a trigger, which its owner could switch off.
    await expect(asHub(statement)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringMatching(/permission denied|must be owner/),
    });
  });

  test('may move the head, which only goes forward', async () => {
    await expect(asHub('UPDATE audit_head SET seq = seq - 1')).rejects.toMatchObject({ code: '42501' });
  });

  test('may make the partitions of coming months, which are the owner’s', async () => {
    await asHub("SELECT audit_partition('2031-05-20')");
    const [row] = await query(
      urlOf(),
      "SELECT tableowner AS owner FROM pg_tables WHERE tablename = 'audit_log_2031_05'",
    );
    expect(row).toEqual({ owner: roles.owner });
  });
});

test('only the owner drops months, by the recorded command', async () => {
  await query(urlOf(), "SELECT audit_partition('2019-05-01')");
  const args = ['audit', 'drop', '--before', '2020-01'];
  const asHub = await runCommand(urlOf(roles.hub), args, { MIGRATION_DATABASE_URL: urlOf(roles.hub) });
  expect(asHub.code).toBe(1);
  const asOwner = await runCommand(urlOf(roles.hub), args, { MIGRATION_DATABASE_URL: urlOf(roles.owner) });
  expect(asOwner).toMatchObject({ code: 0, err: '' });
  const verified = await runCommand(urlOf(roles.hub), ['audit', 'verify'], environment);
  expect(verified.code).toBe(0);
  expect((await auditRows(urlOf())).length).toBeGreaterThan(5);
});
