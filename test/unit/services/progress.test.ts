import { expect, test } from 'vitest';
import { importSpans } from '../../../src/services/imports/import-run.ts';
import { createProgressMeter } from '../../../src/services/progress.ts';
import { importSteps } from '../../../src/store/imports.ts';

function meter() {
  let now = 0;
  const made = createProgressMeter(() => now, importSpans);
  return {
    at: made.at,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('the percentage never goes back, whatever the steps report', () => {
  const { at, pass } = meter();
  const shares = [0, 0.5, 0.2, 1, 0, 1.7, -3, Number.NaN, 0.9];
  let before = 0;
  for (const step of [...importSteps, ...importSteps]) {
    for (const share of shares.filter((one) => !Number.isNaN(one))) {
      pass(100);
      const { percent } = at(step, share, 1, 2);
      expect(percent).toBeGreaterThanOrEqual(before);
      expect(percent).toBeLessThan(100);
      before = percent;
    }
  }
});

test('each step ends where the next begins', () => {
  const { at } = meter();
  const ends = importSteps.map((step) => [at(step, 0, 0, 0).percent, at(step, 1, 0, 0).percent]);
  for (const [index, [, end]] of ends.entries()) {
    const next = ends[index + 1];
    if (next !== undefined) expect(next[0]).toBe(end);
  }
  expect(ends.at(0)?.[0]).toBe(0);
  expect(ends.at(-1)?.[1]).toBe(99);
});

test('rows done are never more than rows in all', () => {
  expect(meter().at('stage', 0.5, 12, 10)).toMatchObject({ step: 'stage', rowsDone: 12, rowsTotal: 12 });
  expect(meter().at('stage', 0.5, 5, 10)).toMatchObject({ rowsDone: 5, rowsTotal: 10 });
});

test('the time left is not guessed at the start, and then follows the pace', () => {
  const { at, pass } = meter();
  expect(at('stage', 0.5, 1, 2).secondsLeft).toBeNull();
  pass(9_000);
  const { percent, secondsLeft } = at('stage', 0.5, 1, 2);
  expect(secondsLeft).toBe(Math.ceil((9 * (100 - percent)) / percent));
  pass(1_000);
  expect(at('publish', 1, 2, 2).secondsLeft).toBe(1);
});
