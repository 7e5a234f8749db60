import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { query } from '../support/embedded-folder.ts';
import { patience } from '../support/patience.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
/** Every thread that this process starts. */
let threads: Worker[];
let zip: Buffer;
const note = (worker: Worker) => threads.push(worker);
/** A thread that has ended has no id any more. */
const alive = () => threads.map(({ threadId }) => threadId > 0);

beforeEach(async () => {
  threads = [];
  process.on('worker', note);
  hub = await startTestHub();
  zip = await boardBuffer({ people: 20, seed: 2 });
});

afterEach(async () => {
  process.off('worker', note);
  await hub.stop();
});

async function publish(content: Buffer): Promise<void> {
  expect(await hub.client.importZip(content)).toMatchObject({ state: 'published' });
}

async function validate(): Promise<number> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(zip)]), 'RO_20260401.zip');
  const headers = { authorization: `Bearer ${hub.client.key}` };
  const response = await fetch(`${hub.client.url}/csv/validate`, { method: 'POST', headers, body: form });
  await response.text();
  return response.status;
}

test('small files have one thread after each other, which ends with the hub', async () => {
  for (let round = 0; round < 3; round += 1) await publish(zip);
  expect(await validate()).toBe(200);
  expect(alive()).toEqual([true]);
  await hub.stop();
  expect(alive()).toEqual([false]);
  hub = await startTestHub();
});

test('of the threads of two at once, one stays', async () => {
  const both = [publish(zip), validate()];
  await Promise.all(both);
  await vi.waitFor(() => expect(alive().filter((one) => one)).toHaveLength(1), patience);
});

test('a thread that failed is replaced', async () => {
  const { id, state } = await hub.client.judgeZip(zip, undefined, { dryRun: 'true' });
  expect(state).toBe('checked');
  await query(hub.databaseUrl, `UPDATE file_chunks SET bytes = bytes || '\\x00'`);
  await hub.client.post(`/csv/import/${id}/publish`);
  const failed = await hub.client.finished(id);
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'upload_unreadable' } });
  await publish(zip);
  expect(alive()).toEqual([false, true]);
});

test('a thread that has read a long file gives its memory back', async () => {
  const board = await EditableBundle.of(zip);
  const line = board.lines('users.csv')[1] ?? '';
  const more = Array.from({ length: 10_000 }, (_, at) =>
    line.replace(/^"[^"]*"/, `"00000000-0000-4000-8000-${String(at).padStart(12, '0')}"`),
  );
  board.edit('users.csv', (lines) => [...lines.slice(0, -1), ...more, '']);
  expect(await hub.client.importZip(await board.zip())).toMatchObject({ state: 'rejected' });
  await vi.waitFor(() => expect(alive()).toEqual([false]), patience);
  await publish(zip);
  expect(alive()).toEqual([false, true]);
});
