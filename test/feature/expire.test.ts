import { afterEach, beforeEach, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { createLog } from '../../src/log.ts';
import { hubOrigin } from '../../src/model/audit.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import type { Context } from '../../src/services/context.ts';
import { createStagingThreads } from '../../src/services/imports/stage-thread.ts';
import { expireRoster } from '../../src/services/roster/expire-roster.ts';
import { openStore } from '../../src/store/client.ts';
import { tryLock, withSession } from '../../src/store/session.ts';
import { contextSettings } from '../support/context-settings.ts';
import { query } from '../support/embedded-folder.ts';
import type { OneRosterRecord } from '../support/hub-client.ts';
import { rosterOf } from '../support/roster.ts';
import { startTestHub, type TestHub, testSecret } from '../support/test-hub.ts';

const log = createLog('silent');
const dayMs = 24 * 60 * 60 * 1_000;
let hub: TestHub;
let ctx: Context;

beforeEach(async () => {
  hub = await startTestHub();
  ctx = {
    store: openStore(hub.databaseUrl, log),
    log,
    staging: createStagingThreads(hub.databaseUrl),
    keys: deriveKeys(testSecret),
    publicUrl: '',
    today: () => '2026-04-01',
    ...contextSettings,
    origin: hubOrigin,
    enqueueImport: async () => undefined,
    enqueueExport: async () => undefined,
  };
});

afterEach(async () => {
  await ctx.store.close();
  await hub.stop();
});

const publish = async (change: number, seed = 5) => {
  const zip = await boardBuffer({ people: 120, seed, ...(change > 0 ? { change } : {}) });
  const { state, publication } = await hub.client.importZip(zip);
  expect(state).toBe('published');
  return publication ?? { id: 0, publishedAt: '' };
};

/** As if the publication had been made so many days ago. */
const age = (id: number, days: number) =>
  query(
    hub.databaseUrl,
    `UPDATE publications SET published_at = now() - interval '${days} days' WHERE id = ${id}`,
  );

const counts = async () => {
  const [row] = await query(
    hub.databaseUrl,
    `SELECT (SELECT count(*)::int FROM users_history) + (SELECT count(*)::int FROM enrollments_history) AS versions,
      (SELECT count(*)::int FROM enrollments WHERE status = 'tobedeleted') AS tombstones`,
  );
  return row as { versions: number; tombstones: number };
};

test('what is older than the setting goes, what is younger stays, and the roster is what it was', async () => {
  await publish(0);
  await publish(0.3);
  await publish(0.1);
  await publish(0.5);
  await age(1, 900);
  await age(2, 800);
  await age(3, 399);
  const before = await counts();
  expect(before.tombstones).toBeGreaterThan(0);
  const active = (roster: ReadonlyMap<string, string>) =>
    [...roster.values()].filter((text) => text.includes('"status":"active"'));
  const roster = active(await rosterOf(hub.client));

  expect(await expireRoster(ctx, new Date())).toBe(true);
  const after = await counts();
  expect(after.versions).toBeGreaterThan(0);
  expect(after.versions).toBeLessThan(before.versions);
  const old = await query(
    hub.databaseUrl,
    `SELECT count(*)::int AS count FROM enrollments WHERE status = 'tobedeleted' AND publication_id <= 2`,
  );
  expect(old).toEqual([{ count: 0 }]);
  expect(active(await rosterOf(hub.client))).toEqual(roster);

  expect(await expireRoster(ctx, new Date())).toBe(true);
  expect(await counts()).toEqual(after);
});

test('a walk goes on as long as its roster is kept, and is then told to start again', async () => {
  await publish(0);
  const snapshot = await hub.client.walk('users', 'limit=10000');
  const first = await hub.client.get('/ims/oneroster/rostering/v1p2/users?limit=50');
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  await publish(0.3);
  await age(1, 500);
  await age(2, 100);
  await expireRoster(ctx, new Date());
  const kept = await hub.client.get(next);
  expect(kept.status).toBe(200);
  // The test has moved the publication's stamp, so that is not what it was.
  const unstamped = (records: readonly OneRosterRecord[]) =>
    records.map(({ dateLastModified, ...rest }) => rest);
  expect(unstamped(JSON.parse(await kept.text()).users)).toEqual(unstamped(snapshot.records.slice(50, 100)));

  await expireRoster(ctx, new Date(Date.now() + 350 * dayMs));
  const gone = await hub.client.get(next);
  expect(gone.status).toBe(410);
  const body = JSON.parse(await gone.text());
  expect(body.imsx_CodeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue).toBe('invaliddata');
  expect(body.imsx_description).toContain('start again');
});

test('every page says from when on deltas are complete', async () => {
  await publish(0);
  await publish(0.3);
  await publish(0.1);
  await age(1, 500);
  await age(2, 450);
  const rows = await query(hub.databaseUrl, 'SELECT published_at FROM publications WHERE id = 2');
  const [oldest] = rows.map(({ published_at: stamp }) => (stamp as Date).toISOString());
  await expireRoster(ctx, new Date());
  for (const path of ['users', 'enrollments?limit=1', "orgs?filter=sourcedId='nobody'"]) {
    const response = await hub.client.get(`/ims/oneroster/rostering/v1p2/${path}`);
    const from = response.headers.get('x-deltas-from');
    expect(from, path).toBe(oldest);
  }
});

test('a hub without an old publication loses nothing', async () => {
  await publish(0);
  await publish(0.3);
  const before = await counts();
  expect(await expireRoster(ctx, new Date())).toBe(true);
  expect(await counts()).toEqual(before);
});

test('versions of a restricted person go like all others, and a lift still shows the person', async () => {
  await publish(0);
  await publish(0.5);
  const [changed] = await query(
    hub.databaseUrl,
    `SELECT h.sourced_id AS id FROM users_history h JOIN users u ON u.sourced_id = h.sourced_id
     WHERE u.status = 'active' AND h.status = 'active' LIMIT 1`,
  );
  const path = `/admin/persons/${changed?.id}`;
  expect((await hub.client.post(`${path}/restrict`, { reason: 'x' })).status).toBe(200);
  await publish(0.5);
  const aside = () =>
    query(
      hub.databaseUrl,
      `SELECT count(*) FILTER (WHERE publication_id = 0)::int AS rows, count(*) FILTER (WHERE publication_id > 0)::int AS versions FROM set_aside`,
    );
  const [before] = await aside();
  expect(before?.versions).toBeGreaterThan(0);
  for (const id of [1, 2, 3]) await age(id, 1_000 - id);
  await age(4, 401);
  await expireRoster(ctx, new Date());
  expect(await aside()).toEqual([{ rows: before?.rows, versions: 0 }]);
  expect((await hub.client.post(`${path}/lift`, { reason: 'x' })).status).toBe(200);
  const response = await hub.client.get(`/ims/oneroster/rostering/v1p2/users/${changed?.id}`);
  expect(JSON.parse(await response.text()).user.status).toBe('active');
});

test('while an import runs it waits for another time', async () => {
  await publish(0);
  await withSession(hub.databaseUrl, log, async (session) => {
    expect(await tryLock(session, 'import')).toBe(true);
    expect(await expireRoster(ctx, new Date())).toBe(false);
  });
  expect(await expireRoster(ctx, new Date())).toBe(true);
});
