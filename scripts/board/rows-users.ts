import type { Row } from './headers.ts';
import { type PersonName, personName, screenForm, sexOf } from './names.ts';
import type { Board } from './plan.ts';
import { schoolYear } from './plan.ts';
import { draw, drawBelow, drawFrom, uuidOf } from './random.ts';
import { districtKey } from './rows-school.ts';
import type { Guardian, School, Student, Teacher } from './school.ts';
import { gradesInOrder } from './school-types.ts';

/** A person of the board's own office (指導主事). */
export function officerKey(index: number): string {
  return `${districtKey}-a${String(index + 1).padStart(3, '0')}`;
}

/** users.csv: the people of the board's office. */
export function* officeUserRows(board: Board): Iterable<Row> {
  for (let index = 0; index < board.officers; index += 1) {
    const key = officerKey(index);
    yield { ...person(board, key, key, false), primaryOrgSourcedId: board.id('org', districtKey) };
  }
}

/** users.csv: staff, pupils and guardians of a school. */
export function* userRows(board: Board, school: School): Iterable<Row> {
  const org = board.id('org', school.plan.key);
  const homeClasses = school.homerooms.map((room) => board.id('class', room.classes[0]?.key ?? ''));
  for (const teacher of school.staff) yield { ...teacherRow(board, teacher), primaryOrgSourcedId: org };
  for (const student of school.students) {
    yield {
      ...person(board, student.key, student.family, student.renamed),
      agentSourcedIds: student.guardians.map((key) => board.id('user', key)).join(','),
      grades: student.grade,
      primaryOrgSourcedId: org,
      'metadata.jp.homeClass': homeClasses[student.homeroom] ?? '',
    };
  }
  for (const guardian of school.guardians)
    yield { ...guardianRow(board, guardian), primaryOrgSourcedId: org };
}

/** demographics.csv: the pupils. */
export function* demographicsRows(board: Board, school: School): Iterable<Row> {
  for (const student of school.students) {
    const { foreign } = personName(
      board.seed,
      nameRequest(board, student.key, student.family, student.renamed),
    );
    const special = board.layer === 'base' && draw(board.seed, `x/${student.key}`) < 0.02;
    yield {
      sourcedId: board.id('user', student.key),
      birthDate: birthDate(board, student),
      sex: special ? 'ext:notRecorded' : sexOf(board.seed, student.key),
      countryOfBirthCode: foreign
        ? drawFrom(board.seed, `born/${student.key}`, ['BR', 'PH', 'VN', 'NP', 'JP'])
        : 'JP',
      cityOfBirth: foreign ? '' : board.city,
    };
  }
}

function teacherRow(board: Board, teacher: Teacher): Row {
  return person(board, teacher.key, teacher.key, teacher.renamed);
}

function guardianRow(board: Board, guardian: Guardian): Row {
  const draws = `phone/${guardian.key}${guardian.phoneChanged ? '/changed' : ''}`;
  // No Japanese number begins with 000, so nobody is called by mistake.
  const number = `000-${1000 + drawBelow(board.seed, draws, 9000)}-${1000 + drawBelow(board.seed, `${draws}/2`, 9000)}`;
  return { ...person(board, guardian.key, guardian.family, false), phone: number, sms: number };
}

function nameRequest(
  board: Board,
  key: string,
  family: string,
  renamed: boolean,
): Parameters<typeof personName>[1] {
  return { key, family, renamed, sex: sexOf(board.seed, key) };
}

function person(board: Board, key: string, family: string, renamed: boolean): Row {
  const name = personName(board.seed, nameRequest(board, key, family, renamed));
  const username = usernameOf(key);
  const enabled = board.layer !== 'base' || draw(board.seed, `enabled/${key}`) >= 0.01;
  return {
    sourcedId: board.id('user', key),
    enabledUser: String(enabled),
    username,
    userIds: userIdsOf(board, key, username),
    ...nameColumns(name),
    identifier: key.toUpperCase(),
    email: `${username}@${/-[sn]/.test(key) ? 'kodomo' : 'board'}.example.jp`,
    userMasterIdentifier: board.layer !== 'base' ? uuidOf(board.seed, `person/${key}`) : '',
    pronouns: board.layer === 'base' && draw(board.seed, `pronouns/${key}`) < 0.02 ? 'they/them' : '',
  };
}

/** `0001-s0012` -> `s00010012` */
export function usernameOf(key: string): string {
  const [place = '', own = ''] = key.split('-');
  return `${own.slice(0, 1)}${place}${own.slice(1)}`;
}

function userIdsOf(board: Board, key: string, username: string): string {
  const own = `{Koumu:${key}}`;
  return draw(board.seed, `ids/${key}`) < 0.3 ? `${own},{MS:${username}}` : own;
}

function nameColumns(name: PersonName): Row {
  const given = screenForm(name.given);
  const middle = screenForm(name.middle);
  return {
    givenName: name.given[0],
    familyName: name.family[0],
    middleName: name.middle[0],
    preferredGivenName: given[0],
    preferredMiddleName: middle[0],
    preferredFamilyName: name.preferredFamily[0],
    'metadata.jp.kanaGivenName': name.given[1],
    'metadata.jp.kanaFamilyName': name.family[1],
    'metadata.jp.kanaMiddleName': name.middle[1],
    'metadata.jp.kanaPreferredFamilyName': name.preferredFamily[1],
    'metadata.jp.kanaPreferredGivenName': given[1],
    'metadata.jp.kanaPreferredMiddleName': middle[1],
  };
}

/** Between 2 April and 1 April of the year in which one is born to be in the grade. */
function birthDate(board: Board, student: Student): string {
  const first = Date.UTC(schoolYear - 4 - gradesInOrder.indexOf(student.grade), 3, 2);
  const days = drawBelow(board.seed, `birth/${student.key}`, 365);
  return new Date(first + days * 86_400_000).toISOString().slice(0, 10);
}
