import { RosterError } from '../errors.ts';

/** A parameter that is a whole number: `otherwise` when absent, refused below `least`, and `most` above `most`. */
export function numberOf(
  text: string | undefined,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return otherwise;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  if (value >= least) return Math.min(value, most);
  throw new RosterError('invalid_parameter', {
    name,
    expectedJa: `${least} 以上の整数`,
    expected: `a whole number from ${least}`,
  });
}
