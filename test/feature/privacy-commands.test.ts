import { expect, test, vi } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { patience } from '../support/patience.ts';
import { erasureOf, markPerson } from '../support/persons.ts';
import { runCommand } from '../support/run-command.ts';
import { startTestHub } from '../support/test-hub.ts';

test('people are restricted and erased by commands while a hub runs', async () => {
  await using hub = await startTestHub();
  const { board, person } = markPerson(await EditableBundle.of(await boardBuffer({ people: 20, seed: 5 })));
  expect((await hub.client.importZip(await board.zip(), '東小学校')).state).toBe('published');
  const run = async (...args: string[]) => {
    const { code, out, err } = await runCommand(hub.databaseUrl, ['persons', ...args]);
    return {
      code,
      rows: out
        .trim()
        .split('\n')
        .map((line) => line.split('\t')),
      err,
    };
  };
  expect((await run('restrict', person.id)).code).toBe(2);
  expect((await run('restrict', 'nobody', '--reason', 'x')).code).toBe(1);
  expect((await run('restrict', person.id, '--reason', '請求')).code).toBe(0);
  expect((await run('restricted')).rows).toMatchObject([[person.id, '東小学校', expect.any(String), '請求']]);
  const twice = await run('restrict', person.id, '--reason', '請求');
  expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('すでに利用停止')]);
  expect((await run('lift', person.id, '--reason', '取り下げ')).code).toBe(0);
  expect((await run('restricted')).rows).toEqual([['']]);

  const erased = await run('erase', person.id, '--reason', '転出から 5 年');
  const [[id = '', state] = [], recipient = []] = erased.rows;
  expect([erased.code, state]).toEqual([0, 'running']);
  expect(recipient[0]).toContain('administrator');
  // The hub goes on with it.
  await vi.waitFor(async () => {
    expect(await erasureOf(hub.client, id)).toMatchObject({ state: 'done', counts: { uploads: 1 } });
  }, patience);
  expect((await run('erased')).rows.map((row) => row.slice(0, 3))).toEqual([[id, 'done', '東小学校']]);
  expect((await run('erasure', id)).rows[0]?.slice(0, 2)).toEqual([id, 'done']);
  expect((await run('release', id, '--reason', '転入')).rows[0]?.slice(0, 2)).toEqual([id, 'released']);
  const { entries } = JSON.parse(await (await hub.client.get('/admin/audit?action=person.erase')).text());
  expect(entries).toMatchObject([{ actor: { kind: 'command' }, entity: 'erasure', object: id }]);
});
