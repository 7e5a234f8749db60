import type { Row } from './headers.ts';
import { type Board, schoolYear } from './plan.ts';
import type { School, SchoolClass } from './school.ts';
import { subjectsOf } from './school-types.ts';
import { sessionIds, sessionsOfClass } from './sessions.ts';

/** Key of the board's own org. */
export const districtKey = 'district';
/** The board's office for IT, an org of its own in the base layer. */
export const departmentKey = 'department';

/** The board itself and, in the base layer, what is above and beside it. */
export function* officeOrgRows(board: Board): Iterable<Row> {
  const org = (key: string, name: string, type: string, identifier: string, parent: string): Row => ({
    sourcedId: board.id('org', key),
    name,
    type,
    identifier,
    parentSourcedId: parent === '' ? '' : board.id('org', parent),
  });
  const name = `${board.city}教育委員会`;
  if (board.layer !== 'base') {
    yield org(districtKey, name, 'district', board.districtCode, '');
    return;
  }
  yield org('nation', '架空国', 'national', 'NAT-1', '');
  yield org('state', '架空県', 'state', 'STA-1', 'nation');
  yield org('local', '架空郡', 'local', 'LOC-1', 'state');
  yield org(districtKey, name, 'district', board.districtCode, 'local');
  yield org(departmentKey, '教育情報課', 'department', 'DEP-1', districtKey);
  yield org('library', `${board.city}立図書館`, 'ext:library', 'EXT-1', districtKey);
}

/** orgs.csv */
export function* orgRows(board: Board, { plan }: School): Iterable<Row> {
  yield {
    sourcedId: board.id('org', plan.key),
    name: plan.name,
    type: 'school',
    identifier: plan.code,
    parentSourcedId: board.id('org', districtKey),
  };
}

/** The one course that belongs to the board: the homerooms of all its schools. */
export function* officeCourseRows(board: Board): Iterable<Row> {
  yield {
    sourcedId: board.id('course', 'homeroom'),
    schoolYearSourcedId: board.id('academicSession', sessionIds.year),
    title: `${schoolYear}年度ホームルーム`,
    courseCode: board.layer === 'base' ? 'HR' : '',
    orgSourcedId: board.id('org', districtKey),
  };
}

/** courses.csv */
export function* courseRows(board: Board, { plan, courses }: School): Iterable<Row> {
  for (const subject of courses) {
    const taught = (grade: string): boolean =>
      [...subjectsOf(grade, false), ...subjectsOf(grade, true)].some((other) => other.key === subject.key);
    const grades = plan.type.grades.filter(taught);
    yield {
      sourcedId: board.id('course', `${plan.key}-${subject.key}`),
      schoolYearSourcedId: board.id('academicSession', sessionIds.year),
      title: `${schoolYear}年度${subject.name}`,
      courseCode: board.layer === 'base' ? `C-${subject.key}` : '',
      grades: (grades.length > 0 ? grades : plan.type.grades).join(','),
      orgSourcedId: board.id('org', plan.key),
      subjects: subject.code === undefined ? '' : subject.name,
      subjectCodes: subject.code ?? '',
    };
  }
}

/** classes.csv */
export function* classRows(board: Board, { plan, homerooms }: School): Iterable<Row> {
  const school = board.id('org', plan.key);
  for (const [index, homeroom] of homerooms.entries()) {
    for (const one of homeroom.classes) {
      yield {
        sourcedId: board.id('class', one.key),
        title: one.title,
        grades: one.grades.join(','),
        courseSourcedId: board.id('course', one.courseKey),
        classCode: one.key,
        classType: classTypeOf(board, one),
        location: `${(index % 3) + 1}階${index + 101}教室`,
        schoolSourcedId: school,
        termSourcedIds: sessionsOfClass(board, one),
        subjects: one.subject?.code === undefined ? '' : one.subject.name,
        subjectCodes: one.subject?.code ?? '',
        periods: one.subject === undefined ? '' : `${(index % 5) + 1},${(index % 5) + 2}`,
        'metadata.jp.specialNeeds': String(one.special),
      };
    }
  }
}

function classTypeOf(board: Board, { subject }: SchoolClass): string {
  if (subject === undefined) return 'homeroom';
  return board.layer === 'base' && subject.code === undefined ? 'ext:special' : 'scheduled';
}
