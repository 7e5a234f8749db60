import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createLog } from '../../src/log.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { fileBytes } from '../../src/store/file-bytes.ts';
import { openChunk } from '../../src/store/sealed-chunk.ts';
import { withSession } from '../../src/store/session.ts';
import { query } from '../support/embedded-folder.ts';
import { startTestHub, type TestHub, testSecret } from '../support/test-hub.ts';

const { uploads: key } = deriveKeys(testSecret);
const mebibyte = 1024 ** 2;

let hub: TestHub;
let zip: Buffer;

beforeAll(async () => {
  hub = await startTestHub();
  zip = await boardBuffer({ people: 20, seed: 2 });
});

afterAll(() => hub.stop());

interface Chunk {
  readonly seq: number;
  readonly bytes: Buffer;
}

async function fileOf(importId: string): Promise<{ id: string; chunks: Chunk[] }> {
  const [row] = await query(hub.databaseUrl, `SELECT file_id AS id FROM imports WHERE id = '${importId}'`);
  const id = String(row?.id);
  const rows = await query(
    hub.databaseUrl,
    `SELECT seq, encode(bytes, 'hex') AS bytes FROM file_chunks WHERE file_id = '${id}' ORDER BY seq`,
  );
  const chunks = rows.map(({ seq, bytes }) => ({
    seq: Number(seq),
    bytes: Buffer.from(String(bytes), 'hex'),
  }));
  return { id, chunks };
}

async function put(fileId: string, { seq, bytes }: Chunk): Promise<void> {
  await query(
    hub.databaseUrl,
    `UPDATE file_chunks SET bytes = decode('${bytes.toString('hex')}', 'hex') WHERE file_id = '${fileId}' AND seq = ${seq}`,
  );
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}

async function codeOf(response: Response): Promise<[number, string]> {
  return [response.status, JSON.parse(await response.text()).error.code];
}

describe('what the database has of an upload', () => {
  test('is not the upload, and differs each time', async () => {
    const files = [await hub.client.send(zip), await hub.client.send(zip)];
    const [first, second] = [await fileOf(files[0] ?? ''), await fileOf(files[1] ?? '')];
    for (const { id, chunks } of [first, second]) {
      expect(chunks.map(({ bytes }) => bytes.length)).toEqual([zip.length + 28]);
      for (const { bytes } of chunks) expect(bytes.includes(zip.subarray(100, 132))).toBe(false);
      expect(Buffer.concat(chunks.map(({ seq, bytes }) => openChunk(key, id, seq, bytes)))).toEqual(zip);
    }
    expect(first.chunks[0]?.bytes.subarray(0, 12)).not.toEqual(second.chunks[0]?.bytes.subarray(0, 12));
    for (const id of files) expect((await hub.client.finished(id)).state).toBe('published');
  });

  test('opens with another key, in another file or at another place for nobody', async () => {
    const { id, chunks } = await fileOf(await hub.client.send(Buffer.alloc(2 * mebibyte + 1, 7)));
    expect(chunks.map(({ bytes }) => bytes.length)).toEqual([mebibyte + 28, mebibyte + 28, 29]);
    const sealed = chunks[0]?.bytes ?? Buffer.alloc(0);
    expect(openChunk(key, id, 0, sealed)).toEqual(Buffer.alloc(mebibyte, 7));
    const refused = expect.objectContaining({ code: 'upload_unreadable' });
    const open = (change: () => Buffer) => {
      try {
        return change();
      } catch (error) {
        return error;
      }
    };
    expect(open(() => openChunk(createSecretKey(randomBytes(32)), id, 0, sealed))).toEqual(refused);
    expect(open(() => openChunk(key, id, 1, sealed))).toEqual(refused);
    expect(open(() => openChunk(key, `${id.slice(0, -1)}x`, 0, sealed))).toEqual(refused);
    for (const at of [0, 11, 12, 1_000, sealed.length - 1]) {
      expect(open(() => openChunk(key, id, 0, flipped(sealed, at)))).toEqual(refused);
    }
    for (const length of [0, 5, 20, 28]) {
      expect(open(() => openChunk(key, id, 0, sealed.subarray(0, length)))).toEqual(refused);
    }
  });
});

test('any range of a sealed upload is read, over the border of chunks too', async () => {
  const content = randomBytes(2 * mebibyte + 500);
  const { id } = await fileOf(await hub.client.send(content));
  await withSession(hub.databaseUrl, createLog('silent'), async (session) => {
    const bytes = fileBytes(session, {
      ...{ id, size: content.length },
      // Sealed under the secret before the present one.
      keys: [createSecretKey(randomBytes(32)), key],
    });
    for (const [start, end] of [
      [0, 0],
      [0, 1],
      [mebibyte - 3, mebibyte + 3],
      [5, 2 * mebibyte + 400],
      [2 * mebibyte, content.length],
      [10, 20],
    ] as const) {
      const parts: Buffer[] = [];
      for await (const part of bytes.read(start, end)) parts.push(part);
      expect(Buffer.concat(parts).equals(content.subarray(start, end)), `${start}–${end}`).toBe(true);
    }
  });
});

test('an upload that was kept before uploads were encrypted is read as before', async () => {
  const id = await hub.client.send(zip);
  await hub.client.finished(id);
  const { id: fileId } = await fileOf(id);
  await query(hub.databaseUrl, `UPDATE files SET encrypted = false WHERE id = '${fileId}'`);
  await put(fileId, { seq: 0, bytes: zip });
  const response = await hub.client.get(`/csv/import/${id}/files/orgs.csv`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('sourcedId');
});

describe('a chunk of which one byte was changed', () => {
  test('ends its import with a code that says so, and the next one goes on', async () => {
    // Holds the import lock, so that the import waits until its upload is another.
    let broken = '';
    await withSession(hub.databaseUrl, createLog('silent'), async (session) => {
      await expect
        .poll(async () => {
          const { rows } = await session.query(`SELECT pg_try_advisory_lock(${0x526f7374}, 1) AS taken`);
          return rows[0].taken;
        })
        .toBe(true);
      broken = await hub.client.send(zip);
      const { id, chunks } = await fileOf(broken);
      for (const { seq, bytes } of chunks) await put(id, { seq, bytes: flipped(bytes, 40) });
    });
    expect(await hub.client.finished(broken)).toMatchObject({
      state: 'failed',
      failure: { code: 'upload_unreadable' },
      publication: null,
    });
    expect((await hub.client.importZip(zip)).state).toBe('published');
  });

  test('is said to whoever asks for a file of it', async () => {
    const id = await hub.client.send(zip);
    await hub.client.finished(id);
    const { id: fileId, chunks } = await fileOf(id);
    for (const { seq, bytes } of chunks) await put(fileId, { seq, bytes: flipped(bytes, bytes.length - 1) });
    expect(await codeOf(await hub.client.get(`/csv/import/${id}/files/orgs.csv`))).toEqual([
      500,
      'upload_unreadable',
    ]);
    await query(hub.databaseUrl, `DELETE FROM file_chunks WHERE file_id = '${fileId}'`);
    expect(await codeOf(await hub.client.get(`/csv/import/${id}/files/orgs.csv`))).toEqual([
      500,
      'upload_unreadable',
    ]);
  });
});

test('no key and no byte of an upload gets into the log', () => {
  const secret = key.export();
  for (const form of ['hex', 'base64'] as const) {
    expect(hub.logLines.join('')).not.toContain(secret.toString(form));
  }
});
