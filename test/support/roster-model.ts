import type { OneRosterRecord } from './hub-client.ts';

/**
 * The rostering service on records in memory, written from the standard and from nothing of the project: which
 * records a nested collection has, which a filter finds, in which order they come.
 */
export type Model = Readonly<Record<Collection, readonly OneRosterRecord[]>>;
export type Collection = 'academicSessions' | 'classes' | 'courses' | 'enrollments' | 'orgs' | 'users';

type Json = Record<string, unknown>;
type Ids = Readonly<Record<string, string>>;

const idOf = (ref: unknown): string | undefined => (ref as Json | undefined)?.sourcedId as string | undefined;
const idsOf = (refs: unknown): (string | undefined)[] => ((refs ?? []) as unknown[]).map(idOf);
const isActive = ({ status }: OneRosterRecord) => status === 'active';
const rolesOf = (user: OneRosterRecord) => (user.roles ?? []) as Json[];

function enrolled(model: Model, { classSourcedId, schoolSourcedId }: Ids, role: string): OneRosterRecord[] {
  const users = new Set(
    model.enrollments
      .filter(isActive)
      .filter((one) => idOf(one.class) === classSourcedId && one.role === role)
      .filter((one) => schoolSourcedId === undefined || idOf(one.school) === schoolSourcedId)
      .map((one) => idOf(one.user)),
  );
  return model.users.filter(({ sourcedId }) => users.has(sourcedId));
}

function classesOf(model: Model, user: string | undefined, role?: string): OneRosterRecord[] {
  const classes = new Set(
    model.enrollments
      .filter(isActive)
      .filter((one) => idOf(one.user) === user && (role === undefined || one.role === role))
      .map((one) => idOf(one.class)),
  );
  return model.classes.filter(({ sourcedId }) => classes.has(sourcedId));
}

function atSchool(model: Model, school: string | undefined, role: string): OneRosterRecord[] {
  return model.users.filter((user) =>
    rolesOf(user).some((one) => one.role === role && idOf(one.org) === school),
  );
}

/** What each nested operation has, by its official name. */
export const nestedMembers: Readonly<Record<string, (model: Model, ids: Ids) => OneRosterRecord[]>> = {
  getStudentsForClass: (model, ids) => enrolled(model, ids, 'student'),
  getTeachersForClass: (model, ids) => enrolled(model, ids, 'teacher'),
  getClassesForCourse: (model, ids) =>
    model.classes.filter((one) => idOf(one.course) === ids.courseSourcedId),
  getClassesForSchool: (model, ids) =>
    model.classes.filter((one) => idOf(one.school) === ids.schoolSourcedId),
  getEnrollmentsForClassInSchool: (model, ids) =>
    model.enrollments.filter(
      (one) => idOf(one.class) === ids.classSourcedId && idOf(one.school) === ids.schoolSourcedId,
    ),
  getStudentsForClassInSchool: (model, ids) => enrolled(model, ids, 'student'),
  getTeachersForClassInSchool: (model, ids) => enrolled(model, ids, 'teacher'),
  getCoursesForSchool: (model, ids) => {
    const taught = new Set(
      model.classes
        .filter(isActive)
        .filter((one) => idOf(one.school) === ids.schoolSourcedId)
        .map((one) => idOf(one.course)),
    );
    return model.courses.filter((one) => idOf(one.org) === ids.schoolSourcedId || taught.has(one.sourcedId));
  },
  getEnrollmentsForSchool: (model, ids) =>
    model.enrollments.filter((one) => idOf(one.school) === ids.schoolSourcedId),
  getStudentsForSchool: (model, ids) => atSchool(model, ids.schoolSourcedId, 'student'),
  getTeachersForSchool: (model, ids) => atSchool(model, ids.schoolSourcedId, 'teacher'),
  getTermsForSchool: (model, ids) => {
    const used = new Set(
      model.classes
        .filter(isActive)
        .filter((one) => idOf(one.school) === ids.schoolSourcedId)
        .flatMap((one) => idsOf(one.terms)),
    );
    return model.academicSessions.filter(({ sourcedId }) => used.has(sourcedId));
  },
  getClassesForStudent: (model, ids) => classesOf(model, ids.studentSourcedId, 'student'),
  getClassesForTeacher: (model, ids) => classesOf(model, ids.teacherSourcedId, 'teacher'),
  getClassesForTerm: (model, ids) =>
    model.classes.filter((one) => idsOf(one.terms).includes(ids.termSourcedId)),
  getGradingPeriodsForTerm: (model, ids) =>
    model.academicSessions.filter(
      (one) => one.type === 'gradingPeriod' && idOf(one.parent) === ids.termSourcedId,
    ),
  getClassesForUser: (model, ids) => classesOf(model, ids.userSourcedId),
};

/** Everything at a dotted path: a list's elements, and what is inside each object of a list. */
function valuesAt(value: unknown, names: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, names));
  if (value === undefined) return [];
  const [first, ...rest] = names;
  return first === undefined ? [value] : valuesAt((value as Json)[first], rest);
}

/** How a field is compared. `list` fields are compared as sets. */
export interface FieldOfModel {
  readonly name: string;
  readonly kind: 'text' | 'exact' | 'date' | 'integer' | 'flag' | 'list' | 'refs';
}

/** The database's order of texts: smaller numbers come first. */
export type Rank = (text: string) => number;

/** `=` and its like on one field of one record. */
export function matches(
  record: OneRosterRecord,
  { name, kind }: FieldOfModel,
  operator: string,
  value: string,
  rank: Rank,
): boolean {
  if (operator === '!=') return !matches(record, { name, kind }, '=', value, rank);
  const found = valuesAt(record, name.split('.'));
  if (kind === 'list' || kind === 'refs') {
    const key = (one: unknown) => (kind === 'list' ? String(one).toLowerCase() : String(one));
    const have = new Set(found.map(key));
    const wanted = value.split(',').map(key);
    return operator === '~' ? wanted.some((one) => have.has(one)) : wanted.every((one) => have.has(one));
  }
  return found.some((one) => {
    if (kind === 'integer') return ordered(Number(one) - Number(value), operator);
    if (kind === 'date' || kind === 'flag') return ordered(compareCode(String(one), value), operator);
    const [a, b] = kind === 'text' ? [String(one).toLowerCase(), value.toLowerCase()] : [String(one), value];
    if (operator === '~') return a.includes(b);
    if (operator === '=') return a === b;
    return ordered(kind === 'text' ? rank(a) - rank(b) : compareCode(a, b), operator);
  });
}

function ordered(difference: number, operator: string): boolean {
  switch (operator) {
    case '=':
      return difference === 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    default:
      throw new Error(operator);
  }
}

/** By code point, as bytes of UTF-8 compare. */
export function compareCode(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Records in the order of a field, those without it last, `sourcedId` where it does not decide. */
export function sorted(
  records: readonly OneRosterRecord[],
  { name, kind }: FieldOfModel,
  descending: boolean,
  rank: Rank,
): OneRosterRecord[] {
  const sign = descending ? -1 : 1;
  return records.toSorted((a, b) => {
    const [x] = valuesAt(a, name.split('.'));
    const [y] = valuesAt(b, name.split('.'));
    const tie = compareCode(a.sourcedId, b.sourcedId);
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || tie;
    const by =
      kind === 'integer'
        ? Number(x) - Number(y)
        : kind === 'date' || name === 'sourcedId'
          ? compareCode(String(x), String(y))
          : rank(String(x)) - rank(String(y));
    return sign * by || tie;
  });
}
