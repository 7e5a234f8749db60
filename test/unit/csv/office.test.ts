import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/model/import-settings.ts';
import { base } from '../../../src/model/profiles/base.ts';
import { lenient, misspelt, readCells, repaired, warned } from '../../support/office-cells.ts';

describe('a value that its kind refuses', () => {
  test.each([
    ['academicSessions', 'schoolYear', 'JP-AS-007', '２０２６', '2026', 'widths', 'schoolYear', '2026'],
    ['enrollments', 'metadata.jp.shussekiNo', 'JP-EN-011', '１２', '12', 'widths', undefined, undefined],
    ['enrollments', 'primary', 'JP-EN-005', 'ｆａｌｓｅ', 'false', 'widths', 'primary', false],
    ['enrollments', 'primary', 'JP-EN-005', 'ＦＡＬＳＥ', 'false', 'letters', 'primary', false],
    ['enrollments', 'role', 'JP-EN-004', 'ｓｔｕｄｅｎｔ', 'student', 'widths', 'role', 'student'],
    ['users', 'enabledUser', 'JP-US-001', 'true\u200B', 'true', 'widths', 'enabledUser', true],
  ] as const)('%s.%s (%s) %j -> %j', (name, column, code, found, wanted, kind, field, value) => {
    const personal = column === 'metadata.jp.shussekiNo';
    const [seen, meant] = personal ? ['***', '***'] : [found, wanted];
    const strict = readCells(name, { [column]: found });
    expect(strict.issues).toEqual([misspelt(column, code, seen, meant, kind)]);
    const mild = readCells(name, { [column]: found }, lenient);
    expect(mild.issues).toEqual([repaired(column, seen, meant, kind)]);
    if (field !== undefined) expect(mild.values).toHaveProperty(field, value);
    else expect(mild.metadata).toBe('{"jp":{"shussekiNo":12}}');
  });

  test('a flag in capitals is read in both, with a warning', () => {
    for (const settings of [defaultSettings, lenient]) {
      const { issues, values } = readCells('users', { enabledUser: 'TRUE' }, settings);
      expect(issues).toEqual([warned('flag_case', 'enabledUser', 'JP-US-001', { found: 'TRUE' })]);
      expect(values).toHaveProperty('enabledUser', true);
    }
  });

  test('a term with blanks around it', () => {
    expect(readCells('orgs', { type: ' district' }).issues).toEqual([
      misspelt('type', 'JP-OR-003', ' district', 'district', 'blanks'),
    ]);
    const mild = readCells('orgs', { type: ' district' }, lenient);
    expect(mild.issues).toEqual([repaired('type', ' district', 'district', 'blanks')]);
    expect(mild.values).toHaveProperty('type', 'district');
  });

  test.each([
    ['orgs', 'type', '学校', 'term_unknown', 'JP-OR-003', { wanted: 'district, school' }],
    ['academicSessions', 'schoolYear', '令和8年', 'year_invalid', 'JP-AS-007', {}],
    ['enrollments', 'primary', 'はい', 'flag_invalid', 'JP-EN-005', {}],
    ['enrollments', 'primary', '1', 'flag_invalid', 'JP-EN-005', {}],
  ] as const)('%s.%s %j has no certain meaning', (name, column, found, fault, code, params) => {
    for (const settings of [defaultSettings, lenient]) {
      expect(readCells(name, { [column]: found }, settings).issues).toEqual([
        { fault, column, code, level: 'error', params: { found, ...params } },
      ]);
    }
  });
});

describe('the word NULL', () => {
  test.each(['NULL', 'null', 'Null', ' NULL '])('%j in a date is blank only when lenient', (found) => {
    expect(readCells('enrollments', { beginDate: found }).issues).toEqual([
      misspelt('beginDate', 'JP-C-009', found, '', 'null'),
    ]);
    const mild = readCells('enrollments', { beginDate: found }, lenient);
    expect(mild.issues).toEqual([repaired('beginDate', found, '', 'null')]);
    expect(mild.values).not.toHaveProperty('beginDate');
  });

  test('in a required column is what the column refuses, however lenient', () => {
    for (const settings of [defaultSettings, lenient]) {
      expect(readCells('academicSessions', { startDate: 'NULL' }, settings).issues).toEqual([
        {
          fault: 'date_invalid',
          column: 'startDate',
          code: 'JP-C-009',
          level: 'error',
          params: { found: 'NULL' },
        },
      ]);
    }
  });

  test('in a text is a warning, and blank when lenient', () => {
    const strict = readCells('classes', { location: 'NULL' });
    expect(strict.issues).toEqual([warned('null_word', 'location', 'JP-C-012')]);
    expect(strict.values).toHaveProperty('location', 'NULL');
    const mild = readCells('classes', { location: 'NULL' }, lenient);
    expect(mild.issues).toEqual([repaired('location', 'NULL', '', 'null')]);
    expect(mild.values).not.toHaveProperty('location');
  });

  test('is blank in parentSourcedId without a word', () => {
    for (const settings of [defaultSettings, lenient]) {
      const { issues, values } = readCells('academicSessions', { parentSourcedId: 'NULL' }, settings);
      if (settings === defaultSettings) expect(issues).toEqual([]);
      expect(values).not.toHaveProperty('parent');
    }
  });

  test('is a family name when it is not in capitals', () => {
    for (const name of ['Null', 'null']) {
      const { issues, values } = readCells('users', { middleName: name, preferredFamilyName: name }, lenient);
      expect(issues).toEqual([]);
      expect(values).toMatchObject({ middleName: name, preferredLastName: name });
    }
    const mild = readCells('users', { middleName: 'NULL' }, lenient);
    expect(mild.issues).toEqual([repaired('middleName', '***', '', 'null')]);
    expect(mild.values).not.toHaveProperty('middleName');
  });
});

describe('what a spreadsheet destroyed', () => {
  test.each(['1.23E+11', '1E+15', '9.87654e+12', '1.23457E+011'])('%s is a number that is lost', (found) => {
    for (const settings of [defaultSettings, lenient]) {
      const told = { fault: 'exponent', code: 'RH-X-002', level: 'error' };
      expect(readCells('users', { identifier: found }, settings).issues).toEqual([
        { ...told, column: 'identifier', params: { found: '***' } },
      ]);
      expect(readCells('users', { primaryOrgSourcedId: found }, settings).issues).toEqual([
        { ...told, column: 'primaryOrgSourcedId', params: { found } },
      ]);
    }
    // A district's code: the rule of its shape is not asked as well.
    expect(readCells('orgs', { identifier: found }).issues.map(({ fault }) => fault)).toEqual(['exponent']);
    expect(
      readCells('orgs', { identifier: found }, defaultSettings, base).issues.map(({ level }) => level),
    ).toEqual(['error']);
  });

  test.each(['5E1', '1e3', '3E-1', '1E+', 'E+11', '1.23E+11年', '12.3E+11'])('%s is a code', (code) => {
    expect(readCells('classes', { classCode: code }).issues).toEqual([]);
  });

  test('a long number in a text that is no code stays', () => {
    expect(readCells('classes', { location: '1.23E+11' }).issues).toEqual([]);
  });

  test.each(['#N/A', '#REF!', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!'])(
    '%s is an error of a spreadsheet',
    (found) => {
      const told = { fault: 'sheet_error', code: 'RH-X-003', level: 'error' };
      for (const settings of [defaultSettings, lenient]) {
        expect(readCells('orgs', { name: found }, settings).issues).toEqual([
          { ...told, column: 'name', params: { found } },
        ]);
        expect(readCells('users', { givenName: found }, settings).issues).toEqual([
          { ...told, column: 'givenName', params: { found: '***' } },
        ]);
      }
    },
  );

  test.each(['#N/A!', '# N/A', '#1組', '#n/a', '＃N/A'])('%s is a name', (name) => {
    expect(readCells('classes', { title: name }).issues).toEqual([]);
  });

  test.each(['1月1日', '12月31日'])('%s may have been 1-1: a warning, and it is kept', (found) => {
    for (const settings of [defaultSettings, lenient]) {
      const { issues, values } = readCells('classes', { title: found }, settings);
      expect(issues).toEqual([warned('sheet_date', 'title', 'RH-X-004', { found })]);
      expect(values).toHaveProperty('title', found);
    }
  });

  test.each(['1月', '1月1日生', '一月一日', '2026年1月1日'])('%s is a title', (title) => {
    expect(readCells('classes', { title }).issues).toEqual([]);
  });
});
