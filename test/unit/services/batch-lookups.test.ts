import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { batchLookups } from '../../../src/services/access/batch-lookups.ts';

test('the first is looked up at once, those behind it together, and each gets its own', async () => {
  const asked: number[] = [];
  const find = batchLookups(async (ids) => {
    asked.push(ids.length);
    await sleep(5);
    return new Map(ids.filter((id) => !id.startsWith('x')).map((id) => [id, `row ${id}`]));
  });
  const ids = Array.from({ length: 250 }, (_, at) => (at % 2 === 0 ? `x${at}` : `k${at}`));
  const rows = await Promise.all(ids.map(find));
  expect(asked).toEqual([1, 200, 49]);
  expect(rows).toEqual(ids.map((id) => (id.startsWith('x') ? undefined : `row ${id}`)));
  expect(await find('k1')).toBe('row k1');
});

test('a lookup that fails fails for those it was for, and the next go on', async () => {
  let away = true;
  const find = batchLookups(async (ids) => {
    await sleep(1);
    if (away) throw new Error('away');
    return new Map(ids.map((id) => [id, id]));
  });
  const first = find('a');
  await expect(first).rejects.toThrow('away');
  away = false;
  expect(await find('a')).toBe('a');
});
