import type { AmendmentKind } from '../model/amendment.ts';
import { txOf } from './audit.ts';
import type { Tx } from './client.ts';
import type { FileCounts } from './imports.ts';
import { makePublication, type Publication } from './publication.ts';
import type { Session } from './session.ts';

/** What a person does to the roster without an import. */
export interface Amendment {
  readonly kind: AmendmentKind;
  /** Id of the client; the account at a command line, which may have no name. */
  readonly by: string | null;
  /**
   * Changes the current rows, gives those that it touches the publication's id, and puts what they were into history.
   * All that it reads is as it will be published over: no other publication is made meanwhile.
   *
   * @returns what became of how many records, by CSV file.
   */
  readonly work: (tx: Tx, publicationId: number) => Promise<Readonly<Record<string, FileCounts>>>;
  /** Writes down who did it, as the last but the stamp. */
  readonly record: (
    tx: Tx,
    publicationId: number,
    counts: Readonly<Record<string, FileCounts>>,
  ) => Promise<void>;
}

/** What an amendment did to one file's records. */
export function amendedCounts(change: { readonly updated?: number; readonly deleted?: number }): FileCounts {
  const { updated = 0, deleted = 0 } = change;
  return { rows: 0, created: 0, unchanged: 0, rejected: 0, updated, deleted };
}

/**
 * Publishes what a person amends, as an import publishes: under the same lock, with the next id, and with the stamp as
 * the last statement. An import that has compared itself with the roster before begins anew (`RosterAmended`). What
 * `work` or `record` throw undoes all of it.
 */
export async function publishAmendment(session: Session, amendment: Amendment): Promise<Publication> {
  const { kind, by, work, record } = amendment;
  const tx = txOf(session);
  return makePublication(session, async (id) => {
    const counts = await work(tx, id);
    await record(tx, id, counts);
    return { amendment: kind, by, counts };
  });
}
