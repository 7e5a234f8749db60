import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../../src/json/schema.ts';
import { entities, entityList } from '../../../src/model/entities/index.ts';
import { type Entity, propertyNames } from '../../../src/model/entity.ts';
import { findPath, isSortable } from '../../../src/query/path.ts';

const { users, classes, orgs, enrollments, academicSessions } = entities;
const served = entityList.filter(({ ownedBy }) => ownedBy === undefined);

const kindOf = (entity: Entity, dotted: string) => {
  const path = findPath(entity, dotted);
  return path && [path.at, path.value];
};

describe('a dotted name', () => {
  test.each([
    [users, 'sourcedId', ['sourcedId', 'exact']],
    [users, 'status', ['status', 'exact']],
    [users, 'dateLastModified', ['dateLastModified', 'instant']],
    [users, 'familyName', ['column', 'text']],
    [users, 'preferredFirstName', ['column', 'text']],
    [users, 'enabledUser', ['column', 'flag']],
    [users, 'grades', ['column', 'text']],
    [users, 'primaryOrg', ['column', 'exact']],
    [users, 'primaryOrg.sourcedId', ['column', 'exact']],
    [users, 'agents.sourcedId', ['column', 'exact']],
    [users, 'userIds.identifier', ['pair', 'text']],
    [users, 'roles.role', ['embedded', 'exact']],
    [users, 'roles.beginDate', ['embedded', 'date']],
    [users, 'roles.org.sourcedId', ['embedded', 'exact']],
    [users, 'roles.userProfile', ['embedded', 'exact']],
    [users, 'userProfiles.profileId', ['embedded', 'exact']],
    [users, 'userProfiles.credentials.username', ['embedded', 'text']],
    [users, 'metadata.jp.kanaFamilyName', ['metadata', 'text']],
    [users, 'metadata.jp.homeClass', ['metadata', 'exact']],
    [users, 'metadata.vendor.thing', ['metadata', 'text']],
    [users, 'resources.sourcedId', ['nowhere', 'text']],
    [users, 'password', ['nowhere', 'text']],
    [enrollments, 'metadata.jp.shussekiNo', ['metadata', 'integer']],
    [enrollments, 'primary', ['column', 'flag']],
    [orgs, 'children.sourcedId', ['children', 'exact']],
    [academicSessions, 'schoolYear', ['column', 'text']],
    [classes, 'terms.sourcedId', ['column', 'exact']],
  ])('of %o: %s', (entity, dotted, wanted) => {
    expect(kindOf(entity, dotted)).toEqual(wanted);
  });

  test.each([
    [users, ''],
    [users, '.'],
    [users, 'familyname'],
    [users, 'preferredGivenName'],
    [users, 'familyName.x'],
    [users, 'sourcedId.x'],
    [users, 'primaryOrg.name'],
    [users, 'primaryOrg.sourcedId.x'],
    [users, 'userIds'],
    [users, 'userIds.x'],
    [users, 'roles'],
    [users, 'roles.'],
    [users, 'roles.user.sourcedId'],
    [users, 'roles.sourcedId'],
    [users, 'roles.status'],
    [users, 'roles.dateLastModified'],
    [users, 'roles.metadata.x'],
    [users, 'roles.userProfile.sourcedId'],
    [users, 'userProfiles.username'],
    [users, 'metadata'],
    [users, 'metadata.'],
    [users, 'metadata..x'],
    [users, 'metadata.\0'],
    [users, 'constructor'],
    [users, 'publicationId'],
    [users, 'sourceId'],
    [orgs, 'children.name'],
  ])('of %o that is none: %j', (entity, dotted) => {
    expect(findPath(entity, dotted)).toBeUndefined();
  });
});

describe.each(served.map((entity) => [entity.name, entity] as const))('%s', (_name, entity) => {
  test('has the properties that its JSON schema has, and those that are never served', () => {
    const schema = recordSchema(entity) as unknown as { shape: Record<string, unknown> };
    const never = entity.columns
      .filter((column) => column.writeOnly && !column.csvOnly)
      .map(({ name }) => name);
    const wanted = [...Object.keys(schema.shape), ...never, ...(entity.absent ?? [])];
    expect([...propertyNames(entity)].toSorted()).toEqual(wanted.toSorted());
  });

  test('can be filtered by every field, and sorted by every one that has one value', () => {
    for (const column of entity.columns) {
      if (column.csvOnly || column.inside) continue;
      const dotted = column.japan ? `metadata.jp.${column.name}` : column.name;
      const path = findPath(entity, column.kind === 'pairs' ? `${dotted}.type` : dotted);
      expect(path, dotted).toBeDefined();
      if (path && column.kind !== 'pairs' && !column.writeOnly) expect(isSortable(path), dotted).toBe(true);
    }
  });
});
