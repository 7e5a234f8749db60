import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { draw } from '../../scripts/board/random.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { newSeed, publishRandomBoards } from '../support/random-board.ts';
import { type ReplicaView, readReplica, replicaPath, startReplica } from '../support/replica-process.ts';
import { differences, rosterOf, wholeCollections } from '../support/roster.ts';
import { startGatedHub } from '../support/scripted-hub.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const minutes = 180_000;
const people = 200;
let hub: TestHub;

beforeEach(async () => {
  hub = await startTestHub();
});

afterEach(async () => {
  await hub.stop();
});

const publish = async (options: { seed: number; change?: number }) => {
  const ended = await hub.client.importZip(await boardBuffer({ people, ...options }));
  expect(ended.state).toBe('published');
  return ended.publication?.publishedAt;
};

/** The replica is what a full pull by another client gives, record for record. */
async function expectPublishedRoster({ roster, stamp }: ReplicaView, message = ''): Promise<void> {
  const full = await rosterOf(hub.client, { of: wholeCollections, stamped: true });
  expect(differences(roster, full), message).toEqual([]);
  expect(roster.size, message).toBeGreaterThan(people);
  expect(stamp, message).toBe((await hub.client.walk('orgs')).stamp);
}

test('a replica that is polled during a series of imports and killed over and over ends as exactly the published roster', {
  timeout: minutes,
}, async () => {
  const { client } = hub;
  const seed = newSeed();
  const file = await replicaPath();
  let over = false;
  const imports = publishRandomBoards(client, seed, 6).finally(() => {
    over = true;
  });
  let kills = 0;
  const polls = (async () => {
    while (!over) {
      const { child, ended } = startReplica(client.url, client.key, file, '--every', '1', '--shrink', '100');
      await Promise.race([pause(300 + 1_500 * draw(seed, `life ${kills}`)), imports]);
      child.kill('SIGKILL');
      await ended;
      kills += 1;
    }
  })();
  await Promise.all([imports, polls]);
  const last = await startReplica(client.url, client.key, file, '--shrink', '100').ended;
  expect(last, `seed ${seed}`).toMatchObject({ code: 0, err: '' });
  expect(kills).toBeGreaterThan(2);
  await expectPublishedRoster(readReplica(file, client.url), `seed ${seed}`);
});

test('killed in the middle of a poll it leaves the roster and the T that it had, and the next poll brings all', {
  timeout: minutes,
}, async () => {
  const { client } = hub;
  const door = await startGatedHub(client.url);
  const file = await replicaPath();
  const poll = () => startReplica(door.url, client.key, file);
  const killInTheMiddle = async (requests: number) => {
    const reached = door.holdAfter(requests);
    const { child, ended } = poll();
    await reached;
    const during = readReplica(file, client.url);
    child.kill('SIGKILL');
    await ended;
    door.open();
    expect(readReplica(file, client.url)).toEqual(during);
    return during;
  };
  await publish({ seed: 5 });
  expect(await killInTheMiddle(7)).toEqual({ roster: new Map(), stamp: undefined });
  expect(await poll().ended).toMatchObject({ code: 0, err: '' });
  const first = readReplica(file, client.url);
  await expectPublishedRoster(first);

  await publish({ seed: 5, change: 0.3 });
  expect(await killInTheMiddle(7)).toEqual(first);
  expect(await poll().ended).toMatchObject({ code: 0, err: '' });
  await expectPublishedRoster(readReplica(file, client.url));
});

test('a roster that disappears is refused until a person accepts it, and what returns is taken back', {
  timeout: minutes,
}, async () => {
  const { client } = hub;
  const file = await replicaPath();
  const poll = (...args: string[]) => startReplica(client.url, client.key, file, ...args).ended;
  await publish({ seed: 5 });
  expect((await poll()).code).toBe(0);
  const before = readReplica(file, client.url);
  // A whole board under other ids: every record of the first one becomes a tombstone.
  await publish({ seed: 6 });
  for (const args of [[], ['--full']]) {
    const refused = await poll(...args);
    expect(refused).toMatchObject({
      code: 3,
      err: expect.stringMatching(/反映しませんでした[\s\S]*users: 200 件/),
    });
    expect(readReplica(file, client.url)).toEqual(before);
  }
  expect((await poll('--accept-shrink')).code).toBe(0);
  await expectPublishedRoster(readReplica(file, client.url));
  await publish({ seed: 5 });
  const returned = await poll('--accept-shrink');
  expect(returned.out).toMatch(/users .*復帰 \/ returned 200/);
  await expectPublishedRoster(readReplica(file, client.url));
});

test('says what is wrong, in both languages, and how to go on', async () => {
  const { client } = hub;
  const file = await replicaPath();
  const empty = await startReplica(client.url, client.key, file).ended;
  expect(empty).toMatchObject({ code: 0, out: expect.stringContaining('nothing has been published yet') });
  const wrongKey = await startReplica(client.url, `${client.key}x`, file).ended;
  expect(wrongKey).toMatchObject({ code: 1, err: expect.stringMatching(/HTTP 401: .*無効.*not valid/) });
  const wrongUrl = await startReplica(`${client.url}/nowhere`, client.key, file).ended;
  expect(wrongUrl).toMatchObject({ code: 1, err: expect.stringContaining('ROSTER_URL') });
  const bad = await startReplica('', client.key, file, '--page-size', '0').ended;
  expect(bad).toMatchObject({ code: 2, err: expect.stringMatching(/ROSTER_URL[\s\S]*--page-size/) });
});
