import { describe, expect, test } from 'vitest';
import { checkHeader, headerNames, isAddition } from '../../../src/csv/header.ts';
import { entities, entityList } from '../../../src/model/entities/index.ts';
import { csvHeaders, type HeaderLayer } from '../../../src/model/entity.ts';

const layers = ['base', 'japan-rev2', 'japan-1.2.1', 'japan'] as const satisfies readonly HeaderLayer[];

const { orgs } = entities;
const good = ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'];

function check(header: readonly string[], layer: HeaderLayer = 'japan', entity = orgs) {
  return checkHeader(header, entity, layer).map(({ fault, file, line, column, code, level, params }) => {
    expect([file, line]).toEqual([entity.csvFile, 1]);
    return { fault, column, code, level, params };
  });
}

const without = (name: string) => good.filter((one) => one !== name);

test.each(layers)('the exact header of every file passes in the layer %s', (layer) => {
  for (const entity of entityList) expect(check(csvHeaders(entity, layer), layer, entity)).toEqual([]);
});

test.each([[[]], [['']]])('no header at all is one issue: %j', (header) => {
  expect(check(header)).toEqual([
    { fault: 'header_missing', column: '', code: 'JP-H-001', level: 'error', params: {} },
  ]);
});

test('a missing column is told with its place, and the ones behind it are not', () => {
  expect(check(without('status'))).toEqual([
    { fault: 'column_missing', column: 'status', code: 'JP-H-002', level: 'error', params: { position: 2 } },
  ]);
});

test('a renamed column is one that is missing and one that is unknown', () => {
  expect(check(good.map((name) => (name === 'identifier' ? 'code' : name)))).toEqual([
    {
      fault: 'column_missing',
      column: 'identifier',
      code: 'JP-H-002',
      level: 'error',
      params: { position: 6 },
    },
    { fault: 'column_unknown', column: 'code', code: 'JP-H-005', level: 'error', params: { found: 6 } },
  ]);
});

test.each([
  ['Identifier', 'Identifier'],
  ['ｉｄｅｎｔｉｆｉｅｒ', 'ｉｄｅｎｔｉｆｉｅｒ'],
  ['\u200Bidentifier', '[U+200B]identifier'],
  [' identifier\u3000', ' identifier[U+3000]'],
])('a column written %j is named for what it is, and read by the lenient reading', (written, found) => {
  const header = good.map((name) => (name === 'identifier' ? written : name));
  const params = { found, wanted: 'identifier' };
  expect(check(header)).toEqual([
    { fault: 'column_misspelt', column: 'identifier', code: 'JP-H-002', level: 'error', params },
  ]);
  const lenient = checkHeader(header, entities.orgs, 'japan', 'lenient');
  expect(lenient.map(({ fault, column, level, params }) => [fault, column, level, params])).toEqual([
    ['column_respelt', 'identifier', 'warning', params],
  ]);
  expect(headerNames(header, entities.orgs, 'japan', 'lenient')).toEqual(good);
});

test('a doubled column is told once, however often it is there', () => {
  expect(check([...good, 'name', 'name'])).toEqual([
    { fault: 'column_twice', column: 'name', code: 'JP-H-004', level: 'error', params: {} },
  ]);
});

test('columns out of order are told with both places', () => {
  const [first = '', second = '', third = '', fourth = '', fifth = '', ...rest] = good;
  const code = 'JP-H-003';
  expect(check([first, second, third, fifth, fourth, ...rest])).toEqual([
    { fault: 'column_order', column: 'name', code, level: 'error', params: { found: 5, position: 4 } },
    { fault: 'column_order', column: 'type', code, level: 'error', params: { found: 4, position: 5 } },
  ]);
});

describe('a column of another generation of the Japan profile', () => {
  const { enrollments, users } = entities;
  const former = (column: string, wanted: string) => ({
    fault: 'column_former',
    column,
    code: 'JP-H-007',
    level: 'error',
    params: { wanted },
  });
  const unknown = (column: string) => ({
    fault: 'metadata_unknown',
    column,
    code: 'JP-H-006',
    level: 'warning',
    params: {},
  });
  const finalNames = ['metadata.jp.shussekiNo', 'metadata.jp.publicFlg'] as const;
  const formerNames = ['metadata.jp.ShussekiNo', 'metadata.jp.PublicFlg'] as const;

  test.each([
    ['japan', 'japan-1.2.1', formerNames, finalNames],
    ['japan', 'japan-rev2', formerNames, finalNames],
    ['japan-1.2.1', 'japan', finalNames, formerNames],
    ['japan-rev2', 'japan', finalNames, formerNames],
  ] as const)(
    'under its other name, judged by %s and written for %s, is told the name only',
    (layer, written, found, wanted) => {
      expect(check(csvHeaders(enrollments, written), layer, enrollments)).toEqual([
        former(found[0], wanted[0]),
        former(found[1], wanted[1]),
      ]);
    },
  );

  test.each(['japan-1.2.1', 'japan-rev2'] as const)('under the name of its own, %s, is right', (layer) => {
    expect(csvHeaders(enrollments, layer).slice(-2)).toEqual(formerNames);
    expect(check(csvHeaders(enrollments, layer), layer, enrollments)).toEqual([]);
  });

  test('under both names is told the other one only', () => {
    const header = [...csvHeaders(enrollments, 'japan'), formerNames[0]];
    expect(check(header, 'japan', enrollments)).toEqual([former(formerNames[0], finalNames[0])]);
  });

  test.each(['japan', 'japan-1.2.1'] as const)('resourceSourcedIds has been retired in %s', (layer) => {
    const header = csvHeaders(users, layer).flatMap((name) =>
      name === 'preferredGivenName' ? ['resourceSourcedIds', name] : [name],
    );
    const retired = {
      fault: 'column_retired',
      column: 'resourceSourcedIds',
      code: 'JP-H-008',
      level: 'error',
    };
    expect(check(header, layer, users)).toEqual([{ ...retired, params: {} }]);
  });

  test('resourceSourcedIds is a column like others in the second edition', () => {
    const header = csvHeaders(users, 'japan-rev2').filter((name) => name !== 'resourceSourcedIds');
    expect(check(header, 'japan-rev2', users)).toEqual([
      {
        fault: 'column_missing',
        column: 'resourceSourcedIds',
        code: 'JP-H-002',
        level: 'error',
        params: { position: 18 },
      },
    ]);
  });

  test('that is newer than the second edition is an addition there, and missing from the newer ones', () => {
    const added = ['Family', 'Given', 'Middle'].map((part) => `metadata.jp.kanaPreferred${part}Name`);
    expect(check([...csvHeaders(users, 'japan-rev2'), ...added], 'japan-rev2', users)).toEqual(
      added.map(unknown),
    );
    const without = csvHeaders(users, 'japan').filter((name) => !added.includes(name));
    expect(check(without, 'japan', users)).toEqual(
      added.map((column, index) => ({
        fault: 'column_missing',
        column,
        code: 'JP-H-002',
        level: 'error',
        params: { position: 27 + index },
      })),
    );
  });

  test('is nothing special in the base: Japan columns are additions, resourceSourcedIds is unknown', () => {
    const header = [...csvHeaders(users, 'base'), 'resourceSourcedIds', 'metadata.jp.homeClass'];
    expect(check(header, 'base', users)).toEqual([
      {
        fault: 'column_unknown',
        column: 'resourceSourcedIds',
        code: 'JP-H-005',
        level: 'error',
        params: { found: 23 },
      },
      unknown('metadata.jp.homeClass'),
    ]);
  });
});

describe('additional columns', () => {
  test('under metadata. at the right end are a warning each', () => {
    expect(check([...good, 'metadata.vendor.a', 'metadata.b'])).toEqual([
      {
        fault: 'metadata_unknown',
        column: 'metadata.vendor.a',
        code: 'JP-H-006',
        level: 'warning',
        params: {},
      },
      { fault: 'metadata_unknown', column: 'metadata.b', code: 'JP-H-006', level: 'warning', params: {} },
    ]);
  });

  test('elsewhere put the others out of order', () => {
    const faults = check(['metadata.b', ...good]).map(({ fault, column }) => `${fault} ${column}`);
    expect(faults).toEqual([...good.map((name) => `column_order ${name}`), 'metadata_unknown metadata.b']);
  });

  test.each(['metadata.', 'metadata', 'metadata..x', 'metadata.x.', 'Metadata.x', 'vendor.x', 'metadata.jp'])(
    'called %s are unknown columns',
    (name) => {
      expect(isAddition(name)).toBe(false);
      expect(check([...good, name])).toEqual([
        { fault: 'column_unknown', column: name, code: 'JP-H-005', level: 'error', params: { found: 8 } },
      ]);
    },
  );

  test('with a very long name do not fill the report', () => {
    const [found] = check([...good, 'x'.repeat(10_000)]);
    expect(found?.column).toBe(`${'x'.repeat(40)}…`);
  });
});
