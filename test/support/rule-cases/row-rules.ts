import type { EntityName } from '../../../src/model/entities/index.ts';
import {
  type Case,
  type Cells,
  grades,
  missing,
  ordered,
  personal,
  sameCount,
  subjectCodes,
  together,
  unneeded,
  wrong,
} from './row-rule-case.ts';

/** Rows that break nothing in any layer. */
export const sound: Readonly<Record<EntityName, Cells>> = {
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

/** Every rule of one row, broken and kept. */
export const cases: Readonly<Record<EntityName, readonly Case[]>> = {
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
    together({ ...wrong('JP-OR-006', '-EE', 'identifier', '52019', '052019'), fault: 'zero_lost' }, district),
    together(wrong('JP-OR-006', '-EE', 'identifier', 'B127210000018', '131237'), district),
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
