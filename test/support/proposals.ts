import { expect } from 'vitest';
import type { HubClient, ImportView } from './hub-client.ts';

/** One change, as the interface tells it. */
export interface ChangeView {
  file: string;
  kind: string;
  sourcedId: string;
  fields: { column: string; before: string; after: string }[];
}

/** Every change of an import, by following `next`. */
export async function changesOf(client: HubClient, id: string, query = 'limit=50'): Promise<ChangeView[]> {
  const found: ChangeView[] = [];
  for (let path: string | undefined = `/csv/import/${id}/changes?${query}`; path !== undefined; ) {
    const response: Response = await client.get(path);
    expect([path, response.status]).toEqual([path, 200]);
    const page: { changes: ChangeView[]; next: string | null } = JSON.parse(await response.text());
    found.push(...page.changes);
    const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    expect(next === undefined).toBe(page.next === null);
    path = next;
  }
  return found;
}

/** What a person says of an import, and what becomes of it. */
export async function decided(
  client: HubClient,
  id: string,
  kind: 'publish' | 'approve' | 'discard' | 'cancel',
  reason?: string,
): Promise<ImportView> {
  const response = await client.post(`/csv/import/${id}/${kind}`, reason === undefined ? {} : { reason });
  expect([response.status, await response.clone().text()]).toEqual([200, expect.anything()]);
  return client.finished(id);
}

/** Undoes a publication. */
export async function undone(client: HubClient, publication: number, dryRun = false): Promise<ImportView> {
  const response = await client.post(`/publications/${publication}/undo`, { dryRun });
  expect(response.status).toBe(202);
  const { id }: { id: string } = JSON.parse(await response.text());
  return client.finished(id);
}

/** How many changes of each kind there are in each file. */
export function tally(changes: readonly ChangeView[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const { file, kind } of changes) {
    counts[file] ??= {};
    const kinds = counts[file];
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return counts;
}

/** The same of a proposal. */
export function proposed(view: ImportView): Record<string, Record<string, number>> {
  const files = Object.entries(view.proposal?.files ?? {}).map(([file, counts]) => {
    const { added, changed, returning, leaving } = counts;
    const kinds = Object.entries({ added, changed, returning, leaving }).filter(([, count]) => count > 0);
    return [file, Object.fromEntries(kinds)] as const;
  });
  return Object.fromEntries(files.filter(([, kinds]) => Object.keys(kinds).length > 0));
}
