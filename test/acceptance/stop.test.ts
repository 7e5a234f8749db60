import { beforeAll, expect, test, vi } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { isAlive } from '../../src/store/embedded/process.ts';
import { embeddedHubs } from '../support/embedded-hubs.ts';
import { freezeImports, freezeTable, runSql } from '../support/freeze.ts';
import { patience } from '../support/patience.ts';
import { privateHubs } from '../support/private-hubs.ts';
import { differences, type Roster, rosterOf } from '../support/roster.ts';
import { beginUpload } from '../support/slow-upload.ts';
import { startTestHub } from '../support/test-hub.ts';

const board = { people: 200, seed: 44 };
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

test('SIGTERM: requests under way are answered, the import is handed back, and the next start publishes all', async () => {
  const hubs = await privateHubs();
  const { hub, client } = await hubs.start();
  await client.importZip(first);
  const publishing = await freezeImports(hubs.databaseUrl, 'publishing');
  const id = await client.send(second);
  await publishing.reached();
  const orgs = await freezeTable(hubs.databaseUrl, 'orgs');
  const page = client.get('/ims/oneroster/rostering/v1p2/orgs');
  await orgs.reached();
  const upload = await beginUpload(client, second);
  await vi.waitFor(async () => {
    const rows = await runSql(
      hubs.databaseUrl,
      `SELECT FROM pg_stat_activity WHERE application_name = 'rosterhub upload' AND state LIKE 'idle in%'`,
    );
    expect(rows).toHaveLength(1);
  }, patience);

  const stopped = hub.stop();
  await vi.waitFor(() => expect(hub.output()).toContain('"stopping"'), patience);
  await orgs.thaw();
  expect((await page).status).toBe(200);
  const acknowledged = await upload.finish();
  expect(acknowledged.status).toBe(202);
  expect(await stopped).toBe(0);
  expect(hub.output()).not.toMatch(/"level":"(error|fatal)"/);
  const states = await runSql<{ state: string }>(hubs.databaseUrl, 'SELECT state FROM imports ORDER BY seq');
  expect(states.map(({ state }) => state)).toEqual(['published', 'queued', 'queued']);

  await publishing.thaw();
  const next = await hubs.start();
  expect(await next.client.finished(id)).toMatchObject({ state: 'published', publication: { id: 2 } });
  expect(await next.client.finished(acknowledged.id)).toMatchObject({ publication: { id: 3 } });
  expect(differences(await rosterOf(next.client), wanted)).toEqual([]);
});

test('a stop while requests hammer the hub cuts none of them off that it has begun to answer', async () => {
  const hubs = await privateHubs();
  const { hub, client } = await hubs.start();
  await client.importZip(first);
  const answers: number[] = [];
  let refused = 0;
  const ask = async (): Promise<void> => {
    while (refused < 20) {
      const response = await client
        .get('/ims/oneroster/rostering/v1p2/users?limit=100')
        .catch(() => undefined);
      if (response === undefined) {
        refused += 1;
        continue;
      }
      JSON.parse(await response.text());
      answers.push(response.status);
    }
  };
  const asking = Promise.all([1, 2, 3, 4].map(ask));
  await vi.waitFor(() => expect(answers.length).toBeGreaterThan(20), patience);
  expect(await hub.stop()).toBe(0);
  await asking;
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(hub.output()).not.toMatch(/"level":"(error|fatal)"/);
});

test('an import survives more orderly stops than it may have crashes', async () => {
  const hubs = await privateHubs();
  const { hub, client } = await hubs.start();
  await client.importZip(first);
  const frozen = await freezeImports(hubs.databaseUrl, 'publishing');
  const id = await client.send(second);
  let running = hub;
  for (let stop = 1; stop <= 7; stop += 1) {
    await frozen.reached();
    expect(await running.stop()).toBe(0);
    running = (await hubs.start()).hub;
  }
  await frozen.reached();
  await frozen.thaw();
  await running.stop();
  const last = await hubs.start();
  expect(await last.client.finished(id)).toMatchObject({ state: 'published', publication: { id: 2 } });
});

test('SIGTERM with a server of its own: the server is gone afterwards, and the next start publishes the import', async () => {
  const hubs = await embeddedHubs();
  const { hub, client } = await hubs.start();
  await client.importZip(first);
  const frozen = await freezeImports(await hubs.serverUrl(), 'stamping');
  const id = await client.send(second);
  await frozen.reached();
  const server = await hubs.serverPid();
  expect(await hub.stop()).toBe(0);
  expect(await isAlive(server)).toBe(false);
  expect(hub.output()).not.toMatch(/"level":"(error|fatal)"/);

  const next = await hubs.start();
  expect(await next.client.finished(id)).toMatchObject({ state: 'published', publication: { id: 2 } });
  expect(differences(await rosterOf(next.client), wanted)).toEqual([]);
  expect(await next.hub.stop()).toBe(0);
});
