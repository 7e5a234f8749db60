/**
 * Which records belong to a collection, as data. A collection's conditions all hold; `any` is the only alternative.
 * `param` is the name of a path parameter, such as `schoolSourcedId`.
 */
export type Membership =
  /** The record's own field has this term. */
  | { readonly kind: 'is'; readonly field: string; readonly is: string }
  /** An embedded row that the record shows has this term. */
  | { readonly kind: 'shows'; readonly embed: string; readonly field: string; readonly is: string }
  /** The record's own reference, or one of its list of references, names the record of the path. */
  | { readonly kind: 'names'; readonly field: string; readonly param: string }
  /** An active record of another entity names this one in `by`, and has these references and this term. */
  | {
      readonly kind: 'linked';
      readonly entity: string;
      readonly by: string;
      /** Path parameters by field. */
      readonly names?: Readonly<Record<string, string>>;
      readonly is?: { readonly field: string; readonly term: string };
    }
  | { readonly kind: 'any'; readonly of: readonly Membership[] };

const is = (field: string, term: string): Membership => ({ kind: 'is', field, is: term });

/** The parts of collections that the standard gives paths of their own. */
export const subsets = {
  schools: is('type', 'school'),
  terms: is('type', 'term'),
  gradingPeriods: is('type', 'gradingPeriod'),
  students: { kind: 'shows', embed: 'roles', field: 'role', is: 'student' },
  teachers: { kind: 'shows', embed: 'roles', field: 'role', is: 'teacher' },
} as const satisfies Record<string, Membership>;

/**
 * What `/terms/{id}/…` goes down from: terms, and whatever sessions classes point at. Japanese classes point at a
 * `schoolYear`, and clients feed `class.terms` into these paths.
 */
export const sessionsOfClasses: Membership = {
  kind: 'any',
  of: [subsets.terms, { kind: 'linked', entity: 'classes', by: 'terms' }],
};

/** Users with an active enrollment of this role in the class, and in the school where the path has one. */
export function enrolledAs(term: string, names: Readonly<Record<string, string>>): Membership {
  return { kind: 'linked', entity: 'enrollments', by: 'user', names, is: { field: 'role', term } };
}

/** Classes in which the user is actively enrolled, in any role or in one. */
export function classesOf(param: string, term?: string): Membership {
  const named = { kind: 'linked', entity: 'enrollments', by: 'class', names: { user: param } } as const;
  return term === undefined ? named : { ...named, is: { field: 'role', term } };
}

/** Users with an active role of this kind at the school. */
export function withRoleAt(term: string, param: string): Membership {
  return { kind: 'linked', entity: 'roles', by: 'user', names: { org: param }, is: { field: 'role', term } };
}

/** Courses that belong to the school or that one of its classes is a class of: districts own courses too. */
export function coursesTaughtAt(param: string): Membership {
  return {
    kind: 'any',
    of: [
      { kind: 'names', field: 'org', param },
      { kind: 'linked', entity: 'classes', by: 'course', names: { school: param } },
    ],
  };
}
