import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepRows } from '../../../src/services/access/kept-rows.ts';

let now = 1_000_000;

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

/** Rows by id, counted as they are asked for; ids that begin with `x` are nobody's. */
function rows() {
  const asked: string[] = [];
  const find = keepRows(async (id: string) => {
    asked.push(id);
    return id.startsWith('x') ? undefined : { id, at: now };
  });
  return { asked, find };
}

describe('a row', () => {
  test('is asked for once, however many want it at once', async () => {
    const { asked, find } = rows();
    const found = await Promise.all(Array.from({ length: 1_000 }, () => find('a')));
    expect(new Set(found).size).toBe(1);
    await find('a');
    expect(asked).toEqual(['a']);
  });

  test('is asked for anew before five seconds are over, counted from when it was asked for', async () => {
    let answer: (row: string) => void = () => undefined;
    const find = keepRows(
      () =>
        new Promise<string>((resolve) => {
          answer = resolve;
        }),
    );
    const first = find('a');
    now += 3_000;
    answer('old');
    expect(await first).toBe('old');
    expect(await find('a')).toBe('old');
    now += 1_999;
    const second = find('a');
    answer('new');
    expect(await second).toBe('new');
  });

  test('that is gone is gone then, and one that came is there', async () => {
    let row: string | undefined = 'there';
    const find = keepRows(async () => row);
    expect(await find('a')).toBe('there');
    row = undefined;
    expect(await find('a')).toBe('there');
    now += 5_000;
    expect(await find('a')).toBeUndefined();
    row = 'back';
    now += 5_000;
    expect(await find('a')).toBe('back');
  });

  test('that could not be asked for is asked for again at once', async () => {
    let fails = true;
    const find = keepRows(async () => {
      if (fails) throw new Error('away');
      return 'there';
    });
    await expect(find('a')).rejects.toThrow('away');
    fails = false;
    expect(await find('a')).toBe('there');
  });
});

test('ids that nobody has do not drive out those that somebody has', async () => {
  const { asked, find } = rows();
  for (let each = 0; each < 500; each += 1) await find(`a${each}`);
  for (let each = 0; each < 5_000; each += 1) await find(`x${each}`);
  const before = asked.length;
  for (let each = 0; each < 500; each += 1) await find(`a${each}`);
  expect(asked.length).toBe(before);
  await find('x4999');
  expect(asked.length).toBe(before);
  await find('x0');
  expect(asked.length).toBe(before + 1);
});
