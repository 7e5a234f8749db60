import type { DataFile, Row } from './headers.ts';
import type { Board, SchoolPlan } from './plan.ts';
import { enrollmentRows } from './rows-enrollments.ts';
import { officeProfileRows, officeRoleRows, profileRows, roleRows } from './rows-roles.ts';
import { classRows, courseRows, officeCourseRows, officeOrgRows, orgRows } from './rows-school.ts';
import { demographicsRows, officeUserRows, userRows } from './rows-users.ts';
import { makeSchool, type School } from './school.ts';
import { sessionRows } from './sessions.ts';
import { nextWeek } from './week.ts';

interface Source {
  readonly office?: (board: Board) => Iterable<Row>;
  readonly school?: (board: Board, school: School) => Iterable<Row>;
}

const sources: Readonly<Record<DataFile, Source>> = {
  academicSessions: { office: sessionRows },
  orgs: { office: officeOrgRows, school: orgRows },
  courses: { office: officeCourseRows, school: courseRows },
  classes: { school: classRows },
  users: { office: officeUserRows, school: userRows },
  userProfiles: { office: officeProfileRows, school: profileRows },
  roles: { office: officeRoleRows, school: roleRows },
  enrollments: { school: enrollmentRows },
  demographics: { school: demographicsRows },
};

/** The rows of one file, made school by school, so that memory does not grow with the board. */
export function* boardRows(board: Board, file: DataFile): Iterable<Row> {
  const { office, school } = sources[file];
  if (office !== undefined) yield* office(board);
  if (school === undefined) return;
  for (const plan of board.schools) yield* school(board, schoolOfWeek(board, plan));
}

function schoolOfWeek(board: Board, plan: SchoolPlan): School {
  const school = makeSchool(board, plan);
  const previous = board.schools[plan.previous];
  if (board.change === 0 || previous === undefined) return school;
  return nextWeek(board, school, makeSchool(board, previous));
}
