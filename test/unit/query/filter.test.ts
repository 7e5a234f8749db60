import { describe, expect, test } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { filterLengthMax, parseComparison } from '../../../src/query/filter.ts';
import { refusalOf } from '../../support/pieces.ts';

async function refusal(text: string) {
  const error = await refusalOf(() => parseComparison(text));
  if (!(error instanceof RosterError)) throw error;
  return [error.code, error.params.at, error.params.expected];
}

describe('a comparison', () => {
  test.each([
    ["familyName='Sato'", { field: 'familyName', operator: '=', value: 'Sato', at: 12 }],
    ["familyName='O''Hara'", { field: 'familyName', operator: '=', value: "O'Hara", at: 12 }],
    ["a.b_c1!=''", { field: 'a.b_c1', operator: '!=', value: '', at: 9 }],
    ["  a  >=  'x'  ", { field: 'a', operator: '>=', value: 'x', at: 10 }],
    ["a<='it''s ''''quoted'''''", { field: 'a', operator: '<=', value: "it's ''quoted''", at: 4 }],
    ["a~'髙橋 > 1'", { field: 'a', operator: '~', value: '髙橋 > 1', at: 3 }],
    ["a>'>'", { field: 'a', operator: '>', value: '>', at: 3 }],
    ["a<'='", { field: 'a', operator: '<', value: '=', at: 3 }],
    ["a='''", undefined],
  ])('is read in one pass: %s', async (text, wanted) => {
    if (wanted === undefined) expect((await refusal(text))[0]).toBe('invalid_filter');
    else expect(parseComparison(text)).toEqual(wanted);
  });

  test.each([
    ['', 1, 'a field name'],
    ['   ', 4, 'a field name'],
    ["'x'='y'", 1, 'a field name'],
    ["名='y'", 1, 'a field name'],
    ['a', 2, 'one of != >= <= = > < ~'],
    ["a is 'x'", 3, 'one of != >= <= = > < ~'],
    ['a=1', 3, 'a value in single quotes'],
    ['a="1"', 3, 'a value in single quotes'],
    ['a=', 3, 'a value in single quotes'],
    ["a>>'x'", 3, 'a value in single quotes'],
    ["a='x", 5, "a closing '"],
    ["a='x''", 7, "a closing '"],
    ["a='x' AND b='y'", 7, 'the end of the filter'],
    ["a='x';DROP TABLE users", 6, 'the end of the filter'],
  ])('is refused where it goes wrong: %j', async (text, at, expected) => {
    expect(await refusal(text)).toEqual(['invalid_filter', at, expected]);
  });

  test('is refused when it is too long, before it is looked at', async () => {
    const most = `a='${'x'.repeat(filterLengthMax - 4)}'`;
    expect(parseComparison(most).value.length).toBe(filterLengthMax - 4);
    expect(await refusal(`${most} `)).toEqual(['invalid_filter', 2049, 'at most 2048 characters']);
  });
});
