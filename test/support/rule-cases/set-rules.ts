import type { EditableBundle } from '../editable-bundle.ts';
import type { Found } from '../rule-bundle.ts';

/** Changes the bundle so that the rule is broken, and tells where; or so that it is nearly broken. */
export interface SetRuleCase {
  readonly rule: string;
  readonly level: 'warning' | 'error';
  readonly broken: string;
  readonly breaks: (board: EditableBundle) => readonly [file: string, line: number, column: string];
  readonly near: string;
  readonly keeps: (board: EditableBundle) => void;
}

export function foundBy(one: SetRuleCase, board: EditableBundle): Found {
  return [...one.breaks(board), one.rule, one.level];
}

/** Ids that no board has. */
export const fresh = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const districtLine = 2;
const schoolLine = 3;
const otherSchoolLine = 4;
const homeroomLine = 2;
const lessonLine = 3;
/** 指導主事, with their two roles; principal, vice principal; a teacher without another office. */
const principalLine = 5;
const teacherLine = 8;

const org = (board: EditableBundle, line: number) => board.cell('orgs.csv', line, 'sourcedId');
const studentRole = (board: EditableBundle) => board.find('roles.csv', 'role', 'student');
const guardianRole = (board: EditableBundle) => board.find('roles.csv', 'role', 'guardian');
const student = (board: EditableBundle) =>
  board.find('users.csv', 'sourcedId', board.cell('roles.csv', studentRole(board), 'userSourcedId'));
/** The first pupil in the homeroom, and the same in the first lesson. */
const seat = (board: EditableBundle) => board.find('enrollments.csv', 'metadata.jp.shussekiNo', '1');
const lesson = (board: EditableBundle) => seat(board) + 1;
const swap = (board: EditableBundle, file: string, lines: readonly [number, number], column: string) => {
  const [one, two] = lines;
  const values = [board.cell(file, one, column), board.cell(file, two, column)];
  board.set(file, one, { [column]: values[1] ?? '' }).set(file, two, { [column]: values[0] ?? '' });
};
const yearOf = (year: number, sourcedId: string) => ({
  sourcedId,
  title: `${year}年度`,
  startDate: `${year}-04-01`,
  endDate: `${year + 1}-03-31`,
  schoolYear: String(year),
});

export const setRuleCases: readonly SetRuleCase[] = [
  {
    rule: 'JP-AS-010',
    level: 'warning',
    broken: 'a second row for the same 年度',
    breaks: (board) => [
      'academicSessions.csv',
      board.append('academicSessions.csv', 2, { sourcedId: fresh(1) }),
      'schoolYear',
    ],
    near: 'a row for another 年度',
    keeps: (board) => board.append('academicSessions.csv', 2, yearOf(2027, fresh(1))),
  },
  {
    rule: 'JP-OR-008',
    level: 'warning',
    broken: 'two schools with one code',
    breaks: (board) => {
      const identifier = board.cell('orgs.csv', schoolLine, 'identifier');
      board.set('orgs.csv', otherSchoolLine, { identifier });
      return ['orgs.csv', otherSchoolLine, 'identifier'];
    },
    near: 'two schools that have exchanged their codes',
    keeps: (board) => swap(board, 'orgs.csv', [schoolLine, otherSchoolLine], 'identifier'),
  },
  {
    rule: 'JP-OR-010',
    level: 'error',
    broken: 'a school below a school',
    breaks: (board) => {
      const parentSourcedId = org(board, schoolLine);
      const identifier = 'B127210000018';
      const line = board.append('orgs.csv', schoolLine, {
        sourcedId: fresh(1),
        identifier,
        parentSourcedId,
      });
      return ['orgs.csv', line, 'parentSourcedId'];
    },
    near: 'a school below a second district',
    keeps: (board) => {
      board.append('orgs.csv', districtLine, { sourcedId: fresh(1), identifier: '272108' });
      const more = { sourcedId: fresh(2), identifier: 'B127210000018', parentSourcedId: fresh(1) };
      board.append('orgs.csv', schoolLine, more);
    },
  },
  {
    rule: 'JP-OR-011',
    level: 'warning',
    broken: 'a school without a district, where there is one',
    breaks: (board) => {
      board.set('orgs.csv', otherSchoolLine, { parentSourcedId: 'NULL' });
      return ['orgs.csv', otherSchoolLine, 'parentSourcedId'];
    },
    near: 'a district without a parent',
    keeps: (board) => board.append('orgs.csv', districtLine, { sourcedId: fresh(1), identifier: '272108' }),
  },
  {
    rule: 'JP-CO-006',
    level: 'warning',
    broken: 'a course without a 年度',
    breaks: (board) => {
      board.set('courses.csv', 3, { schoolYearSourcedId: '' });
      return ['courses.csv', 3, 'schoolYearSourcedId'];
    },
    near: 'a course whose title is of its own 年度',
    keeps: (board) => {
      board.append('academicSessions.csv', 2, yearOf(2025, fresh(1)));
      board.set('courses.csv', 3, { title: '2025年度国語', schoolYearSourcedId: fresh(1) });
    },
  },
  {
    rule: 'JP-CO-006',
    level: 'warning',
    broken: 'a course whose title is of another 年度',
    breaks: (board) => {
      board.set('courses.csv', 3, { title: '2025年度国語' });
      return ['courses.csv', 3, 'schoolYearSourcedId'];
    },
    near: 'a course with another title of its 年度',
    keeps: (board) => board.set('courses.csv', 3, { title: '2026年度こくご' }),
  },
  {
    rule: 'JP-CL-012',
    level: 'warning',
    broken: 'a class with the course of another school',
    breaks: (board) => {
      const line = board.find('courses.csv', 'orgSourcedId', org(board, otherSchoolLine));
      board.set('classes.csv', lessonLine, { courseSourcedId: board.cell('courses.csv', line, 'sourcedId') });
      return ['classes.csv', lessonLine, 'courseSourcedId'];
    },
    near: 'a class with the course of its district',
    keeps: (board) => {
      const line = board.find('courses.csv', 'orgSourcedId', org(board, districtLine));
      board.set('classes.csv', lessonLine, { courseSourcedId: board.cell('courses.csv', line, 'sourcedId') });
    },
  },
  {
    rule: 'JP-US-012',
    level: 'error',
    broken: 'one person twice, once in capitals',
    breaks: (board) => {
      const userMasterIdentifier = board.cell('users.csv', 2, 'userMasterIdentifier').toUpperCase();
      board.set('users.csv', 3, { userMasterIdentifier });
      return ['users.csv', 3, 'userMasterIdentifier'];
    },
    near: 'two people who have exchanged their identifiers',
    keeps: (board) => swap(board, 'users.csv', [2, 3], 'userMasterIdentifier'),
  },
  {
    rule: 'JP-US-014',
    level: 'warning',
    broken: 'a student without a grade',
    breaks: (board) => {
      board.set('users.csv', student(board), { grades: '' });
      return ['users.csv', student(board), 'grades'];
    },
    near: 'a teacher without a grade, and a guardian with a second role',
    keeps: (board) => {
      const more = { sourcedId: fresh(1), roleType: 'secondary', orgSourcedId: org(board, otherSchoolLine) };
      board.append('roles.csv', guardianRole(board), more);
    },
  },
  {
    rule: 'JP-US-019',
    level: 'warning',
    broken: 'a lesson as 学籍クラス',
    breaks: (board) => {
      const homeClass = board.cell('classes.csv', lessonLine, 'sourcedId');
      board.set('users.csv', student(board), { 'metadata.jp.homeClass': homeClass });
      return ['users.csv', student(board), 'metadata.jp.homeClass'];
    },
    near: 'a user without 学籍クラス',
    keeps: (board) => board.set('users.csv', student(board), { 'metadata.jp.homeClass': '' }),
  },
  {
    rule: 'JP-RO-008',
    level: 'error',
    broken: 'a second primary role at one school',
    breaks: (board) => {
      const line = board.append('roles.csv', studentRole(board), { sourcedId: fresh(1), role: 'guardian' });
      return ['roles.csv', line, 'roleType'];
    },
    near: 'a primary role at each of two schools',
    keeps: (board) => {
      const more = { sourcedId: fresh(1), orgSourcedId: org(board, otherSchoolLine) };
      board.append('roles.csv', studentRole(board), more);
    },
  },
  {
    rule: 'JP-RO-009',
    level: 'error',
    broken: 'two secondary roles and no primary one',
    breaks: (board) => {
      const line = guardianRole(board);
      board.set('roles.csv', line, { roleType: 'secondary' });
      board.append('roles.csv', line, { sourcedId: fresh(1), orgSourcedId: org(board, otherSchoolLine) });
      return ['roles.csv', line, 'roleType'];
    },
    near: 'a secondary role beside a primary one',
    keeps: (board) => {
      const more = { sourcedId: fresh(1), roleType: 'secondary', orgSourcedId: org(board, otherSchoolLine) };
      board.append('roles.csv', guardianRole(board), more);
    },
  },
  {
    rule: 'JP-RO-010',
    level: 'warning',
    broken: 'a principal by primary role',
    breaks: (board) => {
      const elsewhere = { roleType: 'primary', orgSourcedId: org(board, otherSchoolLine) };
      board.set('roles.csv', principalLine, elsewhere);
      return ['roles.csv', principalLine, 'roleType'];
    },
    near: 'a teacher who becomes a vice principal beside it',
    keeps: (board) => {
      const more = { sourcedId: fresh(1), roleType: 'secondary', role: 'siteAdministrator' };
      board.append('roles.csv', teacherLine, more);
    },
  },
  {
    rule: 'JP-RO-010',
    level: 'warning',
    broken: 'a principal who is no teacher',
    breaks: (board) => {
      const more = { sourcedId: fresh(1), roleType: 'secondary', role: 'principal' };
      return ['roles.csv', board.append('roles.csv', guardianRole(board), more), 'role'];
    },
    near: 'a guardian who is a systemAdministrator',
    keeps: (board) => {
      const more = { sourcedId: fresh(1), roleType: 'secondary', role: 'systemAdministrator' };
      board.append('roles.csv', guardianRole(board), more);
    },
  },
  {
    rule: 'JP-RO-014',
    level: 'warning',
    broken: 'a student of the district',
    breaks: (board) => {
      board.set('roles.csv', studentRole(board), { orgSourcedId: org(board, districtLine) });
      return ['roles.csv', studentRole(board), 'orgSourcedId'];
    },
    near: 'a guardian of the district',
    keeps: (board) => board.set('roles.csv', guardianRole(board), { orgSourcedId: org(board, districtLine) }),
  },
  {
    rule: 'JP-EN-008',
    level: 'warning',
    broken: 'two primary teachers',
    breaks: (board) => {
      board.set('enrollments.csv', 3, { primary: 'true' });
      return ['enrollments.csv', 3, 'primary'];
    },
    near: 'a primary teacher after the other',
    keeps: (board) => {
      board.set('enrollments.csv', 2, { endDate: '2026-06-01' });
      board.set('enrollments.csv', 3, { primary: 'true', beginDate: '2026-06-01' });
    },
  },
  {
    rule: 'JP-EN-010',
    level: 'warning',
    broken: 'an enrollment that begins before the 年度',
    breaks: (board) => {
      board.set('enrollments.csv', lesson(board), { beginDate: '2026-03-31' });
      return ['enrollments.csv', lesson(board), 'beginDate'];
    },
    near: 'an enrollment from the first day of the 年度',
    keeps: (board) => board.set('enrollments.csv', lesson(board), { beginDate: '2026-04-01' }),
  },
  {
    rule: 'JP-EN-010',
    level: 'warning',
    broken: 'an enrollment that ends after the 年度',
    breaks: (board) => {
      board.set('enrollments.csv', lesson(board), { endDate: '2027-04-02' });
      return ['enrollments.csv', lesson(board), 'endDate'];
    },
    near: 'an enrollment that ends with the last day of the 年度',
    keeps: (board) => board.set('enrollments.csv', lesson(board), { endDate: '2027-04-01' }),
  },
  {
    rule: 'JP-EN-012',
    level: 'warning',
    broken: 'a student of a homeroom without 出席番号',
    breaks: (board) => {
      const line = seat(board);
      board.set('enrollments.csv', line, { 'metadata.jp.shussekiNo': '' });
      return ['enrollments.csv', line, 'metadata.jp.shussekiNo'];
    },
    near: 'a student of a lesson with the 出席番号 of another',
    keeps: (board) => board.set('enrollments.csv', lesson(board), { 'metadata.jp.shussekiNo': '2' }),
  },
  {
    rule: 'JP-EN-012',
    level: 'warning',
    broken: 'one 出席番号 for two students of a homeroom',
    breaks: (board) => {
      const line = board.find('enrollments.csv', 'metadata.jp.shussekiNo', '2');
      board.set('enrollments.csv', line, { 'metadata.jp.shussekiNo': '1' });
      return ['enrollments.csv', line, 'metadata.jp.shussekiNo'];
    },
    near: 'a student who comes back to the homeroom with the same 出席番号',
    keeps: (board) => {
      board.set('enrollments.csv', seat(board), { endDate: '2026-06-01' });
      board.append('enrollments.csv', seat(board), {
        sourcedId: fresh(1),
        beginDate: '2026-09-01',
        endDate: '',
      });
    },
  },
  {
    rule: 'JP-EN-014',
    level: 'warning',
    broken: 'an enrollment at another school than its class',
    breaks: (board) => {
      board.set('enrollments.csv', lesson(board), { schoolSourcedId: org(board, otherSchoolLine) });
      return ['enrollments.csv', lesson(board), 'schoolSourcedId'];
    },
    near: 'a class that has moved with its enrollments',
    keeps: (board) => {
      const schools = [org(board, schoolLine), org(board, otherSchoolLine)] as const;
      const moved = board.cell('classes.csv', lessonLine, 'sourcedId');
      const courseSourcedId = board.cell('classes.csv', homeroomLine, 'courseSourcedId');
      board.set('classes.csv', lessonLine, { schoolSourcedId: schools[1], courseSourcedId });
      board.edit('enrollments.csv', (lines) =>
        lines.map((line) => (line.includes(moved) ? line.replace(...schools) : line)),
      );
    },
  },
  {
    rule: 'JP-EN-015',
    level: 'warning',
    broken: 'a second enrollment in the same class',
    breaks: (board) => {
      const line = board.append('enrollments.csv', lesson(board), { sourcedId: fresh(1) });
      return ['enrollments.csv', line, 'classSourcedId'];
    },
    near: 'a second enrollment after the first',
    keeps: (board) => {
      board.set('enrollments.csv', lesson(board), { endDate: '2026-06-01' });
      const later = { sourcedId: fresh(1), beginDate: '2026-06-01', endDate: '' };
      board.append('enrollments.csv', lesson(board), later);
    },
  },
  {
    rule: 'JP-EN-016',
    level: 'warning',
    broken: 'a student who is enrolled as a teacher',
    breaks: (board) => {
      board.set('enrollments.csv', lesson(board), { role: 'teacher' });
      return ['enrollments.csv', lesson(board), 'role'];
    },
    near: 'a teacher who is enrolled as an administrator',
    keeps: (board) => board.set('enrollments.csv', 3, { role: 'administrator' }),
  },
];
