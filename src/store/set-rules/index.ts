import { entities } from '../../model/entities/index.ts';
import type { Entity } from '../../model/entity.ts';
import type { SetRule } from './check.ts';
import { classListRules } from './class-lists.ts';
import { classRules } from './classes.ts';
import { enrollmentRules } from './enrollments.ts';
import { orgRules } from './orgs.ts';
import { roleRules } from './roles.ts';
import { userRules } from './users.ts';
import { courseRules, sessionRules } from './years.ts';

const rules = new Map<Entity, readonly SetRule[]>([
  [entities.orgs, orgRules],
  [entities.academicSessions, sessionRules],
  [entities.courses, courseRules],
  [entities.classes, classRules],
  [entities.users, userRules],
  [entities.roles, roleRules],
  [entities.enrollments, [...enrollmentRules, ...classListRules]],
]);

/**
 * The rules of the profile that need more than one row, besides ids and references, of the file that is blamed. They
 * tell causes only: what follows from another issue is left out.
 */
export function setRulesOf(entity: Entity): readonly SetRule[] {
  return rules.get(entity) ?? [];
}
