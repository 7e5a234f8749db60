import type { Row } from './headers.ts';
import type { Board } from './plan.ts';
import type { School, SchoolClass, Student } from './school.ts';
import { yearDates } from './sessions.ts';

interface Place {
  readonly one: SchoolClass;
  readonly classId: string;
}

/** enrollments.csv of a school: the teachers class by class, then the pupils. */
export function* enrollmentRows(board: Board, school: School): Iterable<Row> {
  const org = board.id('org', school.plan.key);
  const places = school.homerooms.map((room) =>
    room.classes.map((one): Place => ({ one, classId: board.id('class', one.key) })),
  );
  for (const place of places.flat()) yield* teacherRows(board, school, place, org);
  for (const student of school.students) {
    const user = board.id('user', student.key);
    for (const place of places[student.homeroom] ?? []) yield studentRow(board, student, place, org, user);
  }
}

function* teacherRows(board: Board, school: School, { one, classId }: Place, org: string): Iterable<Row> {
  for (const [index, place] of one.teachers.entries()) {
    const key = school.staff[place]?.key;
    if (key === undefined) continue;
    const demonstrator = board.layer === 'base' && index > 0;
    yield {
      sourcedId: board.id('enrollment', `${one.key}-${key}`),
      classSourcedId: classId,
      schoolSourcedId: org,
      userSourcedId: board.id('user', key),
      role: demonstrator ? 'ext:demonstrator' : 'teacher',
      primary: demonstrator ? '' : String(index === 0),
      'metadata.jp.publicFlg': 'true',
    };
  }
  const principal = school.staff[0]?.key;
  if (board.layer === 'base' && one.subject === undefined && principal !== undefined) {
    yield {
      sourcedId: board.id('enrollment', `${one.key}-${principal}-administrator`),
      classSourcedId: classId,
      schoolSourcedId: org,
      userSourcedId: board.id('user', principal),
      role: 'administrator',
    };
  }
}

function studentRow(board: Board, student: Student, { one, classId }: Place, org: string, user: string): Row {
  const home = one.subject === undefined;
  return {
    sourcedId: board.id('enrollment', `${one.key}-${student.key}`),
    classSourcedId: classId,
    schoolSourcedId: org,
    userSourcedId: user,
    role: 'student',
    primary: board.layer !== 'base' ? 'false' : '',
    beginDate: student.since ?? (home ? yearDates.first : ''),
    endDate: home ? yearDates.last : '',
    'metadata.jp.shussekiNo': home ? String(student.number) : '',
    'metadata.jp.publicFlg': 'true',
  };
}
