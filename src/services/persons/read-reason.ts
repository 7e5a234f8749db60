import { RosterError } from '../../errors.ts';
import { personReasonLengthMax } from '../../model/erasure.ts';

/** Why somebody does something to a person; it has to be said. Throws `invalid_parameter`. */
export function readReason(text: string): string {
  const reason = text.trim();
  if (reason !== '' && reason.length <= personReasonLengthMax) return reason;
  throw new RosterError('invalid_parameter', {
    name: 'reason',
    expectedJa: `理由を 1〜${personReasonLengthMax} 文字で書いてください。`,
    expected: `why, in 1 to ${personReasonLengthMax} characters`,
  });
}
