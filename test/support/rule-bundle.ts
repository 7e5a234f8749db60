import { type BoardOptions, boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from './editable-bundle.ts';
import type { HubClient, ImportView } from './hub-client.ts';

/** Where an issue is, which rule is broken, and how much it matters. */
export type Found = readonly [file: string, line: number, column: string, code: string, level: string];

/** A board whose zip has its name by the rule. */
export interface NamedBoard {
  readonly bundle: EditableBundle;
  readonly fileName: string;
}

export async function namedBoard(options: BoardOptions): Promise<NamedBoard> {
  const bundle = await EditableBundle.of(await boardBuffer(options));
  const district = bundle.find('orgs.csv', 'type', 'district');
  return { bundle, fileName: `RO_20260410_${bundle.cell('orgs.csv', district, 'identifier')}.zip` };
}

/** Imports it under its name and tells the import, and every issue in the order of the report. */
export async function judge(
  client: HubClient,
  { bundle, fileName }: NamedBoard,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly view: ImportView; readonly found: readonly Found[] }> {
  const form = new FormData();
  form.set('force', 'true');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(await bundle.zip())]), fileName);
  const headers = { authorization: `Bearer ${client.key}` };
  const response = await fetch(`${client.url}/csv/import`, { method: 'POST', headers, body: form });
  if (response.status !== 202) throw new Error(`upload: ${response.status} ${await response.text()}`);
  const { id }: { id: string } = JSON.parse(await response.text());
  const view = await client.settled(id);
  const issues = await client.issuesOf(id);
  return { view, found: issues.map((one) => [one.file, one.line, one.column, one.code, one.level]) };
}
