import { entities } from './entities/index.ts';
import type { Entity } from './entity.ts';
import type { Scope } from './scope.ts';

/** A named part of a collection. `field` is the entity's own, or `embed.field` of an embedded entity. */
export interface Subset {
  readonly name: string;
  readonly embed?: string;
  readonly field: string;
  readonly is: string;
}

const schools: Subset = { name: 'schools', field: 'type', is: 'school' };
const terms: Subset = { name: 'terms', field: 'type', is: 'term' };
const gradingPeriods: Subset = { name: 'gradingPeriods', field: 'type', is: 'gradingPeriod' };
const students: Subset = { name: 'students', embed: 'roles', field: 'role', is: 'student' };
const teachers: Subset = { name: 'teachers', embed: 'roles', field: 'role', is: 'teacher' };

/** One operation of the Rostering service (OpenAPI of 19 Sep 2022). */
export interface Endpoint {
  readonly operationId: string;
  /** Path below the service's base, in OpenAPI form. */
  readonly path: string;
  readonly kind: 'collection' | 'single';
  readonly entity: Entity;
  readonly subset?: Subset;
  /** The one key of the body. */
  readonly envelope: string;
  /** Any one of these opens it. */
  readonly scopes: readonly Scope[];
}

/** Where the Rostering service answers; references always carry the first. */
export const serviceBases = ['/ims/oneroster/rostering/v1p2', '/ims/oneroster/v1p2'] as const;

const core: readonly Scope[] = ['roster.readonly', 'roster-core.readonly'];

function pair(
  path: string,
  [all, one]: readonly [string, string],
  entity: Entity,
  subset?: Subset,
  scopes: readonly Scope[] = core,
): Endpoint[] {
  const shared = { entity, scopes, ...(subset ? { subset } : {}) };
  return [
    { ...shared, operationId: all, path: `/${path}`, kind: 'collection', envelope: entity.name },
    { ...shared, operationId: one, path: `/${path}/{sourcedId}`, kind: 'single', envelope: entity.one },
  ];
}

/** The endpoint table: the 22 core operations and demographics. */
export const endpoints: readonly Endpoint[] = [
  ...pair('academicSessions', ['getAllAcademicSessions', 'getAcademicSession'], entities.academicSessions),
  ...pair('classes', ['getAllClasses', 'getClass'], entities.classes),
  ...pair('courses', ['getAllCourses', 'getCourse'], entities.courses),
  ...pair('demographics', ['getAllDemographics', 'getDemographics'], entities.demographics, undefined, [
    'roster-demographics.readonly',
  ]),
  ...pair('enrollments', ['getAllEnrollments', 'getEnrollment'], entities.enrollments),
  ...pair(
    'gradingPeriods',
    ['getAllGradingPeriods', 'getGradingPeriod'],
    entities.academicSessions,
    gradingPeriods,
  ),
  ...pair('orgs', ['getAllOrgs', 'getOrg'], entities.orgs),
  ...pair('schools', ['getAllSchools', 'getSchool'], entities.orgs, schools),
  ...pair('students', ['getAllStudents', 'getStudent'], entities.users, students),
  ...pair('teachers', ['getAllTeachers', 'getTeacher'], entities.users, teachers),
  ...pair('terms', ['getAllTerms', 'getTerm'], entities.academicSessions, terms),
  ...pair('users', ['getAllUsers', 'getUser'], entities.users),
];
