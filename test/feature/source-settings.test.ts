import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { HubClient } from '../support/hub-client.ts';
import { runCommand } from '../support/run-command.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.stop());

const run = (...args: string[]) => runCommand(hub.databaseUrl, ['sources', ...args]);
const defaults = {
  thresholds: {
    deletions: { share: 0.1, rows: 50 },
    changes: { share: 0.75, rows: 50 },
    school: { share: 0.3, rows: 10 },
    replaced: { share: 0.5, rows: 10 },
    files: {},
  },
  profile: null,
  interoperability: false,
  strictness: 'strict',
  onError: 'abort',
  onConflict: 'refuse',
  rules: {},
};
/** Of a source, which has pauses too. */
const ofSource = { ...defaults, pauses: [] };
const stamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);

const addressOf = (name: string) => `/admin/sources/${encodeURIComponent(name)}`;

function patch(name: string, body: unknown, key = hub.client.key): Promise<Response> {
  return fetch(hub.client.url + addressOf(name), {
    method: 'PATCH',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function settingsOf(name: string): Promise<unknown> {
  const response = await hub.client.get(addressOf(name));
  return JSON.parse(await response.text()).settings;
}

describe('the command', () => {
  test('makes a source, changes what is named, and shows it', async () => {
    const made = await run('set', '東小学校', '--interoperability', 'on', '--rule', 'JP-US-021=error');
    const text = (...lines: string[]) => `${lines.join('\n')}\n`;
    expect(made).toEqual({
      code: 0,
      err: '',
      out: text(
        'name=東小学校',
        'profile=auto',
        'interoperability=on',
        'strictness=strict',
        'on-error=abort',
        'on-conflict=refuse',
        'pauses=none',
        'rule=JP-US-021=error',
      ),
    });
    const changed = await run(
      ...['set', '東小学校', '--profile', 'japan-1.0', '--on-error', 'skip', '--strictness', 'lenient'],
      ...['--rule', 'JP-US-021=default', '--rule', 'JP-AS-005=off', '--rule', 'JP-AS-006=warning'],
    );
    expect(changed.code).toBe(0);
    const shown = text(
      'name=東小学校',
      'profile=japan-1.0',
      'interoperability=on',
      'strictness=lenient',
      'on-error=skip',
      'on-conflict=refuse',
      'pauses=none',
      'rule=JP-AS-005=off',
      'rule=JP-AS-006=warning',
    );
    expect(await run('show', '東小学校')).toEqual({ code: 0, err: '', out: shown });
    const list = await run('list');
    expect(
      list.out
        .split('\n')
        .find((line) => line.startsWith('東小学校'))
        ?.split('\t'),
    ).toEqual([
      '東小学校',
      stamp,
      'profile=japan-1.0 interoperability=on strictness=lenient on-error=skip on-conflict=refuse pauses=none rule=JP-AS-005=off rule=JP-AS-006=warning',
    ]);
    expect((await run('set', '東小学校', '--profile', 'auto')).out).toContain('profile=auto\n');
  });

  test.each([
    [['set', 'x']],
    [['set', '/x', '--strictness', 'strict']],
    [['set', 'x', '--profile', 'japan-9']],
    [['set', 'x', '--interoperability', 'yes']],
    [['set', 'x', '--interoperability']],
    [['set', 'x', '--strictness', '']],
    [['set', 'x', '--on-error', 'stop']],
    [['set', 'x', '--on-conflict', 'take']],
    [['set', 'x', '--rule', 'JP-US-021']],
    [['set', 'x', '--rule', 'JP-US-021=fatal']],
    [['set', 'x', '--rule', 'JP-XX-001=error']],
    [['set', 'x', '--rule', '__proto__=error']],
    [['set', 'x', '--rule', 'RH-C-001=off']],
    [['set', 'x', '--name', 'y', '--strictness', 'strict']],
    [['show', 'nowhere']],
    [['show']],
    [['list', 'x']],
  ])('refuses %j in both languages and changes nothing', async (args) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('使い方 / Usage');
    expect((await hub.client.get(addressOf('x'))).status).toBe(404);
  });

  test('says why a rule that the profile insists on cannot be lowered', async () => {
    const { code, err } = await run('set', 'x', '--rule', 'JP-AS-007=off');
    expect(code).toBe(2);
    expect(err).toContain('この規則の重さは変えられません');
    expect(err).toContain('the level of this rule cannot be changed');
  });
});

describe('PATCH /admin/sources/{name}', () => {
  test('changes only what is named; null goes back to the default', async () => {
    const response = await patch('西', { profile: 'japan-1.0', rules: { 'JP-AS-005': 'off' } });
    expect([response.status, JSON.parse(await response.text())]).toEqual([
      200,
      {
        name: '西',
        createdAt: stamp,
        settings: { ...ofSource, profile: 'japan-1.0', rules: { 'JP-AS-005': 'off' } },
      },
    ]);
    await patch('西', { onError: 'skip', rules: { 'JP-AS-006': 'error' } });
    const all = { ...ofSource, profile: 'japan-1.0', onError: 'skip' };
    expect(await settingsOf('西')).toEqual({ ...all, rules: { 'JP-AS-005': 'off', 'JP-AS-006': 'error' } });
    await patch('西', { profile: null, onError: null, rules: { 'JP-AS-005': null } });
    expect(await settingsOf('西')).toEqual({ ...ofSource, rules: { 'JP-AS-006': 'error' } });
    const list = JSON.parse(await (await hub.client.get('/admin/sources?limit=1')).text());
    expect(list).toMatchObject({ sources: [{ name: expect.any(String) }], total: expect.any(Number) });
  });

  test('sets limits in place of all that were set; what is absent is as by default', async () => {
    const file = { 'enrollments.csv': { deletions: null } };
    await patch('南', { thresholds: { school: { share: 0.2, rows: 5 }, changes: null, files: file } });
    const { thresholds } = ofSource;
    const wanted = { ...thresholds, school: { share: 0.2, rows: 5 }, changes: null, files: file };
    expect(await settingsOf('南')).toEqual({ ...ofSource, thresholds: wanted });
    await patch('南', { thresholds: { deletions: { share: 0.01, rows: 1 } } });
    const next = { ...thresholds, deletions: { share: 0.01, rows: 1 } };
    expect(await settingsOf('南')).toEqual({ ...ofSource, thresholds: next });
    await patch('南', { thresholds: null });
    expect(await settingsOf('南')).toEqual(ofSource);
  });

  test.each([
    { id: 7 },
    { thresholds: { deletions: { share: 1.1, rows: 1 } } },
    { thresholds: { deletions: { share: 0.1 } } },
    { thresholds: { people: null } },
    { thresholds: { files: { 'gradebook.csv': { deletions: null } } } },
    { thresholds: { files: { 'users.csv': { school: null } } } },
    { name: 'other' },
    { settings: {} },
    { createdAt: '2020-01-01T00:00:00Z' },
    { profile: 'japan-9' },
    { interoperability: 'true' },
    { strictness: 'kind' },
    { onError: 'stop' },
    { onConflict: 'take' },
    { rules: { 'JP-AS-005': 'fatal' } },
    { rules: { 'JP-AS-007': 'off' } },
    { rules: { 'JP-XX-001': 'error' } },
    { rules: [] },
    [],
    'no json',
    '{"__proto__":{"onError":"skip"}}',
    '{"rules":{"constructor":"error"}}',
  ])('refuses %j', async (body) => {
    const response = await patch('never', body);
    expect([response.status, JSON.parse(await response.text()).error.code]).toEqual([
      400,
      body === 'no json' ? 'body_malformed' : 'invalid_parameter',
    ]);
    expect((await hub.client.get(addressOf('never'))).status).toBe(404);
  });

  test('refuses a name that cannot be one, and callers who may not', async () => {
    expect((await patch('/', { onError: 'skip' })).status).toBe(400);
    const { out } = await runCommand(hub.databaseUrl, [
      'keys',
      'create',
      '--name',
      'i',
      '--role',
      'importer',
    ]);
    expect((await patch('never', { onError: 'skip' }, out.trim())).status).toBe(403);
    expect((await patch('never', { onError: 'skip' }, 'none')).status).toBe(401);
    const importer = new HubClient(hub.client.url, out.trim());
    expect((await importer.get('/admin/sources')).status).toBe(403);
    expect((await hub.client.get('/admin/sources?limit=0')).status).toBe(400);
  });
});

test('an import keeps the settings that it was judged with; its own go over those of its source', async () => {
  const board = await boardBuffer({ people: 20, seed: 33 });
  await patch('南', { profile: 'base-1.2.1', rules: { 'JP-AS-005': 'off' } });
  const refused = await hub.client.importZip(board, '南');
  const judged = { ...defaults, profile: 'base-1.2.1', rules: { 'JP-AS-005': 'off' } };
  expect(refused).toMatchObject({ state: 'rejected', settings: judged });

  await patch('南', { profile: null, interoperability: true, rules: { 'JP-AS-005': 'warning' } });
  expect(await hub.client.importOf(refused.id)).toMatchObject({ settings: judged });
  const form = new FormData();
  form.set('source', '南');
  form.set('interoperability', 'false');
  form.set('file', new Blob([new Uint8Array(board)]), 'board.zip');
  const headers = { authorization: `Bearer ${hub.client.key}` };
  const sent = await fetch(`${hub.client.url}/csv/import`, { method: 'POST', headers, body: form });
  expect(await hub.client.finished(JSON.parse(await sent.text()).id)).toMatchObject({
    state: 'published',
    settings: { ...defaults, rules: { 'JP-AS-005': 'warning' } },
  });
});
