import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { freezeImports, importBackendsGone } from '../support/freeze.ts';
import { HubClient, type IssueView } from '../support/hub-client.ts';
import { privateHubs } from '../support/private-hubs.ts';
import { leftovers, rosterPrint } from '../support/roster-print.ts';
import { runCommand } from '../support/run-command.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';
import { noLeftovers, postValidation, validationLeftovers, validationOf } from '../support/validations.ts';

let hub: TestHub;
let good: Buffer;
let broken: Buffer;

beforeAll(async () => {
  hub = await startTestHub();
  good = await boardBuffer({ people: 40, seed: 31 });
  broken = await boardBuffer({ people: 40, seed: 31, broken: true });
});

afterAll(() => hub.stop());

const expectNothingKept = (databaseUrl = hub.databaseUrl) =>
  expect.poll(() => validationLeftovers(databaseUrl), { timeout: 30_000 }).toEqual(noLeftovers);

const withoutSeq = (issues: readonly IssueView[]) => issues.map(({ seq, ...others }) => others);

test('a sound file is told so, and nothing is kept or published', async () => {
  const before = await leftovers(hub.databaseUrl);
  const print = await rosterPrint(hub.client);
  const { rows, ...answer } = await validationOf(hub.client, good);
  expect(answer).toEqual({
    profile: 'japan-1.0',
    ok: true,
    errors: 0,
    warnings: 0,
    byRule: {},
    byFile: {},
    causes: [],
    issues: [],
    total: 0,
  });
  expect(rows['users.csv']).toBe(40);
  await expectNothingKept();
  expect(await leftovers(hub.databaseUrl)).toEqual(before);
  expect(await rosterPrint(hub.client)).toBe(print);
});

describe('a file with faults', () => {
  test('has the issues that its import would have, as JSON and as CSV', async () => {
    const imported = await hub.client.importZip(broken);
    const wanted = await hub.client.issuesOf(imported.id);
    const found = await validationOf(hub.client, broken, { search: '?limit=1000' });
    expect(withoutSeq(found.issues)).toEqual(withoutSeq(wanted));
    expect(found).toMatchObject({
      ok: false,
      profile: imported.profile,
      errors: imported.issues.errors,
      warnings: imported.issues.warnings,
      byRule: imported.issues.byCode,
      total: wanted.length,
    });
    const byFile: Record<string, { errors: number; warnings: number }> = {};
    for (const { file, level } of wanted) {
      byFile[file] ??= { errors: 0, warnings: 0 };
      byFile[file][level === 'error' ? 'errors' : 'warnings'] += 1;
    }
    expect(found.byFile).toEqual(byFile);

    const csv = await postValidation(hub.client, broken, { headers: { accept: 'text/csv' } });
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=UTF-8']);
    const file = await hub.client.get(`/csv/import/${imported.id}/issues.csv`);
    expect(await csv.text()).toBe(await file.text());
    await expectNothingKept();
  });

  test.each([
    ['0', 0],
    ['3', 3],
  ])('shows limit=%s of them and counts all', async (limit, shown) => {
    const found = await validationOf(hub.client, broken, { search: `?limit=${limit}` });
    expect(found.issues).toHaveLength(shown);
    expect(found.total).toBe(found.errors + found.warnings);
    expect(found.total).toBeGreaterThan(3);
  });
});

test('a pinned profile refuses a file of another one', async () => {
  const base = await boardBuffer({ people: 40, seed: 31, layer: 'base' });
  expect(await validationOf(hub.client, base)).toMatchObject({ ok: true, profile: 'base-1.2.1' });
  const pinned = await validationOf(hub.client, base, { fields: { profile: 'japan-1.0' } });
  expect(pinned).toMatchObject({ ok: false, profile: 'japan-1.0' });
  expect(pinned.errors).toBeGreaterThan(0);
});

test('bytes that are no zip are an issue, and an empty file is refused', async () => {
  expect(await validationOf(hub.client, Buffer.from('no zip'))).toMatchObject({
    ok: false,
    profile: null,
    rows: {},
    byRule: { 'JP-F-001': 1 },
    total: 1,
  });
  const empty = await postValidation(hub.client, Buffer.alloc(0));
  expect([empty.status, JSON.parse(await empty.text()).error.code]).toEqual([400, 'upload_empty']);
  await expectNothingKept();
});

test('who may not, and what may not be asked', async () => {
  const reader = await runCommand(hub.databaseUrl, ['keys', 'create', '--name', 'r', '--role', 'reader']);
  const importer = await runCommand(hub.databaseUrl, ['keys', 'create', '--name', 'i', '--role', 'importer']);
  const as = async (key: string) =>
    (await postValidation(new HubClient(hub.client.url, key.trim()), good)).status;
  expect([await as('none'), await as(reader.out), await as(importer.out)]).toEqual([401, 403, 200]);
  const asked = async (fields: Record<string, string>, search = '') =>
    (await postValidation(hub.client, good, { fields, search })).status;
  expect(await asked({ profile: 'japan-9' })).toBe(400);
  expect(await asked({ strictness: 'kind' })).toBe(400);
  expect(await asked({ interoperability: 'yes' })).toBe(400);
  expect(await asked({}, '?limit=x')).toBe(400);
  await expectNothingKept();
});

test('a validation beside an import disturbs neither', async () => {
  const frozen = await freezeImports(hub.databaseUrl, 'publishing');
  const id = await hub.client.send(good);
  await frozen.reached();
  expect(await validationOf(hub.client, broken)).toMatchObject({ ok: false });
  await expectNothingKept();
  await frozen.thaw();
  expect(await hub.client.finished(id)).toMatchObject({ state: 'published' });
});

test('an import that begins beside a validation leaves its tables alone; a third validation is refused', async () => {
  const wanted = await validationOf(hub.client, broken);
  const frozen = await freezeImports(hub.databaseUrl, 'staging');
  const running = [validationOf(hub.client, broken), validationOf(hub.client, broken)];
  await frozen.reached();
  await expect
    .poll(async () => (await validationLeftovers(hub.databaseUrl)).tables)
    .toBeGreaterThanOrEqual(4);
  const refused = await postValidation(hub.client, good);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  expect(JSON.parse(await refused.text()).error.code).toBe('server_busy');
  expect(await hub.client.importZip(good)).toMatchObject({ state: 'published' });
  await frozen.thaw();
  for (const found of await Promise.all(running)) {
    expect({ ...found, issues: withoutSeq(found.issues) }).toEqual({
      ...wanted,
      issues: withoutSeq(wanted.issues),
    });
  }
  await expectNothingKept();
});

test('a client that goes away leaves nothing, and its place is free again', async () => {
  const frozen = await freezeImports(hub.databaseUrl, 'staging');
  const gone = new AbortController();
  const request = postValidation(hub.client, broken, { signal: gone.signal });
  request.catch(() => undefined);
  await frozen.reached();
  gone.abort();
  await expect(request).rejects.toThrow();
  await frozen.thaw();
  await expectNothingKept();
  expect(await Promise.all([1, 2].map(() => validationOf(hub.client, good)))).toHaveLength(2);
});

test('what a killed process leaves is swept by the next one', async () => {
  const hubs = await privateHubs();
  const first = await hubs.start();
  const frozen = await freezeImports(hubs.databaseUrl, 'staging');
  const request = postValidation(first.client, broken);
  request.catch(() => undefined);
  await frozen.reached();
  await first.hub.kill();
  await expect(request).rejects.toThrow();
  await frozen.thaw();
  await importBackendsGone(hubs.databaseUrl);
  expect(await validationLeftovers(hubs.databaseUrl)).toMatchObject({ chunks: 1 });
  await hubs.start();
  await expectNothingKept(hubs.databaseUrl);
});
