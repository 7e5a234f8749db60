import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { query } from '../support/embedded-folder.ts';
import { boundary, formBytes, sendAndBreakOff } from '../support/raw-upload.ts';
import { leftovers } from '../support/roster-print.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let zip: Buffer;

beforeAll(async () => {
  hub = await startTestHub();
  zip = await boardBuffer({ people: 20, seed: 2 });
});

afterAll(() => hub.stop());

const nothing = { files: 0, chunks: 0, imports: 0, publications: 0, staging: 0 };

/** Uploads in progress that the database still knows of. */
async function openUploads(): Promise<number> {
  const [row] = await query(
    hub.databaseUrl,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'rosterhub upload' AND state <> 'idle'`,
  );
  return Number(row?.count);
}

async function expectNothingKept(): Promise<void> {
  await expect.poll(openUploads).toBe(0);
  expect(await leftovers(hub.databaseUrl)).toEqual(nothing);
  const jobs = await query(
    hub.databaseUrl,
    `SELECT count(*)::int AS count FROM pgboss.job WHERE data ->> 'importId' IS NOT NULL`,
  );
  expect(jobs).toEqual([{ count: 0 }]);
}

function post(
  body: string | Uint8Array<ArrayBuffer> | undefined,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${hub.client.url}/csv/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hub.client.key}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect(response.status).toBe(status);
  expect(JSON.parse(await response.text())).toEqual({
    error: {
      code,
      message: { ja: expect.stringMatching(/[ぁ-ん]/), en: expect.stringMatching(/[a-z]/) },
      requestId: response.headers.get('x-request-id'),
    },
  });
  await expectNothingKept();
}

describe('a request that is no upload is refused and leaves nothing:', () => {
  const part = (content: Buffer) => ({ name: 'file', content });

  test('without a body', async () => {
    await expectProblem(await post(undefined), 415, 'upload_not_multipart');
    await expectProblem(await post(undefined, multipart), 400, 'upload_no_file');
  });

  test('not multipart', async () => {
    await expectProblem(
      await post(new Uint8Array(zip), { 'content-type': 'application/zip' }),
      415,
      'upload_not_multipart',
    );
    await expectProblem(
      await post('{}', { 'content-type': 'application/json' }),
      415,
      'upload_not_multipart',
    );
  });

  test('multipart without a boundary', async () => {
    await expectProblem(await post('x', { 'content-type': 'multipart/form-data' }), 400, 'upload_malformed');
  });

  test('without a file', async () => {
    await expectProblem(
      await post(new Uint8Array(formBytes([], { source: 'a' })), multipart),
      400,
      'upload_no_file',
    );
    const other = formBytes([{ name: 'zip', content: zip }]);
    await expectProblem(await post(new Uint8Array(other), multipart), 400, 'upload_no_file');
  });

  test.each([10, 3_000_000])('two files (of %i bytes)', async (size) => {
    const body = formBytes([part(Buffer.alloc(size, 1)), part(zip)]);
    await expectProblem(await post(new Uint8Array(body), multipart), 400, 'upload_two_files');
  });

  test('a file of 0 bytes', async () => {
    await expectProblem(
      await post(new Uint8Array(formBytes([part(Buffer.alloc(0))])), multipart),
      400,
      'upload_empty',
    );
  });

  test.each([
    'no header\r\n\r\n',
    'Content-Disposition: form-data; name="file"; filename="b.zip"\r\nbroken header\r\n\r\n',
  ])('part headers that are none: %j', async (lines) => {
    const body = Buffer.concat([Buffer.from(`--${boundary}\r\n${lines}`), formBytes([part(zip)])]);
    const response = await post(new Uint8Array(body), multipart);
    expect(response.status).toBe(400);
    await expectNothingKept();
  });

  test('a source whose name could not be shown', async () => {
    for (const source of ['../x', 'a\nb', 'x'.repeat(65), ' a', '=1']) {
      const body = formBytes([part(zip)], { source });
      await expectProblem(await post(new Uint8Array(body), multipart), 400, 'invalid_parameter');
    }
  });

  test('a form that ends before its closing boundary, cut at several places', async () => {
    const body = formBytes([part(Buffer.alloc(2_500_000, 7))], { source: 'a' });
    const cuts = [
      0,
      20,
      90,
      150,
      260,
      300,
      5_000,
      1_100_000,
      body.length - 60,
      body.length - 20,
      body.length - 3,
    ];
    for (const length of cuts) {
      const response = await post(new Uint8Array(body.subarray(0, length)), multipart);
      const { error } = JSON.parse(await response.text());
      // Nothing at all is no body to Node; everything else was begun.
      expect([response.status, error.code], `cut at ${length}`).toEqual([
        400,
        length === 0 ? expect.stringMatching(/^upload_(cut|no_file)$/) : 'upload_cut',
      ]);
    }
    await expectNothingKept();
  });
});

describe('an upload whose connection breaks leaves nothing:', () => {
  const places = [0, 40, 200, 30_000, 1_200_000, 2_400_000];

  test.each([
    ['reset', 'of a known length'],
    ['close', 'of a known length'],
    ['reset', 'in chunks'],
    ['close', 'in chunks'],
  ] as const)('by a %s, %s', async (end, form) => {
    const body = formBytes([{ name: 'file', content: Buffer.alloc(2_500_000, 7) }]);
    for (const length of places) {
      const status = await sendAndBreakOff({
        url: hub.client.url,
        key: hub.client.key,
        announced: form === 'in chunks' ? 'chunked' : body.length,
        bytes: body.subarray(0, length),
        end,
      });
      expect([undefined, 400], `cut at ${length}`).toContain(status);
    }
    await expectNothingKept();
  });

  test('many at once, and the hub goes on taking uploads', async () => {
    const body = formBytes([{ name: 'file', content: Buffer.alloc(1_500_000, 7) }]);
    await Promise.all(
      Array.from({ length: 12 }, () =>
        sendAndBreakOff({
          url: hub.client.url,
          key: hub.client.key,
          announced: body.length,
          bytes: body.subarray(0, 1_200_000),
          end: 'reset',
        }),
      ),
    );
    await expectNothingKept();
    const response = await hub.client.upload(zip, '星見市 小学校');
    const { id } = JSON.parse(await response.text());
    expect([response.status, response.headers.get('location')]).toEqual([202, `/csv/import/${id}`]);
    const published = await hub.client.finished(id);
    expect(published).toMatchObject({
      id,
      state: 'published',
      source: '星見市 小学校',
      profile: 'japan-1.0',
    });
    expect(await leftovers(hub.databaseUrl)).toMatchObject({
      files: 1,
      chunks: 1,
      imports: 1,
      publications: 1,
    });
  });
});
