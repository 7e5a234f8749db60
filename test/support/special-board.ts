import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from './editable-bundle.ts';

/** A word that may never leave the hub. */
export const secretPassword = 'himitsu-no-kotoba';
/** A school's sourcedId with every kind of character that one may have. */
export const slashedSchool = 'sch/a@b.c-d_e';

/**
 * A board with a record for each way in which JSON differs from CSV. The student's line is full of values that tests
 * know; a teacher is also enrolled as guardian, which is a warning.
 */
export async function makeSpecialBoard() {
  const board = await EditableBundle.of(await boardBuffer({ people: 20, seed: 8 }));
  const id = (file: string, line: number, column = 'sourcedId') => board.cell(file, line, column);
  board.append('orgs.csv', board.find('orgs.csv', 'type', 'school'), {
    sourcedId: slashedSchool,
    identifier: '',
  });
  board.set('orgs.csv', board.find('orgs.csv', 'type', 'district'), { parentSourcedId: 'NULL' });
  board.set('academicSessions.csv', 2, { parentSourcedId: 'NULL' });
  board.line('users.csv', 1, (line) => `${line},metadata.vendor.a.b,metadata.note`);
  board.edit('users.csv', (lines) =>
    lines.map((line, at) => (at === 0 || line === '' ? line : `${line},"",""`)),
  );
  const teacherLine = board.find(
    'users.csv',
    'sourcedId',
    id('enrollments.csv', board.find('enrollments.csv', 'role', 'teacher'), 'userSourcedId'),
  );
  const studentLine = board.find('users.csv', 'sourcedId', id('demographics.csv', 2));
  board.set('users.csv', studentLine, {
    username: 's1',
    userIds: '{Koumu:1},{MS:a:b}',
    givenName: '𠮷花',
    familyName: '山﨑',
    middleName: '',
    identifier: 'I1',
    email: '',
    sms: '',
    phone: '',
    grades: 'P3',
    password: secretPassword,
    userMasterIdentifier: '',
    preferredGivenName: 'はな',
    preferredMiddleName: 'M',
    preferredFamilyName: 'やまさき',
    primaryOrgSourcedId: slashedSchool,
    pronouns: '',
    'metadata.jp.kanaGivenName': 'ハナ',
    'metadata.jp.kanaFamilyName': 'ヤマサキ',
    'metadata.jp.kanaMiddleName': '',
    'metadata.jp.kanaPreferredGivenName': '',
    'metadata.jp.kanaPreferredMiddleName': '',
    'metadata.jp.kanaPreferredFamilyName': '',
    'metadata.vendor.a.b': '1',
    'metadata.note': 'x',
  });
  board.filter('roles.csv', (cell) => cell('userSourcedId') !== id('users.csv', studentLine));
  const role = {
    userSourcedId: id('users.csv', studentLine),
    role: 'student',
    roleType: 'primary',
    beginDate: '2026-04-01',
    endDate: '2027-03-31',
    orgSourcedId: slashedSchool,
    userProfileSourcedId: 'prf-1',
  };
  board.append('roles.csv', 2, { ...role, sourcedId: 'rol-1' });
  board.filter('userProfiles.csv', (cell) => cell('userSourcedId') !== id('users.csv', studentLine));
  board.append('userProfiles.csv', 2, {
    sourcedId: 'prf-1',
    userSourcedId: id('users.csv', studentLine),
    profileType: '児童生徒用',
    vendorId: 'v',
    applicationId: '',
    description: '',
    credentialType: 'username',
    username: 's1',
    password: secretPassword,
  });
  const guardianLine = board.append('enrollments.csv', board.find('enrollments.csv', 'role', 'teacher'), {
    sourcedId: 'enr-guardian',
    role: 'guardian',
    primary: '',
  });
  return { board, studentLine, teacherLine, guardianLine };
}
