import { entities } from './entities/index.ts';
import type { Entity } from './entity.ts';
import {
  classesOf,
  coursesTaughtAt,
  enrolledAs,
  type Membership,
  sessionsOfClasses,
  subsets,
  withRoleAt,
} from './membership.ts';
import type { RosterScope } from './scope.ts';

/** A record that a nested path names and that must exist. */
export interface Parent {
  /** Name of the path parameter. */
  readonly param: string;
  readonly entity: Entity;
  readonly members: readonly Membership[];
}

/** One operation of the Rostering service (OpenAPI of 19 Sep 2022). */
export interface Endpoint {
  readonly operationId: string;
  /** Path below the service's base, in OpenAPI form. */
  readonly path: string;
  readonly kind: 'collection' | 'single';
  readonly entity: Entity;
  /** Which of the entity's records it has; all of them when empty. */
  readonly members: readonly Membership[];
  /** From left to right in the path. */
  readonly parents: readonly Parent[];
  /** The one key of the body. */
  readonly envelope: string;
  /** Any one of these opens it. */
  readonly scopes: readonly RosterScope[];
}

/** Under it everything is the standard's, failures too. */
export const standardPrefix = '/ims/oneroster';

/** Where the Rostering service answers; references always carry the first. */
export const serviceBases = [`${standardPrefix}/rostering/v1p2`, `${standardPrefix}/v1p2`] as const;

const core: readonly RosterScope[] = ['roster.readonly', 'roster-core.readonly'];

/** A collection and its single GET. */
function pair(
  path: string,
  [all, one]: readonly [string, string],
  entity: Entity,
  subset?: Membership,
  scopes: readonly RosterScope[] = core,
): Endpoint[] {
  const shared = { entity, scopes, members: subset === undefined ? [] : [subset], parents: [] };
  return [
    { ...shared, operationId: all, path: `/${path}`, kind: 'collection', envelope: entity.name },
    { ...shared, operationId: one, path: `/${path}/{sourcedId}`, kind: 'single', envelope: entity.one },
  ];
}

const parent = (param: string, entity: Entity, ...members: Membership[]): Parent => ({
  param,
  entity,
  members,
});

/** What nested paths may begin with, by the parameter's name in the official paths. */
const parents = {
  classSourcedId: parent('classSourcedId', entities.classes),
  courseSourcedId: parent('courseSourcedId', entities.courses),
  schoolSourcedId: parent('schoolSourcedId', entities.orgs, subsets.schools),
  studentSourcedId: parent('studentSourcedId', entities.users, subsets.students),
  teacherSourcedId: parent('teacherSourcedId', entities.users, subsets.teachers),
  termSourcedId: parent('termSourcedId', entities.academicSessions, sessionsOfClasses),
  userSourcedId: parent('userSourcedId', entities.users),
} as const;

/** A collection below one or two records, which the path names. */
function nested(path: string, operationId: string, entity: Entity, ...members: Membership[]): Endpoint {
  const named = Object.values(parents).filter(({ param }) => path.includes(`{${param}}`));
  return {
    operationId,
    path,
    kind: 'collection',
    entity,
    members,
    parents: named.toSorted((a, b) => path.indexOf(`{${a.param}}`) - path.indexOf(`{${b.param}}`)),
    envelope: entity.name,
    scopes: ['roster.readonly'],
  };
}

const { academicSessions, classes, courses, demographics, enrollments, orgs, users } = entities;
const names = (field: string, param: string): Membership => ({ kind: 'names', field, param });
const inClass = { class: 'classSourcedId' };
const inClassAndSchool = { ...inClass, school: 'schoolSourcedId' };
const school = '/schools/{schoolSourcedId}';

/** The endpoint table: all 41 operations. */
export const endpoints: readonly Endpoint[] = [
  ...pair('academicSessions', ['getAllAcademicSessions', 'getAcademicSession'], academicSessions),
  ...pair('classes', ['getAllClasses', 'getClass'], classes),
  ...pair('courses', ['getAllCourses', 'getCourse'], courses),
  ...pair('demographics', ['getAllDemographics', 'getDemographics'], demographics, undefined, [
    'roster-demographics.readonly',
  ]),
  ...pair('enrollments', ['getAllEnrollments', 'getEnrollment'], enrollments),
  ...pair(
    'gradingPeriods',
    ['getAllGradingPeriods', 'getGradingPeriod'],
    academicSessions,
    subsets.gradingPeriods,
  ),
  ...pair('orgs', ['getAllOrgs', 'getOrg'], orgs),
  ...pair('schools', ['getAllSchools', 'getSchool'], orgs, subsets.schools),
  ...pair('students', ['getAllStudents', 'getStudent'], users, subsets.students),
  ...pair('teachers', ['getAllTeachers', 'getTeacher'], users, subsets.teachers),
  ...pair('terms', ['getAllTerms', 'getTerm'], academicSessions, subsets.terms),
  ...pair('users', ['getAllUsers', 'getUser'], users),

  nested('/classes/{classSourcedId}/students', 'getStudentsForClass', users, enrolledAs('student', inClass)),
  nested('/classes/{classSourcedId}/teachers', 'getTeachersForClass', users, enrolledAs('teacher', inClass)),
  nested(
    '/courses/{courseSourcedId}/classes',
    'getClassesForCourse',
    classes,
    names('course', 'courseSourcedId'),
  ),
  nested(`${school}/classes`, 'getClassesForSchool', classes, names('school', 'schoolSourcedId')),
  nested(
    `${school}/classes/{classSourcedId}/enrollments`,
    'getEnrollmentsForClassInSchool',
    enrollments,
    names('class', 'classSourcedId'),
    names('school', 'schoolSourcedId'),
  ),
  nested(
    `${school}/classes/{classSourcedId}/students`,
    'getStudentsForClassInSchool',
    users,
    enrolledAs('student', inClassAndSchool),
  ),
  nested(
    `${school}/classes/{classSourcedId}/teachers`,
    'getTeachersForClassInSchool',
    users,
    enrolledAs('teacher', inClassAndSchool),
  ),
  nested(`${school}/courses`, 'getCoursesForSchool', courses, coursesTaughtAt('schoolSourcedId')),
  nested(`${school}/enrollments`, 'getEnrollmentsForSchool', enrollments, names('school', 'schoolSourcedId')),
  nested(`${school}/students`, 'getStudentsForSchool', users, withRoleAt('student', 'schoolSourcedId')),
  nested(`${school}/teachers`, 'getTeachersForSchool', users, withRoleAt('teacher', 'schoolSourcedId')),
  nested(`${school}/terms`, 'getTermsForSchool', academicSessions, {
    kind: 'linked',
    entity: 'classes',
    by: 'terms',
    names: { school: 'schoolSourcedId' },
  }),
  nested(
    '/students/{studentSourcedId}/classes',
    'getClassesForStudent',
    classes,
    classesOf('studentSourcedId', 'student'),
  ),
  nested(
    '/teachers/{teacherSourcedId}/classes',
    'getClassesForTeacher',
    classes,
    classesOf('teacherSourcedId', 'teacher'),
  ),
  nested('/terms/{termSourcedId}/classes', 'getClassesForTerm', classes, names('terms', 'termSourcedId')),
  nested(
    '/terms/{termSourcedId}/gradingPeriods',
    'getGradingPeriodsForTerm',
    academicSessions,
    subsets.gradingPeriods,
    names('parent', 'termSourcedId'),
  ),
  nested('/users/{userSourcedId}/classes', 'getClassesForUser', classes, classesOf('userSourcedId')),
];
