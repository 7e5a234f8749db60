import { describe, expect, test } from 'vitest';
import { dataFiles } from '../../../src/model/bundle-files.ts';
import { endpoints, serviceBases } from '../../../src/model/endpoints.ts';
import {
  entities,
  entityList,
  entityOf,
  findEntityByFile,
  getEntity,
} from '../../../src/model/entities/index.ts';
import { profiles } from '../../../src/model/profiles/index.ts';
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

  test('announce themselves by versions that no other has', () => {
    const versions = profiles.flatMap((profile) => profile.versions);
    expect(versions).toEqual(['1.2_JP', '1.2', '1.2.1']);
  });

  test('the Japan profile requires its seven files', () => {
    expect(profiles.map((profile) => [...profile.requiredFiles].sort())).toEqual([
      ['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'roles', 'users'],
      [],
    ]);
  });
});

describe('the endpoint table', () => {
  /** OneRoster 1.2 Rostering OpenAPI, the operations without a parent, in its order. */
  const official = `getAllAcademicSessions /academicSessions academicSessions
getAcademicSession /academicSessions/{sourcedId} academicSession
getAllClasses /classes classes
getClass /classes/{sourcedId} class
getAllCourses /courses courses
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
getSchool /schools/{sourcedId} org
getAllStudents /students users
getStudent /students/{sourcedId} user
getAllTeachers /teachers users
getTeacher /teachers/{sourcedId} user
getAllTerms /terms academicSessions
getTerm /terms/{sourcedId} academicSession
getAllUsers /users users
getUser /users/{sourcedId} user`;

  test('has the 22 core operations and demographics, with the official names, paths and envelopes', () => {
    const ours = endpoints.map(({ operationId, path, envelope }) => `${operationId} ${path} ${envelope}`);
    expect(ours.join('\n')).toBe(official);
    expect(serviceBases).toEqual(['/ims/oneroster/rostering/v1p2', '/ims/oneroster/v1p2']);
  });

  test('opens each to the official scopes', () => {
    for (const { operationId, scopes } of endpoints) {
      expect(scopes, operationId).toEqual(
        operationId.includes('Demographics')
          ? ['roster-demographics.readonly']
          : ['roster.readonly', 'roster-core.readonly'],
      );
    }
    expect(scopeUrl('roster.readonly')).toBe('https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly');
    expect(scopesOfRole).toEqual({ admin: rosterScopes, importer: [], reader: rosterScopes });
  });

  test('has subsets whose field and term exist', () => {
    for (const { entity, subset } of endpoints) {
      if (subset === undefined) continue;
      const holder = subset.embed === undefined ? entity : getEntity(subset.embed);
      if (subset.embed !== undefined) expect(Object.keys(entity.embeds)).toContain(subset.embed);
      const column = holder.stored.find((one) => one.name === subset.field);
      expect(column?.vocabulary?.terms).toContain(subset.is);
    }
  });
});
