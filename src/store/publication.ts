import type { AmendmentKind } from '../model/amendment.ts';
import type { FileCounts } from './imports.ts';
import { lockClass, locks, type Session } from './session.ts';

/** A publication that has been made. */
export interface Publication {
  readonly id: number;
  readonly publishedAt: Date;
}

/** Where a publication comes from: an import (an undo too), or a person who amends records directly. */
export type PublicationOrigin =
  | { readonly importId: string }
  | {
      readonly amendment: AmendmentKind;
      /** Id of the client; the account at a command line, which may have no name. */
      readonly by: string | null;
      /** What became of how many records, by CSV file. */
      readonly counts: Readonly<Record<string, FileCounts>>;
    };

/** The newest publication; 0 before the first. */
export async function readNewest(session: Session): Promise<number> {
  const { rows } = await session.query<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM publications');
  return Number(rows[0]?.id);
}

/** Somebody amended the roster after an import had begun to compare itself with it: it has to begin anew. */
export class RosterAmended extends Error {
  constructor() {
    super('the roster was amended meanwhile');
    this.name = 'RosterAmended';
  }
}

/** One transaction under the publish lock. What it throws undoes all of it. */
export async function underPublishLock<T>(session: Session, run: () => Promise<T>): Promise<T> {
  await session.query('BEGIN');
  try {
    await session.query('SELECT pg_advisory_xact_lock($1, $2)', [lockClass, locks.publish]);
    const result = await run();
    await session.query('COMMIT');
    return result;
  } catch (error) {
    await session.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** For an import under the publish lock. Throws `RosterAmended` when `basis` is not the newest publication any more. */
export async function expectBasis(session: Session, basis: number): Promise<void> {
  if ((await readNewest(session)) !== basis) throw new RosterAmended();
}

/**
 * Makes a publication. The id is taken under the lock and the stamp by the last statement, so ids and stamps rise
 * together and a stamp is the moment of visibility. `work` does all else in between, and says where it comes from.
 */
export async function makePublication(
  session: Session,
  work: (id: number) => Promise<PublicationOrigin>,
): Promise<Publication> {
  return underPublishLock(session, async () => {
    const id = (await readNewest(session)) + 1;
    const origin = await work(id);
    const { importId, amendment, by, counts } =
      'importId' in origin
        ? { ...origin, amendment: null, by: null, counts: null }
        : { importId: null, ...origin };
    const { rows } = await session.query<{ published_at: Date }>(
      `INSERT INTO publications (id, published_at, import_id, amendment, amended_by, counts)
       SELECT $1::bigint, greatest(date_trunc('milliseconds', clock_timestamp()),
         (SELECT max(published_at) + interval '1 millisecond' FROM publications WHERE id = $1::bigint - 1)),
         $2::uuid, $3, $4, $5
       RETURNING published_at`,
      [id, importId, amendment, by, counts],
    );
    const publishedAt = rows[0]?.published_at;
    if (publishedAt === undefined) throw new Error('the publication has no stamp');
    return { id, publishedAt };
  });
}
