import { describe, expect, test } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { filterLengthMax, parseFilter } from '../../../src/query/filter.ts';
import { refusalOf } from '../../support/pieces.ts';

async function refusal(text: string) {
  const error = await refusalOf(() => parseFilter(text));
  if (!(error instanceof RosterError)) throw error;
  return [error.code, error.params.at, error.params.expected];
}

/** [field, at, operator, at, value, at] */
const parts = (text: string) => {
  const { comparisons, join } = parseFilter(text);
  const each = comparisons.map((one) => [
    one.field,
    one.fieldAt,
    one.operator,
    one.operatorAt,
    one.value,
    one.valueAt,
  ]);
  return join === undefined ? each : [...each, join];
};

const operator = 'one of != >= <= = > < ~';
const quoted = 'a value in single quotes';

describe('a filter', () => {
  test.each([
    ["familyName='Sato'", ['familyName', 1, '=', 11, 'Sato', 12]],
    ["familyName='O''Hara'", ['familyName', 1, '=', 11, "O'Hara", 12]],
    ["a.b_c1!=''", ['a.b_c1', 1, '!=', 7, '', 9]],
    ["  a  >=  'x'  ", ['a', 3, '>=', 6, 'x', 10]],
    ["a<='it''s ''''quoted'''''", ['a', 1, '<=', 2, "it's ''quoted''", 4]],
    ["a~'髙橋 > 1'", ['a', 1, '~', 2, '髙橋 > 1', 3]],
    ["a>'>'", ['a', 1, '>', 2, '>', 3]],
    ["a<'='", ['a', 1, '<', 2, '=', 3]],
    ["a=' AND b='", ['a', 1, '=', 2, ' AND b=', 3]],
    ['a>2026-04-01', ['a', 1, '>', 2, '2026-04-01', 3]],
    ['a>=2026-04-01T09:00:00.5+09:00', ['a', 1, '>=', 2, '2026-04-01T09:00:00.5+09:00', 4]],
  ])('of one comparison is read in one pass: %s', (text, wanted) => {
    expect(parts(text)).toEqual([wanted]);
  });

  test.each([
    ["a='x' AND b='y'", 'AND', 11],
    ["a='x'   OR   b='y'", 'OR', 14],
    ["a='x'AND b='y'", 'AND', 10],
    ["a=2026-04-01 OR b='y'", 'OR', 17],
  ])('of two is read too: %s', (text, join, at) => {
    const [first, second, word] = parts(text);
    expect([first?.[0], word]).toEqual(['a', join]);
    expect(second).toEqual(['b', at, '=', at + 1, 'y', at + 2]);
  });

  test.each([
    ['', 1, 'a field name'],
    ['   ', 4, 'a field name'],
    ["'x'='y'", 1, 'a field name'],
    ["名='y'", 1, 'a field name'],
    ['a', 2, operator],
    ["a is 'x'", 3, operator],
    ["a='''", 6, "a closing '"],
    ['a=1', 3, quoted],
    ['a=true', 3, quoted],
    ['a=2026-02-30', 3, quoted],
    ['a=2026-04-01T00:00:00 09:00', 3, quoted],
    ['a="1"', 3, quoted],
    ['a=’1’', 3, quoted],
    ['a=', 3, quoted],
    ["a>>'x'", 3, quoted],
    ["a='x", 5, "a closing '"],
    ["a='x\0y'", 5, 'a text without NUL characters'],
    ["a='it''s \0'", 10, 'a text without NUL characters'],
    ["a='x''", 7, "a closing '"],
    ["a='x';DROP TABLE users", 6, 'AND, OR or the end of the filter'],
    ["a='x' and b='y'", 7, 'AND, OR or the end of the filter'],
    ["a='x' XOR b='y'", 7, 'AND, OR or the end of the filter'],
    ["a='x' AND", 7, 'AND, OR or the end of the filter'],
    ["a='x' AND ", 11, 'a field name'],
    ["a='x' ANDb='y'", 7, 'AND, OR or the end of the filter'],
    ["a='x' OR b", 11, operator],
    ["a='x' AND b='y' AND c='z'", 17, 'the end of the filter: it has at most one AND or OR'],
    ["(a='x')", 1, 'a field name'],
  ])('is refused where it goes wrong: %j', async (text, at, expected) => {
    expect(await refusal(text)).toEqual(['invalid_filter', at, expected]);
  });

  test('is refused when it is too long, before it is looked at', async () => {
    const most = `a='${'x'.repeat(filterLengthMax - 4)}'`;
    expect(parseFilter(most).comparisons[0]?.value.length).toBe(filterLengthMax - 4);
    expect(await refusal(`${most} `)).toEqual(['invalid_filter', 2049, 'at most 2048 characters']);
  });
});
