import { describe, expect, test } from 'vitest';
import { halfWidth } from '../../../src/csv/office.ts';
import type { EntityName } from '../../../src/model/entities/index.ts';
import { defaultSettings } from '../../../src/model/import-settings.ts';
import { base } from '../../../src/model/profiles/base.ts';
import { japan } from '../../../src/model/profiles/japan.ts';
import { readRow } from '../../support/read-row.ts';

type Cells = Readonly<Record<string, string>>;

const id = '0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a';
const lenient = { ...defaultSettings, strictness: 'lenient' } as const;

const rows = {
  orgs: { name: '星見市教育委員会', type: 'district', identifier: '052019' },
  academicSessions: {
    title: '2026年度',
    type: 'schoolYear',
    startDate: '2026-04-01',
    endDate: '2027-03-31',
    schoolYear: '2026',
  },
  courses: { title: '2026年度国語', orgSourcedId: 'o' },
  classes: {
    title: '1組',
    courseSourcedId: 'k',
    classType: 'homeroom',
    schoolSourcedId: 's',
    termSourcedIds: 't',
  },
  users: {
    enabledUser: 'true',
    username: 'y',
    givenName: '花',
    familyName: '山田',
    userMasterIdentifier: '7c0e6f0a-3d1b-4b7e-8f52-0c7d1e2f3a4b',
    preferredGivenName: 'はな',
    preferredFamilyName: 'やまだ',
    'metadata.jp.kanaGivenName': 'ハナ',
    'metadata.jp.kanaFamilyName': 'ヤマダ',
  },
  enrollments: {
    classSourcedId: 'c',
    schoolSourcedId: 's',
    userSourcedId: 'u',
    role: 'student',
    primary: 'false',
  },
  demographics: {},
} as const satisfies Partial<Record<EntityName, Cells>>;

type Name = keyof typeof rows;

/** A sound row with these cells: what it says under the Japan profile. */
function read(name: Name, cells: Cells, settings: typeof defaultSettings = defaultSettings, profile = japan) {
  return readRow(name, { sourcedId: id, ...rows[name], ...cells }, profile, settings);
}

const kinds = {
  written: { what: '別の書き方の日付', whatEn: 'a date in another form' },
  era: { what: '和暦の日付', whatEn: 'a date of the Japanese calendar' },
  widths: {
    what: '全角の英数字か見えない文字のある値',
    whatEn: 'a value with full-width or invisible characters',
  },
  letters: { what: '大文字と小文字の違う値', whatEn: 'a value in other letter case' },
  blanks: { what: '前後に空白のある値', whatEn: 'a value with blanks around it' },
  null: { what: '文字の NULL', whatEn: 'the word NULL' },
  kana: { what: '半角カナかひらがな', whatEn: 'half-width kana or hiragana' },
} as const;
type Kind = keyof typeof kinds;

const misspelt = (column: string, code: string, found: string, wanted: string, kind: Kind) => ({
  fault: 'misspelt',
  column,
  code,
  level: 'error',
  params: { found, wanted, ...kinds[kind] },
});
const repaired = (column: string, found: string, wanted: string, kind: Kind) => ({
  fault: 'repaired',
  column,
  code: 'RH-R-001',
  level: 'warning',
  params: { found, wanted, ...kinds[kind] },
});
const warned = (fault: string, column: string, code: string, params: Cells = {}) => ({
  fault,
  column,
  code,
  level: 'warning',
  params,
});

describe('a date in another form', () => {
  test.each([
    ['2026/4/1', '2026-04-01', 'written'],
    ['2026/04/01', '2026-04-01', 'written'],
    ['2026-4-1', '2026-04-01', 'written'],
    ['2026.4.1', '2026-04-01', 'written'],
    ['20260401', '2026-04-01', 'written'],
    ['2026年4月1日', '2026-04-01', 'written'],
    ['2026年04月01日', '2026-04-01', 'written'],
    ['2028/2/29', '2028-02-29', 'written'],
    // Excel's timestamps at midnight.
    ['2026/4/1 0:00', '2026-04-01', 'written'],
    ['2026/04/01 00:00:00', '2026-04-01', 'written'],
    ['2026-04-01 00:00:00', '2026-04-01', 'written'],
    // Full-width and invisible characters.
    ['２０２６／４／１', '2026-04-01', 'written'],
    ['２０２６－０４－０１', '2026-04-01', 'written'],
    ['２０２６年４月１日', '2026-04-01', 'written'],
    ['\u200B2026-04-01', '2026-04-01', 'written'],
    // The Japanese calendar.
    ['令和8年4月1日', '2026-04-01', 'era'],
    ['令和８年４月１日', '2026-04-01', 'era'],
    ['令和 8年 4月 1日', '2026-04-01', 'era'],
    ['㋿8年4月1日', '2026-04-01', 'era'],
    ['令8.4.1', '2026-04-01', 'era'],
    ['R8.4.1', '2026-04-01', 'era'],
    ['Ｒ８．４．１', '2026-04-01', 'era'],
    ['R8/4/1', '2026-04-01', 'era'],
    ['R08-04-01', '2026-04-01', 'era'],
    ['H27.12.31', '2015-12-31', 'era'],
    ['S64.1.7', '1989-01-07', 'era'],
    ['T15.12.24', '1926-12-24', 'era'],
    // Where one era ends and the next begins.
    ['平成31年4月30日', '2019-04-30', 'era'],
    ['令和元年5月1日', '2019-05-01', 'era'],
    ['令和1年5月1日', '2019-05-01', 'era'],
    ['昭和64年1月7日', '1989-01-07', 'era'],
    ['平成元年1月8日', '1989-01-08', 'era'],
    ['大正15年12月24日', '1926-12-24', 'era'],
    ['昭和元年12月25日', '1926-12-25', 'era'],
    ['大正元年7月30日', '1912-07-30', 'era'],
    ['令和2年2月29日', '2020-02-29', 'era'],
  ] as const)('%s means %s: an error when strict, read so when lenient', (found, wanted, kind) => {
    const strict = read('enrollments', { beginDate: found });
    expect(strict.issues).toEqual([misspelt('beginDate', 'JP-C-009', found, wanted, kind)]);
    expect(strict.values).not.toHaveProperty('beginDate');
    const mild = read('enrollments', { beginDate: found }, lenient);
    expect(mild.issues).toEqual([repaired('beginDate', found, wanted, kind)]);
    expect(mild.values).toHaveProperty('beginDate', wanted);
  });

  test.each([
    // Outside their eras.
    '令和元年4月1日',
    '令和元年4月30日',
    '平成31年5月1日',
    '平成元年1月7日',
    '昭和64年1月8日',
    '大正元年7月29日',
    '令和0年5月1日',
    '明治45年7月29日',
    'H31.5.1',
    // Days that do not exist.
    '2026/2/29',
    '2026/13/1',
    '20260431',
    '平成30年2月29日',
    '令和8年0月1日',
    // More than one meaning.
    '4/1/2026',
    '1/4/2026',
    '26/4/1',
    '8.4.1',
    'Apr 1 2026',
    '2026/4/1 9:30',
    '2026-04-01T00:00:00.000Z',
    '2026年4月',
    '46113',
    '春',
  ])('%s has no certain meaning: an error, however lenient', (found) => {
    const told = {
      fault: 'date_invalid',
      column: 'beginDate',
      code: 'JP-C-009',
      level: 'error',
      params: { found },
    };
    for (const settings of [defaultSettings, lenient]) {
      const { issues, values } = read('enrollments', { beginDate: found }, settings);
      expect(issues).toEqual([told]);
      expect(values).not.toHaveProperty('beginDate');
    }
  });

  test('with blanks around it', () => {
    const found = '　2026-04-01 ';
    expect(read('enrollments', { beginDate: found }).issues).toEqual([
      misspelt('beginDate', 'JP-C-009', found, '2026-04-01', 'written'),
    ]);
    const mild = read('enrollments', { beginDate: found }, lenient);
    expect(mild.issues).toEqual([repaired('beginDate', found, '2026-04-01', 'blanks')]);
    expect(mild.values).toHaveProperty('beginDate', '2026-04-01');
  });

  test('is never repeated where it is personal', () => {
    const birth = { birthDate: '平成31年4月30日' };
    expect(read('demographics', birth).issues).toEqual([
      misspelt('birthDate', 'JP-C-009', '***', '***', 'era'),
    ]);
    const mild = read('demographics', birth, lenient);
    expect(mild.issues).toEqual([repaired('birthDate', '***', '***', 'era')]);
    expect(mild.values).toEqual({ birthDate: '2019-04-30' });
  });

  test('is judged as what it means, when lenient', () => {
    const { issues } = read('enrollments', { beginDate: 'R8.4.2', endDate: '2026-04-01' }, lenient);
    expect(issues).toEqual([
      repaired('beginDate', 'R8.4.2', '2026-04-02', 'era'),
      {
        fault: 'values_reversed',
        column: 'endDate',
        code: 'JP-EN-009',
        level: 'error',
        params: { found: '2026-04-01' },
      },
    ]);
  });

  test('that is required is told to be misspelt by the rule of dates', () => {
    expect(read('academicSessions', { startDate: '2026/4/1' }).issues).toEqual([
      misspelt('startDate', 'JP-C-009', '2026/4/1', '2026-04-01', 'written'),
    ]);
    expect(read('academicSessions', { startDate: '2026/4/1' }, lenient).issues).toEqual([
      repaired('startDate', '2026/4/1', '2026-04-01', 'written'),
    ]);
  });
});

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
    const strict = read(name, { [column]: found });
    expect(strict.issues).toEqual([misspelt(column, code, seen, meant, kind)]);
    const mild = read(name, { [column]: found }, lenient);
    expect(mild.issues).toEqual([repaired(column, seen, meant, kind)]);
    if (field !== undefined) expect(mild.values).toHaveProperty(field, value);
    else expect(mild.metadata).toBe('{"jp":{"shussekiNo":12}}');
  });

  test('a flag in capitals is read in both, with a warning', () => {
    for (const settings of [defaultSettings, lenient]) {
      const { issues, values } = read('users', { enabledUser: 'TRUE' }, settings);
      expect(issues).toEqual([warned('flag_case', 'enabledUser', 'JP-US-001', { found: 'TRUE' })]);
      expect(values).toHaveProperty('enabledUser', true);
    }
  });

  test('a term with blanks around it', () => {
    expect(read('orgs', { type: ' district' }).issues).toEqual([
      misspelt('type', 'JP-OR-003', ' district', 'district', 'blanks'),
    ]);
    const mild = read('orgs', { type: ' district' }, lenient);
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
      expect(read(name, { [column]: found }, settings).issues).toEqual([
        { fault, column, code, level: 'error', params: { found, ...params } },
      ]);
    }
  });
});

describe('the word NULL', () => {
  test.each(['NULL', 'null', 'Null', ' NULL '])('%j in a date is blank only when lenient', (found) => {
    expect(read('enrollments', { beginDate: found }).issues).toEqual([
      misspelt('beginDate', 'JP-C-009', found, '', 'null'),
    ]);
    const mild = read('enrollments', { beginDate: found }, lenient);
    expect(mild.issues).toEqual([repaired('beginDate', found, '', 'null')]);
    expect(mild.values).not.toHaveProperty('beginDate');
  });

  test('in a required column is what the column refuses, however lenient', () => {
    for (const settings of [defaultSettings, lenient]) {
      expect(read('academicSessions', { startDate: 'NULL' }, settings).issues).toEqual([
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
    const strict = read('classes', { location: 'NULL' });
    expect(strict.issues).toEqual([warned('null_word', 'location', 'JP-C-012')]);
    expect(strict.values).toHaveProperty('location', 'NULL');
    const mild = read('classes', { location: 'NULL' }, lenient);
    expect(mild.issues).toEqual([repaired('location', 'NULL', '', 'null')]);
    expect(mild.values).not.toHaveProperty('location');
  });

  test('is blank in parentSourcedId without a word', () => {
    for (const settings of [defaultSettings, lenient]) {
      const { issues, values } = read('academicSessions', { parentSourcedId: 'NULL' }, settings);
      if (settings === defaultSettings) expect(issues).toEqual([]);
      expect(values).not.toHaveProperty('parent');
    }
  });

  test('is a family name when it is not in capitals', () => {
    for (const name of ['Null', 'null']) {
      const { issues, values } = read('users', { middleName: name, preferredFamilyName: name }, lenient);
      expect(issues).toEqual([]);
      expect(values).toMatchObject({ middleName: name, preferredLastName: name });
    }
    const mild = read('users', { middleName: 'NULL' }, lenient);
    expect(mild.issues).toEqual([repaired('middleName', '***', '', 'null')]);
    expect(mild.values).not.toHaveProperty('middleName');
  });
});

describe('what a spreadsheet destroyed', () => {
  test.each(['1.23E+11', '1E+15', '9.87654e+12', '1.23457E+011'])('%s is a number that is lost', (found) => {
    for (const settings of [defaultSettings, lenient]) {
      const told = { fault: 'exponent', code: 'RH-X-002', level: 'error' };
      expect(read('users', { identifier: found }, settings).issues).toEqual([
        { ...told, column: 'identifier', params: { found: '***' } },
      ]);
      expect(read('users', { primaryOrgSourcedId: found }, settings).issues).toEqual([
        { ...told, column: 'primaryOrgSourcedId', params: { found } },
      ]);
    }
    // A district's code: the rule of its shape is not asked as well.
    expect(read('orgs', { identifier: found }).issues.map(({ fault }) => fault)).toEqual(['exponent']);
    expect(
      read('orgs', { identifier: found }, defaultSettings, base).issues.map(({ level }) => level),
    ).toEqual(['error']);
  });

  test.each(['5E1', '1e3', '3E-1', '1E+', 'E+11', '1.23E+11年', '12.3E+11'])('%s is a code', (code) => {
    expect(read('classes', { classCode: code }).issues).toEqual([]);
  });

  test('a long number in a text that is no code stays', () => {
    expect(read('classes', { location: '1.23E+11' }).issues).toEqual([]);
  });

  test.each(['#N/A', '#REF!', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!'])(
    '%s is an error of a spreadsheet',
    (found) => {
      const told = { fault: 'sheet_error', code: 'RH-X-003', level: 'error' };
      for (const settings of [defaultSettings, lenient]) {
        expect(read('orgs', { name: found }, settings).issues).toEqual([
          { ...told, column: 'name', params: { found } },
        ]);
        expect(read('users', { givenName: found }, settings).issues).toEqual([
          { ...told, column: 'givenName', params: { found: '***' } },
        ]);
      }
    },
  );

  test.each(['#N/A!', '# N/A', '#1組', '#n/a', '＃N/A'])('%s is a name', (name) => {
    expect(read('classes', { title: name }).issues).toEqual([]);
  });

  test.each(['1月1日', '12月31日'])('%s may have been 1-1: a warning, and it is kept', (found) => {
    for (const settings of [defaultSettings, lenient]) {
      const { issues, values } = read('classes', { title: found }, settings);
      expect(issues).toEqual([warned('sheet_date', 'title', 'RH-X-004', { found })]);
      expect(values).toHaveProperty('title', found);
    }
  });

  test.each(['1月', '1月1日生', '一月一日', '2026年1月1日'])('%s is a title', (title) => {
    expect(read('classes', { title }).issues).toEqual([]);
  });
});

describe('a code', () => {
  test.each([
    ['courses', 'grades', 'Ｐ１', 'P1', 'grades', ['P1']],
    ['classes', 'classCode', '１－Ａ', '1-A', 'classCode', '1-A'],
    ['classes', 'classCode', 'A\u200B1', 'A1', 'classCode', 'A1'],
    ['orgs', 'identifier', '０５２０１９', '052019', 'identifier', '052019'],
  ] as const)(
    '%s.%s %j is told in full width, and read as %j when lenient',
    (name, column, found, wanted, field, value) => {
      const [first] = read(name, { [column]: found }).issues;
      expect(first).toEqual(warned('full_width', column, 'RH-X-005', { found, wanted }));
      const mild = read(name, { [column]: found }, lenient);
      expect(mild.issues).toEqual([repaired(column, found, wanted, 'widths')]);
      expect(mild.values).toHaveProperty(field, value);
    },
  );

  test('that is personal is not repeated', () => {
    const email = { email: 'ｙ@example.jp' };
    expect(read('users', email).issues).toEqual([
      warned('full_width', 'email', 'RH-X-005', { found: '***', wanted: '***' }),
    ]);
    const mild = read('users', email, lenient);
    expect(mild.issues).toEqual([repaired('email', '***', '***', 'widths')]);
    expect(mild.values).toHaveProperty('email', 'y@example.jp');
  });

  test('has its blanks taken off, when lenient', () => {
    const mild = read('users', { username: ' y　' }, lenient);
    expect(mild.issues).toEqual([repaired('username', '***', '***', 'widths')]);
    expect(mild.values).toHaveProperty('username', 'y');
  });

  test('that is very long is cut in the report, between characters', () => {
    const found = '𠮷'.repeat(200);
    const [first] = read('classes', { classCode: `Ａ${found}` }).issues;
    expect(first?.params).toEqual({
      found: `Ａ${'𠮷'.repeat(39)}…`,
      wanted: `A${'𠮷'.repeat(39)}…`,
    });
  });

  test('halfWidth turns letters and digits, and drops what cannot be seen', () => {
    expect(halfWidth('ＡＢ－１２＠\u200B\u00AD\uFEFF\u2060')).toBe('AB-12@');
  });
});

describe('a reading', () => {
  const column = 'metadata.jp.kanaGivenName';
  test.each([
    ['ﾊﾅｺ', 'ハナコ', 'JP-US-008'],
    ['ﾀﾞｲｽｹ', 'ダイスケ', 'JP-US-008'],
    ['ﾊﾟｰﾙ', 'パール', 'JP-US-008'],
    ['はなこ', 'ハナコ', 'JP-US-009'],
    ['ゔぇら', 'ヴェラ', 'JP-US-009'],
    ['はナこ', 'ハナコ', 'JP-US-009'],
  ])('%s is told, and read as %s when lenient', (found, wanted, rule) => {
    const strict = read('users', { [column]: found });
    expect(strict.issues).toEqual([warned('value_wrong', column, rule, { found: '***' })]);
    expect(strict.metadata).toContain(`"kanaGivenName":"${found}"`);
    const mild = read('users', { [column]: found }, lenient);
    expect(mild.issues).toEqual([repaired(column, '***', '***', 'kana')]);
    expect(mild.metadata).toContain(`"kanaGivenName":"${wanted}"`);
  });

  test('with its marks apart, as a Mac writes them, is put together when lenient', () => {
    const found = 'がく'.normalize('NFD');
    expect(read('users', { [column]: found }).issues).toEqual([
      warned('characters_unusual', column, 'JP-F-012', { found: '\u3099（U+3099）' }),
      warned('value_wrong', column, 'JP-US-009', { found: '***' }),
    ]);
    const mild = read('users', { [column]: found }, lenient);
    expect(mild.issues).toEqual([repaired(column, '***', '***', 'kana')]);
    expect(mild.metadata).toContain('"kanaGivenName":"ガク"');
  });

  test.each(['Hana', '花子'])('%s is told, and stays, however lenient', (found) => {
    for (const settings of [defaultSettings, lenient]) {
      const { issues, metadata } = read('users', { [column]: found }, settings);
      expect(issues).toEqual([warned('value_wrong', column, 'JP-US-009', { found: '***' })]);
      expect(metadata).toContain(`"kanaGivenName":"${found}"`);
    }
  });
});

describe('a name is never changed', () => {
  const unusual = (column: string, code: string, found: string) =>
    warned('characters_unusual', column, code, { found });
  test.each([
    // JIS X 0213 has 﨑, and unifies 髙 with 高.
    ['髙橋', [unusual('familyName', 'JP-F-012', '髙（U+9AD9）')]],
    ['山﨑', []],
    ['𠮷野家', [unusual('familyName', 'JP-F-012', '𠮷（U+20BB7）')]],
    // One letter and one letter with a mark: the same to a reader, not to a comparison.
    ['がく'.normalize('NFC'), []],
    ['がく'.normalize('NFD'), [unusual('familyName', 'JP-F-012', '\u3099（U+3099）')]],
    ['Müller'.normalize('NFC'), []],
    ['Müller'.normalize('NFD'), []],
    ['ﾔﾏﾀﾞ', [warned('value_wrong', 'familyName', 'JP-US-005', { found: '***' })]],
    ['ＹＡＭＡＤＡ', []],
    ['やまだ', []],
    [' 山田', [warned('blanks_around', 'familyName', 'JP-C-011')]],
    ['山田　', [warned('blanks_around', 'familyName', 'JP-C-011')]],
    ['１月１日', []],
    ['神', []],
    ['葛\u{E0100}城', [unusual('familyName', 'JP-F-012', '\u{E0100}（U+E0100）')]],
    ['\uE000田', [unusual('familyName', 'JP-F-012', '\uE000（U+E000）')]],
  ])('%j: what is unusual is told, and it is kept as it is', (name, issues) => {
    for (const settings of [defaultSettings, lenient]) {
      const found = read('users', { familyName: name }, settings);
      expect(found.values).toHaveProperty('familyName', name);
      expect(found.issues).toEqual(issues);
    }
  });

  test('what screens show has a rule of its own for its characters', () => {
    for (const settings of [defaultSettings, lenient]) {
      const found = read('users', { preferredFamilyName: '髙橋' }, settings);
      expect(found.values).toHaveProperty('preferredLastName', '髙橋');
      expect(found.issues).toEqual([unusual('preferredFamilyName', 'JP-US-021', '髙（U+9AD9）')]);
    }
  });

  test('of an org or a class loses blanks around it at most, when lenient', () => {
    for (const name of ['髙島小学校', 'ﾎｼﾐ小学校', 'が'.normalize('NFD'), 'ＡＢＣ小学校'])
      expect(read('orgs', { name }, lenient).values).toHaveProperty('name', name);
    const mild = read('orgs', { name: ' 星見市　' }, lenient);
    expect(mild.issues).toEqual([repaired('name', ' 星見市　', '星見市', 'blanks')]);
    expect(mild.values).toHaveProperty('name', '星見市');
  });
});

describe('a long value', () => {
  test.each([
    ['a'.repeat(255), []],
    ['a'.repeat(256), [{ ...warned('value_long', 'location', 'JP-F-015'), params: { length: 256 } }]],
    // Characters are counted, not code units.
    ['𠀋'.repeat(255), []],
    ['𠀋'.repeat(256), [{ ...warned('value_long', 'location', 'JP-F-015'), params: { length: 256 } }]],
  ])('of %#: is told from 256 characters on', (location, issues) => {
    const found = read('classes', { location });
    expect(found.issues).toEqual(issues);
    expect(found.values).toHaveProperty('location', location);
  });
});
