import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopes } from '../../src/model/scope.ts';
import { query } from '../support/embedded-folder.ts';
import { basicHeader, bodyOf, grant, type OauthHub, startOauthHub } from '../support/oauth-hub.ts';
import { runCommand } from '../support/run-command.ts';

let oauth: OauthHub;

beforeAll(async () => {
  oauth = await startOauthHub();
});

afterAll(() => oauth.stop());

const run = (args: readonly string[], environment: Record<string, string> = {}) =>
  runCommand(oauth.hub.databaseUrl, ['clients', ...args], environment);

/** Makes a client by command. */
async function create(name: string, scope: string, ...more: readonly string[]) {
  const { code, out, err } = await run(['create', '--name', name, '--scopes', scope, ...more]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [, id = '', secret = ''] = /^client_id=(\w{22})\nclient_secret=(rhs_live_\w{49})\n$/.exec(out) ?? [];
  expect([id, secret]).not.toContain('');
  return { id, secret };
}

const columnsOf = async (id: string) =>
  (await run(['list'])).out
    .split('\n')
    .find((line) => line.startsWith(id))
    ?.split('\t');

describe('clients create', () => {
  test('prints the two halves and nothing else, and the running hub takes them', async () => {
    const client = await create('学習ツールA', 'roster.readonly,roster-demographics.readonly');
    const body = await bodyOf(await oauth.ask(grant, basicHeader(client)));
    expect(body.scope.split(' ').map((url) => url.split('/').at(-1))).toEqual([
      'roster.readonly',
      'roster-demographics.readonly',
    ]);
    const response = await oauth.get('/ims/oneroster/rostering/v1p2/users', body.access_token);
    expect(response.status).toBe(200);
  });

  test('takes any of the thirteen scopes, by short name or by URL', async () => {
    const all = await create('all', scopes.join(','));
    expect((await columnsOf(all.id))?.[2]).toBe(scopes.join(','));
    const prefix = 'https://purl.imsglobal.org/spec/or/v1p2/scope/';
    const urls = await create(
      'urls',
      `${prefix}gradebook.delete ${prefix}resource.readonly,gradebook.delete`,
    );
    expect((await columnsOf(urls.id))?.[2]).toBe('gradebook.delete,resource.readonly');
  });

  test('with another secret makes a client that this hub refuses', async () => {
    const { out } = await run(['create', '--name', 'x', '--scopes', 'roster.readonly'], {
      SECRET: 'f00dfeedf00dfeedf00dfeedf00dfeed',
    });
    const [, id = '', secret = ''] = /^client_id=(.+)\nclient_secret=(.+)\n$/.exec(out) ?? [];
    expect((await oauth.ask(grant, basicHeader({ id, secret }))).status).toBe(401);
  });

  test('lets a client work to the end of its last day in Japan', async () => {
    const client = await create('until', 'roster.readonly', '--expires', '2099-03-31');
    expect(await columnsOf(client.id)).toEqual([
      client.id,
      'reader',
      'roster.readonly',
      '有効 / active',
      expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      '2099-03-31T15:00:00.000Z',
      'any',
      'default/default',
      'until',
    ]);
    await run(['set', client.id, '--per-hour', '20000', '--per-second', '7']);
    expect((await columnsOf(client.id))?.[7]).toBe('20000/7');
    expect(await run(['set', client.id, '--per-hour', '0'])).toMatchObject({ code: 2 });
    await run(['set', client.id, '--per-hour', 'default']);
    expect((await columnsOf(client.id))?.[7]).toBe('default/7');
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    await create('today', 'roster.readonly', '--expires', today);
  });
});

test('clients list shows every client and no secret; clients revoke stops one', async () => {
  const client = await create('止めるツール', 'roster.readonly');
  expect((await columnsOf(client.id))?.slice(3)).toEqual([
    '有効 / active',
    expect.any(String),
    expect.stringMatching(/T15:00:00.000Z$/),
    'any',
    'default/default',
    '止めるツール',
  ]);
  expect(await run(['revoke', client.id])).toEqual({ code: 0, out: '', err: '' });
  expect((await columnsOf(client.id))?.[3]).toBe('停止 / revoked');
  expect((await oauth.ask(grant, basicHeader(client))).status).toBe(401);
  const list = await run(['list']);
  expect(list.out).not.toMatch(/rhs_/);
  expect(list.out).not.toContain(client.secret.slice(9, 52));
  for (const id of [client.id, 'nobody', "' OR 1=1"]) {
    const { code, out, err } = await run(['revoke', id]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(id === client.id ? 'was revoked' : 'there is nothing with this id');
  }
});

test('clients list says which have expired', async () => {
  const client = await create('old', 'roster.readonly', '--expires', '2099-03-31');
  await query(oauth.hub.databaseUrl, `UPDATE clients SET expires_at = now() WHERE id = $1`, [client.id]);
  expect((await columnsOf(client.id))?.[3]).toBe('期限切れ / expired');
});
