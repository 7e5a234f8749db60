import { setTimeout as sleep } from 'node:timers/promises';
import { unzipFiles } from '../../scripts/board/zip-files.ts';
import type { HubClient } from './hub-client.ts';

/** A note as `GET /csv/export/{id}` shows it, as far as tests look at it. */
export interface NoteView {
  readonly rule: string;
  readonly file: string;
  readonly column: string;
  readonly rows: number;
  readonly first: string;
}

export interface ExportView {
  readonly id: string;
  readonly state: string;
  readonly publication: number;
  readonly progress: { readonly step: string; readonly percent: number; readonly rowsDone: number };
  readonly fileName: string | null;
  readonly fileSize: number | null;
  readonly sha256: string | null;
  readonly expired: boolean;
  readonly rows: Readonly<Record<string, number>>;
  readonly notes: readonly NoteView[];
  readonly failure: {
    readonly code: string;
    readonly message: { readonly ja: string; readonly en: string };
  } | null;
}

export type ExportFields = Readonly<Record<string, string | number | readonly string[]>>;

/** The export as it is streamed. `query` is that of the address. */
export async function streamed(client: HubClient, query = ''): Promise<Buffer> {
  const answer = await client.get(`/csv/export${query === '' ? '' : `?${query}`}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`export: ${answer.status} ${bytes.toString()}`);
  return bytes;
}

/** The files of the streamed export, by name. */
export async function streamedFiles(client: HubClient, query = ''): Promise<Map<string, string>> {
  const files = await unzipFiles(await streamed(client, query));
  return new Map([...files].map(([name, bytes]) => [name, bytes.toString()]));
}

/** Asks for an export and waits for its end. */
export async function exported(client: HubClient, fields: ExportFields = {}): Promise<ExportView> {
  const answer = await client.post('/csv/export', fields);
  const text = await answer.text();
  if (answer.status !== 202) throw new Error(`export: ${answer.status} ${text}`);
  const { id }: { id: string } = JSON.parse(text);
  return exportEnded(client, id);
}

export async function exportEnded(client: HubClient, id: string): Promise<ExportView> {
  for (;;) {
    const view: ExportView = JSON.parse(await (await client.get(`/csv/export/${id}`)).text());
    if (view.state === 'done' || view.state === 'failed') return view;
    await sleep(50);
  }
}

/** Records of a CSV file in which every value is quoted, by header. */
export function recordsOf(text: string): Record<string, string>[] {
  const lines = text.split('\r\n').slice(0, -1);
  const headers = (lines[0] ?? '').split(',');
  return lines.slice(1).map((line) => {
    const cells = line
      .slice(1, -1)
      .split('","')
      .map((cell) => cell.replaceAll('""', '"'));
    return Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? '']));
  });
}
