import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { hubOrigin } from '../../src/model/audit.ts';
import { createAuthenticator } from '../../src/services/access/authenticate.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { issueToken } from '../../src/services/access/issue-token.ts';
import { digestOf, makeClientSecret, makeId, makeKeyText } from '../../src/services/access/key-text.ts';
import { createStagingThreads } from '../../src/services/imports/stage-thread.ts';
import { openStore } from '../../src/store/client.ts';
import { contextSettings } from '../support/context-settings.ts';
import { query } from '../support/embedded-folder.ts';

const folder = new URL('../../drizzle/', import.meta.url);

/** A text as it was made before it had an environment. */
const older = (text: string, from: string, checksum: (body: string) => string) => {
  const body = text.replace(`${from}_live_`, `${from}_`).slice(0, -6);
  return body + checksum(body);
};

/** CRC32 in base 62. */
async function checksumBy(): Promise<(body: string) => string> {
  const { crc32 } = await import('node:zlib');
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  return (body) => {
    let rest = crc32(body);
    let text = '';
    for (; text.length < 6; rest = Math.floor(rest / 62)) text = alphabet.charAt(rest % 62) + text;
    return text;
  };
}

test('keys and clients from before go on working, each with an end', async () => {
  const name = `rosterhub_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(inject('serverUrl'));
  await query(url.href, `CREATE DATABASE ${name} TEMPLATE template0`);
  onTestFinished(async () => {
    await query(inject('serverUrl'), `DROP DATABASE ${name} WITH (FORCE)`);
  });
  url.pathname = `/${name}`;
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  const change = texts.findIndex((text) => text.includes('CREATE TABLE "credentials"'));
  expect(change).toBeGreaterThan(3);
  for (const text of texts.slice(0, change)) await query(url.href, text);

  const keys = deriveKeys('b3a1f0c45d6e7f8091a2b3c4d5e6f708');
  const checksum = await checksumBy();
  const made = new Map<string, { id: string; text: string }>();
  for (const role of ['admin', 'importer', 'reader', 'revoked', 'expired']) {
    const { id, secret, text } = makeKeyText();
    made.set(role, { id, text: older(text, 'rhk', checksum) });
    await query(
      url.href,
      `INSERT INTO api_keys (id, name, role, digest, revoked, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        ...[id, `${role} 鍵`, ['revoked', 'expired'].includes(role) ? 'admin' : role],
        ...[digestOf(secret, keys.apiKeys), role === 'revoked', role === 'expired' ? '2020-01-01' : null],
      ],
    );
  }
  const client = { id: makeId(), ...makeClientSecret() };
  await query(
    url.href,
    `INSERT INTO clients (id, name, scopes, digest, expires_at) VALUES ($1, 'ツール', '{roster.readonly}', $2, '2099-03-31T15:00:00Z')`,
    [client.id, digestOf(client.secret, keys.clients)],
  );
  for (const text of texts.slice(change)) await query(url.href, text);

  const log = createLog('silent');
  const store = openStore(url.href, log);
  onTestFinished(() => store.close());
  const staging = createStagingThreads(url.href);
  onTestFinished(() => staging.end());
  const ctx = {
    staging,
    ...{ store, log, keys, publicUrl: 'https://hub.example.jp' },
    today: () => '2026-04-01',
    ...contextSettings,
    origin: hubOrigin,
    enqueueImport: async () => undefined,
    enqueueExport: async () => undefined,
  };
  const authenticate = createAuthenticator(ctx);
  const rosters = ['roster.readonly', 'roster-core.readonly', 'roster-demographics.readonly'];
  for (const role of ['admin', 'importer', 'reader']) {
    const { id = '', text } = made.get(role) ?? {};
    const scopes = role === 'importer' ? [] : rosters;
    expect(await authenticate(text, '')).toEqual({ id, keyId: id, name: `${role} 鍵`, role, scopes });
  }
  for (const role of ['revoked', 'expired']) {
    await expect(authenticate(made.get(role)?.text, '')).rejects.toMatchObject({ code: 'unauthorised' });
  }
  const secret = older(client.text, 'rhs', checksum);
  const credentials = [{ id: client.id, secret }];
  const { token } = await issueToken(ctx, { credentials, scope: undefined, address: '' });
  expect(await authenticate(token, '')).toMatchObject({ id: client.id, scopes: ['roster.readonly'] });
  const ends = await query(
    url.href,
    `SELECT count(*)::int AS rows, count(*) FILTER (WHERE expires_at > now() + interval '364 days')::int AS later
     FROM clients WHERE id <> $1`,
    [made.get('expired')?.id],
  );
  expect(ends).toEqual([{ rows: 5, later: 5 }]);
  // By being used, a digest comes to name its secret.
  const named = async () =>
    (await query(url.href, 'SELECT DISTINCT pepper_id FROM credentials WHERE last_used_at IS NOT NULL')).map(
      ({ pepper_id: pepper }) => pepper,
    );
  await expect.poll(named).toEqual([keys.pepperId]);
});
