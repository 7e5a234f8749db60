import type { ExampleClient } from './example-client.ts';

/** What the first administrator did first, so that it is the same however long the rest took. */
const search = 'action=import.published&limit=1';

/** Numbers of rows depend on how often a test looked at an import. */
function settledText(text: string): string {
  return text
    .replace(/"seq":\d+/g, '"seq":17')
    .replace(/"next":\d+/g, '"next":17')
    .replace(/^"\d+","[-\d]+ [:\d]+"/gm, '"17","2026-04-01 14:30:00"');
}

/** Answers of the audit. */
export async function auditExamples(
  client: ExampleClient,
  beginOf: (csv: string) => string,
): Promise<Record<string, unknown>> {
  const read = async (path: string) => {
    const { status, text } = await client.call(path);
    if (status !== 200) throw new Error(`${path}: ${status} in place of 200: ${text}`);
    return settledText(text);
  };
  return {
    listAudit: JSON.parse(await read(`/admin/audit?${search}`)),
    downloadAudit: beginOf(await read('/admin/audit.csv?action=import.published')),
    getAuditVerification: JSON.parse(await read('/admin/audit/verification')),
  };
}
