import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { draw } from '../../scripts/board/random.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { markBundle } from '../support/bundle-edit.ts';
import {
  checkedLast,
  type Freeze,
  freezeImports,
  freezePublishLock,
  freezeTable,
  importBackendsGone,
  runSql,
} from '../support/freeze.ts';
import { type PrivateHubs, privateHubs, type RunningHub } from '../support/private-hubs.ts';
import { collections, differences, type Roster, rosterOf } from '../support/roster.ts';
import { startTestHub } from '../support/test-hub.ts';

const board = { people: 400, seed: 41 };
let first: Buffer;
/** With a warning in a file in the middle, at which staging can be held. */
let second: Buffer;
let before: Roster;
let wanted: Roster;
/** What can be read while an import is held at any of the points. */
const readable = { of: collections.filter((name) => name !== checkedLast) };

beforeAll(async () => {
  first = await boardBuffer(board);
  second = await markBundle(await boardBuffer({ ...board, change: 0.1 }), 'users.csv');
  await using hub = await startTestHub();
  await hub.client.importZip(first);
  before = await rosterOf(hub.client, readable);
  await hub.client.importZip(second);
  wanted = await rosterOf(hub.client);
  expect(differences(await rosterOf(hub.client, readable), before)).not.toEqual([]);
});

async function stagingTables(hubs: PrivateHubs): Promise<string[]> {
  const rows = await runSql<{ name: string }>(
    hubs.databaseUrl,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'staging' ORDER BY 1",
  );
  return rows.map(({ name }) => `staging.${name}`);
}

/** A hub with the first board, whose next import comes to a standstill at the frozen point; then the hub is killed. */
async function killAt(hubs: PrivateHubs, freeze: (url: string) => Promise<Freeze>) {
  const { hub, client } = await hubs.start();
  expect(await client.importZip(first)).toMatchObject({ state: 'published' });
  const frozen = await freeze(hubs.databaseUrl);
  const id = await client.send(second);
  await frozen.reached();
  expect(differences(await rosterOf(client, readable), before)).toEqual([]);
  await hub.kill();
  await importBackendsGone(hubs.databaseUrl);
  return { id, frozen };
}

async function expectUndisturbedEnd(
  { hub, client }: RunningHub,
  hubs: PrivateHubs,
  id: string,
): Promise<void> {
  const ended = await client.finished(id);
  expect(ended).toMatchObject({ state: 'published', publication: { id: 2 }, failure: null });
  expect(differences(await rosterOf(client), wanted)).toEqual([]);
  expect(ended.issues).toMatchObject({ errors: 0, warnings: 1 });
  expect(await hub.stop()).toBe(0);
  expect(await stagingTables(hubs)).toEqual([]);
}

const points: Record<string, (url: string) => Promise<Freeze>> = {
  'while rows are staged': (url) => freezeImports(url, 'staging'),
  'in the middle of the checks': (url) => freezeImports(url, 'checking'),
  'while it waits to publish': freezePublishLock,
  'in the middle of the publishing transaction': (url) => freezeImports(url, 'publishing'),
  'when all is written and nothing committed': (url) => freezeImports(url, 'stamping'),
};

describe.each(Object.entries(points))('a hub killed %s', (_title, freeze) => {
  test('leaves the roster untouched, and the next process finishes the import', async () => {
    const hubs = await privateHubs();
    const { id, frozen } = await killAt(hubs, freeze);
    const next = await hubs.start();
    await frozen.reached();
    expect(differences(await rosterOf(next.client, readable), before)).toEqual([]);
    expect(await next.client.importOf(id)).toMatchObject({ state: 'running', publication: null });
    await frozen.thaw();
    await expectUndisturbedEnd(next, hubs, id);
  });
});

test('a hub killed between the commit and its cleaning up has published once, and what it staged goes away', async () => {
  const hubs = await privateHubs();
  const { hub, client } = await hubs.start();
  await client.importZip(first);
  const stamping = await freezeImports(hubs.databaseUrl, 'stamping');
  const id = await client.send(second);
  await stamping.reached();
  const [staged = ''] = await stagingTables(hubs);
  const cleaning = await freezeTable(hubs.databaseUrl, staged, 'droppers');
  await stamping.thaw();
  await cleaning.reached();
  expect(await client.importOf(id)).toMatchObject({ state: 'published', publication: { id: 2 } });
  await hub.kill();
  await importBackendsGone(hubs.databaseUrl);
  await cleaning.thaw();
  expect(await stagingTables(hubs)).not.toEqual([]);
  const next = await hubs.start();
  expect(differences(await rosterOf(next.client), wanted)).toEqual([]);
  const again = await next.client.importZip(second);
  expect(again).toMatchObject({ state: 'published', publication: { id: 3 } });
  expect(differences(await rosterOf(next.client), wanted)).toEqual([]);
  expect(await next.hub.stop()).toBe(0);
  expect(await stagingTables(hubs)).toEqual([]);
});

test.each([1, 2])(
  'hubs killed at four random moments of one import (seed %i) end as if undisturbed',
  async (seed) => {
    const hubs = await privateHubs();
    let running = await hubs.start();
    await running.client.importZip(first);
    const id = await running.client.send(second);
    for (const kill of [1, 2, 3, 4]) {
      const ms = Math.round(draw(seed, `kill ${kill}`) * 4_000);
      await pause(ms);
      await running.hub.kill();
      running = await hubs.start();
    }
    await expectUndisturbedEnd(running, hubs, id);
  },
);

test('an import that ends its process again and again is given up, and the one behind it runs', async () => {
  const hubs = await privateHubs();
  const { hub, client } = await hubs.start();
  await client.importZip(first);
  const frozen = await freezeImports(hubs.databaseUrl, 'staging');
  const deadly = await client.send(second);
  const behind = await client.send(await boardBuffer({ ...board, change: 0.1 }));
  let running = hub;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await frozen.reached();
    await running.kill();
    await importBackendsGone(hubs.databaseUrl);
    running = (await hubs.start()).hub;
  }
  const last = await hubs.start();
  expect(await last.client.finished(deadly)).toMatchObject({
    state: 'failed',
    publication: null,
    failure: { code: 'internal' },
  });
  expect(await last.client.finished(behind)).toMatchObject({ state: 'published', publication: { id: 2 } });
  expect(differences(await rosterOf(last.client), wanted)).toEqual([]);
  await frozen.thaw();
  await running.stop();
  await last.hub.stop();
  expect(await stagingTables(hubs)).toEqual([]);
});
