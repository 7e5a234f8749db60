import { setTimeout as sleep } from 'node:timers/promises';
import type { ExampleAnswer, ExampleClient } from './example-client.ts';

/** What the hub answers about the roster on its way out, by operationId. */
export async function exportExamples(
  client: ExampleClient,
  beginOf: (csv: string) => string,
): Promise<Record<string, unknown>> {
  const bodyOf = ({ status, text }: ExampleAnswer, wanted: number, what: string): unknown => {
    if (status !== wanted) throw new Error(`${what}: ${status} in place of ${wanted}: ${text}`);
    return JSON.parse(text);
  };
  const asked = await client.post('/csv/export', { mode: 'bulk', profile: 'japan-1.0' });
  const { id, answer } = client.name(asked);
  for (;;) {
    const { state }: { state: string } = JSON.parse((await client.call(`/csv/export/${id}`)).text);
    if (state !== 'queued' && state !== 'running') break;
    await sleep(100);
  }
  const headers = { accept: 'application/json' };
  const sheet = await client.call('/csv/sheets/orgs.csv');
  return {
    startExport: bodyOf(answer, 202, 'startExport'),
    getExport: bodyOf(await client.call(`/csv/export/${id}`), 200, 'getExport'),
    exportRoster: bodyOf(await client.call('/csv/export', { headers }), 200, 'exportRoster'),
    downloadSheet: beginOf(sheet.text),
    listUnmappedCharacters: bodyOf(
      await client.call('/csv/sheets/users.csv/characters'),
      200,
      'listUnmappedCharacters',
    ),
  };
}
