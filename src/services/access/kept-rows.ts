/**
 * What is revoked works no longer than five seconds on any copy of the hub, whatever messages arrive or do not. The row
 * counts from when it was asked for.
 */
const keptMs = 4_000;
const rowsMax = 1_000;

type Find<Row> = (id: string) => Promise<Row | undefined>;

interface Kept<Row> {
  readonly row: Promise<Row | undefined>;
  readonly until: number;
}

function hold<Row>(rows: Map<string, Kept<Row>>, id: string, entry: Kept<Row>): void {
  const [oldest] = rows.keys();
  if (rows.size >= rowsMax && oldest !== undefined) rows.delete(oldest);
  rows.set(id, entry);
}

/** Keeps what `find` finds for a few seconds, so that a page walk does not ask for each page. Asked together, it asks once. */
export function keepRows<Row>(find: Find<Row>): Find<Row> {
  const found = new Map<string, Kept<Row>>();
  // Whoever guesses ids makes many that nobody has: these do not take the room of those that work.
  const others = new Map<string, Kept<Row>>();
  return (id) => {
    const now = performance.now();
    const known = [found.get(id), others.get(id)].find((entry) => entry !== undefined && entry.until > now);
    if (known !== undefined) return known.row;
    const entry = { row: find(id), until: now + keptMs };
    found.delete(id);
    others.delete(id);
    hold(others, id, entry);
    const settle = (row: Row | undefined, failed: boolean) => {
      if (others.get(id) !== entry || (row === undefined && !failed)) return;
      others.delete(id);
      if (!failed) hold(found, id, entry);
    };
    entry.row.then(
      (row) => settle(row, false),
      () => settle(undefined, true),
    );
    return entry.row;
  };
}
