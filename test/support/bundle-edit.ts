import Papa from 'papaparse';
import type { ParsedRow } from '../../scripts/board/parsed-bundle.ts';
import { unzipFiles, zipFiles } from '../../scripts/board/zip-files.ts';

/** New rows for old; the rows may be changed in place. */
export type RowEdit = (rows: ParsedRow[]) => ParsedRow[];

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The bundle with other rows in some of its files, named `users.csv`. Headers and the other files stay as they are. */
export async function editBundle(
  zip: Buffer,
  edits: Readonly<Record<string, RowEdit>>,
  options: { readonly stored?: boolean } = {},
): Promise<Buffer> {
  const files = [];
  for (const [name, content] of await unzipFiles(zip)) {
    const edit = edits[name];
    files.push({
      name,
      content: edit === undefined ? content : Buffer.from(edited(content, edit)),
      stored: options.stored === true,
    });
  }
  return zipFiles(files);
}

function edited(content: Buffer, edit: RowEdit): string {
  const parsed = Papa.parse<ParsedRow>(content.toString(), { header: true, skipEmptyLines: true });
  const columns = parsed.meta.fields ?? [];
  return `${Papa.unparse(edit(parsed.data), { columns, quotes: true, newline: '\r\n' })}\r\n`;
}

/** The bundle with a byte order mark before one file, which is a warning for that file. */
export async function markBundle(zip: Buffer, file: string): Promise<Buffer> {
  const files = [...(await unzipFiles(zip))].map(([name, content]) => ({
    name,
    content: name === file ? Buffer.concat([byteOrderMark, content]) : content,
  }));
  return zipFiles(files);
}
