import type { Tx } from '../../store/client.ts';
import { findPublication } from '../../store/publications.ts';
import type { ResourceRow } from '../../store/resources.ts';

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

/** A record's JSON: the three leading properties, as far as they are asked for, then its body. */
export function recordText(
  { sourcedId, status, body }: ResourceRow,
  stamp: string,
  fields?: ReadonlySet<string>,
): string {
  const rest = body === '{}' ? '}' : `,${body.slice(1)}`;
  const head = `"sourcedId":${JSON.stringify(sourcedId)},"status":"${status}","dateLastModified":"${stamp}"`;
  if (fields === undefined) return `{${head}${rest}`;
  const leading = Object.entries(JSON.parse(`{${head}}`)).filter(([name]) => fields.has(name));
  const text = JSON.stringify(Object.fromEntries(leading));
  return text === '{}' ? body : `${text.slice(0, -1)}${rest}`;
}
