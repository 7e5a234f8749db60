import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { retentionClasses, retentionSettings } from '../../src/model/retention.ts';
import { expireReports } from '../../src/services/retention/expire-reports.ts';
import { query } from '../support/embedded-folder.ts';
import { readJson, refusalOf } from '../support/held.ts';
import { openContext } from '../support/hub-context.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

interface ClassView {
  readonly name: string;
  readonly setting: string | null;
  readonly days: number | null;
  readonly oldest: string | null;
  readonly lastRun: { at: string; removed: number } | null;
}

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub(undefined, { REPORT_DAYS: '500' });
});

afterAll(() => hub.stop());

const classOf = async (name: string) => {
  const { classes } = await readJson<{ classes: ClassView[] }>(hub.client, '/admin/retention');
  expect(classes.map((one) => one.name)).toEqual(Object.keys(retentionClasses));
  return classes.find((one) => one.name === name);
};

const age = (id: string, days: number) =>
  query(
    hub.databaseUrl,
    `UPDATE imports SET finished_at = now() - interval '${days} days' WHERE id = '${id}'`,
  );

const broken = () => boardBuffer({ people: 20, seed: 12, broken: true });
const reportPaths = ['report', 'causes.csv', 'issues', 'issues.csv', 'files/users.csv'];

test('a report goes after REPORT_DAYS and says so; the import, its counts and younger reports stay', async () => {
  const [old, young] = [
    await hub.client.importZip(await broken()),
    await hub.client.importZip(await broken()),
  ];
  expect([old.state, young.state]).toEqual(['rejected', 'rejected']);
  await age(old.id, 501);
  await age(young.id, 499);
  const { oldest } = (await classOf('reports')) ?? {};
  expect(Date.parse(oldest ?? '')).toBeLessThan(Date.now() - 500 * 86_400_000);
  await using ctx = openContext(hub);
  const now = new Date();
  expect(await expireReports({ ...ctx, reportDays: 500 }, now)).toEqual({ reports: 1, corrections: 0 });

  for (const path of reportPaths) {
    const gone = await hub.client.get(`/csv/import/${old.id}/${path}`);
    expect(await refusalOf(gone), path).toEqual([410, 'report_removed']);
    expect((await hub.client.get(`/csv/import/${young.id}/${path}`)).status, path).toBe(200);
  }
  const text = await (await hub.client.get(`/csv/import/${old.id}/report`)).text();
  expect(text).toContain('500 日');
  expect(await hub.client.importOf(old.id)).toMatchObject({ state: 'rejected', issues: old.issues });
  for (const table of ['import_issues', 'import_causes']) {
    const rows = await query(hub.databaseUrl, `SELECT DISTINCT import_id FROM ${table}`);
    expect(rows).toEqual([{ import_id: young.id }]);
  }
  expect(await classOf('reports')).toMatchObject({
    setting: 'REPORT_DAYS',
    days: 500,
    lastRun: { at: now.toISOString(), removed: 1 },
  });

  expect(await expireReports({ ...ctx, reportDays: 500 }, now)).toEqual({ reports: 0, corrections: 0 });
});

test('a report that waits for a person stays, however old it is', async () => {
  const held = await hub.client.judgeZip(await boardBuffer({ people: 40, seed: 3 }), undefined, {
    dryRun: 'true',
  });
  expect(held.state).toBe('checked');
  await age(held.id, 900);
  await using ctx = openContext(hub);
  await expireReports(ctx, new Date());
  expect((await hub.client.get(`/csv/import/${held.id}/report`)).status).toBe(200);
});

test('every class says what it holds and why, in both languages', async () => {
  for (const { title, holds, reason } of Object.values(retentionClasses)) {
    for (const [ja, en] of [title, holds, reason]) {
      expect(ja).toMatch(/[ぁ-んァ-ン一-龠]/);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  }
  expect((await classOf('roster'))?.days).toBeNull();
  expect((await classOf('audit'))?.oldest).toMatch(/Z$/);
});

test('the README says the settings and defaults of the table', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  for (const [name, { otherwise }] of Object.entries(retentionSettings)) {
    expect(readme).toContain(`| \`${name}\` | \`${otherwise}\` |`);
  }
});
