import type { Row } from './headers.ts';
import type { Board, SchoolPlan } from './plan.ts';
import { draw } from './random.ts';
import { departmentKey, districtKey } from './rows-school.ts';
import { officerKey, usernameOf } from './rows-users.ts';
import type { School, Teacher } from './school.ts';
import { yearDates } from './sessions.ts';

type RoleType = 'primary' | 'secondary';

const profileShare = 0.3;
// Every twentieth teacher also teaches at the neighbouring school (兼務).
const twoSchoolsShare = 0.05;
const baseStaffRoles = ['aide', 'counselor', 'proctor', 'systemAdministrator', 'ext:clubLeader'];
const baseGuardianRoles = ['guardian', 'parent', 'relative'];

/** roles.csv: teachers of the first school who work in the board's office. */
export function* officeRoleRows(board: Board): Iterable<Row> {
  const home = board.schools[0]?.key ?? districtKey;
  for (let index = 0; index < board.officers; index += 1) {
    const key = officerKey(index);
    yield roleRow(board, key, 'primary', 'teacher', home, true);
    yield roleRow(board, key, 'secondary', 'districtAdministrator', districtKey, true);
    if (board.layer === 'base')
      yield roleRow(board, key, 'primary', 'systemAdministrator', departmentKey, true);
  }
}

/** roles.csv of a school. */
export function* roleRows(board: Board, school: School): Iterable<Row> {
  const { plan } = school;
  for (const [index, teacher] of school.staff.entries()) yield* teacherRoles(board, plan, teacher, index);
  for (const student of school.students) {
    const profile = hasProfile(board, student.key);
    yield roleRow(board, student.key, 'primary', 'student', plan.key, profile);
    if (board.layer === 'base' && draw(board.seed, `prefect/${student.key}`) < 0.03) {
      yield roleRow(board, student.key, 'secondary', 'ext:prefect', plan.key, profile);
    }
  }
  for (const [index, guardian] of school.guardians.entries()) {
    const role = board.layer === 'base' ? (baseGuardianRoles[index % 3] ?? 'guardian') : 'guardian';
    yield roleRow(board, guardian.key, 'primary', role, plan.key, false);
  }
}

function* teacherRoles(board: Board, plan: SchoolPlan, teacher: Teacher, index: number): Iterable<Row> {
  const { key, post } = teacher;
  yield roleRow(board, key, 'primary', 'teacher', plan.key, true);
  if (post === 'principal') yield roleRow(board, key, 'secondary', 'principal', plan.key, true);
  if (post === 'vicePrincipal') yield roleRow(board, key, 'secondary', 'siteAdministrator', plan.key, true);
  const neighbour = board.schools[plan.next];
  if (
    neighbour !== undefined &&
    plan.next !== plan.index &&
    draw(board.seed, `two/${key}`) < twoSchoolsShare
  ) {
    yield roleRow(board, key, 'secondary', 'teacher', neighbour.key, true);
  }
  if (board.layer === 'base' && index % 2 === 0) {
    const role = baseStaffRoles[(index / 2) % baseStaffRoles.length] ?? 'aide';
    yield roleRow(board, key, 'secondary', role, plan.key, true);
  }
}

function roleRow(
  board: Board,
  user: string,
  roleType: RoleType,
  role: string,
  org: string,
  profile: boolean,
): Row {
  // A role a person brings along to another school keeps its id; one beside it has an id of its own.
  const own =
    roleType === 'primary' && role !== 'systemAdministrator' ? user : `${user}-${role.replace(':', '-')}`;
  return {
    sourcedId: board.id('role', own),
    userSourcedId: board.id('user', user),
    roleType,
    role,
    beginDate: yearDates.first,
    endDate: yearDates.last,
    orgSourcedId: board.id('org', org),
    userProfileSourcedId: profile ? board.id('userProfile', user) : '',
  };
}

/** Staff have a profile each, and some pupils. */
function hasProfile(board: Board, studentKey: string): boolean {
  return draw(board.seed, `profile/${studentKey}`) < profileShare;
}

/** userProfiles.csv: the board's office. */
export function* officeProfileRows(board: Board): Iterable<Row> {
  for (let index = 0; index < board.officers; index += 1)
    yield profileRow(board, officerKey(index), '教職員用');
}

/** userProfiles.csv of a school. */
export function* profileRows(board: Board, school: School): Iterable<Row> {
  for (const teacher of school.staff) yield profileRow(board, teacher.key, '教職員用');
  for (const student of school.students) {
    if (hasProfile(board, student.key)) yield profileRow(board, student.key, '児童生徒用');
  }
}

function profileRow(board: Board, user: string, profileType: string): Row {
  return {
    sourcedId: board.id('userProfile', user),
    userSourcedId: board.id('user', user),
    profileType,
    vendorId: 'lms.example.jp',
    applicationId: 'まなびの窓',
    description: '学習eポータルの利用者',
    credentialType: 'username',
    username: usernameOf(user),
  };
}
