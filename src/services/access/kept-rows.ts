/** A revoked key or client works no longer than this on any copy of the hub. */
const keptMs = 5_000;
const rowsMax = 1_000;

type Find<Row> = (id: string) => Promise<Row | undefined>;

/** Keeps what `find` finds for a few seconds, so that a page walk does not ask for each page. */
export function keepRows<Row>(find: Find<Row>): Find<Row> {
  const kept = new Map<string, { readonly row: Row | undefined; readonly until: number }>();
  return async (id) => {
    const known = kept.get(id);
    const now = performance.now();
    if (known !== undefined && known.until > now) return known.row;
    const row = await find(id);
    if (kept.size >= rowsMax) kept.clear();
    kept.set(id, { row, until: now + keptMs });
    return row;
  };
}
