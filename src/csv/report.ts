/** What spreadsheets take for a formula, full-width forms included; blanks and invisible characters in front count. */
const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@|＝＋－＠｜﹦﹢﹣﹫−]/u;

/** Excel reads a CSV as UTF-8 only when it begins with this. */
export const reportMark = '\uFEFF';

/**
 * A line of a report that people open in Excel: every cell quoted, none of them a formula. Never for OneRoster
 * files: the guard changes values.
 *
 * `['users.csv', '=1+1']` -> `"users.csv","'=1+1"` and CRLF.
 */
export function reportLine(cells: readonly (string | number)[]): string {
  const quoted = cells.map((cell) => {
    const text = typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell);
    return `"${text.replaceAll('"', '""')}"`;
  });
  return `${quoted.join(',')}\r\n`;
}
