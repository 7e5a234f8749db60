import { expect, test } from 'vitest';
import { createSemaphore } from '../../../src/model/semaphore.ts';

function gate() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { promise, open: () => resolve(), fail: () => reject(new Error('failed')) };
}

/** Lets everything run that can. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test('never more run at once than its size, and the others follow in their order', async () => {
  const slots = createSemaphore(2);
  const gates = Array.from({ length: 6 }, gate);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const all = gates.map(({ promise }, index) =>
    slots(async () => {
      started.push(index);
      running += 1;
      most = Math.max(most, running);
      await promise;
      running -= 1;
      return index;
    }),
  );
  await settle();
  expect(started).toEqual([0, 1]);
  gates[1]?.open();
  await settle();
  expect(started).toEqual([0, 1, 2]);
  for (const { open } of gates) open();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(started).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test('one that fails gives its place back and keeps its error', async () => {
  const slots = createSemaphore(1);
  for (let round = 0; round < 3; round += 1) {
    await expect(slots(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await expect(
      slots(() => {
        throw new Error('at once');
      }),
    ).rejects.toThrow('at once');
  }
  expect(await slots(async () => 'free')).toBe('free');
});

test('a place that is handed on is not free for a newcomer, neither at that moment nor while it is used', async () => {
  const slots = createSemaphore(1);
  const [first, second] = [gate(), gate()];
  const order: string[] = [];
  const one = slots(() => first.promise);
  const two = slots(() => {
    order.push('two');
    return second.promise;
  });
  first.open();
  await one;
  const three = slots(async () => void order.push('three'));
  await settle();
  const four = slots(async () => void order.push('four'));
  await settle();
  expect(order).toEqual(['two']);
  second.open();
  await Promise.all([two, three, four]);
  expect(order).toEqual(['two', 'three', 'four']);
});
