import { entityOf } from './entities/index.ts';
import type { Column, Entity } from './entity.ts';
import { personPlaces } from './person-places.ts';

/** How rows of an entity belong to a person, whose record is the user. */
export type PersonWay =
  /** The row is the user. */
  | { readonly kind: 'self' }
  /** It has the sourcedId of its user. */
  | { readonly kind: 'key' }
  /** The column names its user. */
  | { readonly kind: 'ref'; readonly column: Column };

/** An entity whose rows are about one person each. */
export interface PersonalFile {
  readonly entity: Entity;
  readonly way: PersonWay;
}

/** The entity that a person is a record of. */
export const personEntity: Entity = entityOf('user');

/** All that is kept of a person, the user first, in the order of the registry. */
export const personalFiles: readonly PersonalFile[] = personPlaces
  .filter(({ kind }) => kind === 'own')
  .map(({ entity, column }) => {
    if (column !== undefined) return { entity, way: { kind: 'ref', column } };
    return { entity, way: { kind: entity === personEntity ? 'self' : 'key' } };
  });

/** A list by which records of an entity name other people: agents. */
export interface NamingList {
  readonly entity: Entity;
  readonly column: Column;
}

export const namingLists: readonly NamingList[] = personPlaces.flatMap(({ entity, kind, column }) =>
  kind === 'named' && column?.kind === 'refs' ? [{ entity, column }] : [],
);
