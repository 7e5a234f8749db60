import { describe, expect, test } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { pageSizeMax, parseListQuery } from '../../../src/query/list-query.ts';
import { refusalOf } from '../../support/pieces.ts';

const parse = (query: string) => parseListQuery(new URLSearchParams(query));
const filter = (text: string) => parse(new URLSearchParams({ filter: text }).toString());
const instant = new Date('2026-04-01T00:00:00.000Z');

async function refusal(run: () => unknown) {
  const error = await refusalOf(run);
  if (!(error instanceof RosterError)) throw error;
  return { code: error.code, ...error.params };
}

describe('limit and offset', () => {
  test('are 100 and 0 unless given', () => {
    expect(parse('')).toEqual({ limit: 100, offset: 0, modified: {} });
    expect(parse('limit=1&offset=2147483647')).toEqual({ limit: 1, offset: 2_147_483_647, modified: {} });
  });

  test.each(['10000', '10001', '2147483647'])('limit %s gives the most that a page has', (limit) => {
    expect(parse(`limit=${limit}`).limit).toBe(pageSizeMax);
  });

  test.each([
    ...['0', '-1', '', ' 1', '1.5', '1e3', '%2B5', '0x10', '１', 'abc', '2147483648', '99999999999'].map(
      (value) => ['limit', value, 1] as const,
    ),
    ...['-1', '', '1.5', 'x', '2147483648'].map((value) => ['offset', value, 0] as const),
  ])('%s=%s is refused, in both languages', async (name, value, least) => {
    expect(await refusal(() => parse(`${name}=${value}`))).toEqual({
      code: 'invalid_parameter',
      name,
      expectedJa: `期待する形: ${least} 以上の整数`,
      expected: `a whole number from ${least}`,
    });
  });
});

test.each(['limit=1&limit=1', 'offset=0&offset=1', 'cursor=a&cursor=a', "filter=a='1'&filter=a='2'"])(
  'a parameter given twice (%s) is refused, whatever its values',
  async (query) => {
    expect(await refusal(() => parse(query))).toMatchObject({
      code: 'invalid_parameter',
      name: query.split('=')[0],
      expected: 'given once',
    });
  },
);

test('a parameter that the hub does not know is passed over', () => {
  expect(parse('sort=familyName&x=1')).toEqual({ limit: 100, offset: 0, modified: {} });
});

test('a cursor is carried as it is', () => {
  expect(parse('cursor=a.b')).toEqual({ limit: 100, offset: 0, modified: {}, cursor: 'a.b' });
});

describe('a filter on dateLastModified', () => {
  test.each([
    ['>', { after: { instant, inclusive: false } }],
    ['>=', { after: { instant, inclusive: true } }],
    ['<', { before: { instant, inclusive: false } }],
    ['<=', { before: { instant, inclusive: true } }],
    ['=', { after: { instant, inclusive: true }, before: { instant, inclusive: true } }],
  ])('with %s is a range', (operator, modified) => {
    const filterText = `dateLastModified${operator}'2026-04-01T09:00:00+09:00'`;
    expect(filter(filterText)).toEqual({ limit: 100, offset: 0, modified, filterText });
  });

  test.each([
    ["dateLastModified~'2026-04-01'", 17, 'one of = > >= < <= for dateLastModified'],
    ["dateLastModified!='2026-04-01'", 17, 'one of = > >= < <= for dateLastModified'],
    ["dateLastModified>'yesterday'", 18, "a date or an instant such as '2026-04-01T00:00:00.000Z'"],
    ["dateLastModified>''", 18, "a date or an instant such as '2026-04-01T00:00:00.000Z'"],
    ["familyName='Sato'", 1, 'dateLastModified'],
    ["datelastmodified>'2026-04-01'", 1, 'dateLastModified'],
    ['', 1, 'a field name'],
  ])('is refused where it goes wrong: %j', async (text, at, expected) => {
    expect(await refusal(() => filter(text))).toEqual({ code: 'invalid_filter', at, expected });
  });
});
