import { expect, test } from 'vitest';
import { addressSubject } from '../../../src/model/rate-limit.ts';
import { RateWindow } from '../../../src/model/rate-window.ts';

const minute = 60_000;
const start = Date.parse('2026-04-01T00:00:00Z');
const limit = { perHour: 100, perSecond: 30 };

test('a second has its burst, and the next one its own', () => {
  const window = new RateWindow();
  expect(window.take(20, limit, start)).toMatchObject({ granted: 20, remaining: 80, retryMs: 0 });
  expect(window.take(20, limit, start + 250)).toMatchObject({ granted: 10, remaining: 70, retryMs: 750 });
  expect(window.take(1, limit, start + 999)).toMatchObject({ granted: 0, retryMs: 1 });
  expect(window.take(30, limit, start + 1_000)).toMatchObject({ granted: 30, remaining: 40 });
});

test('the hour slides by the minute: what was granted in a minute is free again sixty minutes after its beginning', () => {
  const window = new RateWindow();
  for (const [at, count] of [
    [0, 30],
    [20, 30],
    [40, 30],
    [59, 10],
  ] as const) {
    expect(window.take(count, limit, start + at * minute).granted).toBe(count);
  }
  const full = start + 59 * minute + 30_000;
  expect(window.take(1, limit, full)).toEqual({
    granted: 0,
    remaining: 0,
    resetMs: minute / 2,
    retryMs: minute / 2,
  });
  expect(window.take(30, limit, start + 60 * minute)).toMatchObject({ granted: 30, remaining: 0 });
  expect(window.take(1, limit, start + 79 * minute + 59_999)).toMatchObject({ granted: 0, retryMs: 1 });
  expect(window.take(40, limit, start + 80 * minute).granted).toBe(30);
});

test('after hours of silence everything is free, and a clock that is put back grants nothing twice', () => {
  const window = new RateWindow();
  const wide = { perHour: 50, perSecond: 50 };
  expect(window.take(50, wide, start).granted).toBe(50);
  expect(window.take(50, wide, start + 1_000 * minute).granted).toBe(50);
  expect(window.take(1, wide, start).granted).toBe(0);
});

test('a limit that was lowered waits until enough is free', () => {
  const window = new RateWindow();
  for (const at of [0, 10, 20]) window.take(30, limit, start + at * minute);
  const lower = { perHour: 40, perSecond: 30 };
  // Two of the three minutes must leave before there are fewer than forty.
  expect(window.take(1, lower, start + 30 * minute)).toMatchObject({
    granted: 0,
    remaining: 0,
    resetMs: 30 * minute,
    retryMs: 40 * minute,
  });
});

test('a host of IPv6 is its network of 64 bits', () => {
  expect(addressSubject('2001:db8:1:2:3::4')).toBe(addressSubject('2001:db8:1:2:ffff::1'));
  expect(addressSubject('2001:db8:1:2::1')).not.toBe(addressSubject('2001:db8:1:3::1'));
  expect(addressSubject('203.0.113.7')).toBe('address 203.0.113.7');
  expect(addressSubject('')).toBe('address ');
});
