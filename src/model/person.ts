import { entityList, entityOf } from './entities/index.ts';
import type { Column, Entity } from './entity.ts';

/** How rows of an entity belong to a person, whose record is the user. */
export type PersonWay =
  /** The row is the user. */
  | { readonly kind: 'self' }
  /** It has the sourcedId of its user. */
  | { readonly kind: 'key' }
  /** The column names its user. */
  | { readonly kind: 'ref'; readonly column: Column };

/** An entity whose rows are about one person each. */
export interface PersonalEntity {
  readonly entity: Entity;
  readonly way: PersonWay;
}

/** The entity that a person is a record of. */
export const personEntity: Entity = entityOf('user');

function wayOf(entity: Entity): PersonWay | undefined {
  if (entity === personEntity) return { kind: 'self' };
  if (entity.keyOf !== undefined && entityOf(entity.keyOf) === personEntity) return { kind: 'key' };
  const column = entity.stored.find(({ kind, target }) => kind === 'ref' && target === personEntity.one);
  return column === undefined ? undefined : { kind: 'ref', column };
}

/** All that is kept of a person, the user first, in the order of the registry. Derived from the declarations. */
export const personalEntities: readonly PersonalEntity[] = entityList.flatMap((entity) => {
  const way = wayOf(entity);
  return way === undefined ? [] : [{ entity, way }];
});

/** A list by which records of an entity name other people: agents. */
export interface NamingList {
  readonly entity: Entity;
  readonly column: Column;
}

export const namingLists: readonly NamingList[] = entityList.flatMap((entity) =>
  entity.stored
    .filter(({ kind, target }) => kind === 'refs' && target === personEntity.one)
    .map((column) => ({ entity, column })),
);
