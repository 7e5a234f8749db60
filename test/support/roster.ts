import { endpoints } from '../../src/model/endpoints.ts';
import type { HubClient, OneRosterRecord } from './hub-client.ts';

/** Every collection of the service, the subsets (schools, students, …) among them. */
export const collections: readonly string[] = endpoints
  .filter(({ kind, parents }) => kind === 'collection' && parents.length === 0)
  .map(({ path }) => path.slice(1));

/** Collections that are no part of another one: what a client keeps a copy of. */
export const wholeCollections: readonly string[] = endpoints
  .filter(({ kind, members }) => kind === 'collection' && members.length === 0)
  .map(({ path }) => path.slice(1));

/** Records as JSON text by `collection/sourcedId`, with nothing in them that depends on where the hub runs. */
export type Roster = ReadonlyMap<string, string>;

export interface RosterOptions {
  readonly of?: readonly string[];
  /** Keep `dateLastModified`; without it rosters of different databases can be compared. */
  readonly stamped?: boolean;
}

/** A record as text for comparison. */
export function recordKey(record: OneRosterRecord, url: string, stamped: boolean): string {
  const { dateLastModified, ...rest } = record;
  return JSON.stringify(stamped ? { dateLastModified, ...rest } : rest).replaceAll(url, '');
}

/** The whole published roster, by a walk through every collection. */
export async function rosterOf(client: HubClient, options: RosterOptions = {}): Promise<Roster> {
  const { of = collections, stamped = false } = options;
  const roster = new Map<string, string>();
  for (const collection of of) {
    const { records } = await client.walk(collection, 'limit=1000');
    for (const record of records) {
      const key = `${collection}/${record.sourcedId}`;
      if (roster.has(key)) throw new Error(`${key} comes twice`);
      roster.set(key, recordKey(record, client.url, stamped));
    }
  }
  return roster;
}

/** Where two rosters differ: the first few records, short enough to be read in a failure. */
export function differences(found: Roster, wanted: Roster): string[] {
  const keys = [...new Set([...wanted.keys(), ...found.keys()])];
  return keys
    .filter((key) => found.get(key) !== wanted.get(key))
    .slice(0, 5)
    .map((key) => `${key}: found ${found.get(key) ?? 'nothing'}, wanted ${wanted.get(key) ?? 'nothing'}`);
}
