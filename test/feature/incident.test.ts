import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/model/scope.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { rowsOf } from '../support/audit-rows.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { clientIdOf, query } from '../support/embedded-folder.ts';
import { readJson, refusalOf } from '../support/held.ts';
import type { HubClient } from '../support/hub-client.ts';
import { openContext, withKey } from '../support/hub-context.ts';
import { runCommand } from '../support/run-command.ts';

interface Counts {
  readonly read: number;
  readonly possible: number;
  readonly could: number;
}

interface IncidentView {
  readonly client: { id: string; name: string };
  readonly permissions: { role: string; scopes: string[] }[];
  readonly certain: boolean;
  readonly publications: { first: number; last: number; kept: boolean } | null;
  readonly mayRead: { file: string; columns: string[] }[];
  readonly persons: Counts;
  readonly byCollection: Record<string, Counts>;
  readonly bySchool: ({ sourcedId: string | null; name: string | null } & Counts)[];
  readonly overThreshold: boolean;
  readonly lists: { asked: string; publication: number; reads: number; rows: number; whole: boolean }[];
  readonly addresses: { address: string; requests: number }[];
  readonly report: { heading: string; title: { ja: string }; text: { ja: string; en: string } }[];
}

const service = '/ims/oneroster/rostering/v1p2';
const core: Scope[] = ['roster-core.readonly'];
let hub: BoardHub;
let everybody: string[];

/** A learning tool that reads some paths, and its id once that is on record. */
async function tool(
  name: string,
  paths: readonly string[],
  scopes: readonly Scope[] = core,
): Promise<string> {
  await using ctx = openContext(hub);
  const key = await createKey(ctx, { name, role: 'reader', scopes });
  const id = await clientIdOf(hub.databaseUrl, key);
  await readAs(withKey(hub, key), id, paths);
  return id;
}

async function readAs(client: HubClient, id: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) expect((await client.get(`${service}/${path}`)).status, path).toBe(200);
  const written = async () =>
    (
      await query(
        hub.databaseUrl,
        `SELECT FROM audit_log WHERE actor_id = '${id}' AND action = 'roster.read'`,
      )
    ).length;
  await expect.poll(written, { timeout: 10_000 }).toBe(paths.length);
}

const read = (client: string, more = '') =>
  readJson<IncidentView>(hub.client, `/admin/incidents?client=${client}${more}`);

/** Lines of the CSV by sourcedId. */
async function linesOf(client: string): Promise<Map<string, Record<string, string>>> {
  const response = await hub.client.get(`/admin/incidents.csv?client=${client}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([response.status, ...bytes.subarray(0, 3)]).toEqual([200, 0xef, 0xbb, 0xbf]);
  const { data } = Papa.parse<Record<string, string>>(bytes.subarray(3).toString().trimEnd(), {
    header: true,
  });
  return new Map(data.map((line) => [line['ID sourcedId'] ?? '', line]));
}

const total = ({ read: one, possible, could }: Counts) => one + possible + could;

beforeAll(async () => {
  hub = await startBoardHub({ people: 120, seed: 5 });
  const { records } = await hub.client.walk('users', 'limit=1000');
  everybody = records.map(({ sourcedId }) => sourcedId);
  expect(everybody.length).toBeGreaterThan(105);
});

afterAll(() => hub.stop());

describe('what a client did read', () => {
  test('is nothing certain where it read nothing, and everybody could be read', async () => {
    const id = await tool('何も読まない', []);
    const found = await read(id);
    expect(found.persons).toEqual({ read: 0, possible: 0, could: everybody.length });
    expect(found).toMatchObject({ certain: true, overThreshold: false, lists: [] });
    expect(found.bySchool.reduce((sum, counts) => sum + total(counts), 0)).toBe(everybody.length);
    expect(found.bySchool.some(({ name }) => name !== null)).toBe(true);
    expect([...(await linesOf(id)).keys()]).toEqual(everybody.toSorted());
  });

  test('is certain of whom it named, and of nobody else', async () => {
    const [one = '', two = ''] = everybody;
    const id = await tool('一人ずつ', [`users/${one}`, `users/${two}`, `users/${one}`]);
    expect((await read(id)).persons).toEqual({ read: 2, possible: 0, could: everybody.length - 2 });
    const lines = await linesOf(id);
    for (const [sourcedId, line] of lines) {
      const named = sourcedId === one || sourcedId === two;
      expect(line['判定 exposure'], sourcedId).toBe(
        named ? '読まれた（確実） read' : '読めた（記録なし） could be read',
      );
    }
  });

  test('is everybody when every page of the whole list was read, and the threshold is passed', async () => {
    const pages = [0, 50, 100, 150].filter((offset) => offset < everybody.length);
    const id = await tool(
      '全部',
      pages.map((offset) => `users?limit=50&offset=${offset}`),
    );
    const found = await read(id);
    expect(found.persons).toEqual({ read: everybody.length, possible: 0, could: 0 });
    expect(found.overThreshold).toBe(true);
    expect(found.lists).toEqual([
      expect.objectContaining({ asked: '/users?', whole: true, reads: pages.length, rows: everybody.length }),
    ]);
  });

  test.each([
    ['a page is missing', ['users?limit=50', 'users?limit=50&offset=100']],
    ['the last page is missing', ['users?limit=50']],
    [
      'a filter may have left somebody out',
      [`users?limit=1000&filter=${encodeURIComponent("status='active'")}`],
    ],
    ['it is part of the people', ['students?limit=1000']],
  ])('is an upper bound where %s', async (name, paths) => {
    const found = await read(await tool(name, paths));
    expect(found.persons).toEqual({ read: 0, possible: everybody.length, could: 0 });
    expect(found.lists.every(({ whole }) => !whole)).toBe(true);
    expect(found.overThreshold).toBe(true);
  });

  test('is told by collection, and demographics only of whom may read them', async () => {
    const pupil = hub.board.cell('demographics.csv', 2, 'sourcedId');
    const all: Scope[] = ['roster.readonly', 'roster-demographics.readonly'];
    const found = await read(await tool('属性', [`demographics/${pupil}`], all));
    const [, ...rows] = hub.board.lines('demographics.csv').slice(0, -1);
    expect(found.byCollection.demographics).toEqual({ read: 1, possible: 0, could: rows.length - 1 });
    expect(found.byCollection.users).toEqual({ read: 0, possible: 0, could: everybody.length });
    expect(found.persons.read).toBe(1);
    const without = await read(await tool('属性なし', []));
    expect(Object.keys(without.byCollection)).toEqual(['users', 'enrollments']);
    expect(without.mayRead.map(({ file }) => file)).not.toContain('demographics.csv');
  });
});

describe('what a client could read', () => {
  const patch = async (id: string, body: object) => {
    const response = await fetch(`${hub.client.url}/admin/clients/${id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${hub.client.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
  };

  test('is the widest that it was allowed in the time', async () => {
    const id = await tool('狭めた', [], ['roster-core.readonly', 'roster-demographics.readonly']);
    const between = new Date().toISOString();
    await patch(id, { scopes: core });
    await patch(id, { name: '狭めたツール' });
    const whole = await read(id);
    expect(whole.certain).toBe(true);
    expect(whole.permissions.map(({ scopes }) => scopes)).toEqual([
      ['roster-core.readonly', 'roster-demographics.readonly'],
      ['roster-core.readonly'],
    ]);
    expect(whole.mayRead.map(({ file }) => file)).toContain('demographics.csv');
    const before = await read(id, `&to=${between}`);
    expect(before.permissions.map(({ scopes }) => scopes)).toEqual([
      ['roster-core.readonly', 'roster-demographics.readonly'],
    ]);
    const after = await read(id, `&from=${new Date().toISOString()}`);
    expect(after.permissions.map(({ scopes }) => scopes)).toEqual([core]);
    expect(after.mayRead.map(({ file }) => file)).not.toContain('demographics.csv');
  });

  test('is nobody without a scope for people, and before there was a roster', async () => {
    const none = await read(await tool('成績だけ', [], ['gradebook.readonly']));
    expect([none.persons, none.mayRead]).toEqual([{ read: 0, possible: 0, could: 0 }, []]);
    const id = await tool('あとから', []);
    const early = await read(id, '&from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z');
    expect(early.publications).toBeNull();
    expect(total(early.persons)).toBe(0);
  });

  test('is not who came afterwards', async () => {
    const id = await tool('異動', []);
    const before = new Date().toISOString();
    const next = hub.board.copy();
    next.append('users.csv', hub.board.find('users.csv', 'sourcedId', everybody[0] ?? ''), {
      sourcedId: 'newcomer-1',
      username: 'newcomer-1',
      userMasterIdentifier: '',
    });
    const role = hub.board.find('roles.csv', 'userSourcedId', everybody[0] ?? '');
    next.append('roles.csv', role, { sourcedId: 'newcomer-role', userSourcedId: 'newcomer-1' });
    expect((await hub.client.importZip(await next.zip())).state).toBe('published');
    expect(total((await read(id, `&to=${before}`)).persons)).toBe(everybody.length);
    expect(total((await read(id)).persons)).toBe(everybody.length + 1);
    expect((await linesOf(id)).has('newcomer-1')).toBe(true);
  });
});

describe('the report', () => {
  test('has the nine headings in their order, and what is known, without anybody’s name', async () => {
    const [one = ''] = everybody;
    const id = await tool('報告', [`users/${one}`]);
    const { report, addresses } = await read(id);
    expect(report.map(({ heading }) => heading)).toEqual([
      'outline',
      'items',
      'number',
      'cause',
      'damage',
      'measures',
      'publication',
      'prevention',
      'other',
    ]);
    const text = (heading: string) => report.find((section) => section.heading === heading)?.text.ja ?? '';
    expect(text('outline')).toContain(`「報告」（${id}）`);
    expect(text('items')).toContain('姓');
    expect(text('number')).toContain('確実に読まれた 1 人');
    expect(text('number')).toContain('100 人以下');
    expect(text('prevention')).toContain('まだ止めていない');
    expect(text('other')).toContain('127.0.0.1');
    for (const blank of ['cause', 'damage', 'measures', 'publication']) expect(text(blank)).toBe('');
    expect(addresses).toEqual([expect.objectContaining({ address: '127.0.0.1' })]);
    const { records } = await hub.client.walk(
      'users',
      `limit=1&filter=${encodeURIComponent(`sourcedId='${one}'`)}`,
    );
    expect(JSON.stringify(report)).not.toContain(one);
    expect(JSON.stringify(report)).not.toContain(String(records[0]?.familyName));
  });

  test('is on record with its client and time', async () => {
    const id = await tool('記録', []);
    for (const path of ['/admin/incidents', '/admin/incidents.csv']) {
      const requestId = `incident-${path.length}`;
      expect((await hub.client.get(`${path}?client=${id}`, { 'x-request-id': requestId })).status).toBe(200);
      const [row] = await rowsOf(hub.databaseUrl, requestId);
      expect(row).toMatchObject({ action: 'incident.read', query: expect.stringContaining(`client=${id}`) });
    }
  });

  test('is printed by the command, and so is everybody', async () => {
    const [one = ''] = everybody;
    const id = await tool('コマンド', [`users/${one}`]);
    const printed = await runCommand(hub.databaseUrl, ['incident', '--client', id, '--from', '2026-01-01']);
    expect([printed.code, printed.err]).toEqual([0, '']);
    expect(printed.out).toContain('■ 概要 / outline');
    expect(printed.out).toContain('確実に読まれた 1 人');
    const csv = await runCommand(hub.databaseUrl, ['incident', '--client', id, '--csv']);
    expect(csv.out.split('\r\n').find((line) => line.includes(one))).toContain('読まれた（確実） read');
    expect((await runCommand(hub.databaseUrl, ['incident'])).code).toBe(2);
    expect((await runCommand(hub.databaseUrl, ['incident', '--client', 'nobody'])).code).toBe(1);
  });

  test('needs a client that there is, and a time that does not end before it begins', async () => {
    const id = await tool('条件', []);
    for (const path of ['/admin/incidents', '/admin/incidents.csv']) {
      const refused = async (more: string) => refusalOf(await hub.client.get(`${path}${more}`));
      expect(await refused('?client=nobody')).toEqual([404, 'unknown_object']);
      expect((await refused(''))[0]).toBe(400);
      expect(await refused(`?client=${id}&from=yesterday`)).toEqual([400, 'invalid_parameter']);
      expect(await refused(`?client=${id}&from=2026-05-01T00:00:00Z&to=2026-04-01T00:00:00Z`)).toEqual([
        400,
        'invalid_parameter',
      ]);
    }
  });
});
