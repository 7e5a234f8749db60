import { describe, expect, test } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { entities } from '../../../src/model/entities/index.ts';
import { pageSizeMax, parseListQuery, type Readings } from '../../../src/query/list-query.ts';
import { refusalOf } from '../../support/pieces.ts';

const certified: Readings = { unknownFields: 'reject', unknownSort: 'ignore' };
const parse = (query: string, readings = certified) =>
  parseListQuery(new URLSearchParams(query), entities.users, readings);

async function refusal(query: string, readings = certified) {
  const error = await refusalOf(() => parse(query, readings));
  if (!(error instanceof RosterError)) throw error;
  return { code: error.code, ...error.params };
}

describe('limit and offset', () => {
  test('are 100 and 0 unless given', () => {
    expect(parse('')).toMatchObject({ limit: 100, offset: 0 });
    expect(parse('limit=1&offset=2147483647')).toMatchObject({ limit: 1, offset: 2_147_483_647 });
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
    expect(await refusal(`${name}=${value}`)).toEqual({
      code: 'invalid_parameter',
      name,
      expectedJa: `期待する形: ${least} 以上の整数`,
      expected: `a whole number from ${least}`,
    });
  });
});

test.each([
  'limit=1&limit=1',
  'offset=0&offset=1',
  'cursor=a&cursor=a',
  "filter=status='1'&filter=status='2'",
  'sort=status&sort=status',
  'orderBy=asc&orderBy=desc',
])('a parameter given twice (%s) is refused, whatever its values', async (query) => {
  expect(await refusal(query)).toMatchObject({
    code: 'invalid_parameter',
    name: query.split('=')[0],
    expected: 'given once',
  });
});

test('a parameter that the hub does not know is passed over', () => {
  expect(parse('search=familyName&x=1&x=2')).toEqual(parse(''));
});

test('a cursor is carried as it is', () => {
  expect(parse('cursor=a.b').cursor).toBe('a.b');
  expect(parse('').cursor).toBeUndefined();
});

test('a filter arrives as clients write it: raw, with = and quotes', () => {
  const [condition] = parse("filter=email='a@x.jp'&limit=5").filter?.conditions ?? [];
  expect(condition).toMatchObject({ operator: '=', value: 'a@x.jp' });
});

describe('sort and orderBy', () => {
  test('name a field and a direction', () => {
    expect(parse('sort=familyName').sort).toMatchObject({ path: { at: 'column' }, descending: false });
    expect(parse('sort=familyName&orderBy=asc').sort).toMatchObject({ descending: false });
    expect(parse('sort=familyName&orderBy=desc').sort).toMatchObject({ descending: true });
  });

  test.each(['', 'orderBy=desc', 'orderBy=asc', 'sort=sourcedId', 'sort=sourcedId&orderBy=asc'])(
    'are the default order by sourcedId: %j',
    (query) => {
      expect(parse(query).sort).toBeUndefined();
    },
  );

  test.each(['sort=', 'sort=nickname', 'sort=roles.role', 'sort=familyName%20DESC', 'sort=password'])(
    'that say nothing about a user leave the default order, or are refused where the setting says so: %s',
    async (query) => {
      expect(parse(query).sort).toBeUndefined();
      expect(await refusal(query, { ...certified, unknownSort: 'reject' })).toEqual({
        code: 'invalid_parameter',
        name: 'sort',
        expectedJa: '期待する形: users の項目名',
        expected: 'a field of users',
      });
    },
  );

  test.each(['up', 'ASC', '', 'asc;desc'])('orderBy=%s is refused', async (value) => {
    expect(await refusal(`sort=familyName&orderBy=${value}`)).toMatchObject({
      code: 'invalid_parameter',
      name: 'orderBy',
      expected: 'asc or desc',
    });
  });
});

describe('fields', () => {
  const ignore: Readings = { ...certified, unknownFields: 'ignore' };

  test.each([
    ['', undefined],
    ['fields=familyName', ['familyName']],
    ['fields=familyName,givenName', ['familyName', 'givenName']],
    ['fields=familyName&fields=givenName,status', ['familyName', 'givenName', 'status']],
    ['fields=%20familyName%20,%20status', ['familyName', 'status']],
    ['fields=roles.role,metadata.jp.kanaGivenName', ['roles', 'metadata']],
    ['fields=resources,password', ['resources', 'password']],
  ])('%j selects properties', (query, wanted) => {
    expect(parse(query).fields).toEqual(wanted && new Set(wanted));
  });

  test.each([
    ['fields=', ''],
    ['fields=familyName,,givenName', ''],
    ['fields=familyName,', ''],
    ['fields=nickname', 'nickname'],
    ['fields=familyName,preferredGivenName', 'preferredGivenName'],
    [`fields=${'x'.repeat(500)}`, 'x'.repeat(40)],
  ])('%j is refused by name, with the names that there are', async (query, name) => {
    const { code, name: found, expected } = (await refusal(query)) as Record<string, unknown>;
    expect([code, found]).toEqual(['invalid_fields', name]);
    expect(expected).toContain('familyName, middleName');
  });

  test('with an unknown name are everything where the setting says so; blanks are refused all the same', async () => {
    expect(parse('fields=nickname', ignore).fields).toBeUndefined();
    expect(parse('fields=familyName', ignore).fields).toEqual(new Set(['familyName']));
    expect(await refusal('fields=', ignore)).toMatchObject({ code: 'invalid_fields' });
  });
});

test('the question is what decides records and order, and nothing else', () => {
  const of = (query: string) => parse(query).question;
  expect(of('limit=5&offset=10&fields=status&cursor=x&other=1')).toBe(of(''));
  const different = ["filter=status='active'", 'sort=familyName', 'sort=familyName&orderBy=desc', ''].map(of);
  expect(new Set(different).size).toBe(4);
});
