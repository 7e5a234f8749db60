import type { EditableBundle } from '../editable-bundle.ts';
import { cell, type RuleCase } from './rule-case.ts';

const nobody = '00000000-0000-4000-8000-000000000000';
const sessions = 'academicSessions.csv';
const orgs = 'orgs.csv';
const courses = 'courses.csv';
const classes = 'classes.csv';
const users = 'users.csv';
const roles = 'roles.csv';
const enrollments = 'enrollments.csv';
const profiles = 'userProfiles.csv';
const demographics = 'demographics.csv';
const jp = (name: string) => `metadata.jp.${name}`;

/** A cell of the first row that fits, with another value. */
function where(
  file: string,
  [by, is]: readonly [column: string, value: string],
  column: string,
  value: string | ((board: EditableBundle) => string),
  level: 'error' | 'warning',
): RuleCase {
  return {
    breaks: (board) => {
      const line = board.find(file, by, is);
      board.set(file, line, { [column]: typeof value === 'string' ? value : value(board) });
      return [[file, line, column, level]];
    },
  };
}

const student = ['role', 'student'] as const;
const districtOf = (board: EditableBundle) => board.cell(orgs, 2, 'sourcedId');
const aClass = (type: string) => (board: EditableBundle) =>
  board.cell(classes, board.find(classes, 'classType', type), 'sourcedId');

/** Another enrollment like the one on a line. */
function enroll(board: EditableBundle, like: number, cells: Readonly<Record<string, string>>): number {
  return board.append(enrollments, like, { sourcedId: nobody, ...cells });
}

/** One bundle for each rule of the data files. */
export const recordRuleCases: Readonly<Record<string, RuleCase>> = {
  'JP-AS-001': cell(sessions, 2, 'title', '', 'error'),
  'JP-AS-002': cell(sessions, 2, 'title', '2026', 'error'),
  'JP-AS-003': {
    breaks: (board) => {
      board.append(sessions, 2, {
        sourcedId: nobody,
        type: 'term',
        schoolYear: '2027',
        title: '2027年度',
        startDate: '2027-04-01',
        endDate: '2028-03-31',
      });
      return [[sessions, 3, 'type', 'error']];
    },
  },
  'JP-AS-004': {
    breaks: (board) => {
      board.append(sessions, 2, {
        sourcedId: nobody,
        schoolYear: '2027',
        title: '2027年度',
        startDate: '2027-04-01',
        endDate: '2027-04-01',
      });
      return [
        [sessions, 3, 'endDate', 'error'],
        [sessions, 3, 'endDate', 'warning', 'JP-AS-006'],
      ];
    },
  },
  'JP-AS-005': {
    breaks: (board) => {
      board.append(sessions, 2, {
        sourcedId: nobody,
        schoolYear: '2027',
        title: '2027年度',
        startDate: '2027-04-02',
        endDate: '2028-03-31',
      });
      return [[sessions, 3, 'startDate', 'warning']];
    },
  },
  'JP-AS-006': cell(sessions, 2, 'endDate', '2027-04-01', 'warning'),
  'JP-AS-007': {
    breaks: (board) => {
      board.append(sessions, 2, {
        sourcedId: nobody,
        schoolYear: '26',
        title: '2027年度',
        startDate: '2027-04-01',
        endDate: '2028-03-31',
      });
      return [[sessions, 3, 'schoolYear', 'error']];
    },
  },
  'JP-AS-008': {
    breaks: (board) => {
      board.append(sessions, 2, {
        sourcedId: nobody,
        schoolYear: '2027',
        title: '2028年度',
        startDate: '2027-04-01',
        endDate: '2028-03-31',
      });
      return [[sessions, 3, 'schoolYear', 'warning']];
    },
  },
  'JP-AS-009': {
    ...cell(sessions, 2, 'parentSourcedId', nobody, 'error', 'NULL'),
  },
  'JP-AS-010': {
    breaks: (board) => {
      board.append(sessions, 2, { sourcedId: nobody });
      return [[sessions, 3, 'schoolYear', 'warning']];
    },
  },

  'JP-OR-001': cell(orgs, 3, 'name', '', 'error'),
  'JP-OR-002': cell(orgs, 3, 'name', 'ﾁｭｳｵｳ小学校', 'warning', 'チュウオウ小学校'),
  'JP-OR-003': {
    breaks: (board) => {
      board.append(orgs, 3, { sourcedId: nobody, type: 'department', identifier: 'X', parentSourcedId: '' });
      return [[orgs, 4, 'type', 'error']];
    },
  },
  'JP-OR-004': cell(orgs, 3, 'identifier', 'B10629050001', 'error', 'B106290500010'),
  'JP-OR-005': cell(orgs, 3, 'identifier', 'B106290500011', 'warning'),
  'JP-OR-006': {
    breaks: (board) => {
      board.set(orgs, 2, { identifier: '69051' });
      return [
        [orgs, 2, 'identifier', 'error'],
        ['', 0, '', 'warning', 'JP-F-006'],
      ];
    },
  },
  'JP-OR-007': cell(orgs, 3, 'identifier', '', 'warning'),
  'JP-OR-008': {
    breaks: (board) => {
      board.append(orgs, 3, { sourcedId: nobody });
      return [[orgs, 4, 'identifier', 'warning']];
    },
  },
  'JP-OR-009': {
    breaks: (board) => {
      board.set(orgs, 2, { parentSourcedId: districtOf(board) });
      return [[orgs, 2, 'parentSourcedId', 'error']];
    },
    keeps: (board) => void board.set(orgs, 2, { parentSourcedId: 'NULL' }),
  },
  'JP-OR-010': {
    breaks: (board) => {
      board.append(orgs, 3, { sourcedId: nobody, identifier: '', parentSourcedId: nobody.replace('4', '5') });
      return [
        [orgs, 4, 'parentSourcedId', 'error'],
        [orgs, 4, 'identifier', 'warning', 'JP-OR-007'],
      ];
    },
  },
  'JP-OR-011': cell(orgs, 3, 'parentSourcedId', '', 'warning'),

  'JP-CO-001': cell(courses, 3, 'title', '', 'error'),
  'JP-CO-002': cell(courses, 3, 'title', '国語', 'warning'),
  'JP-CO-003': cell(courses, 3, 'title', '2026年度ｺｸｺﾞ', 'warning', '2026年度コクゴ'),
  'JP-CO-004': cell(courses, 3, 'courseCode', 'HR', 'error'),
  'JP-CO-005': cell(courses, 3, 'schoolYearSourcedId', nobody, 'error'),
  'JP-CO-006': cell(courses, 3, 'schoolYearSourcedId', '', 'warning'),
  'JP-CO-007': cell(courses, 3, 'orgSourcedId', nobody, 'error'),
  'JP-CO-008': cell(courses, 3, 'grades', '5', 'error', 'P5'),
  'JP-CO-009': cell(courses, 3, 'subjectCodes', 'P010,P020', 'error'),
  'JP-CO-010': cell(courses, 3, 'subjectCodes', 'P011', 'warning', 'P100'),

  'JP-CL-001': cell(classes, 2, 'title', '', 'error'),
  'JP-CL-002': cell(classes, 2, 'location', '1ｶｲ', 'warning', '1カイ'),
  'JP-CL-003': cell(classes, 3, 'classType', 'ext:special', 'error'),
  'JP-CL-004': cell(classes, 3, 'courseSourcedId', nobody, 'error'),
  'JP-CL-005': {
    breaks: (board) => {
      board.append(classes, 3, { sourcedId: nobody, schoolSourcedId: nobody });
      return [[classes, board.lines(classes).length - 1, 'schoolSourcedId', 'error']];
    },
  },
  'JP-CL-006': {
    breaks: (board) => {
      board.append(classes, 2, { sourcedId: nobody, schoolSourcedId: districtOf(board) });
      return [[classes, board.lines(classes).length - 1, 'schoolSourcedId', 'error']];
    },
  },
  'JP-CL-007': cell(classes, 3, 'termSourcedIds', '', 'error'),
  'JP-CL-008': cell(classes, 3, 'grades', 'K', 'error'),
  'JP-CL-009': cell(classes, 3, 'subjectCodes', '', 'error'),
  'JP-CL-010': cell(classes, 3, 'subjectCodes', 'X010', 'warning'),
  'JP-CL-011': cell(classes, 3, jp('specialNeeds'), 'yes', 'error', 'true'),
  'JP-CL-012': {
    breaks: (board) => {
      const line = board.append(orgs, 3, {
        sourcedId: nobody,
        identifier: 'B106290500029',
        parentSourcedId: '',
      });
      board.set(courses, 3, { orgSourcedId: nobody });
      return [
        [orgs, line, 'parentSourcedId', 'warning', 'JP-OR-011'],
        ...board
          .lines(classes)
          .flatMap((text, index) =>
            index > 0 && text.includes(board.cell(courses, 3, 'sourcedId'))
              ? [[classes, index + 1, 'courseSourcedId', 'warning'] as const]
              : [],
          ),
      ];
    },
  },

  'JP-US-001': cell(users, 3, 'enabledUser', '', 'error'),
  'JP-US-002': cell(users, 3, 'enabledUser', 'false', 'warning'),
  'JP-US-003': cell(users, 3, 'familyName', '', 'error'),
  'JP-US-004': cell(users, 3, 'userIds', '{Koumu}', 'error', '{Koumu:1},{MS:a}'),
  'JP-US-005': cell(users, 3, 'familyName', 'ﾜﾀﾅﾍﾞ', 'warning', 'ワタナベ'),
  'JP-US-006': cell(users, 3, 'preferredGivenName', '', 'warning'),
  'JP-US-007': cell(users, 3, jp('kanaGivenName'), '', 'warning'),
  'JP-US-008': cell(users, 3, jp('kanaGivenName'), 'ﾋﾏﾘ', 'warning'),
  'JP-US-009': cell(users, 3, jp('kanaGivenName'), 'ひまり', 'warning', 'ヒ・マーリ　ア'),
  'JP-US-010': cell(users, 3, 'userMasterIdentifier', '', 'warning'),
  'JP-US-011': cell(
    users,
    3,
    'userMasterIdentifier',
    '00000000-0000-1000-8000-000000000000',
    'error',
    nobody,
  ),
  'JP-US-012': {
    breaks: (board) => {
      board.set(users, 4, { userMasterIdentifier: board.cell(users, 3, 'userMasterIdentifier') });
      return [[users, 4, 'userMasterIdentifier', 'error']];
    },
  },
  'JP-US-013': where(users, ['grades', 'P1'], 'grades', '01学年', 'error'),
  'JP-US-014': where(users, ['grades', 'P1'], 'grades', '', 'warning'),
  'JP-US-015': where(users, ['grades', 'P1'], 'grades', 'P1,P2', 'warning'),
  'JP-US-016': cell(users, 3, 'primaryOrgSourcedId', nobody, 'error', ''),
  'JP-US-017': where(users, ['grades', 'P1'], 'agentSourcedIds', nobody, 'error'),
  'JP-US-018': where(users, ['grades', 'P1'], jp('homeClass'), nobody, 'error'),
  'JP-US-019': where(users, ['grades', 'P1'], jp('homeClass'), aClass('scheduled'), 'warning'),
  'JP-US-020': cell(users, 3, 'password', 'x', 'warning'),
  'JP-US-021': cell(users, 3, 'preferredFamilyName', '𠮷田', 'warning', '﨑田'),

  'JP-RO-001': {
    breaks: (board) => [
      [roles, board.append(roles, 2, { sourcedId: nobody, userSourcedId: nobody }), 'userSourcedId', 'error'],
    ],
  },
  'JP-RO-002': where(roles, student, 'orgSourcedId', nobody, 'error'),
  'JP-RO-003': {
    breaks: (board) => [
      [roles, board.append(roles, 2, { sourcedId: nobody, roleType: 'first' }), 'roleType', 'error'],
    ],
  },
  'JP-RO-004': {
    breaks: (board) => [
      [roles, board.append(roles, 3, { sourcedId: nobody, role: 'pupil' }), 'role', 'error'],
    ],
  },
  'JP-RO-005': where(roles, ['role', 'guardian'], 'role', 'parent', 'warning'),
  'JP-RO-006': where(roles, ['role', 'guardian'], 'role', 'aide', 'warning'),
  'JP-RO-007': {
    breaks: (board) => [
      [roles, board.append(roles, 3, { sourcedId: nobody, role: 'ext:prefect' }), 'role', 'error'],
    ],
  },
  'JP-RO-008': {
    breaks: (board) => [[roles, board.append(roles, 2, { sourcedId: nobody }), 'roleType', 'error']],
  },
  'JP-RO-009': where(roles, ['role', 'guardian'], 'roleType', 'secondary', 'error'),
  'JP-RO-010': {
    breaks: (board) => {
      const line = board.find(roles, 'role', 'guardian');
      board.set(roles, line, { role: 'principal' });
      return [[roles, line, 'roleType', 'warning']];
    },
  },
  'JP-RO-011': cell(roles, 2, 'endDate', '2026-03-31', 'error', '2026-04-01'),
  'JP-RO-012': cell(roles, 2, 'userProfileSourcedId', nobody, 'error', ''),
  'JP-RO-013': {
    breaks: (board) => {
      const user = board.cell(roles, board.find(roles, 'role', 'guardian'), 'userSourcedId');
      board.filter(roles, (cellOf) => cellOf('userSourcedId') !== user);
      return [[users, board.find(users, 'sourcedId', user), 'sourcedId', 'error']];
    },
  },
  'JP-RO-014': where(roles, student, 'orgSourcedId', districtOf, 'warning'),

  'JP-EN-001': {
    breaks: (board) => [
      [enrollments, enroll(board, 2, { classSourcedId: nobody }), 'classSourcedId', 'error'],
    ],
  },
  'JP-EN-002': cell(enrollments, 2, 'schoolSourcedId', nobody, 'error'),
  'JP-EN-003': {
    breaks: (board) => [
      [enrollments, enroll(board, 2, { userSourcedId: nobody, primary: 'false' }), 'userSourcedId', 'error'],
    ],
  },
  'JP-EN-004': {
    breaks: (board) => [
      [enrollments, enroll(board, 2, { role: 'ext:demonstrator', primary: 'false' }), 'role', 'error'],
    ],
  },
  'JP-EN-005': cell(enrollments, 2, 'primary', '1', 'error'),
  'JP-EN-006': where(enrollments, student, 'primary', '', 'warning'),
  'JP-EN-007': where(enrollments, student, 'primary', 'true', 'error'),
  'JP-EN-008': {
    breaks: (board) => {
      board.set(enrollments, 3, { primary: 'true' });
      return [[enrollments, 3, 'primary', 'warning']];
    },
    keeps: (board) =>
      void board
        .set(enrollments, 2, { endDate: '2026-09-01' })
        .set(enrollments, 3, { primary: 'true', beginDate: '2026-09-01' }),
  },
  'JP-EN-009': {
    breaks: (board) => {
      board.set(enrollments, 2, { beginDate: '2026-09-02', endDate: '2026-09-01' });
      return [[enrollments, 2, 'endDate', 'error']];
    },
  },
  'JP-EN-010': cell(enrollments, 2, 'beginDate', '2026-03-31', 'warning', '2026-04-01'),
  'JP-EN-011': where(enrollments, student, jp('shussekiNo'), '一', 'error'),
  'JP-EN-012': where(enrollments, student, jp('shussekiNo'), '', 'warning'),
  'JP-EN-013': cell(enrollments, 2, jp('publicFlg'), '公開', 'error', ''),
  'JP-EN-014': {
    breaks: (board) => {
      board.append(orgs, 3, { sourcedId: nobody, identifier: 'B106290500029' });
      board.set(enrollments, 2, { schoolSourcedId: nobody });
      return [[enrollments, 2, 'schoolSourcedId', 'warning']];
    },
  },
  'JP-EN-015': {
    breaks: (board) => [[enrollments, enroll(board, 3, {}), 'classSourcedId', 'warning']],
    keeps: (board) => {
      board.set(enrollments, 3, { endDate: '2026-09-01' });
      enroll(board, 3, { beginDate: '2026-09-01', endDate: '' });
    },
  },
  'JP-EN-016': {
    breaks: (board) => {
      // The first lesson of the first pupil of a homeroom.
      const line = board.find(enrollments, 'metadata.jp.shussekiNo', '1') + 1;
      board.set(enrollments, line, { role: 'teacher' });
      return [[enrollments, line, 'role', 'warning']];
    },
  },

  'JP-UP-001': {
    breaks: (board) => [
      [
        profiles,
        board.append(profiles, 2, { sourcedId: nobody, userSourcedId: nobody }),
        'userSourcedId',
        'error',
      ],
    ],
  },
  'JP-UP-002': cell(profiles, 2, 'vendorId', '', 'error'),
  'JP-UP-003': cell(profiles, 2, 'description', 'ｶﾅ', 'warning', 'カナ'),
  'JP-UP-004': cell(profiles, 2, 'password', 'x', 'warning'),
  'JP-DE-001': cell(demographics, 2, 'sourcedId', nobody, 'error'),
  'JP-DE-002': cell(demographics, 2, 'birthDate', '2999-01-01', 'warning'),
  'JP-DE-003': cell(demographics, 2, 'sex', 'ext:x', 'error', 'unspecified'),
  'JP-DE-004': cell(demographics, 2, 'asian', 'x', 'error'),
  'JP-DE-005': cell(demographics, 2, 'asian', 'true', 'warning'),
};
