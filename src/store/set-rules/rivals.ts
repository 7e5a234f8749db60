/** Rows of one file among which no two may be alike. */
export interface Rivals {
  /** The staged rows as `r`, and what narrows them: `FROM … r WHERE …`. */
  readonly from: string;
  /** SQL of what two rows must not share. A row that lacks a part of it is nobody's rival. */
  readonly shared: readonly string[];
  /** SQL of what two rivals differ in: a record that is in the file twice is told as a doubled id alone. */
  readonly differ: string;
  /** SQL of a value that reports show. */
  readonly shown?: string;
}

/** When a row holds: from `begin` to the day before `end`, as SQL of dates. Null is open. */
export interface Period {
  readonly begin: string;
  readonly end: string;
}

/**
 * A row is compared with the first of its group only, since all with all would take hours in a file in which every
 * row is alike. A hundred is more than any group that is nearly right; of a group that is wrong as a whole, one is
 * enough.
 */
const comparedMax = 100;
const wrongFrom = 1_000;

/**
 * The rows that share something. Numbers are grouped in place of the texts, which is half the work for the million
 * rows that share nothing; whoever has the number of another is compared by the texts. MATERIALIZED, because each
 * parallel worker would group for itself.
 */
function rivalRows({ from, shared, differ, shown = 'NULL' }: Rivals, more = ''): string {
  const whole = `ROW(${shared.join(', ')})`;
  const there = shared.map((one) => `${one} IS NOT NULL`).join(' AND ');
  const number = `hash_record_extended(${whole}, 0)`;
  return `numbers AS MATERIALIZED (
    SELECT ${number} AS number ${from} AND ${there}
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ${whole} AS shared, ${differ} AS differ, ${shown} AS shown${more}
    ${from} AND ${there} AND ${number} IN (SELECT number FROM numbers)
  )`;
}

/** Every rival but the first of its group: `s` with `line`, `shown`, and the first's line as `first`. */
export function doubledRows(rivals: Rivals): string {
  return `FROM (
  WITH ${rivalRows(rivals)}
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first`;
}

/** Rivals that hold on a day on which an earlier one holds: `s` with `line`, and the earliest's line as `first`. */
export function overlappingRows(rivals: Rivals, { begin, end }: Period): string {
  const period = `,
      coalesce(${begin}, '-infinity') AS begins, coalesce(${end}, 'infinity') AS ends`;
  return `FROM (
  WITH ${rivalRows(rivals, period)},
  placed AS (
    SELECT *, row_number() OVER (PARTITION BY shared ORDER BY line) AS place,
      count(*) OVER (PARTITION BY shared) AS size FROM rivals
  ),
  early AS (SELECT * FROM placed WHERE place <= CASE WHEN size < ${wrongFrom} THEN ${comparedMax} ELSE 1 END)
  SELECT r.line, min(e.line) AS first
  FROM rivals r
  JOIN early e ON e.shared = r.shared AND e.line < r.line AND e.differ <> r.differ
    AND e.begins < r.ends AND r.begins < e.ends
  GROUP BY r.line
) s`;
}
