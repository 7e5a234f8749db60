import Papa from 'papaparse';
import { unzipFiles } from './zip-files.ts';

/** A row by CSV header. */
export type ParsedRow = Record<string, string>;

/** A small bundle read as a whole, for tests; no code of the product is in between. */
export class Bundle {
  readonly #rows: Map<string, ParsedRow[]>;
  /** Files as text, by file name. */
  readonly text: Map<string, string>;

  private constructor(files: Map<string, Buffer>) {
    this.text = new Map([...files].map(([name, content]) => [name, content.toString()]));
    const parse = (text: string): ParsedRow[] =>
      Papa.parse<ParsedRow>(text, { header: true, skipEmptyLines: true }).data;
    this.#rows = new Map([...this.text].map(([name, text]) => [name, parse(text)]));
  }

  static async of(zip: Buffer): Promise<Bundle> {
    return new Bundle(await unzipFiles(zip));
  }

  /** The rows of a file, named without its ending; throws where it is absent. */
  rows(file: string): ParsedRow[] {
    const rows = this.#rows.get(`${file}.csv`);
    if (rows === undefined) throw new Error(`no ${file}.csv`);
    return rows;
  }

  /** The sourcedIds of a file, or of those of its rows that `only` picks. */
  ids(file: string, only: (row: ParsedRow) => boolean = () => true): Set<string> {
    return new Set(
      this.rows(file)
        .filter(only)
        .map((row) => cell(row, 'sourcedId')),
    );
  }

  /** The rows of a file by sourcedId. */
  byId(file: string): Map<string, ParsedRow> {
    return new Map(this.rows(file).map((row) => [cell(row, 'sourcedId'), row]));
  }
}

/** A value, '' where there is none. */
export function cell(row: ParsedRow | undefined, column: string): string {
  return row?.[column] ?? '';
}

/** The elements of a list column. */
export function list(row: ParsedRow, column: string): string[] {
  const value = cell(row, column);
  return value === '' ? [] : value.split(',');
}
