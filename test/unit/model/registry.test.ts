import { describe, expect, test } from 'vitest';
import { dataFiles } from '../../../src/model/bundle-files.ts';
import { type Endpoint, endpoints, serviceBases } from '../../../src/model/endpoints.ts';
import {
  entities,
  entityList,
  entityOf,
  findEntityByFile,
  getEntity,
} from '../../../src/model/entities/index.ts';
import { csvHeaders, type Entity, propertyNames } from '../../../src/model/entity.ts';
import type { Membership } from '../../../src/model/membership.ts';
import { findProfile, knownVersions, profiles } from '../../../src/model/profiles/index.ts';
import { rosterScopes, scopesOfRole, scopeUrl } from '../../../src/model/scope.ts';

const rule = /^JP-(AS|CL|CO|DE|EN|OR|RO|UP|US)-\d{3}$/;
/** Letters of each entity's rules. */
const letters: Record<string, string> = {
  orgs: 'OR',
  academicSessions: 'AS',
  courses: 'CO',
  classes: 'CL',
  users: 'US',
  userProfiles: 'UP',
  roles: 'RO',
  enrollments: 'EN',
  demographics: 'DE',
};

describe.each(entityList.map((entity) => [entity.name, entity] as const))('%s', (name, entity) => {
  test('is registered under its own name, and found by name and by file', () => {
    expect(Object.entries(entities).find(([, one]) => one === entity)?.[0]).toBe(name);
    expect(getEntity(name)).toBe(entity);
    expect(findEntityByFile(entity.csvFile)).toBe(entity);
    expect(entity.csvFile).toBe(`${name}.csv`);
    expect(dataFiles).toContain(name);
  });

  test('has references that resolve to an entity before it, or to a known later one', () => {
    for (const column of entity.columns) {
      expect(column.target !== undefined, column.name).toBe(column.kind === 'ref' || column.kind === 'refs');
      if (column.target === undefined) continue;
      const target = entityOf(column.target);
      expect(target.one).toBe(column.target);
      if (column.targetType === undefined) continue;
      const type = target.columns.find((one) => one.name === 'type');
      expect(type?.vocabulary?.terms, `${column.name} -> ${column.targetType}`).toContain(column.targetType);
    }
    if (entity.keyOf !== undefined) expect(entityOf(entity.keyOf).one).toBe(entity.keyOf);
  });

  test('has embeds that resolve', () => {
    for (const embed of Object.values(entity.embeds)) {
      const shown = embed.kind === 'objects' ? getEntity(embed.entity) : entity;
      const by = shown.stored.find((column) => column.name === embed.by);
      expect(by?.kind).toBe('ref');
      expect(by?.target).toBe(entity.one);
      if (embed.kind === 'objects') expect(shown.ownedBy).toBe(embed.by);
    }
  });

  test('has vocabularies exactly where the kind is one, with aliases that are served as extensions', () => {
    for (const { name: field, kind, vocabulary } of entity.columns) {
      expect(vocabulary !== undefined, field).toBe(kind === 'vocabulary');
      expect(new Set(vocabulary?.terms).size).toBe(vocabulary?.terms.length ?? 0);
      for (const [alias, served] of Object.entries(vocabulary?.aliases ?? {})) {
        expect(vocabulary?.terms).not.toContain(alias);
        expect(served).toBe(`ext:${alias}`);
      }
    }
  });

  test('names rules of its own file only', () => {
    const rules = [
      entity.keyRule,
      ...entity.columns.flatMap((column) => [column.rule, column.targetRule]),
    ].filter((one) => one !== undefined);
    for (const one of rules) {
      expect(one).toMatch(rule);
      expect(one).toContain(`-${letters[name]}-`);
    }
  });

  test('has no two columns of one JSON name, header or SQL column', () => {
    const distinct = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);
    distinct(entity.columns.filter((column) => !column.inside).map((column) => column.name));
    distinct(entity.columns.map((column) => column.header));
    distinct(entity.stored.map((column) => column.column));
  });

  test('keeps its Japan columns last and outside the table', () => {
    const japan = entity.columns.map((column) => column.japan);
    expect(japan).toEqual(japan.toSorted((one, other) => Number(one) - Number(other)));
    expect(entity.stored.some((column) => column.japan)).toBe(false);
  });
});

test('what only a CSV of the second edition has is shown nowhere: no JSON, no table, no filter', () => {
  const { users } = entities;
  const column = users.columns.find((one) => one.name === 'resourceSourcedIds');
  expect(column).toMatchObject({ csvOnly: true, writeOnly: true, layers: ['japan-rev2'] });
  const layers = ['base', 'japan-rev2', 'japan-1.2.1', 'japan'] as const;
  expect(layers.filter((layer) => csvHeaders(users, layer).includes('resourceSourcedIds'))).toEqual([
    'japan-rev2',
  ]);
  expect([...propertyNames(users)]).not.toContain('resourceSourcedIds');
  expect(users.stored.map(({ name }) => name)).not.toContain('resourceSourcedIds');
});

test('an entity or a target that is not declared is a fault of the program', () => {
  expect(() => getEntity('pupils')).toThrow('pupils');
  expect(findEntityByFile('results.csv')).toBeUndefined();
});

test('causes come before consequences: the order is that of references, cycles apart', () => {
  const names = entityList.map((entity) => entity.name);
  expect(names).toEqual([
    'orgs',
    'academicSessions',
    'courses',
    'classes',
    'users',
    'userProfiles',
    'roles',
    'enrollments',
    'demographics',
  ]);
});

describe('profiles', () => {
  test('narrow only vocabularies that exist, to terms that exist', () => {
    for (const { terms } of profiles) {
      for (const [path, { accepted, tolerated = [] }] of Object.entries(terms)) {
        const [entity = '', field = ''] = path.split('.');
        const column = getEntity(entity).columns.find((one) => one.name === field);
        const known = [
          ...(column?.vocabulary?.terms ?? []),
          ...Object.keys(column?.vocabulary?.aliases ?? {}),
        ];
        for (const term of [...accepted, ...tolerated]) expect(known, path).toContain(term);
      }
    }
  });

  test('are four, the newest first, each with an id, a title, a header line and its versions', () => {
    const facts = profiles.map(({ id, headers, versions, toleratedVersions }) => [
      id,
      headers,
      versions,
      toleratedVersions,
    ]);
    expect(facts).toEqual([
      ['japan-1.0', 'japan', ['1.2_JP'], []],
      ['japan-1.2.1', 'japan-1.2.1', ['1.2'], ['1.2.1']],
      ['japan-2-rev2', 'japan-rev2', ['1.2'], ['1.2.1']],
      ['base-1.2.1', 'base', ['1.2'], ['1.2.1']],
    ]);
    expect(knownVersions).toEqual(['1.2_JP', '1.2']);
    expect(new Set(profiles.flatMap(({ title }) => [title.ja, title.en])).size).toBe(8);
    for (const profile of profiles) expect(findProfile(profile.id)).toBe(profile);
    expect(findProfile('japan')).toBeUndefined();
  });

  test('every generation of the Japan profile requires the seven files, the base none', () => {
    const seven = ['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'roles', 'users'];
    expect(profiles.map((profile) => [...profile.requiredFiles].sort())).toEqual([seven, seven, seven, []]);
  });
});

describe('the endpoint table', () => {
  /** OneRoster 1.2 Rostering OpenAPI, in its order. */
  const official = `getAllAcademicSessions /academicSessions academicSessions
getAcademicSession /academicSessions/{sourcedId} academicSession
getAllClasses /classes classes
getStudentsForClass /classes/{classSourcedId}/students users
getTeachersForClass /classes/{classSourcedId}/teachers users
getClass /classes/{sourcedId} class
getAllCourses /courses courses
getClassesForCourse /courses/{courseSourcedId}/classes classes
getCourse /courses/{sourcedId} course
getAllDemographics /demographics demographics
getDemographics /demographics/{sourcedId} demographics
getAllEnrollments /enrollments enrollments
getEnrollment /enrollments/{sourcedId} enrollment
getAllGradingPeriods /gradingPeriods academicSessions
getGradingPeriod /gradingPeriods/{sourcedId} academicSession
getAllOrgs /orgs orgs
getOrg /orgs/{sourcedId} org
getAllSchools /schools orgs
getClassesForSchool /schools/{schoolSourcedId}/classes classes
getEnrollmentsForClassInSchool /schools/{schoolSourcedId}/classes/{classSourcedId}/enrollments enrollments
getStudentsForClassInSchool /schools/{schoolSourcedId}/classes/{classSourcedId}/students users
getTeachersForClassInSchool /schools/{schoolSourcedId}/classes/{classSourcedId}/teachers users
getCoursesForSchool /schools/{schoolSourcedId}/courses courses
getEnrollmentsForSchool /schools/{schoolSourcedId}/enrollments enrollments
getStudentsForSchool /schools/{schoolSourcedId}/students users
getTeachersForSchool /schools/{schoolSourcedId}/teachers users
getTermsForSchool /schools/{schoolSourcedId}/terms academicSessions
getSchool /schools/{sourcedId} org
getAllStudents /students users
getStudent /students/{sourcedId} user
getClassesForStudent /students/{studentSourcedId}/classes classes
getAllTeachers /teachers users
getTeacher /teachers/{sourcedId} user
getClassesForTeacher /teachers/{teacherSourcedId}/classes classes
getAllTerms /terms academicSessions
getTerm /terms/{sourcedId} academicSession
getClassesForTerm /terms/{termSourcedId}/classes classes
getGradingPeriodsForTerm /terms/{termSourcedId}/gradingPeriods academicSessions
getAllUsers /users users
getUser /users/{sourcedId} user
getClassesForUser /users/{userSourcedId}/classes classes`;

  test('has all 41 operations, with the official names, paths and envelopes', () => {
    const ours = endpoints.map(({ operationId, path, envelope }) => `${operationId} ${path} ${envelope}`);
    expect(ours.toSorted()).toEqual(official.split('\n').toSorted());
    expect(serviceBases).toEqual(['/ims/oneroster/rostering/v1p2', '/ims/oneroster/v1p2']);
  });

  test('opens each to the official scopes', () => {
    for (const { operationId, path, scopes } of endpoints) {
      expect(scopes, operationId).toEqual(
        operationId.includes('Demographics')
          ? ['roster-demographics.readonly']
          : path.split('/').length > 3
            ? ['roster.readonly']
            : ['roster.readonly', 'roster-core.readonly'],
      );
    }
    expect(scopeUrl('roster.readonly')).toBe('https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly');
    expect(scopesOfRole).toEqual({ admin: rosterScopes, importer: [], auditor: [], reader: rosterScopes });
  });

  test('has conditions whose fields, terms and parameters exist', () => {
    const check = (endpoint: Endpoint, entity: Entity, member: Membership): void => {
      const fieldOf = (holder: Entity, name: string) => {
        const column = holder.stored.find((one) => one.name === name);
        expect(column, `${endpoint.operationId}: ${holder.name}.${name}`).toBeDefined();
        return column;
      };
      const params = endpoint.parents.map(({ param }) => param);
      switch (member.kind) {
        case 'is':
          expect(fieldOf(entity, member.field)?.vocabulary?.terms).toContain(member.is);
          break;
        case 'shows':
          expect(Object.keys(entity.embeds)).toContain(member.embed);
          expect(fieldOf(getEntity(member.embed), member.field)?.vocabulary?.terms).toContain(member.is);
          break;
        case 'names':
          expect(fieldOf(entity, member.field)?.target).toBeDefined();
          expect(params).toContain(member.param);
          break;
        case 'linked': {
          const linked = getEntity(member.entity);
          expect(fieldOf(linked, member.by)?.target).toBe(entity.one);
          for (const [field, param] of Object.entries(member.names ?? {})) {
            expect(fieldOf(linked, field)?.target).toBeDefined();
            expect(params).toContain(param);
          }
          if (member.is)
            expect(fieldOf(linked, member.is.field)?.vocabulary?.terms).toContain(member.is.term);
          break;
        }
        case 'any':
          for (const one of member.of) check(endpoint, entity, one);
      }
    };
    for (const endpoint of endpoints) {
      for (const member of endpoint.members) check(endpoint, endpoint.entity, member);
      for (const { entity, members } of endpoint.parents) {
        for (const member of members) check(endpoint, entity, member);
      }
    }
  });

  test('has a parent for each parameter of a nested path, in the order of the path', () => {
    for (const { path, parents } of endpoints) {
      const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parents.map(({ param }) => param)).toEqual(params.filter((name) => name !== 'sourcedId'));
    }
  });
});
