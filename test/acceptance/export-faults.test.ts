import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { beforeAll, expect, test, vi } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { unzipFiles } from '../../scripts/board/zip-files.ts';
import { type ExportView, exportEnded, streamed } from '../support/exports.ts';
import { freezeTable, runSql } from '../support/freeze.ts';
import type { HubClient } from '../support/hub-client.ts';
import { type PrivateHubs, privateHubs } from '../support/private-hubs.ts';

let small: Buffer;

beforeAll(async () => {
  small = await boardBuffer({ people: 200, seed: 15 });
});

const exporting = async ({ databaseUrl }: PrivateHubs) => {
  const [row] = await runSql<{ count: number }>(
    databaseUrl,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'rosterhub export' AND state <> 'idle'`,
  );
  return row?.count;
};

/** Chunks and files that no export and no import has. */
async function strays({ databaseUrl }: PrivateHubs) {
  const [row] = await runSql<{ chunks: number; files: number }>(
    databaseUrl,
    `SELECT (SELECT count(*)::int FROM file_chunks c WHERE NOT EXISTS (SELECT FROM files f WHERE f.id = c.file_id)) AS chunks,
       (SELECT count(*)::int FROM files f WHERE NOT EXISTS (SELECT FROM imports i WHERE i.file_id = f.id)
          AND NOT EXISTS (SELECT FROM exports e WHERE e.file_id = f.id)) AS files`,
  );
  return row;
}

async function asked(client: HubClient): Promise<string> {
  const answer = await client.post('/csv/export', {});
  expect(answer.status).toBe(202);
  return JSON.parse(await answer.text()).id;
}

async function expectMade(
  hubs: PrivateHubs,
  client: HubClient,
  id: string,
  wanted: Buffer,
): Promise<ExportView> {
  const view = await exportEnded(client, id);
  expect(view).toMatchObject({ state: 'done', failure: null });
  const file = await client.get(`/csv/export/${id}/file`);
  expect(Buffer.from(await file.arrayBuffer()).equals(wanted)).toBe(true);
  expect(await strays(hubs)).toEqual({ chunks: 0, files: 0 });
  return view;
}

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'an export whose process gets %s in the middle is finished by the next one, and leaves nothing half made',
  async (signal) => {
    const hubs = await privateHubs();
    const first = await hubs.start();
    expect(await first.client.importZip(small)).toMatchObject({ state: 'published' });
    const wanted = await streamed(first.client);
    await using frozen = await freezeTable(hubs.databaseUrl, 'file_chunks');
    const id = await asked(first.client);
    await frozen.reached();
    const running: ExportView = JSON.parse(await (await first.client.get(`/csv/export/${id}`)).text());
    expect(running.state).toBe('running');
    if (signal === 'SIGKILL') {
      await first.hub.kill();
      await frozen.thaw();
    } else {
      const stopped = first.hub.stop();
      const accepting = () =>
        fetch(`${first.hub.url}/health/live`).then(
          () => true,
          () => false,
        );
      await vi.waitFor(async () => expect(await accepting()).toBe(false), { timeout: 10_000, interval: 20 });
      await frozen.thaw();
      expect(await stopped).toBe(0);
    }
    expect(await strays(hubs)).toEqual({ chunks: 0, files: 0 });
    const second = await hubs.start();
    await expectMade(hubs, second.client, id, wanted);
  },
);

test('an export whose connection is taken away is begun again', async () => {
  const hubs = await privateHubs();
  const { client } = await hubs.start();
  await client.importZip(small);
  const wanted = await streamed(client);
  await using frozen = await freezeTable(hubs.databaseUrl, 'file_chunks');
  const id = await asked(client);
  await frozen.reached();
  await runSql(
    hubs.databaseUrl,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'rosterhub %'`,
  );
  await frozen.thaw();
  await expectMade(hubs, client, id, wanted);
});

test('a reader that goes away before the first byte stops the query', async () => {
  const hubs = await privateHubs();
  const { client } = await hubs.start();
  await client.importZip(small);
  await using frozen = await freezeTable(hubs.databaseUrl, 'demographics');
  const leaving = new AbortController();
  const answer = fetch(`${client.url}/csv/export`, {
    headers: { authorization: `Bearer ${client.key}` },
    signal: leaving.signal,
  });
  answer.catch(() => undefined);
  await frozen.reached();
  expect(await exporting(hubs)).toBe(1);
  leaving.abort();
  await vi.waitFor(async () => expect(await exporting(hubs)).toBe(0), { timeout: 10_000, interval: 100 });
});

test('a slow reader holds the query back; when it goes away, or the server breaks off, there is no zip', async () => {
  const hubs = await privateHubs();
  const { client, hub } = await hubs.start();
  await client.importZip(await boardBuffer({ people: 10_000, seed: 5 }));
  const begin = async () => {
    const sent = httpRequest(`${client.url}/csv/export`, {
      headers: { authorization: `Bearer ${client.key}` },
    });
    sent.on('error', () => undefined);
    sent.end();
    const [answer] = await once(sent, 'response');
    answer.on('error', () => undefined);
    return { sent, answer };
  };
  // It has read the head alone: what the sockets hold is there, and the server waits.
  const leaver = await begin();
  await vi.waitFor(async () => expect(await exporting(hubs)).toBe(1), { timeout: 10_000 });
  leaver.sent.destroy();
  await vi.waitFor(async () => expect(await exporting(hubs)).toBe(0), { timeout: 10_000, interval: 100 });

  const { answer } = await begin();
  await vi.waitFor(async () => expect(await exporting(hubs)).toBe(1), { timeout: 10_000 });
  await runSql(
    hubs.databaseUrl,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'rosterhub export'`,
  );
  const parts: Buffer[] = [];
  const read = (async () => {
    for await (const part of answer) parts.push(part);
  })();
  await expect(read).rejects.toThrow();
  const cut = Buffer.concat(parts);
  expect(cut.length).toBeGreaterThan(0);
  await expect(unzipFiles(cut)).rejects.toThrow();

  // The places of both are free again, and the hub is well.
  const whole = await streamed(client);
  expect((await unzipFiles(whole)).size).toBe(10);
  await expect(unzipFiles(whole.subarray(0, whole.length - 30))).rejects.toThrow();
  expect(await hub.stop()).toBe(0);
});
