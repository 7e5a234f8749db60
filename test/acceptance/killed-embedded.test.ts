import { beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { waitGone } from '../../src/store/embedded/process.ts';
import { embeddedHubs } from '../support/embedded-hubs.ts';
import { freezeImports } from '../support/freeze.ts';
import { differences, type Roster, rosterOf } from '../support/roster.ts';
import { startTestHub } from '../support/test-hub.ts';

const board = { people: 200, seed: 42 };
let first: Buffer;
let second: Buffer;
let wanted: Roster;

beforeAll(async () => {
  first = await boardBuffer(board);
  second = await boardBuffer({ ...board, change: 0.1 });
  await using hub = await startTestHub();
  await hub.client.importZip(first);
  await hub.client.importZip(second);
  wanted = await rosterOf(hub.client);
});

test('a hub killed on its own server finishes at the next start what it was importing, and what waited behind', async () => {
  const hubs = await embeddedHubs();
  const { hub, client } = await hubs.start();
  const frozen = await freezeImports(await hubs.serverUrl(), 'stamping');
  const ids = [await client.send(first), await client.send(second)];
  await frozen.reached();
  const server = await hubs.serverPid();
  await hub.kill();
  expect(await waitGone(server, 30_000)).toBe(true);

  const next = await hubs.start();
  for (const [index, id] of ids.entries()) {
    expect(await next.client.finished(id)).toMatchObject({
      state: 'published',
      publication: { id: index + 1 },
    });
  }
  expect(differences(await rosterOf(next.client), wanted)).toEqual([]);
  expect(await next.hub.stop()).toBe(0);
});

test('a server that is killed under the hub in the middle of an import comes back, and the import is published', async () => {
  const hubs = await embeddedHubs();
  const { hub, client } = await hubs.start();
  await client.importZip(first);
  const frozen = await freezeImports(await hubs.serverUrl(), 'publishing');
  const id = await client.send(second);
  await frozen.reached();
  process.kill(await hubs.serverPid(), 'SIGKILL');
  expect(await client.finished(id)).toMatchObject({ state: 'published', publication: { id: 2 } });
  expect(differences(await rosterOf(client), wanted)).toEqual([]);
  expect(await hub.stop()).toBe(0);
});
