import { RosterError } from '../errors.ts';
import { type Entity, propertyNames } from '../model/entity.ts';

/** What to do with a name in `fields` that the entity does not have; the standard's documents disagree. */
export type UnknownFields = 'reject' | 'ignore';

/**
 * Reads `fields`: comma-separated names, the parameter once or repeated. A dotted name stands for its first part.
 * Undefined means everything. Throws `invalid_fields`.
 */
export function readFields(
  entity: Entity,
  given: readonly string[],
  unknown: UnknownFields,
): ReadonlySet<string> | undefined {
  if (given.length === 0) return undefined;
  const known = propertyNames(entity);
  const selected = new Set<string>();
  for (const name of given.join(',').split(',')) {
    const [top = ''] = name.trim().split('.');
    if (known.has(top)) {
      selected.add(top);
    } else if (top === '' || unknown === 'reject') {
      throw new RosterError('invalid_fields', { name: name.slice(0, 40), expected: [...known].join(', ') });
    } else {
      // The binding's prose: when the selection cannot be understood, the whole record is returned.
      return undefined;
    }
  }
  return selected;
}
