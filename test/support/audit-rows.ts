import { vi } from 'vitest';
import { query } from './embedded-folder.ts';

/** A row of the audit, as tests look at it. */
export type AuditRowView = Record<string, unknown> & {
  readonly seq: number;
  readonly action: string;
  readonly ids: string[];
};

/** All rows of a database's audit, in their order. */
export async function auditRows(url: string, where = 'true'): Promise<AuditRowView[]> {
  const [row] = await query(
    url,
    `SELECT coalesce(json_agg(to_json(a) ORDER BY seq), '[]') AS rows FROM audit_log a WHERE ${where}`,
  );
  return row?.rows as AuditRowView[];
}

/** The rows of one request, once they are written. */
export async function rowsOf(url: string, requestId: string): Promise<AuditRowView[]> {
  return vi.waitFor(
    async () => {
      const rows = await auditRows(url, `request_id = '${requestId}'`);
      if (rows.length === 0) throw new Error(`request ${requestId} is not in the audit`);
      return rows;
    },
    { timeout: 10_000 },
  );
}
