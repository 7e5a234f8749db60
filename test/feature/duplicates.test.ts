import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { withSession } from '../../src/store/session.ts';
import { query } from '../support/embedded-folder.ts';
import type { HubClient } from '../support/hub-client.ts';
import { openContext, withKey } from '../support/hub-context.ts';
import { boundary, formBytes } from '../support/raw-upload.ts';
import { leftovers } from '../support/roster-print.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const name = 'RO_20260401_052019.zip';
let hub: TestHub;
let other: HubClient;
let zip: Buffer;
let next: Buffer;
let published = '';

beforeAll(async () => {
  hub = await startTestHub();
  [zip, next] = [
    await boardBuffer({ people: 20, seed: 2 }),
    await boardBuffer({ people: 20, seed: 2, change: 0.3 }),
  ];
  await using ctx = openContext(hub);
  other = withKey(hub, await createKey(ctx, { name: 'other', role: 'importer' }));
  published = await imported(zip);
});

afterAll(() => hub.stop());

async function waitingUploads() {
  const [row] = await query(
    hub.databaseUrl,
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database()
     AND application_name = 'rosterhub upload' AND wait_event_type = 'Lock'`,
  );
  return row?.count;
}

/** Status, body and Location of an answer. */
async function answerOf(response: Response) {
  const body = JSON.parse(await response.text());
  return { status: response.status, body, location: response.headers.get('location') };
}

const post = async (
  content: Buffer,
  fields: Record<string, string> = {},
  key?: string,
  client = hub.client,
) =>
  answerOf(await client.uploadAs(name, content, fields, key === undefined ? {} : { 'idempotency-key': key }));

async function imported(content: Buffer, fields: Record<string, string> = {}): Promise<string> {
  const { status, body } = await post(content, { force: 'true', ...fields });
  expect(status).toBe(202);
  expect((await hub.client.finished(body.id)).state).toBe('published');
  return body.id;
}

const isNew = { status: 202, body: { id: expect.any(String), state: 'queued' } };
const earlier = (id: string, state = 'published') => ({
  status: 200,
  body: { id, state, duplicate: true },
  location: `/csv/import/${id}`,
});

describe('a file that its source has published last', () => {
  test('is not imported again, and nothing of it is kept', async () => {
    const before = await leftovers(hub.databaseUrl);
    expect(await post(zip)).toEqual(earlier(published));
    expect(await post(zip, { force: 'false', strictness: 'strict' }, undefined, other)).toEqual(
      earlier(published),
    );
    // Also when the form says so after the file.
    const late = await fetch(`${hub.client.url}/csv/import`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${hub.client.key}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body: new Uint8Array(
        Buffer.concat([
          formBytes([{ name: 'file', content: zip }]).subarray(0, -`--${boundary}--\r\n`.length),
          formBytes([], { source: 'default' }),
        ]),
      ),
    });
    expect(late.status).toBe(200);
    expect(await leftovers(hub.databaseUrl)).toEqual(before);
  });

  test('is imported again when it is told to, and for another source', async () => {
    expect(await post(zip, { force: 'true' })).toMatchObject(isNew);
    const { body, ...answer } = await post(zip, { source: '東小学校' });
    expect(answer.status).toBe(202);
    await hub.client.finished(body.id);
  });

  test('is imported again with other settings, its own or those of its source', async () => {
    published = await imported(zip);
    const lenient = await post(zip, { strictness: 'lenient' });
    expect(lenient).toMatchObject(isNew);
    await hub.client.finished(lenient.body.id);
    published = await imported(zip);
    const patch = (onError: string | null) =>
      fetch(`${hub.client.url}/admin/sources/default`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${hub.client.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ onError }),
      });
    expect((await patch('skip')).status).toBe(200);
    const changed = await post(zip);
    expect(changed).toMatchObject(isNew);
    await hub.client.finished(changed.body.id);
    expect((await patch(null)).status).toBe(200);
    published = await imported(zip);
    expect(await post(zip)).toEqual(earlier(published));
  });

  test('is imported again when another file was published since, or is waiting', async () => {
    const waiting = await post(next);
    expect(waiting).toMatchObject(isNew);
    const behind = await post(zip);
    expect(behind).toMatchObject(isNew);
    expect((await hub.client.finished(behind.body.id)).state).toBe('published');
    expect(await post(zip)).toEqual(earlier(behind.body.id));
    const last = await imported(next);
    expect(await post(zip)).toMatchObject(isNew);
    expect(last).not.toBe(behind.body.id);
  });
});

describe('a request with an Idempotency-Key', () => {
  test('is one import, however often it is sent, at once or later', async () => {
    const before = await leftovers(hub.databaseUrl);
    await using ctx = openContext(hub);
    // Nobody may finish before all are at the point of deciding, as many as the hub takes at once.
    const answers = await withSession(hub.databaseUrl, ctx.log, async (session) => {
      await session.query(`BEGIN; SELECT FROM sources WHERE name = 'default' FOR UPDATE`);
      const sent = Promise.all(Array.from({ length: 6 }, () => post(zip, { force: 'true' }, 'a b~1')));
      await expect.poll(waitingUploads, { timeout: 10_000 }).toBe(4);
      await session.query('COMMIT');
      return sent;
    });
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 202]);
    const [id, ...more] = new Set(answers.map(({ body }) => body.id));
    expect(more).toEqual([]);
    await hub.client.finished(id);
    expect(await post(zip, { force: 'true' }, 'a b~1')).toEqual(earlier(id));
    const { files, imports } = await leftovers(hub.databaseUrl);
    expect([files, imports]).toEqual([before.files + 1, before.imports + 1]);
  });

  test('is that import also when it was refused', async () => {
    const { body } = await post(Buffer.from('no zip'), {}, 'refused');
    expect((await hub.client.finished(body.id)).state).toBe('rejected');
    expect(await post(Buffer.from('no zip'), {}, 'refused')).toEqual(earlier(body.id, 'rejected'));
  });

  test('is refused when it has another content', async () => {
    const { body } = await post(Buffer.from('one'), { source: 'a', strictness: 'lenient' }, 'key');
    await hub.client.finished(body.id);
    const before = await leftovers(hub.databaseUrl);
    for (const [content, fields] of [
      ['two', { source: 'a', strictness: 'lenient' }],
      ['one', { source: 'b', strictness: 'lenient' }],
      ['one', { source: 'a', strictness: 'strict' }],
    ] as const) {
      expect(await post(Buffer.from(content), fields, 'key')).toMatchObject({
        status: 422,
        body: { error: { code: 'idempotency_key_reused' } },
      });
    }
    expect(await leftovers(hub.databaseUrl)).toEqual(before);
    const again = await post(Buffer.from('one'), { source: 'a', strictness: 'lenient' }, 'key');
    expect(again).toEqual(earlier(body.id, 'rejected'));
  });

  test('is another caller’s own', async () => {
    const mine = await post(Buffer.from('mine'), {}, 'shared');
    const theirs = await post(Buffer.from('theirs'), {}, 'shared', other);
    expect([mine.status, theirs.status]).toEqual([202, 202]);
    expect(mine.body.id).not.toBe(theirs.body.id);
  });

  test('needs a key that can be kept', async () => {
    for (const key of ['', 'x'.repeat(256), 'a\u00e9']) {
      expect(await post(zip, {}, key)).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_parameter' } },
      });
    }
    expect((await post(Buffer.from('long'), {}, 'x'.repeat(255))).status).toBe(202);
  });

  test('that is cut leaves its key free', async () => {
    const body = formBytes([{ name: 'file', content: zip }], { force: 'true' });
    const cut = await fetch(`${hub.client.url}/csv/import`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${hub.client.key}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'idempotency-key': 'cut',
      },
      body: new Uint8Array(body.subarray(0, body.length - 40)),
    });
    expect(cut.status).toBe(400);
    expect((await post(zip, { force: 'true' }, 'cut')).status).toBe(202);
  });
});
