import { query } from './embedded-folder.ts';
import type { HubClient, IssueView } from './hub-client.ts';
import { zipNameOf } from './zip-name.ts';

/** A validation as `POST /csv/validate` answers it. */
export interface ValidationView {
  profile: string | null;
  ok: boolean;
  rows: Record<string, number>;
  errors: number;
  warnings: number;
  byRule: Record<string, number>;
  byFile: Record<string, { errors: number; warnings: number }>;
  issues: IssueView[];
  total: number;
}

export interface ValidateRequest {
  readonly fields?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly search?: string;
  readonly signal?: AbortSignal;
}

/** Sends a file to be judged. */
export async function postValidation(
  client: HubClient,
  zip: Buffer,
  { fields = {}, headers = {}, search = '', signal }: ValidateRequest = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(zip)]), await zipNameOf(zip));
  return fetch(`${client.url}/csv/validate${search}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.key}`, ...headers },
    body: form,
    ...(signal === undefined ? {} : { signal }),
  });
}

/** Sends it and expects an answer. */
export async function validationOf(
  client: HubClient,
  zip: Buffer,
  request?: ValidateRequest,
): Promise<ValidationView> {
  const response = await postValidation(client, zip, request);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`validate: ${response.status} ${text}`);
  return JSON.parse(text);
}

/** What is in the database that belongs to no import. */
export async function validationLeftovers(databaseUrl: string): Promise<Record<string, unknown>> {
  const [row = {}] = await query(
    databaseUrl,
    `SELECT (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'staging' AND tablename LIKE 'v%') AS tables,
       (SELECT count(*)::int FROM file_chunks WHERE file_id NOT IN (SELECT id FROM files)) AS chunks,
       (SELECT count(*)::int FROM import_issues WHERE import_id NOT IN (SELECT id FROM imports)) AS issues,
       (SELECT count(*)::int FROM import_causes WHERE import_id NOT IN (SELECT id FROM imports)) AS causes`,
  );
  return row;
}

export const noLeftovers = { tables: 0, chunks: 0, issues: 0, causes: 0 };
