import type { Row } from './headers.ts';

/** A line as it stands, for a row that is meant to be broken. */
export interface RawLine {
  readonly raw: string;
}

// Large enough that the cost of a stream's turn vanishes; at twice the size the process needs a quarter more memory.
const chunkChars = 16 * 1024;

/** The columns of a file: their names in the header line, and the keys of their values in a row. */
export interface FileColumns {
  readonly headers: readonly string[];
  readonly keys: readonly string[];
}

/** The values of a row in the order of the keys, all in double quotes. */
export function encodeRow(keys: readonly string[], row: Row): string {
  const cells = keys.map((key) => {
    const value = row[key] ?? '';
    return value.includes('"') ? value.replaceAll('"', '""') : value;
  });
  return `"${cells.join('","')}"`;
}

/** A CSV file in pieces: bare header, quoted values, CRLF. `onRow` is called once for each data row. */
export function* csvChunks(
  { headers, keys }: FileColumns,
  rows: Iterable<Row | RawLine>,
  onRow: () => void,
): Generator<Buffer> {
  let text = `${headers.join(',')}\r\n`;
  for (const row of rows) {
    text += `${isRaw(row) ? row.raw : encodeRow(keys, row)}\r\n`;
    onRow();
    if (text.length >= chunkChars) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

function isRaw(row: Row | RawLine): row is RawLine {
  return typeof row.raw === 'string';
}
