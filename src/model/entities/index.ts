import type { Entity } from '../entity.ts';
import type { RefTarget } from '../field.ts';
import { academicSessions } from './academic-sessions.ts';
import { classes } from './classes.ts';
import { courses } from './courses.ts';
import { demographics } from './demographics.ts';
import { enrollments } from './enrollments.ts';
import { orgs } from './orgs.ts';
import { roles } from './roles.ts';
import { userProfiles } from './user-profiles.ts';
import { users } from './users.ts';

/**
 * The registry: every entity that the hub knows, in the order in which they depend on each other. Imports, reports
 * and publications follow this order, so that a cause is told before its consequences.
 */
export const entities = {
  orgs,
  academicSessions,
  courses,
  classes,
  users,
  userProfiles,
  roles,
  enrollments,
  demographics,
} as const satisfies Record<string, Entity>;

export type EntityName = keyof typeof entities;

export const entityList: readonly Entity[] = Object.values(entities);

const bySingular = new Map(entityList.map((entity) => [entity.one, entity]));
const byFile = new Map(entityList.map((entity) => [entity.csvFile, entity]));

/** The entity that a GUIDRef of this type points at. The registry's test guarantees that there is one. */
export function entityOf(target: RefTarget): Entity {
  const entity = bySingular.get(target);
  if (entity === undefined) throw new Error(`no entity is declared for ${target}`);
  return entity;
}

export function findEntityByFile(csvFile: string): Entity | undefined {
  return byFile.get(csvFile);
}

/** The entity with this plural name. */
export function getEntity(name: string): Entity {
  const entity = entityList.find((candidate) => candidate.name === name);
  if (entity === undefined) throw new Error(`no entity is called ${name}`);
  return entity;
}
