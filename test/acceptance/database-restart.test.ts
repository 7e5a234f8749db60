import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { draw } from '../../scripts/board/random.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { type FreezePoint, freezeImports, runSql } from '../support/freeze.ts';
import type { HubClient } from '../support/hub-client.ts';
import { patience } from '../support/patience.ts';
import { hubsOn, privateHubs } from '../support/private-hubs.ts';
import { startReaders } from '../support/reader-crowd.ts';
import { type RestartableServer, restartableServer } from '../support/restartable-server.ts';
import { differences, rosterOf } from '../support/roster.ts';
import { beginUpload } from '../support/slow-upload.ts';
import { startTestHub } from '../support/test-hub.ts';

const board = { people: 400, seed: 43 };
const service = '/ims/oneroster/rostering/v1p2';
/** The issue's own bound. */
const servingAgainMs = 10_000;

/** Paths of every kind of read: whole and partial collections, deltas, single records, the import's state. */
async function readPaths(client: HubClient, stamp: string, importId: string): Promise<string[]> {
  const { records: users } = await client.walk('users', 'limit=100');
  const { records: classes } = await client.walk('classes', 'limit=100');
  const filter = encodeURIComponent(`dateLastModified>'${stamp}'`);
  return [
    `${service}/users?limit=400`,
    `${service}/students?limit=20&offset=40`,
    `${service}/enrollments?limit=200&filter=${filter}`,
    `${service}/users/${users[0]?.sourcedId}`,
    `${service}/classes/${classes[0]?.sourcedId}`,
    `${service}/orgs`,
    `${service}/demographics?limit=10`,
    `/csv/import/${importId}`,
    '/csv/import?limit=5',
  ];
}

/** Milliseconds from now until the hub answers reads with 200. */
async function untilServing(client: HubClient): Promise<number> {
  const began = performance.now();
  await vi.waitFor(
    async () => {
      const [ready, page] = await Promise.all([
        client.get('/health/ready'),
        client.get(`${service}/users?limit=1`),
      ]);
      if (ready.status !== 200 || page.status !== 200) throw new Error(`${ready.status} ${page.status}`);
    },
    { timeout: 60_000, interval: 50 },
  );
  return performance.now() - began;
}

/** Uploads again and again during `work`; whatever was acknowledged is in `ids`, any answer but 202 and 503 is a fault. */
async function uploadDuring(client: HubClient, zip: Buffer, work: Promise<unknown>) {
  const ids: string[] = [];
  const faults: string[] = [];
  let busy = true;
  const done = work.finally(() => {
    busy = false;
  });
  while (busy) {
    try {
      const response = await client.upload(zip);
      const text = await response.text();
      if (response.status === 202) ids.push(JSON.parse(text).id);
      else if (response.status !== 503) faults.push(`upload: ${response.status} ${text}`);
    } catch (error) {
      faults.push(`upload: ${String(error)}`);
    }
  }
  await done;
  return { ids, faults };
}

/** What the hub logged besides requests, for the failure's message. */
function troubles(output: string): string {
  const lines = output.split('\n').filter((line) => !line.includes('"msg":"request"'));
  return lines.slice(-40).join('\n');
}

type Moment = { readonly freeze: FreezePoint } | { readonly afterMs: number };

/** One import, and a restart of the database in the middle of it. */
async function restartDuring(server: RestartableServer, client: HubClient, zip: Buffer, moment: Moment) {
  const frozen = 'freeze' in moment ? await freezeImports(server.url, moment.freeze) : undefined;
  const id = await client.send(zip);
  await frozen?.reached();
  if ('afterMs' in moment) await pause(moment.afterMs);
  const restart = server.restartAtOnce().then(() => untilServing(client));
  const uploads = await uploadDuring(client, zip, restart);
  const servingAfterMs = await restart;
  const states: string[] = [];
  for (const acknowledged of [id, ...uploads.ids]) {
    states.push((await client.finished(acknowledged)).state);
  }
  return { servingAfterMs, states, faults: uploads.faults };
}

const seed = 5;
const moments: Moment[] = [
  { afterMs: 0 },
  { freeze: 'checking' },
  { freeze: 'publishing' },
  { freeze: 'stamping' },
  ...[1, 2, 3].map((turn) => ({ afterMs: Math.round(draw(seed, `moment ${turn}`) * 3_000) })),
];

test('PostgreSQL restarted in the middle of imports and reads: 200 or 503, serving again in time, nothing lost', async () => {
  const server = await restartableServer();
  const { hub, client } = await hubsOn(server.url).start();
  const boards = [await boardBuffer(board), await boardBuffer({ ...board, change: 0.1 })];
  const zipOf = (turn: number): Buffer => boards[turn % 2] ?? Buffer.alloc(0);
  const initial = await client.importZip(zipOf(0));
  const stamp = initial.publication?.publishedAt ?? '';
  // So that the delta has something to show, too.
  await client.importZip(zipOf(1));
  const readers = startReaders(client, await readPaths(client, stamp, initial.id));
  for (const [turn, moment] of moments.entries()) {
    const result = await restartDuring(server, client, zipOf(turn), moment);
    const said = `restart ${turn} ${JSON.stringify(moment)}\n${troubles(hub.output())}`;
    expect(result.faults, said).toEqual([]);
    expect(new Set(result.states), said).toEqual(new Set(['published']));
    expect(result.servingAfterMs, said).toBeLessThan(servingAgainMs);
    expect(hub.child.exitCode, said).toBeNull();
  }
  const report = await readers.stop();
  expect(report.faults).toEqual([]);
  expect(Object.keys(report.answers)).toContain('200');
  expect(Object.keys(report.answers)).toContain('503');

  await using undisturbed = await startTestHub();
  for (const turn of [0, 1, moments.length - 1]) await undisturbed.client.importZip(zipOf(turn));
  expect(differences(await rosterOf(client), await rosterOf(undisturbed.client))).toEqual([]);
  expect(await hub.stop()).toBe(0);
});

test('an upload whose database connection breaks while bytes arrive is answered with 503, and the hub goes on', async () => {
  const hubs = await privateHubs();
  const { hub, client } = await hubs.start();
  const zip = await boardBuffer(board);
  const uploading = `application_name = 'rosterhub upload' AND state LIKE 'idle in transaction%'`;
  const upload = await beginUpload(client, zip);
  await vi.waitFor(async () => {
    const cut = await runSql(
      hubs.databaseUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${uploading}`,
    );
    expect(cut).toHaveLength(1);
  }, patience);
  await vi.waitFor(async () => {
    expect(await runSql(hubs.databaseUrl, `SELECT FROM pg_stat_activity WHERE ${uploading}`)).toEqual([]);
  }, patience);
  const answer = await upload.finish();
  expect(answer).toMatchObject({ status: 503, id: '' });
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(await client.importZip(zip)).toMatchObject({ state: 'published', publication: { id: 1 } });
  expect(await hub.stop()).toBe(0);
});
