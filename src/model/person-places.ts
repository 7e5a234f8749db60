import { entityList } from './entities/index.ts';
import type { Column, Entity } from './entity.ts';

/**
 * How records and people hang together. `own`: the row is about the person (the user, what has the user's sourcedId,
 * what cannot be without its user). `named`: somebody else's row names the person.
 */
export interface PersonPlace {
  readonly entity: Entity;
  readonly kind: 'own' | 'named';
  /** The column that says who; undefined for the sourcedId itself. */
  readonly column: Column | undefined;
}

/** The entity whose records are people, as GUIDRefs call it. */
const person = 'user';

/** Those of one entity. */
export function placesOf(entity: Entity): PersonPlace[] {
  const isPerson = entity.one === person || entity.keyOf === person;
  const byId: PersonPlace[] = isPerson ? [{ entity, kind: 'own', column: undefined }] : [];
  const byColumn = entity.columns
    .filter(({ target }) => target === person)
    .map((column): PersonPlace => {
      const owned = column.kind === 'ref' && column.required === true;
      return { entity, kind: owned ? 'own' : 'named', column };
    });
  return [...byId, ...byColumn];
}

/** Every place in which the roster says who somebody is, from the declarations. */
export const personPlaces: readonly PersonPlace[] = entityList.flatMap(placesOf);

/** Entities with rows about people. */
export const personalEntities: readonly Entity[] = entityList.filter((entity) =>
  personPlaces.some((place) => place.entity === entity && place.kind === 'own'),
);
