import { RosterError } from '../../errors.ts';
import { uuidPattern } from '../../model/uuid.ts';

const uuid = new RegExp(uuidPattern);

/** The id of an import in an address. What cannot be one is an import that is not there: throws `unknown_object`. */
export function importId(text: string): string {
  if (!uuid.test(text)) throw new RosterError('unknown_object');
  return text;
}
