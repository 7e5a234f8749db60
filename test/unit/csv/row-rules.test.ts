import { describe, expect, test } from 'vitest';
import type { EntityName } from '../../../src/model/entities/index.ts';
import { getEntity } from '../../../src/model/entities/index.ts';
import { headerOf } from '../../../src/model/entity.ts';
import { defaultSettings } from '../../../src/model/import-settings.ts';
import { base } from '../../../src/model/profiles/base.ts';
import { japan, japanRev2 } from '../../../src/model/profiles/japan.ts';
import { rowRules } from '../../../src/model/rules/row-rules.ts';
import { readRow } from '../../support/read-row.ts';

type Cells = Readonly<Record<string, string>>;

const id = '0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a';
const settings = { ...defaultSettings, today: '2026-04-01' };
const interoperable = { ...settings, interoperability: true };

/** Rows that break nothing in any layer. */
const sound: Readonly<Record<EntityName, Cells>> = {
  orgs: { name: '星見小学校', type: 'school', identifier: 'B127210000018', parentSourcedId: 'd' },
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
  userProfiles: {
    userSourcedId: 'u',
    profileType: '学習',
    vendorId: 'v',
    credentialType: 'sso',
    username: 'y',
  },
  roles: { userSourcedId: 'u', roleType: 'primary', role: 'teacher', orgSourcedId: 's' },
  enrollments: {
    classSourcedId: 'c',
    schoolSourcedId: 's',
    userSourcedId: 'u',
    role: 'student',
    primary: 'false',
  },
  demographics: {},
};

/** Level of the issue under base, Japan and interoperability, as the spec's table has it. */
type Levels = 'EEE' | '-EE' | '-WE' | '-WW' | 'WWW';
const words: Readonly<Record<string, string>> = { E: 'error', W: 'warning' };

interface Case {
  readonly rule: string;
  readonly levels: Levels;
  /** Header of the column that is blamed. */
  readonly column: string;
  readonly fault: string;
  readonly params: Readonly<Record<string, string>>;
  /** Cells that break the rule, and it alone. */
  readonly broken: Cells;
  /** Cells that come close and keep it, each in a row of its own. */
  readonly kept: readonly Cells[];
}

function wrong(rule: string, levels: Levels, column: string, bad: string, ...good: string[]): Case {
  const params = { found: bad };
  const kept = good.map((cell) => ({ [column]: cell }));
  return { rule, levels, column, fault: 'value_wrong', params, broken: { [column]: bad }, kept };
}

const personal = (one: Case): Case => ({ ...one, params: { found: '***' } });
const together = (one: Case, others: Cells): Case => ({
  ...one,
  broken: { ...others, ...one.broken },
  kept: one.kept.map((cells) => ({ ...others, ...cells })),
});

function missing(rule: string, levels: Levels, column: string): Case {
  const kept: readonly Cells[] = [{}];
  return {
    rule,
    levels,
    column,
    fault: 'value_missing',
    params: { found: '' },
    broken: { [column]: '' },
    kept,
  };
}

function unneeded(rule: string, levels: Levels, column: string, bad: string): Case {
  return { ...wrong(rule, levels, column, bad, ''), fault: 'value_unneeded' };
}

function rare(rule: string, bad: string, ...good: string[]): Case {
  return { ...wrong(rule, '-WW', 'grades', bad, ...good), fault: 'code_rare' };
}

const grades = (rule: string): Case[] => [
  ...['5', '01a', 'K', 'P7', 'J4', 'H5', 'E4', '00', '11', 'P1,X', 'p1', 'P1 '].map((bad) =>
    wrong(rule, '-EE', 'grades', bad),
  ),
  wrong(rule, '-EE', 'grades', 'P0', '', 'P1', 'P6', 'J1', 'J3', 'H1', 'H3', 'E1', 'E3'),
  ...['H4', '01', '09', '10', 'zz'].map((bad) => rare(rule, bad)),
];
const sameCount = (rule: string): Case[] => [
  {
    ...wrong(rule, 'EEE', 'subjectCodes', 'P010,P020'),
    broken: { subjects: '国語', subjectCodes: 'P010,P020' },
    kept: [{ subjects: '国語,社会', subjectCodes: 'P010,P020' }, {}],
  },
  // The binding compares the lengths only where both are there.
  { ...wrong(rule, '-EE', 'subjectCodes', ''), broken: { subjects: '国語' }, kept: [] },
  { ...wrong(rule, '-EE', 'subjectCodes', 'P010'), broken: { subjectCodes: 'P010' }, kept: [] },
];
const subjectCodes = (rule: string): Case[] => [
  ...['P110', 'P000', 'J100', 'P015', 'T01', 'p010'].map((bad) =>
    together(wrong(rule, '-WW', 'subjectCodes', bad), { subjects: '国語' }),
  ),
  together(wrong(rule, '-WW', 'subjectCodes', 'X', 'P010', 'P090', 'P100', 'J010', 'J090'), {
    subjects: '国語',
  }),
];
const ordered = (rule: string): Case => ({
  rule,
  levels: 'EEE',
  column: 'endDate',
  fault: 'values_reversed',
  params: { found: '2026-03-31' },
  broken: { beginDate: '2026-04-01', endDate: '2026-03-31' },
  kept: [
    { beginDate: '2026-04-01', endDate: '2026-04-01' },
    { beginDate: '2026-04-01' },
    { endDate: '2026-03-31' },
  ],
});

const district = { type: 'district', parentSourcedId: '', identifier: '052019' };
const kanaColumns = [
  'kanaGivenName',
  'kanaFamilyName',
  'kanaMiddleName',
  'kanaPreferredFamilyName',
  'kanaPreferredGivenName',
  'kanaPreferredMiddleName',
].map((name) => `metadata.jp.${name}`);
const nameColumns = ['givenName', 'middleName', 'familyName'];
const preferredColumns = ['preferredGivenName', 'preferredMiddleName', 'preferredFamilyName'];

const cases: Readonly<Record<EntityName, readonly Case[]>> = {
  orgs: [
    wrong('JP-OR-002', '-WE', 'name', 'ﾎｼﾐ小学校', 'ホシミ小学校', 'ABC小学校'),
    ...['B12721000001', '052019', 'b127210000018', 'A327210000018', 'B148210000018'].map((bad) =>
      wrong('JP-OR-004', '-EE', 'identifier', bad),
    ),
    wrong('JP-OR-004', '-EE', 'identifier', 'x', 'B127210000018'),
    {
      ...wrong('JP-OR-005', '-WW', 'identifier', 'B127210000019', 'B127210000018'),
      fault: 'check_digit',
    },
    together(wrong('JP-OR-006', '-EE', 'identifier', '52019', '052019', '131237'), district),
    together(wrong('JP-OR-006', '-EE', 'identifier', 'B127210000018'), district),
    missing('JP-OR-007', '-WW', 'identifier'),
    together(unneeded('JP-OR-009', '-EE', 'parentSourcedId', 'x'), district),
    together(
      { ...unneeded('JP-OR-009', '-EE', 'parentSourcedId', 'y'), kept: [{ parentSourcedId: 'NULL' }] },
      district,
    ),
  ],
  academicSessions: [
    ...['2026', '2026年度 ', '令和8年度', '２０２６年度', '26年度', '2026年度前期'].map((bad) => ({
      ...wrong('JP-AS-002', '-EE', 'title', bad),
    })),
    wrong('JP-AS-002', '-EE', 'title', '年度', '2026年度'),
    {
      ...wrong('JP-AS-004', 'EEE', 'endDate', '2026-03-31', '2027-03-31'),
      fault: 'values_reversed',
    },
    { ...wrong('JP-AS-004', 'EEE', 'endDate', '2026-04-01'), fault: 'values_reversed' },
    wrong('JP-AS-005', '-WW', 'startDate', '2026-04-02', '2026-04-01'),
    wrong('JP-AS-006', '-WW', 'endDate', '2027-04-01', '2027-03-31'),
    {
      ...wrong('JP-AS-008', '-WW', 'schoolYear', '2026'),
      broken: { title: '2025年度' },
      kept: [{ title: '2026年度' }],
    },
  ],
  courses: [
    ...['国語', '2026年度', '26年度国語', '２０２６年度国語'].map((bad) =>
      wrong('JP-CO-002', '-WE', 'title', bad),
    ),
    wrong('JP-CO-002', '-WE', 'title', '年度国語', '2026年度国語', '2026年度ホームルーム'),
    wrong('JP-CO-003', '-WE', 'title', '2026年度ﾎｰﾑﾙｰﾑ', '2026年度ホームルーム'),
    together(wrong('JP-CO-003', '-WE', 'subjects', '国ｺﾞ', '国ゴ'), { subjectCodes: 'P010' }),
    unneeded('JP-CO-004', '-EE', 'courseCode', 'HR'),
    ...grades('JP-CO-008'),
    ...sameCount('JP-CO-009'),
    ...subjectCodes('JP-CO-010'),
  ],
  classes: [
    wrong('JP-CL-002', '-WE', 'title', '1ｸﾐ', '1クミ', '１組'),
    wrong('JP-CL-002', '-WE', 'location', 'ｷﾀ', 'キタ'),
    together(wrong('JP-CL-002', '-WE', 'subjects', '国ｺﾞ', '国ゴ'), { subjectCodes: 'P010' }),
    ...grades('JP-CL-008'),
    ...sameCount('JP-CL-009'),
    ...subjectCodes('JP-CL-010'),
  ],
  users: [
    wrong('JP-US-002', '-WE', 'enabledUser', 'false', 'true'),
    ...[...nameColumns, ...preferredColumns].map((name) =>
      personal(wrong('JP-US-005', '-WE', name, 'ﾊﾅ', 'ハナ', 'はな', '花', 'Hana')),
    ),
    missing('JP-US-006', '-WE', 'preferredGivenName'),
    missing('JP-US-006', '-WE', 'preferredFamilyName'),
    missing('JP-US-007', '-WE', 'metadata.jp.kanaGivenName'),
    missing('JP-US-007', '-WE', 'metadata.jp.kanaFamilyName'),
    ...kanaColumns.flatMap((name) => [
      personal(wrong('JP-US-008', '-WE', name, 'ﾊﾅ', 'ハナ')),
      personal(wrong('JP-US-009', '-WW', name, 'はな', 'ハナ', 'ヴァネッサ・ー', 'ハナ コ', 'ハナ　コ')),
      personal(wrong('JP-US-009', '-WW', name, 'Hana')),
      personal(wrong('JP-US-009', '-WW', name, '花')),
    ]),
    missing('JP-US-010', '-WE', 'userMasterIdentifier'),
    ...['x', '7c0e6f0a-3d1b-1b7e-8f52-0c7d1e2f3a4b', '7c0e6f0a-3d1b-4b7e-7f52-0c7d1e2f3a4b'].map((bad) =>
      personal(wrong('JP-US-011', '-EE', 'userMasterIdentifier', bad)),
    ),
    personal(
      wrong(
        'JP-US-011',
        '-EE',
        'userMasterIdentifier',
        '7c0e6f0a3d1b4b7e8f520c7d1e2f3a4b',
        '7c0e6f0a-3d1b-4b7e-8f52-0c7d1e2f3a4b',
        '7C0E6F0A-3D1B-4B7E-BF52-0C7D1E2F3A4B',
      ),
    ),
    ...grades('JP-US-013').filter(({ broken }) => !broken.grades?.includes(',')),
    wrong('JP-US-015', 'WWW', 'grades', 'P1,P2', 'P1'),
    personal(unneeded('JP-US-020', 'WWW', 'password', 'himitsu')),
  ],
  userProfiles: [
    wrong('JP-UP-003', '-WE', 'description', 'ﾒﾓ', 'メモ', ''),
    personal(unneeded('JP-UP-004', 'WWW', 'password', 'himitsu')),
  ],
  roles: [
    wrong('JP-RO-005', '-WE', 'role', 'parent', 'guardian', 'student', 'teacher'),
    wrong('JP-RO-005', '-WE', 'role', 'relative'),
    wrong('JP-RO-006', '-WE', 'role', 'aide', 'principal', 'proctor', 'systemAdministrator'),
    wrong('JP-RO-006', '-WE', 'role', 'counselor'),
    ordered('JP-RO-011'),
  ],
  enrollments: [
    missing('JP-EN-006', '-WE', 'primary'),
    wrong('JP-EN-007', 'EEE', 'primary', 'true', 'false'),
    {
      ...wrong('JP-EN-007', 'EEE', 'primary', 'true'),
      broken: { role: 'administrator', primary: 'true' },
      kept: [
        { role: 'teacher', primary: 'true' },
        { role: 'teacher', primary: 'false' },
      ],
    },
    ordered('JP-EN-009'),
  ],
  demographics: [
    {
      ...personal(wrong('JP-DE-002', 'WWW', 'birthDate', '2026-04-02', '2026-04-01', '2015-01-01', '')),
      fault: 'date_future',
    },
    ...[
      'americanIndianOrAlaskaNative',
      'asian',
      'blackOrAfricanAmerican',
      'nativeHawaiianOrOtherPacificIslander',
      'white',
      'demographicRaceTwoOrMoreRaces',
      'hispanicOrLatinoEthnicity',
    ].flatMap((name) => ['true', 'false'].map((bad) => personal(unneeded('JP-DE-005', '-WW', name, bad)))),
  ],
};

/** The tables here have an entry for every entity and for nothing else. */
function entityName(name: string): EntityName {
  return name as EntityName;
}

const every = Object.entries(cases).flatMap(([name, of]) =>
  of.map((one) => ({ ...one, entity: entityName(name) })),
);

/** Rules that no row can break without breaking these too, under the Japan profile. */
const companions: Readonly<
  Record<string, readonly (readonly [fault: string, code: string, column: string])[]>
> = {
  'JP-AS-004': [['value_wrong', 'JP-AS-006', 'endDate']],
};
/** What the same cell is told besides, whatever the rules: blanks around a value. */
const asText = (one: Case) => {
  const cell = one.broken[one.column] ?? '';
  if (one.params.found === '***' || cell === cell.trim()) return [];
  return [{ fault: 'blanks_around', column: one.column, code: 'JP-C-011', level: 'warning', params: {} }];
};

describe.each(every)('$entity $rule $column $broken', (one) => {
  const { entity, rule, levels, column, fault, params, broken, kept } = one;
  const read = (cells: Cells, profile = japan, how = settings) =>
    readRow(entity, { sourcedId: id, ...sound[entity], ...cells }, profile, how).issues;
  const told = (letter: string | undefined) => {
    const level = words[letter ?? ''];
    return level === undefined ? [] : [{ fault, column, code: rule, level, params }];
  };
  const beside = (companions[rule] ?? []).map(([its, code, where]) => ({
    fault: its,
    column: where,
    code,
    level: 'warning',
    params,
  }));

  test('is broken by it alone, at the level of each layer', () => {
    expect({
      base: read(broken, base),
      japan: read(broken),
      interoperability: read(broken, japan, interoperable),
    }).toEqual({
      base: told(levels[0]),
      japan: [...asText(one), ...told(levels[1]), ...beside],
      interoperability: [...asText(one), ...told(levels[2]), ...beside],
    });
  });

  test('is kept by what comes close, in every layer', () => {
    for (const cells of kept) {
      for (const issues of [read(cells, base), read(cells), read(cells, japan, interoperable)])
        expect(issues, JSON.stringify(cells)).toEqual([]);
    }
  });
});

describe('the table above', () => {
  test.each(Object.entries(sound))('begins from a row of %s that breaks nothing', (name, cells) => {
    const entity = entityName(name);
    for (const [profile, how] of [
      [base, settings],
      [japan, settings],
      [japan, interoperable],
    ] as const)
      expect(readRow(entity, { sourcedId: id, ...cells }, profile, how).issues).toEqual([]);
  });

  test('has every rule of every field at least once, broken and kept', () => {
    for (const [name, of] of Object.entries(rowRules)) {
      const entity = getEntity(name);
      for (const { rule, field, fault } of of) {
        const found = entity.columns.find((one) => one.name === field);
        const header = found && headerOf(found, 'japan');
        const mine = every.filter((one) => one.rule === rule && one.column === header && one.fault === fault);
        expect(mine.length, `${rule} ${field} ${fault}`).toBeGreaterThan(0);
        const keeps = every.filter((one) => one.rule === rule && one.column === header);
        expect(
          keeps.some(({ kept }) => kept.length > 0),
          `${rule} ${field}`,
        ).toBe(true);
      }
    }
  });
});

describe('a rule is not asked', () => {
  const read = (entity: EntityName, cells: Cells, own = {}) =>
    readRow(entity, { sourcedId: id, ...sound[entity], ...cells }, japan, { ...settings, ...own }).issues.map(
      ({ code, column }) => `${code} ${column}`,
    );

  test('about a cell that could not be read, which has been told', () => {
    expect(read('academicSessions', { startDate: 'x' })).toEqual(['JP-C-009 startDate']);
    expect(read('academicSessions', { schoolYear: 'x' })).toEqual(['JP-AS-007 schoolYear']);
    expect(read('enrollments', { role: 'x', primary: 'true' })).toEqual(['JP-EN-004 role']);
    expect(read('enrollments', { primary: 'x' })).toEqual(['JP-EN-005 primary']);
    expect(read('orgs', { type: 'x', identifier: 'y' })).toEqual(['JP-OR-003 type']);
    expect(read('users', { password: 'a\rb' })).toEqual(['JP-F-010 password']);
    expect(read('users', { userMasterIdentifier: '1.23E+11' })).toEqual(['RH-X-002 userMasterIdentifier']);
  });

  test('that its source has turned off', () => {
    expect(read('orgs', { identifier: '' }, { rules: { 'JP-OR-007': 'off' } })).toEqual([]);
  });

  test('about a column that the files of the profile do not have', () => {
    const cells = { 'metadata.jp.kanaGivenName': 'はな', 'metadata.jp.kanaPreferredGivenName': 'はな' };
    expect(read('users', cells)).toEqual([
      'JP-US-009 metadata.jp.kanaGivenName',
      'JP-US-009 metadata.jp.kanaPreferredGivenName',
    ]);
    const row = { sourcedId: id, ...sound.users, ...cells };
    expect(readRow('users', row, base, settings).issues).toEqual([]);
    expect(readRow('users', row, japanRev2, settings).issues.map(({ column }) => column)).toEqual([
      'metadata.jp.kanaGivenName',
    ]);
  });
});

test('a flag in capitals is judged as what it means', () => {
  const read = (cells: Cells) =>
    readRow('enrollments', { sourcedId: id, ...sound.enrollments, ...cells }, japan, settings).issues.map(
      ({ fault, code }) => `${fault} ${code}`,
    );
  expect(read({ primary: 'TRUE' })).toEqual(['flag_case JP-EN-005', 'value_wrong JP-EN-007']);
  expect(read({ primary: 'FALSE' })).toEqual(['flag_case JP-EN-005']);
});
