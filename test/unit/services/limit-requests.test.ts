import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLog } from '../../../src/log.ts';
import type { RateLimit, Taken } from '../../../src/model/rate-limit.ts';
import { RateWindow } from '../../../src/model/rate-window.ts';
import { createLimiter } from '../../../src/services/access/limit-requests.ts';

const limit = { perHour: 500, perSecond: 500 };

/** A database that counts as ours does, says what it was asked, and can be away. */
function counting() {
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
    return window.take(count, of, 1_000_000);
  };
  return { take, asked, state };
}

const logTo = (lines: string[]) => createLog('warn', { write: (line) => lines.push(line) });
const allowedOf = async (answers: Promise<{ allowed: boolean }>[]) =>
  (await Promise.all(answers)).filter(({ allowed }) => allowed).length;

test('requests that come together are counted together and one by one told what is left', async () => {
  const { take, asked } = counting();
  const limiter = createLimiter(take, logTo([]));
  const answers = await Promise.all(Array.from({ length: 40 }, () => limiter('client a', limit)));
  expect(asked).toEqual([1, 39]);
  expect(answers.map(({ remaining }) => remaining)).toEqual(Array.from({ length: 40 }, (_, at) => 499 - at));
  expect(answers.every(({ allowed }) => allowed)).toBe(true);
});

test('exactly the limit is allowed; the rest is refused without asking again', async () => {
  const { take, asked } = counting();
  const limiter = createLimiter(take, logTo([]));
  const ask = (count: number) => allowedOf(Array.from({ length: count }, () => limiter('client a', limit)));
  expect(await ask(700)).toBe(500);
  const before = asked.length;
  expect(await ask(1_000)).toBe(0);
  expect(asked.length).toBe(before);
  // Others are others, and so is the same client with another limit.
  expect(await limiter('client b', limit)).toMatchObject({ allowed: true });
  expect(await limiter('client a', { perHour: 501, perSecond: 501 })).toMatchObject({ allowed: true });
});

test('while the database is away this process counts by itself, what it has granted before included', async () => {
  const { take, state } = counting();
  const lines: string[] = [];
  const limiter = createLimiter(take, logTo(lines));
  const hourly = { perHour: 30, perSecond: 100 };
  const ask = (count: number) => allowedOf(Array.from({ length: count }, () => limiter('client a', hourly)));
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
  const { take, state } = counting();
  state.hung = true;
  const limiter = createLimiter(take, logTo([]));
  expect(await limiter('client a', limit)).toMatchObject({ allowed: true, remaining: 499 });
});
