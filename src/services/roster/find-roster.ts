import { RosterError } from '../../errors.ts';
import type { AsOf } from '../../query/as-of.ts';
import type { Tx } from '../../store/client.ts';
import {
  findNewest,
  findPublication,
  findPublicationAt,
  isKept,
  type PublicationStamp,
} from '../../store/publications.ts';

/** The publication that is meant. Throws `unknown_publication`, and `publication_gone` when it is no longer kept. */
export async function findRoster(tx: Tx, asOf: AsOf): Promise<PublicationStamp> {
  const found =
    'instant' in asOf
      ? await findPublicationAt(tx, asOf.instant)
      : await findPublication(tx, asOf.publication);
  if (found === undefined) throw new RosterError('unknown_publication');
  if (!(await isKept(tx, found.id))) throw new RosterError('publication_gone');
  return found;
}

/** The same; the newest when none is meant. Throws `nothing_published` before the first. */
export async function findRosterOrNewest(tx: Tx, asOf: AsOf | undefined): Promise<PublicationStamp> {
  if (asOf !== undefined) return findRoster(tx, asOf);
  const newest = await findNewest(tx);
  if (newest === undefined) throw new RosterError('nothing_published');
  return newest;
}
