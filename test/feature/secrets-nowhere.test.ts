import { expect, test } from 'vitest';
import { rowsOf } from '../support/audit-rows.ts';
import { dumpOf } from '../support/database-dump.ts';
import { withKey } from '../support/hub-context.ts';
import { startTestHub, testSecret } from '../support/test-hub.ts';

const users = '/ims/oneroster/rostering/v1p2/users?limit=1';

test('keys, secrets and tokens that were made, used, rolled and mistyped are in no table and no log', async () => {
  await using hub = await startTestHub();
  const admin = hub.client;
  const made = await admin.post('/admin/clients', {
    ...{ name: 'tool', purpose: 'test', contact: 'x', contractEnd: '2099-03-31' },
    ...{ role: 'reader', scopes: ['roster.readonly'] },
  });
  const { client } = JSON.parse(await made.text());
  const issue = async (path: string, body: object): Promise<{ text: string; key: { id: string } }> =>
    JSON.parse(await (await admin.post(path, body)).text());
  const key = await issue('/admin/keys', { client: client.id, kind: 'key' });
  const rolled = await issue(`/admin/keys/${key.key.id}/roll`, { grace: '1h' });
  const secret = await issue('/admin/keys', { client: client.id, kind: 'secret' });
  const answer = await fetch(`${admin.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: client.id,
      client_secret: secret.text,
    }),
  });
  const { access_token: token } = JSON.parse(await answer.text());
  const texts: string[] = [admin.key, key.text, rolled.text, secret.text, token];
  for (const text of texts.filter((one) => one !== secret.text)) {
    expect((await withKey(hub, text).get(users)).status).toBe(200);
    // A typing error shows most of a key, and whoever puts one into an address shows all of it.
    expect((await withKey(hub, text.slice(0, -1)).get(users)).status).toBe(401);
    expect((await fetch(`${admin.url}${users}&access_token=${text}`)).status).toBe(400);
  }
  await admin.get('/admin/clients', { 'x-request-id': 'the-last' });
  await rowsOf(hub.databaseUrl, 'the-last');

  const dump = await dumpOf(hub.databaseUrl);
  expect(dump, 'its public half is there, so these are the tables').toContain(key.key.id);
  const log = hub.logLines.join('\n');
  for (const text of [...texts, testSecret]) {
    // What proves anything is the end: 43 characters of secret, or a token's signature.
    const secretPart = text.slice(-43);
    for (const form of [text, secretPart, Buffer.from(secretPart).toString('hex')]) {
      expect(dump.includes(form)).toBe(false);
      expect(log.includes(form)).toBe(false);
    }
  }
});
