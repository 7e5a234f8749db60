import { expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { auditRows, rowsOf } from '../support/audit-rows.ts';
import { dumpOf } from '../support/database-dump.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { startTestHub } from '../support/test-hub.ts';

const service = '/ims/oneroster/rostering/v1p2';

test('of a thousand people who were imported, read, searched for and downloaded, no name and no id is in audit, log or queue', async () => {
  await using hub = await startTestHub();
  const { client } = hub;
  const board = await EditableBundle.of(await boardBuffer({ people: 1_000, seed: 6 }));
  const header = board.lines('users.csv')[0] ?? '';
  const names = header.split(',').map((name) => name.replaceAll('"', ''));
  const at = (name: string) => names.indexOf(name);
  board.edit('users.csv', (lines) =>
    lines.map((line, index) => {
      if (index === 0 || line === '') return line;
      const cells = line.split('","');
      cells[at('givenName')] = `カナリヤ${index}号`;
      cells[at('familyName')] = `秘密野${index}家`;
      cells[at('username')] = `canary-login-${index}`;
      cells[at('email')] = `canary-${index}@example.jp`;
      return cells.join('","');
    }),
  );
  const people = Array.from({ length: 1_000 }, (_, index) => board.cell('users.csv', index + 2, 'sourcedId'));
  const sent = await client.importZip(await board.zip(), '校務');
  expect(sent.state).toBe('published');

  const { records } = await client.walk('users', 'limit=200');
  expect(JSON.stringify(records)).toContain('カナリヤ500号');
  const filters = [
    "familyName='秘密野7家'",
    "givenName~'カナリヤ'",
    `sourcedId='${people[7]}'`,
    "email='canary-9@example.jp'",
  ];
  for (const filter of filters) await client.get(`${service}/users?filter=${encodeURIComponent(filter)}`);
  for (const id of people.slice(0, 50)) await client.get(`${service}/users/${id}`);
  await client.get(`${service}/users/秘密野7家`);
  await client.get(`${service}/users?sort=秘密野7家&fields=秘密野7家`);
  board.filter('users.csv', (cell) => cell('sourcedId') !== people[3]);
  const dry = await client.judgeZip(await board.zip(), '校務', { dryRun: 'true' });
  const downloads = [
    'changes.csv',
    'issues.csv',
    'causes.csv',
    'files/users.csv',
    'upload',
    'changes',
    'report',
  ];
  for (const end of downloads) await client.get(`/csv/import/${dry.id}/${end}`);
  await client.get('/csv/import', { 'x-request-id': 'the-last' });
  await rowsOf(hub.databaseUrl, 'the-last');

  const audit = await dumpOf(hub.databaseUrl, 'public.audit\\_log%');
  const queue = await dumpOf(hub.databaseUrl, 'pgboss.%');
  const log = hub.logLines.join('\n');
  for (const [where, text] of Object.entries({ audit, queue, log })) {
    expect(text.length, where).toBeGreaterThan(1_000);
    expect(text, where).not.toMatch(/カナリヤ|秘密野|canary/);
    expect(
      people.filter((id) => text.includes(id)),
      where,
    ).toEqual([]);
  }
  const rows = await auditRows(hub.databaseUrl, "action = 'roster.read'");
  expect(rows.length, 'and yet each read is there').toBeGreaterThan(60);
}, 240_000);
