import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { expireUploads } from '../../src/services/imports/expire-uploads.ts';
import { withSession } from '../../src/store/session.ts';
import { clientIdOf, query } from '../support/embedded-folder.ts';
import type { HubClient } from '../support/hub-client.ts';
import { openContext, withKey } from '../support/hub-context.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let importer: HubClient;
let reader: HubClient;
let zip: Buffer;
let id = '';

beforeAll(async () => {
  hub = await startTestHub();
  zip = await boardBuffer({ people: 20, seed: 2 });
  await using ctx = openContext(hub);
  importer = withKey(hub, await createKey(ctx, { name: 'importer', role: 'importer' }));
  reader = withKey(hub, await createKey(ctx, { name: 'reader', role: 'reader' }));
  id = await sent(zip, "星見市; 4月'名簿(1).zip");
});

afterAll(() => hub.stop());

async function sent(content: Buffer, name: string, fields: Record<string, string> = {}): Promise<string> {
  const response = await hub.client.uploadAs(name, content, { force: 'true', ...fields });
  expect(response.status).toBe(202);
  const body: { id: string } = JSON.parse(await response.text());
  await hub.client.finished(body.id);
  return body.id;
}

async function codeOf(response: Response): Promise<[number, string]> {
  return [response.status, JSON.parse(await response.text()).error.code];
}

async function downloadsOf(importId: string, search = '') {
  const response = await hub.client.get(`/csv/import/${importId}/downloads${search}`);
  expect(response.status).toBe(200);
  return JSON.parse(await response.text());
}

const openDownloads = async () => {
  const [row] = await query(
    hub.databaseUrl,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'rosterhub download'`,
  );
  return row?.count;
};

describe('an administrator gets an upload back', () => {
  test('byte for byte under its own name, and it is written down who and when', async () => {
    expect(await downloadsOf(id)).toEqual({ downloads: [], total: 0 });
    const response = await hub.client.get(`/csv/import/${id}/upload`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/zip',
      'content-length': String(zip.length),
      'cache-control': 'no-store',
      'content-disposition':
        'attachment; filename="____ 4____(1).zip"; filename*=UTF-8\'\'%E6%98%9F%E8%A6%8B%E5%B8%82%3B%204%E6%9C%88%27%E5%90%8D%E7%B0%BF%281%29.zip',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(zip)).toBe(true);
    const { downloads, total } = await downloadsOf(id);
    expect({ downloads, total }).toEqual({
      downloads: [{ client: expect.any(String), name: expect.any(String), takenAt: expect.any(String) }],
      total: 1,
    });
    expect(downloads[0].client).toBe(await clientIdOf(hub.databaseUrl, hub.client.key));
    expect(Date.now() - Date.parse(downloads[0].takenAt)).toBeLessThan(60_000);
  });

  test('of many chunks, and of a CSV file', async () => {
    const large = Buffer.alloc(3_200_000, 'sourcedId,');
    const other = await sent(large, 'users.csv', { mode: 'bulk' });
    const response = await hub.client.get(`/csv/import/${other}/upload`);
    expect(response.headers.get('content-type')).toBe('text/csv');
    expect(Buffer.from(await response.arrayBuffer()).equals(large)).toBe(true);
    expect((await downloadsOf(other)).total).toBe(1);
  });

  test('and the newest is shown first, page by page', async () => {
    for (let time = 0; time < 2; time += 1) {
      await (await hub.client.get(`/csv/import/${id}/upload`)).arrayBuffer();
    }
    const { downloads, total } = await downloadsOf(id);
    expect(total).toBe(3);
    const times = downloads.map(({ takenAt }: { takenAt: string }) => takenAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect((await downloadsOf(id, '?limit=1&offset=2')).downloads).toEqual([downloads[2]]);
    expect(await codeOf(await hub.client.get(`/csv/import/${id}/downloads?limit=0`))).toEqual([
      400,
      'invalid_parameter',
    ]);
  });
});

test('nobody else does, and nothing is written down of those who only ask', async () => {
  const before = (await downloadsOf(id)).total;
  for (const path of [`/csv/import/${id}/upload`, `/csv/import/${id}/downloads`]) {
    expect(await codeOf(await importer.get(path)), path).toEqual([403, 'forbidden']);
    expect(await codeOf(await reader.get(path)), path).toEqual([403, 'forbidden']);
    expect(await codeOf(await withKey(hub, 'x').get(path)), path).toEqual([401, 'unauthorised']);
  }
  const head = await fetch(`${hub.client.url}/csv/import/${id}/upload`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${hub.client.key}` },
  });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(zip.length)]);
  for (const unknown of ['x', '00000000-0000-4000-8000-000000000000']) {
    for (const path of ['upload', 'downloads']) {
      expect(await codeOf(await hub.client.get(`/csv/import/${unknown}/${path}`))).toEqual([
        404,
        'unknown_object',
      ]);
    }
  }
  expect((await downloadsOf(id)).total).toBe(before);
  await expect.poll(openDownloads).toBe(0);
});

test('a reader that goes away ends its query; a third at once is asked to come again', async () => {
  const large = await sent(Buffer.alloc(12_000_000, 'x'), 'x.zip');
  const path = `/csv/import/${large}/upload`;
  const readers = await Promise.all([1, 2, 3].map(() => hub.client.get(path)));
  expect(readers.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
  for (const { body } of readers) await body?.cancel();
  await expect.poll(openDownloads, { timeout: 10_000 }).toBe(0);
  expect((await downloadsOf(large)).total).toBe(2);
});

describe('after the days for which uploads are kept', () => {
  const age = (importId: string, days: number) =>
    query(
      hub.databaseUrl,
      `UPDATE files SET created_at = now() - interval '${days} days'
       WHERE id = (SELECT file_id FROM imports WHERE id = '${importId}')`,
    );
  const chunksOf = async (importId: string) => {
    const [row] = await query(
      hub.databaseUrl,
      `SELECT count(*)::int AS count FROM file_chunks c JOIN imports i ON i.file_id = c.file_id WHERE i.id = '${importId}'`,
    );
    return row?.count;
  };

  test('the bytes are gone, and what became of them is known', async () => {
    await using ctx = openContext(hub);
    const old = await sent(zip, 'old.zip');
    const young = await sent(zip, 'young.zip');
    await (await hub.client.get(`/csv/import/${old}/upload`)).arrayBuffer();
    const before = await hub.client.importOf(old);
    await age(old, 91);
    await age(young, 89);
    expect(await expireUploads(ctx, new Date())).toBe(1);
    expect(await expireUploads(ctx, new Date())).toBe(0);
    expect([await chunksOf(old), await chunksOf(young)]).toEqual([0, 1]);
    for (const path of ['upload', 'files/users.csv']) {
      const response = await hub.client.get(`/csv/import/${old}/${path}`);
      expect(await codeOf(response), path).toEqual([410, 'upload_removed']);
    }
    expect(await hub.client.importOf(old)).toEqual(before);
    expect((await downloadsOf(old)).total).toBe(1);
    expect((await hub.client.get(`/csv/import/${old}/report`)).status).toBe(200);
    expect((await hub.client.get(`/csv/import/${young}/files/users.csv`)).status).toBe(200);
  });

  test.each(['queued', 'running', 'checked', 'held'])(
    'the upload of an import that is %s stays',
    async (state) => {
      await using ctx = openContext(hub);
      const waiting = await sent(zip, 'waiting.zip');
      await age(waiting, 400);
      const set = (to: string) =>
        query(hub.databaseUrl, `UPDATE imports SET state = '${to}' WHERE id = '${waiting}'`);
      // Nobody runs it meanwhile.
      await withSession(hub.databaseUrl, ctx.log, async (session) => {
        await session.query(`SELECT pg_advisory_lock(${0x526f7374}, 1)`);
        await set(state);
        expect(await expireUploads(ctx, new Date())).toBe(0);
        await set('published');
      });
      expect(await chunksOf(waiting)).toBe(1);
      expect(await expireUploads(ctx, new Date())).toBe(1);
    },
  );

  test('a job does it every night', async () => {
    const rows = await query(
      hub.databaseUrl,
      `SELECT cron, timezone FROM pgboss.schedule WHERE name = 'expire-uploads'`,
    );
    expect(rows).toEqual([{ cron: '45 2 * * *', timezone: 'Asia/Tokyo' }]);
  });
});
