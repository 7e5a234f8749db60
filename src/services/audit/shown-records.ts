import type { Endpoint } from '../../model/endpoints.ts';
import type { NamedRecord } from './hash-ids.ts';

/** A search that shows more than this many people is for a list, not for somebody. */
const namedMax = 100;
const personal = ['users', 'demographics', 'enrollments'];

/**
 * The people on a page that was found by values which are not kept: without their ids nobody could say who was looked
 * for. `body` is the JSON that is sent.
 */
export function shownPeople({ entity, envelope }: Endpoint, body: Buffer, shown: number): NamedRecord[] {
  if (shown > namedMax || !personal.includes(entity.name)) return [];
  const records: readonly { readonly sourcedId?: string }[] = JSON.parse(body.toString())[envelope];
  return records.flatMap(({ sourcedId }) =>
    sourcedId === undefined ? [] : [{ entity: entity.name, sourcedId }],
  );
}
