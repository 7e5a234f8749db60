import { RosterError } from '../errors.ts';
import { findInstant } from '../query/instant.ts';

/** A parameter that is an instant; undefined when absent. Throws `invalid_parameter`. */
export function instantOf(text: string | undefined, name: string): Date | undefined {
  const found = text === undefined ? undefined : findInstant(text);
  if ((found === undefined) === (text === undefined)) return found;
  throw new RosterError('invalid_parameter', {
    name,
    expectedJa: '期待する形: 2026-04-01T09:00:00+09:00',
    expected: 'an instant such as 2026-04-01T09:00:00+09:00',
  });
}
