import { expect, test } from 'vitest';
import { correctableFields } from '../../../src/model/correction.ts';
import { namingLists, personalFiles } from '../../../src/model/person.ts';
import { collectionReach, personalReach, reachedHeaders } from '../../../src/model/reach.ts';
import { daysOf, retentionClasses } from '../../../src/model/retention.ts';
import type { scopes } from '../../../src/model/scope.ts';

const files = (reach: ReturnType<typeof personalReach>) => reach.map(({ entity }) => entity.name);

test('a person is a user, what has its id, and what names it; others name it in lists', () => {
  expect(personalFiles.map(({ entity, way }) => `${entity.name} ${way.kind}`)).toEqual([
    'users self',
    'userProfiles ref',
    'roles ref',
    'enrollments ref',
    'demographics key',
  ]);
  expect(namingLists.map(({ entity, column }) => `${entity.name} ${column.header}`)).toEqual([
    'users agentSourcedIds',
  ]);
});

test('a scope reaches what its endpoints show, and demographics by their own alone', () => {
  const reader = (...own: typeof scopes) => files(personalReach({ role: 'reader', scopes: own }));
  expect(reader('roster-core.readonly')).toEqual(['users', 'userProfiles', 'roles', 'enrollments']);
  expect(reader('roster-demographics.readonly')).toEqual(['demographics']);
  expect(reader('gradebook.readonly', 'resource.readonly')).toEqual([]);
});

test('who is given files reaches everything, whatever the scopes; an auditor nothing', () => {
  const whole = ['users', 'userProfiles', 'roles', 'enrollments', 'demographics'];
  for (const role of ['admin', 'importer'] as const)
    expect(files(personalReach({ role, scopes: [] }))).toEqual(whole);
  expect(files(personalReach({ role: 'auditor', scopes: [] }))).toEqual([]);
});

test('passwords are nobody’s to read, and a collection shows what is inside its records', () => {
  const reached = personalReach({ role: 'admin', scopes: [] });
  for (const one of reached) expect(reachedHeaders(one)).not.toContain('password');
  expect(files(collectionReach({ role: 'admin', scopes: [] }, 'users'))).toEqual([
    'users',
    'userProfiles',
    'roles',
  ]);
  expect(files(collectionReach({ role: 'admin', scopes: [] }, 'demographics'))).toEqual(['demographics']);
});

test('what can be corrected are values of a person’s own records, no references and no passwords', () => {
  const names = [...correctableFields.keys()];
  for (const name of ['familyName', 'metadata.jp.kanaFamilyName', 'birthDate', 'userIds'])
    expect(names).toContain(name);
  const others = [
    'password',
    'agentSourcedIds',
    'primaryOrgSourcedId',
    'metadata.jp.homeClass',
    'role',
    'sourcedId',
  ];
  for (const name of others) expect(names).not.toContain(name);
});

test('a class is kept for the days of its setting, for its own, or for no number of days', () => {
  const days = { TOMBSTONE_DAYS: 1, UPLOAD_DAYS: 2, EXPORT_DAYS: 3, REPORT_DAYS: 4, AUDIT_DAYS: 5 };
  expect(daysOf('reports', days)).toBe(4);
  expect(daysOf('corrections', days)).toBe(daysOf('versions', days));
  expect(daysOf('held', days)).toBe(retentionClasses.held.period);
  expect(daysOf('roster', days)).toBeNull();
});
