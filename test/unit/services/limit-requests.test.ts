import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLog } from '../../../src/log.ts';
import type { RateLimit, Taken } from '../../../src/model/rate-limit.ts';
import { RateWindow } from '../../../src/model/rate-window.ts';
import { createLimiter } from '../../../src/services/access/limit-requests.ts';

const limit = { perHour: 500, perSecond: 500 };

/** A database that counts as ours does, says what it was asked, and can be away. */
function counting() {
  const returned: number[] = [];
  const granted: number[] = [];
  const windows = new Map<string, RateWindow>();
  const asked: number[] = [];
  const state = { away: false, hung: false };
  const take = async (subject: string, count: number, of: RateLimit): Promise<Taken> => {
    await sleep(5);
    if (state.hung) await new Promise(() => undefined);
    if (state.away) throw new Error('away');
    asked.push(count);
    const window = windows.get(subject) ?? new RateWindow();
    windows.set(subject, window);
    const taken = window.take(count, of, 1_000_000);
    granted.push(taken.granted);
    return taken;
  };
  const giveBack = async (_subject: string, count: number) => {
    returned.push(count);
  };
  return { count: { take, giveBack }, asked, granted, returned, state };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
const logTo = (lines: string[]) => createLog('warn', { write: (line) => lines.push(line) });
const allowedOf = async (answers: Promise<{ allowed: boolean }>[]) =>
  (await Promise.all(answers)).filter(({ allowed }) => allowed).length;

test('requests that come together are counted together and one by one told what is left', async () => {
  const { count, asked } = counting();
  const limiter = createLimiter(count, logTo([]));
  const answers = await Promise.all(Array.from({ length: 40 }, () => limiter('client a', limit)));
  // One more than has come, since they have come fast.
  expect(asked).toEqual([1, 40]);
  expect(answers.map(({ remaining }) => remaining)).toEqual(Array.from({ length: 40 }, (_, at) => 499 - at));
  expect(answers.every(({ allowed }) => allowed)).toBe(true);
});

test('exactly the limit is allowed; the rest is refused without asking again', async () => {
  const { count, asked } = counting();
  const limiter = createLimiter(count, logTo([]));
  const ask = (requests: number) =>
    allowedOf(Array.from({ length: requests }, () => limiter('client a', limit)));
  expect(await ask(700)).toBe(500);
  const before = asked.length;
  expect(await ask(1_000)).toBe(0);
  expect(asked.length).toBe(before);
  // Others are others, and so is the same client with another limit.
  expect(await limiter('client b', limit)).toMatchObject({ allowed: true });
  expect(await limiter('client a', { perHour: 501, perSecond: 501 })).toMatchObject({ allowed: true });
});

test('while the database is away this process counts by itself, what it has granted before included', async () => {
  const { count, state } = counting();
  const lines: string[] = [];
  const limiter = createLimiter(count, logTo(lines));
  const hourly = { perHour: 30, perSecond: 100 };
  const ask = (requests: number) =>
    allowedOf(Array.from({ length: requests }, () => limiter('client a', hourly)));
  expect(await ask(20)).toBe(20);
  state.away = true;
  expect(await ask(20)).toBe(10);
  expect(lines).toHaveLength(1);
  state.away = false;
  expect(await allowedOf([limiter('client b', hourly)])).toBe(1);
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    'limits are counted by this process alone',
    'limits are counted by the database again',
  ]);
});

test('a database that hangs holds nobody for long', async () => {
  const { count, state } = counting();
  state.hung = true;
  const limiter = createLimiter(count, logTo([]));
  expect(await limiter('client a', limit)).toMatchObject({ allowed: true, remaining: 499 });
});

test('a client that keeps calling is counted ahead, ever more, and what it does not use goes back', async () => {
  const { count, asked, returned } = counting();
  const limiter = createLimiter(count, logTo([]));
  for (let call = 0; call < 60; call += 1) {
    expect(await limiter('client a', limit)).toMatchObject({ allowed: true, remaining: 499 - call });
  }
  const taken = sumOf(asked);
  expect(asked.length).toBeLessThan(20);
  expect(Math.max(...asked)).toBeGreaterThan(5);
  await expect.poll(() => sumOf(returned)).toBe(taken - 60);
});

test('what was taken was used or went back, however many call at once', async () => {
  const { count, granted, returned } = counting();
  const limiter = createLimiter(count, logTo([]));
  const wide = { perHour: 1_000_000, perSecond: 1_000_000 };
  let used = 0;
  const caller = async () => {
    for (let call = 0; call < 150; call += 1) {
      if ((await limiter('client a', wide)).allowed) used += 1;
      if (call % 7 === 0) await sleep(call % 3);
    }
  };
  await Promise.all([1, 2, 3, 4, 5].map(caller));
  expect(used).toBe(750);
  await expect.poll(() => sumOf(granted) - sumOf(returned)).toBe(used);
});

test('near the limit nothing is counted ahead', async () => {
  const { count, asked } = counting();
  const limiter = createLimiter(count, logTo([]));
  const few = { perHour: 40, perSecond: 1_000 };
  for (let call = 0; call < 40; call += 1)
    expect(await limiter('client a', few)).toMatchObject({ allowed: true });
  expect(asked).toEqual(Array.from({ length: 40 }, () => 1));
  expect(await limiter('client a', few)).toMatchObject({ allowed: false });
});
