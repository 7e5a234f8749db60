import type { Tx } from '../../store/client.ts';
import { findOldestKept, findPublication } from '../../store/publications.ts';

/** Stamps never change, so each is asked for once. A board publishes a few hundred times a year. */
const stampsMax = 50_000;

/** Gives publications their stamps, in the standard's form `2026-04-01T00:00:00.000Z`. */
export function createStamps(tx: Tx): (publicationId: number) => Promise<string> {
  const known = new Map<number, string>();
  return async (publicationId) => {
    const stamp = known.get(publicationId);
    if (stamp !== undefined) return stamp;
    const found = await findPublication(tx, publicationId);
    if (found === undefined) throw new Error(`publication ${publicationId} is missing`);
    if (known.size >= stampsMax) known.clear();
    const text = found.publishedAt.toISOString();
    known.set(publicationId, text);
    return text;
  };
}

/** What expires does so once a night. */
const oldestMs = 60_000;

/** Gives the stamp since which nothing that a delta has to tell was taken away. */
export function createDeltasFrom(tx: Tx): () => Promise<string | undefined> {
  let known: { readonly stamp: string | undefined; readonly until: number } | undefined;
  return async () => {
    const now = performance.now();
    if (known === undefined || known.until < now) {
      const stamp = (await findOldestKept(tx))?.publishedAt.toISOString();
      known = { stamp, until: now + oldestMs };
    }
    return known.stamp;
  };
}
