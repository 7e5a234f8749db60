import Papa from 'papaparse';
import { type FileToZip, unzipFiles, zipFiles } from '../../scripts/board/zip-files.ts';

/** A small bundle that can be changed by file, line and column before it is zipped again. */
export class EditableBundle {
  readonly files: Map<string, Buffer>;

  private constructor(files: Map<string, Buffer>) {
    this.files = files;
  }

  static async of(zip: Buffer): Promise<EditableBundle> {
    return new EditableBundle(await unzipFiles(zip));
  }

  copy(): EditableBundle {
    return new EditableBundle(new Map(this.files));
  }

  /** Lines without their ends; the header is the first, a last empty one stands for the final line end. */
  lines(file: string): string[] {
    return (this.files.get(file)?.toString() ?? '').split('\r\n');
  }

  /** Puts any bytes in place of a file. */
  put(file: string, content: string | Buffer): this {
    this.files.set(file, Buffer.from(content));
    return this;
  }

  remove(file: string): this {
    this.files.delete(file);
    return this;
  }

  /** Changes the lines of a file. */
  edit(file: string, change: (lines: string[]) => string[]): this {
    return this.put(file, change(this.lines(file)).join('\r\n'));
  }

  /** Changes one line, 1 = header. */
  line(file: string, number: number, change: (line: string) => string): this {
    return this.edit(file, (lines) =>
      lines.map((line, index) => (index === number - 1 ? change(line) : line)),
    );
  }

  /** The value of a cell. */
  cell(file: string, number: number, column: string): string {
    return this.#row(file, number)[this.#columns(file).indexOf(column)] ?? '';
  }

  set(file: string, number: number, cells: Readonly<Record<string, string>>): this {
    const columns = this.#columns(file);
    const values = this.#row(file, number).map((value, index) => cells[columns[index] ?? ''] ?? value);
    return this.line(file, number, () => encode(values));
  }

  /** Adds a row like the one on a line, with some cells changed, and tells its line. */
  append(file: string, like: number, cells: Readonly<Record<string, string>>): number {
    const columns = this.#columns(file);
    const values = this.#row(file, like).map((value, index) => cells[columns[index] ?? ''] ?? value);
    this.edit(file, (lines) => [...lines.slice(0, -1), encode(values), '']);
    return this.lines(file).length - 1;
  }

  /** Line of the first row that fits. */
  find(file: string, column: string, value: string): number {
    const last = this.lines(file).length - 1;
    for (let number = 2; number <= last; number += 1) {
      if (this.cell(file, number, column) === value) return number;
    }
    throw new Error(`${file} has no row with ${column} = ${value}`);
  }

  /** Keeps the rows that `keep` wants, and the header. */
  filter(file: string, keep: (cellOf: (column: string) => string, line: number) => boolean): this {
    return this.edit(file, (lines) =>
      lines.filter(
        (line, index) =>
          index === 0 || line === '' || keep((column) => this.cell(file, index + 1, column), index + 1),
      ),
    );
  }

  /** Sets a property of manifest.csv, `file.users` to `absent` for instance. */
  manifest(property: string, value: string): this {
    return this.edit('manifest.csv', (lines) =>
      lines.map((line) => (line.includes(`"${property}"`) ? `"${property}","${value}"` : line)),
    );
  }

  zip(...more: readonly FileToZip[]): Promise<Buffer> {
    const own = [...this.files].map(([name, content]) => ({ name, content }));
    return zipFiles([...own, ...more]);
  }

  #columns(file: string): string[] {
    return this.lines(file)[0]?.split(',') ?? [];
  }

  #row(file: string, number: number): string[] {
    return Papa.parse<string[]>(this.lines(file)[number - 1] ?? '').data[0] ?? [];
  }
}

function encode(values: readonly string[]): string {
  return values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
}
