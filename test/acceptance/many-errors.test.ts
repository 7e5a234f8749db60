import { expect, test } from 'vitest';
import { highWaterMark } from '../../scripts/bench/peak-memory.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { privateHubs } from '../support/private-hubs.ts';

/** ERRORS=1000000 takes a minute more. */
const rows = Number(process.env.ERRORS ?? 250_000);
/** The bound of the hub. */
const mostMiB = 350;

/** A board with so many enrollments more, of each of which the begin date is none. */
async function faultyBoard(): Promise<Buffer> {
  const board = await EditableBundle.of(await boardBuffer({ people: 20, seed: 9 }));
  const line = board.lines('enrollments.csv')[1] ?? '';
  const column = board.lines('enrollments.csv')[0]?.split(',').indexOf('beginDate') ?? -1;
  const cells = line.split(',').map((cell, at) => (at === column ? '"2026-02-30"' : cell));
  const like = cells.slice(1).join(',');
  const faulty = Array.from(
    { length: rows },
    (_, at) => `"00000000-0000-4000-8000-${String(at).padStart(12, '0')}",${like}`,
  );
  return board.edit('enrollments.csv', (lines) => [...lines.slice(0, -1), ...faulty, '']).zip();
}

/** Lines and bytes of a file of the report, read as it comes. */
async function readReport(response: Response): Promise<{ lines: number; last: string }> {
  let lines = 0;
  let last = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const text = decoder.decode(chunk, { stream: true });
    lines += text.split('\n').length - 1;
    last = (last + text).slice(-500);
  }
  return { lines, last };
}

test('errors in every row of a long file are counted, and the report of all of them needs no more memory than any', async () => {
  const hubs = await privateHubs();
  const { hub, client } = await hubs.start();
  // All rows enroll one user in one class, which is as many warnings more.
  const quiet = await fetch(`${client.url}/admin/sources/default`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${client.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ rules: { 'JP-EN-015': 'off' } }),
  });
  expect(quiet.status).toBe(200);
  const first = await client.send(await faultyBoard());
  const view = await client.finished(first, 200_000);
  expect(view).toMatchObject({ state: 'rejected', issues: { errors: rows, byCode: { 'JP-C-009': rows } } });
  expect(view.files['enrollments.csv']).toMatchObject({ rejected: rows });

  const report = await (await client.get(`/csv/import/${first}/report`)).text();
  expect(JSON.parse(report).causes[0]).toMatchObject({ code: 'JP-C-009', weight: rows });
  const all = await readReport(await client.get(`/csv/import/${first}/issues.csv`));
  expect(all.lines).toBe(rows + 1);
  const mine = await readReport(await client.get(`/csv/import/${first}/files/enrollments.csv?rows=failing`));
  expect(mine.lines).toBe(rows + 1);
  expect(mine.last).toContain(`"00000000-0000-4000-8000-${String(rows - 1).padStart(12, '0')}"`);

  // Linux alone tells the peak.
  const peak = await highWaterMark(hub.child.pid ?? 0);
  if (process.platform === 'linux') expect(peak).toBeGreaterThan(0);
  expect(peak ?? 0).toBeLessThan(mostMiB);
});
