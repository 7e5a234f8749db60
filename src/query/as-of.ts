import { RosterError } from '../errors.ts';
import { findInstant } from './instant.ts';

/** Which roster is asked for: of a publication, or of the newest one that was not after an instant. */
export type AsOf = { readonly publication: number } | { readonly instant: Date };

/** `17` -> a publication, `2026-04-01T09:00:00+09:00` -> an instant. Throws `invalid_parameter`, of this name. */
export function readAsOf(given: readonly string[], name = 'asOf'): AsOf | undefined {
  const [text, ...more] = given;
  if (text === undefined) return undefined;
  if (more.length === 0) {
    if (/^\d{1,15}$/.test(text)) return { publication: Number(text) };
    const instant = findInstant(text);
    if (instant !== undefined) return { instant };
  }
  throw new RosterError('invalid_parameter', {
    name,
    expectedJa: '期待する形: 反映の番号か日時を 1 つ（例 17、2026-04-01T09:00:00+09:00）',
    expected: 'one id of a publication, or one instant (17, 2026-04-01T09:00:00+09:00)',
  });
}
