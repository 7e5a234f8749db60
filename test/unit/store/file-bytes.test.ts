import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSemaphore } from '../../../src/model/semaphore.ts';
import { chunkBytes, fileBytes } from '../../../src/store/file-bytes.ts';
import type { Session } from '../../../src/store/session.ts';

/** As pg's next version: refuses a statement while it has another. Chunks are full of their number. */
function strictSession() {
  let busy = false;
  const asked: number[] = [];
  const query = async (_text: string, [, seq = 0, from = 1, length = 0]: number[]) => {
    if (busy) throw new Error('asked while another statement runs');
    busy = true;
    asked.push(seq);
    await setImmediate();
    busy = false;
    return { rows: [{ bytes: Buffer.alloc(chunkBytes, seq).subarray(from - 1, from - 1 + length) }] };
  };
  return { session: { query } as unknown as Session, asked };
}

const file = { id: 'a', size: 4 * chunkBytes, keys: undefined };

test('a stream that is left reads ahead, and the next waits for it', async () => {
  const { session, asked } = strictSession();
  const bytes = fileBytes(session, file);
  const left = bytes.read(0, file.size);
  for (const _ of [1, 2]) {
    for await (const part of bytes.read(0, chunkBytes)) {
      expect(part[0]).toBe(0);
      left.resume();
      break;
    }
  }
  left.destroy();
  const parts: number[] = [];
  for await (const part of bytes.read(chunkBytes - 1, 3 * chunkBytes)) parts.push(part[0], part.length);
  expect(parts).toEqual([0, 1, 1, chunkBytes, 2, chunkBytes]);
  expect(asked.length).toBeGreaterThan(5);
});

test('whoever shares the turns of a session is never asked for at the same time', async () => {
  const { session } = strictSession();
  const inTurn = createSemaphore(1);
  const stream = fileBytes(session, file, inTurn).read(0, file.size);
  let others = 0;
  const parts: number[] = [];
  for await (const part of stream) {
    parts.push(part[0]);
    await inTurn(() => session.query('', ['b', 9, 1, 1]));
    others += 1;
  }
  expect(parts).toEqual([0, 1, 2, 3]);
  expect(others).toBe(4);
});
