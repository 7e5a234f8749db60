import { RosterError } from '../../errors.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id of an import in an address. What cannot be one is an import that is not there: throws `unknown_object`. */
export function importId(text: string): string {
  if (!uuid.test(text)) throw new RosterError('unknown_object');
  return text;
}
