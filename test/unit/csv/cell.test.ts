import { describe, expect, test } from 'vitest';
import { cellReader, type Value } from '../../../src/csv/cell.ts';
import { entities } from '../../../src/model/entities/index.ts';
import type { Column } from '../../../src/model/entity.ts';
import { type Field, field } from '../../../src/model/field.ts';
import { base } from '../../../src/model/profiles/base.ts';
import { japan } from '../../../src/model/profiles/japan.ts';
import type { Profile } from '../../../src/model/profiles/profile.ts';

type Said = [fault: string, params: Readonly<Record<string, string | number>>];

function columnOf(declared: Field, name = 'x'): Column {
  return { ...declared, name, header: name, column: name, japan: false };
}

function read(declared: Column | Field, cell: string, profile: Profile = japan, entity = 'users') {
  const said: Said[] = [];
  const column = 'header' in declared ? declared : columnOf(declared);
  const value = cellReader(
    column,
    profile,
    entity,
  )(cell, (_column, fault, params = {}) => {
    said.push([fault, params]);
  });
  return { value, said };
}

const accepted = (value: Value) => ({ value, said: [] });
const refused = (...said: Said) => ({ value: null, said: [said] });

describe('text', () => {
  test.each(['string', 'ref'] as const)('a %s is taken as it is', (kind) => {
    const declared: Field = { kind, target: 'org' };
    for (const cell of ['a', ' a ', '髙', '=1', 'NULL', '"'])
      expect(read(declared, cell)).toEqual(accepted(cell));
  });

  test('the word NULL is blank only where the profile allows it', () => {
    const parent = field.ref('org', { nullWord: true });
    expect(read(parent, 'NULL')).toEqual(accepted(null));
    expect(read(parent, 'null')).toEqual(accepted('null'));
    expect(read(field.ref('org'), 'NULL')).toEqual(accepted('NULL'));
  });
});

describe('a year', () => {
  test('is four digits', () => expect(read(field.year(), '2026')).toEqual(accepted('2026')));
  test.each(['26', '20266', '２０２６', '2026 ', '-026'])('is not %j', (cell) => {
    expect(read(field.year(), cell)).toEqual(refused('year_invalid', { found: cell }));
  });
});

describe('a date', () => {
  test.each(['2026-04-01', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('is %s', (cell) => {
    expect(read(field.date(), cell)).toEqual(accepted(cell));
  });
  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026/04/01',
    '2026-4-1',
    '20260401',
    '2026-04-01T00:00:00Z',
    ' 2026-04-01',
    '令和8年4月1日',
  ])('is not %j', (cell) => {
    expect(read(field.date(), cell)).toEqual(refused('date_invalid', { found: cell }));
  });
});

describe('an integer', () => {
  test.each([
    ['0', 0],
    ['007', 7],
    ['999999999', 999_999_999],
  ])('%s is %i', (cell, value) => expect(read(field.integer(), cell)).toEqual(accepted(value)));
  test.each(['-1', '1.5', '1e3', '１', ' 1', '1234567890', 'x'])('is not %j', (cell) => {
    expect(read(field.integer(), cell)).toEqual(refused('integer_invalid', { found: cell }));
  });
});

describe('a flag', () => {
  test('is true or false', () => {
    expect(read(field.flag(), 'true')).toEqual(accepted(true));
    expect(read(field.flag(), 'false')).toEqual(accepted(false));
  });
  test.each([
    ['TRUE', true],
    ['False', false],
  ])('in other case (%s) is repaired with a warning', (cell, value) => {
    expect(read(field.flag(), cell)).toEqual({ value, said: [['flag_case', { found: cell }]] });
  });
  test.each(['yes', '1', '0', 'true ', 'ｔｒｕｅ'])('is not %j', (cell) => {
    expect(read(field.flag(), cell)).toEqual(refused('flag_invalid', { found: cell }));
  });
});

describe('a list', () => {
  test.each(['list', 'refs'] as const)('(%s) is cut at commas', (kind) => {
    const declared: Field = { kind, target: 'user' };
    expect(read(declared, 'P1')).toEqual(accepted(['P1']));
    expect(read(declared, 'P1,P2,P3')).toEqual(accepted(['P1', 'P2', 'P3']));
    for (const cell of [',', 'P1,', ',P1', 'P1,,P2'])
      expect(read(declared, cell)).toEqual(refused('list_invalid', {}));
  });
});

describe('userIds', () => {
  test.each([
    ['{Koumu:12}', [{ type: 'Koumu', identifier: '12' }]],
    [
      '{Koumu:12},{MS:a:b@c}',
      [
        { type: 'Koumu', identifier: '12' },
        { type: 'MS', identifier: 'a:b@c' },
      ],
    ],
    ['{x:a,b}', [{ type: 'x', identifier: 'a,b' }]],
  ])('%s are pairs', (cell, value) => expect(read(field.pairs(), cell)).toEqual(accepted(value)));
  test.each([
    'Koumu:12',
    '{Koumu:12',
    '{Koumu}',
    '{:12}',
    '{Koumu:}',
    '{}',
    '{a:1}{b:2}',
    '{a:1},',
    '{a:1}, {b:2}',
    '{{a:1}}',
    '{a:{1}}',
  ])('are not %j, and the value is not repeated', (cell) =>
    expect(read(field.pairs(), cell)).toEqual(refused('pairs_invalid', {})),
  );
});

describe('a vocabulary', () => {
  const column = (entity: keyof typeof entities, name: string) => {
    const found = entities[entity].columns.find((one) => one.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };

  test.each([
    ['academicSessions', 'type', ['schoolYear'], ['term', 'semester', 'gradingPeriod', 'ext:x']],
    ['classes', 'classType', ['homeroom', 'scheduled'], ['ext:club', 'Homeroom']],
    ['orgs', 'type', ['district', 'school'], ['department', 'local', 'national', 'state', 'ext:x']],
    ['demographics', 'sex', ['male', 'female', 'unspecified', 'other'], ['ext:x', '男']],
    ['roles', 'roleType', ['primary', 'secondary'], ['main', 'ext:x', 'Primary']],
    ['roles', 'role', ['student', 'teacher', 'principal', 'guardian', 'aide'], ['janitor', 'ext:x']],
    ['enrollments', 'role', ['student', 'teacher', 'administrator'], ['aide', 'ext:x']],
  ] as const)('%s.%s is as narrow as the Japan profile has it', (entity, name, good, bad) => {
    const one = column(entity, name);
    for (const cell of good) expect(read(one, cell, japan, entity), cell).toEqual(accepted(cell));
    for (const cell of bad) {
      const { value, said } = read(one, cell, japan, entity);
      expect(value, cell).toBeNull();
      expect(
        said.map(([fault]) => fault),
        cell,
      ).toEqual(['term_unknown']);
      expect(said[0]?.[1].found).toBe(entity === 'demographics' ? '***' : cell);
    }
  });

  test.each([
    ['academicSessions', 'type', ['schoolYear', 'term', 'semester', 'gradingPeriod', 'ext:x.y-z_1']],
    ['classes', 'classType', ['homeroom', 'scheduled', 'ext:club']],
    ['orgs', 'type', ['department', 'district', 'local', 'national', 'school', 'state', 'ext:x']],
    ['demographics', 'sex', ['male', 'other', 'ext:x']],
    ['roles', 'role', ['parent', 'relative', 'systemAdministrator', 'ext:x']],
    ['enrollments', 'role', ['administrator', 'proctor', 'student', 'teacher', 'ext:x']],
  ] as const)('%s.%s is as wide as the base has it', (entity, name, good) => {
    const one = column(entity, name);
    for (const cell of good) expect(read(one, cell, base, entity), cell).toEqual(accepted(cell));
    for (const cell of ['ext:', 'ext:あ', 'ext:a b', 'EXT:x', 'nonsense']) {
      expect(
        read(one, cell, base, entity).said.map(([fault]) => fault),
        cell,
      ).toEqual(['term_unknown']);
    }
  });

  test('guardian and proctor enrol with a warning in the Japan layer, the former as ext:guardian', () => {
    const role = column('enrollments', 'role');
    const wanted = 'student, teacher, administrator';
    expect(read(role, 'guardian', japan, 'enrollments')).toEqual({
      value: 'ext:guardian',
      said: [['term_tolerated', { found: 'guardian', wanted }]],
    });
    expect(read(role, 'proctor', japan, 'enrollments')).toEqual({
      value: 'proctor',
      said: [['term_tolerated', { found: 'proctor', wanted }]],
    });
    expect(read(role, 'guardian', base, 'enrollments').said.map(([fault]) => fault)).toEqual([
      'term_unknown',
    ]);
  });
});

describe('what a report repeats', () => {
  test('is never personal', () => {
    for (const declared of [
      field.date({ personal: true }),
      field.flag({ personal: true }),
      field.integer({ personal: true }),
    ]) {
      expect(read(declared, '山田').said[0]?.[1]).toEqual({ found: '***' });
    }
  });
  test('is cut to forty characters', () => {
    expect(read(field.year(), '𠮷'.repeat(50)).said[0]?.[1]).toEqual({ found: `${'𠮷'.repeat(40)}…` });
  });
});
