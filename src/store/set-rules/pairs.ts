/** Rows of one file among which no two may be alike. */
export interface RivalRows {
  /** A FROM item with the staged rows as `r`, and what narrows them. */
  readonly from: string;
  /** SQL of what two rows must not share; rows without it are nobody's rivals. */
  readonly key: string;
  /**
   * SQL of what makes two rows different things. A row that is in the file twice is told as a doubled id, not as its
   * own rival.
   */
  readonly owner: string;
}

const sharedKeys = (rows: string) =>
  `SELECT k.key FROM ${rows} k GROUP BY k.key HAVING min(k.owner) <> max(k.owner)`;

function rivals({ from, key, owner }: RivalRows, more = ''): string {
  return `(SELECT r.line, ${key} AS key, ${owner} AS owner${more} ${from} AND ${key} IS NOT NULL)`;
}

/** Every row but the first with a key that the first one has: `s` with `line`, `key` and `first`. */
export function doubledRows(alike: RivalRows): string {
  const rows = rivals(alike);
  return `FROM (
  SELECT r.key, min(r.line) AS line, min(min(r.line)) OVER (PARTITION BY r.key) AS first
  FROM ${rows} r
  WHERE r.key IN (${sharedKeys(rows)})
  GROUP BY r.key, r.owner
) s
WHERE s.line > s.first`;
}

/** When rows hold: from `begin` to the day before `end`. SQL of dates; null is open. */
export interface Period {
  readonly begin: string;
  readonly end: string;
}

/** Rows that share a key and a day with an earlier one: `s` with `line`, and the earliest of those as `first`. */
export function overlappingRows(alike: RivalRows, { begin, end }: Period): string {
  const period = `, coalesce(${begin}, '-infinity') AS begin, coalesce(${end}, 'infinity') AS finish`;
  const rows = rivals(alike, period);
  return `FROM (
  SELECT r.line, min(e.line) AS first
  FROM ${rows} r
  JOIN ${rows} e ON e.key = r.key AND e.line < r.line AND e.owner <> r.owner AND e.begin < r.finish AND r.begin < e.finish
  WHERE r.key IN (${sharedKeys(rivals(alike))})
  GROUP BY r.line
) s`;
}
