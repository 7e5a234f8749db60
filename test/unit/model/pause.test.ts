import { describe, expect, test } from 'vitest';
import { isPause, type Pause, pausedUntil } from '../../../src/model/pause.ts';

describe('isPause', () => {
  test.each<[Pause, boolean]>([
    [{ from: '2026-04-01' }, true],
    [{ from: '2026-04-01', until: '2026-04-01' }, true],
    [{ from: '2028-02-29', until: '2028-03-01' }, true],
    [{ from: '2026-02-29' }, false],
    [{ from: '2026-04-02', until: '2026-04-01' }, false],
    [{ from: '2026-04-01', until: '2026-04-31' }, false],
    [{ from: '2026-4-1' }, false],
    [{ from: '' }, false],
  ])('%j -> %s', (pause, is) => {
    expect(isPause(pause)).toBe(is);
  });
});

describe('pausedUntil', () => {
  const summer = { from: '2026-08-01', until: '2026-08-10' };

  test('both days belong to the pause', () => {
    const at = (day: string) => pausedUntil([summer], day);
    expect(['2026-07-31', '2026-08-01', '2026-08-10', '2026-08-11'].map(at)).toEqual([
      undefined,
      '2026-08-10',
      '2026-08-10',
      undefined,
    ]);
    expect(pausedUntil([], '2026-08-01')).toBeUndefined();
  });

  test('pauses that touch or overlap are one, in whatever order they are written', () => {
    const more = [
      { from: '2026-08-11', until: '2026-08-12' },
      { from: '2026-08-05', until: '2026-08-09' },
      summer,
    ];
    expect(pausedUntil(more, '2026-08-06')).toBe('2026-08-12');
    expect(pausedUntil([{ from: '2026-09-01', until: '2026-09-02' }, summer], '2026-08-06')).toBe(
      '2026-08-10',
    );
    // The end of a month is followed by the first of the next.
    const ends = [
      { from: '2026-08-30', until: '2026-08-31' },
      { from: '2026-09-01', until: '2026-09-02' },
    ];
    expect(pausedUntil(ends, '2026-08-30')).toBe('2026-09-02');
  });

  test('one without an end has none', () => {
    expect(pausedUntil([{ from: '2026-08-01' }], '2030-01-01')).toBeNull();
    expect(pausedUntil([{ from: '2026-08-01' }], '2026-07-31')).toBeUndefined();
    expect(pausedUntil([summer, { from: '2026-08-11' }], '2026-08-01')).toBeNull();
  });
});
