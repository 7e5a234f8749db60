import type { Column, Entity } from '../../model/entity.ts';
import type { Kind } from '../../model/field.ts';
import type { Profile } from '../../model/profiles/profile.ts';
import { literal } from '../column.ts';
import { termsOf } from './questions.ts';

/** Well-formed, and nobody's. References name the record itself: a row that deletes is not looked up. */
const filler: Readonly<Record<Exclude<Kind, 'vocabulary'>, string>> = {
  string: literal('-'),
  list: literal('-'),
  year: literal('2000'),
  integer: literal('0'),
  flag: literal('true'),
  date: literal('2000-01-01'),
  pairs: literal(''),
  ref: 'b.sourced_id',
  refs: 'b.sourced_id',
};

/**
 * SQL of a cell in a row `b` of which nothing is left but its sourcedId. Files may not leave required cells blank, not
 * even in a row that deletes.
 */
export function blankCell(profile: Profile, entity: Entity, column: Column): string {
  if (column.required !== true || column.writeOnly) return literal('');
  if (column.kind !== 'vocabulary') return filler[column.kind];
  return literal(termsOf(profile, entity, column)[0] ?? '');
}
