import type { EntityName } from '../entities/index.ts';
import { isSchoolCode, schoolCodePattern } from '../org-identifier.ts';
import { cells, empty, filled, type RowRule, row } from './row-rule.ts';

/** Half-width katakana, its marks and its punctuation. */
const halfWidthKana = /[\uFF61-\uFF9F]/;
const noHalfWidthKana = (cell: string) => !halfWidthKana.test(cell);
/** Full-width katakana with ー and ・, and blanks. Half-width kana has a rule of its own. */
const onlyKatakana = (cell: string) => /^[ァ-ヺー・ヽヾ \u3000\uFF61-\uFF9F]*$/.test(cell);

const schoolYearTitle = /^\d{4}年度$/;
const courseTitle = /^\d{4}年度./;
const districtCode = /^\d{6}$/;
/** That of Hokkaido to Ibaraki, as a number. */
const zeroLost = /^[1-9]\d{4}$/;
const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const subjectCode = /^(P0[1-9]0|P100|J0[1-9]0)$/;
/** Seen somewhere in Japan (profile §2.12); the first are the ones in general use. */
const usualGrade = /^(P[1-6]|[JHE][1-3])$/;
const knownGrade = /^(P[1-6]|J[1-3]|H[1-4]|E[1-3]|0[1-9]|10|zz)$/;

const all = (pattern: RegExp) => (cell: string) => cell.split(',').every((one) => pattern.test(one));
const count = (cell: string | undefined) => (cell ? cell.split(',').length : 0);

const grades = (rule: string) => [
  ...cells(rule, ['grades'], all(knownGrade)),
  ...cells(rule, ['grades'], (cell) => !all(knownGrade)(cell) || all(usualGrade)(cell), 'code_rare'),
];
/** The binding compares the lengths where both lists are there; the Japan profile wants both or neither. */
const sameCount = (rule: string) =>
  row(rule, 'subjectCodes', ['subjects', 'subjectCodes'], ([names, codes], { base }) => {
    if (base && (names === '' || codes === '')) return true;
    return count(names) === count(codes);
  });
const inOrder = ([begin = '', end = '']: readonly string[]) => begin === '' || end === '' || begin <= end;
const ordered = (rule: string) => row(rule, 'endDate', ['beginDate', 'endDate'], inOrder, 'values_reversed');

const names = ['givenName', 'middleName', 'familyName'];
const preferred = ['preferredFirstName', 'preferredMiddleName', 'preferredLastName'];
const kana = [
  'kanaGivenName',
  'kanaFamilyName',
  'kanaMiddleName',
  'kanaPreferredFamilyName',
  'kanaPreferredGivenName',
  'kanaPreferredMiddleName',
];
const ethnicities = [
  'americanIndianOrAlaskaNative',
  'asian',
  'blackOrAfricanAmerican',
  'nativeHawaiianOrOtherPacificIslander',
  'white',
  'demographicRaceTwoOrMoreRaces',
  'hispanicOrLatinoEthnicity',
];

/** Rules that a row can break by itself, besides what the kinds of its fields ask for. */
export const rowRules: Readonly<Record<EntityName, readonly RowRule[]>> = {
  orgs: [
    ...cells('JP-OR-002', ['name'], noHalfWidthKana),
    ...row(
      'JP-OR-004',
      'identifier',
      ['identifier', 'type'],
      ([code = '', type]) => type !== 'school' || code === '' || schoolCodePattern.test(code),
    ),
    ...row(
      'JP-OR-005',
      'identifier',
      ['identifier', 'type'],
      ([code = '', type]) => type !== 'school' || !schoolCodePattern.test(code) || isSchoolCode(code),
      'check_digit',
    ),
    ...row(
      'JP-OR-006',
      'identifier',
      ['identifier', 'type'],
      ([code = '', type]) =>
        type !== 'district' || code === '' || zeroLost.test(code) || districtCode.test(code),
    ),
    ...row(
      'JP-OR-006',
      'identifier',
      ['identifier', 'type'],
      ([code = '', type]) => type !== 'district' || !zeroLost.test(code),
      'zero_lost',
    ),
    ...filled('JP-OR-007', ['identifier']),
    ...row(
      'JP-OR-009',
      'parent',
      ['parent', 'type'],
      ([parent, type]) => type !== 'district' || parent === '',
      'value_unneeded',
    ),
  ],
  academicSessions: [
    ...cells('JP-AS-002', ['title'], (title) => schoolYearTitle.test(title)),
    ...row(
      'JP-AS-004',
      'endDate',
      ['startDate', 'endDate'],
      ([start = '', end = '']) => start === '' || end === '' || start < end,
      'values_reversed',
    ),
    ...row(
      'JP-AS-005',
      'startDate',
      ['startDate', 'schoolYear'],
      ([start, year]) => year === '' || start === '' || start === `${year}-04-01`,
    ),
    ...row(
      'JP-AS-006',
      'endDate',
      ['endDate', 'schoolYear'],
      ([end, year]) => year === '' || end === '' || end === `${Number(year) + 1}-03-31`,
    ),
    ...row(
      'JP-AS-008',
      'schoolYear',
      ['schoolYear', 'title'],
      ([year, title = '']) => year === '' || !schoolYearTitle.test(title) || title === `${year}年度`,
    ),
  ],
  courses: [
    ...cells('JP-CO-002', ['title'], (title) => courseTitle.test(title)),
    ...cells('JP-CO-003', ['title', 'subjects'], noHalfWidthKana),
    ...empty('JP-CO-004', ['courseCode']),
    ...grades('JP-CO-008'),
    ...sameCount('JP-CO-009'),
    ...cells('JP-CO-010', ['subjectCodes'], all(subjectCode)),
  ],
  classes: [
    ...cells('JP-CL-002', ['title', 'location', 'subjects'], noHalfWidthKana),
    ...grades('JP-CL-008'),
    ...sameCount('JP-CL-009'),
    ...cells('JP-CL-010', ['subjectCodes'], all(subjectCode)),
  ],
  users: [
    ...cells('JP-US-002', ['enabledUser'], (flag) => flag.toLowerCase() === 'true'),
    ...cells('JP-US-005', [...names, ...preferred], noHalfWidthKana),
    ...filled('JP-US-006', ['preferredFirstName', 'preferredLastName']),
    ...filled('JP-US-007', ['kanaGivenName', 'kanaFamilyName']),
    ...cells('JP-US-008', kana, noHalfWidthKana),
    ...cells('JP-US-009', kana, onlyKatakana),
    ...filled('JP-US-010', ['userMasterIdentifier']),
    ...cells('JP-US-011', ['userMasterIdentifier'], (id) => uuidV4.test(id)),
    ...grades('JP-US-013'),
    ...cells('JP-US-015', ['grades'], (cell) => !cell.includes(',')),
    ...empty('JP-US-020', ['password']),
  ],
  userProfiles: [
    ...cells('JP-UP-003', ['description'], noHalfWidthKana),
    ...empty('JP-UP-004', ['password']),
  ],
  roles: [
    ...cells('JP-RO-005', ['role'], (role) => role !== 'parent' && role !== 'relative'),
    ...cells('JP-RO-006', ['role'], (role) => role !== 'aide' && role !== 'counselor'),
    ...ordered('JP-RO-011'),
  ],
  enrollments: [
    ...filled('JP-EN-006', ['primary']),
    ...row(
      'JP-EN-007',
      'primary',
      ['primary', 'role'],
      ([primary = '', role]) => primary.toLowerCase() !== 'true' || role === '' || role === 'teacher',
    ),
    ...ordered('JP-EN-009'),
  ],
  demographics: [
    ...cells('JP-DE-002', ['birthDate'], (date, { today }) => date <= today, 'date_future'),
    ...empty('JP-DE-005', ethnicities),
  ],
};
