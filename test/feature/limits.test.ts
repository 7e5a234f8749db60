import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { minuteMs } from '../../src/model/rate-limit.ts';
import { RateWindow } from '../../src/model/rate-window.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { makeKeyText } from '../../src/services/access/key-text.ts';
import { createLimiter } from '../../src/services/access/limit-requests.ts';
import { expireRateWindows, giveBackRequests, takeRequests } from '../../src/store/rate-windows.ts';
import { query } from '../support/embedded-folder.ts';
import { openContext, withKey } from '../support/hub-context.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const orgs = '/ims/oneroster/rostering/v1p2/orgs?limit=1';
let hub: TestHub;

beforeEach(async () => {
  // One proxy, so that a test can call from anywhere.
  hub = await startTestHub(undefined, {
    RATE_LIMIT_PER_HOUR: '50',
    RATE_LIMIT_PER_SECOND: '1000',
    TRUSTED_PROXIES: '127.0.0.1',
  });
});

afterEach(() => hub.stop());

const from = (address: string) => ({ 'x-forwarded-for': address });
/** The statuses of so many calls of `ask`, and how often each came. */
async function tally(count: number, ask: () => Promise<Response>): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (let at = 0; at < count; at += 1) {
    const response = await ask();
    await response.arrayBuffer();
    found[response.status] = (found[response.status] ?? 0) + 1;
  }
  return found;
}

async function reader(more: object = {}) {
  await using ctx = openContext(hub);
  return withKey(hub, await createKey(ctx, { name: 'tool', role: 'reader', ...more }));
}

test('a client is told what is left, and when it is refused, until when', async () => {
  const client = await reader();
  const first = await client.get(orgs);
  expect(first.status).toBe(200);
  const said = (response: Response) =>
    ['policy', 'limit', 'remaining'].map((name) => response.headers.get(`ratelimit-${name}`));
  expect(said(first)).toEqual(['50;w=3600, 1000;w=1', '50', '49']);
  expect(await tally(60, () => client.get(orgs))).toEqual({ 200: 49, 429: 11 });

  const refused = await client.get(orgs);
  expect([refused.status, ...said(refused).slice(1)]).toEqual([429, '50', '0']);
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(3_000);
  expect(seconds).toBeLessThanOrEqual(3_600);
  expect(JSON.parse(await refused.text())).toMatchObject({
    imsx_CodeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: 'server_busy' }] },
  });
  // HEAD and other paths are no way around it.
  const head = await fetch(hub.client.url + orgs, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${client.key}` },
  });
  expect(head.status).toBe(429);
  expect((await client.get('/ims/oneroster/rostering/v1p2/users')).status).toBe(429);
  // Others are not held back by it.
  expect((await (await reader()).get(orgs)).status).toBe(200);
});

test('the hour slides: an hour later everything is free again', async () => {
  const client = await reader();
  expect(await tally(51, () => client.get(orgs))).toEqual({ 200: 50, 429: 1 });
  await query(hub.databaseUrl, 'UPDATE rate_windows SET minute = minute - 60');
  // This process remembers for a second that it has refused, so another one is asked, with the same database.
  await using ctx = openContext(hub);
  const id = await query(hub.databaseUrl, `SELECT subject FROM rate_windows WHERE subject LIKE 'client %'`);
  expect(id).toHaveLength(1);
  const limit = { perHour: 50, perSecond: 1_000 };
  expect(await takeRequests(ctx.store.db, String(id[0]?.subject), 60, limit)).toMatchObject({ granted: 50 });
});

test('a client has the limits that it was given, within five seconds', async () => {
  const client = await reader({ requestsPerHour: 7 });
  expect(await tally(9, () => client.get(orgs))).toEqual({ 200: 7, 429: 2 });
  const listed = JSON.parse(await (await hub.client.get('/admin/clients')).text());
  const { id, requestsPerHour, requestsPerSecond } = listed.clients.find(
    ({ name }: { name: string }) => name === 'tool',
  );
  expect([requestsPerHour, requestsPerSecond]).toEqual([7, null]);
  const change = (body: object) =>
    fetch(`${hub.client.url}/admin/clients/${id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${hub.client.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await change({ requestsPerHour: 0 })).status).toBe(400);
  const changed = await change({ requestsPerHour: 12, requestsPerSecond: 900 });
  expect(JSON.parse(await changed.text()).client).toMatchObject({
    requestsPerHour: 12,
    requestsPerSecond: 900,
  });
  await expect.poll(async () => (await client.get(orgs)).status, { timeout: 5_000 }).toBe(200);
  expect(await tally(6, () => client.get(orgs))).toEqual({ 200: 4, 429: 2 });
});

test('whoever has no key that works is counted by address, and does not use up what others have', async () => {
  const client = await reader({ requestsPerHour: 1_000 });
  const junk = (address: string) => () => withKey(hub, makeKeyText().text).get(orgs, from(address));
  expect(await tally(60, junk('203.0.113.9'))).toEqual({ 401: 50, 429: 10 });
  // A client behind the same address goes on, and so does junk from elsewhere.
  expect(await tally(20, () => client.get(orgs, from('203.0.113.9')))).toEqual({ 200: 20 });
  expect(await tally(3, junk('203.0.113.10'))).toEqual({ 401: 3 });
  // One host of IPv6 has many addresses.
  let host = 0;
  const hosts = () => {
    host += 1;
    return junk(`2001:db8::${host.toString(16)}`)();
  };
  expect(await tally(60, hosts)).toEqual({ 401: 50, 429: 10 });
});

test('what is open to everybody is counted too, but whether the hub lives may be asked without end', async () => {
  const url = hub.client.url;
  const page = (path: string) => () => fetch(url + path, { headers: from('203.0.113.20') });
  expect(await tally(60, page('/health/ready'))).toEqual({ 200: 60 });
  expect(await tally(60, page('/openapi.json'))).toEqual({ 200: 50, 429: 10 });
  expect((await page('/docs')()).status).toBe(429);
});

test('a thousand wrong secrets end in 429, and a client elsewhere still gets its token', async () => {
  const made = await hub.client.post('/admin/clients', {
    ...{ name: 'tool', purpose: 'test', contact: 'x', contractEnd: '2099-03-31' },
    ...{ role: 'reader', scopes: ['roster.readonly'] },
  });
  const { client } = JSON.parse(await made.text());
  const secret = JSON.parse(
    await (await hub.client.post('/admin/keys', { client: client.id, kind: 'secret' })).text(),
  );
  const token = (text: string, address: string) => () =>
    fetch(`${hub.client.url}/oauth/token`, {
      method: 'POST',
      headers: from(address),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client.id,
        client_secret: text,
      }),
    });
  const wrong = `${secret.text.slice(0, -1)}x`;
  expect(await tally(1_000, token(wrong, '203.0.113.30'))).toEqual({ 401: 50, 429: 950 });
  const refused = await token(wrong, '203.0.113.30')();
  expect(JSON.parse(await refused.text())).toMatchObject({ error: 'temporarily_unavailable' });
  expect(await tally(1, token(secret.text, '203.0.113.31'))).toEqual({ 200: 1 });
});

test('a burst ends with its second', async () => {
  const client = await reader({ requestsPerHour: 1_000, requestsPerSecond: 5 });
  const burst = await Promise.all(Array.from({ length: 30 }, () => client.get(orgs)));
  const granted = burst.filter(({ status }) => status === 200).length;
  // It may have met two seconds, and on a slow machine more.
  expect(granted).toBeGreaterThanOrEqual(5);
  expect(granted).toBeLessThan(30);
  const refused = burst.find(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toBe('1');
  await expect.poll(async () => (await client.get(orgs)).status).toBe(200);
});

test('PostgreSQL counts as a single process would', async () => {
  await using ctx = openContext(hub);
  const { db } = ctx.store;
  const grants = fc.array(
    fc.record({ ago: fc.integer({ min: 1, max: 75 }), count: fc.integer({ min: 1, max: 40 }) }),
    { maxLength: 12 },
  );
  const limits = fc.record({
    perHour: fc.integer({ min: 1, max: 200 }),
    perSecond: fc.integer({ min: 1, max: 50 }),
  });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(grants, limits, fc.integer({ min: 1, max: 80 }), async (earlier, limit, asked) => {
      number += 1;
      const subject = `client ${number}`;
      const open = { perHour: 1_000_000, perSecond: 1_000_000 };
      const window = new RateWindow();
      const counts = Array<number>(60).fill(0);
      const now = Date.now();
      const minuteOf = (ago: number) => Math.floor(now / minuteMs) - ago;
      const sorted = earlier.toSorted((one, other) => other.ago - one.ago);
      for (const { ago, count } of sorted) {
        window.take(count, open, minuteOf(ago) * minuteMs);
        const minute = minuteOf(ago);
        // What is older than an hour before this one is overwritten, as it is by the hub.
        for (let m = minute - 59; m <= minute; m += 1) {
          const kept = sorted.filter((one) => one.ago >= ago && minuteOf(one.ago) === m);
          counts[m % 60] = kept.reduce((sum, one) => sum + one.count, 0);
        }
      }
      const newest = sorted.at(-1)?.ago;
      await query(hub.databaseUrl, 'INSERT INTO rate_windows VALUES ($1, $2, $3, 0, 0)', [
        subject,
        newest === undefined ? 0 : minuteOf(newest),
        counts,
      ]);
      const found = await takeRequests(db, subject, asked, limit);
      const wanted = window.take(asked, limit, now);
      // A minute may have begun in between.
      fc.pre(Math.floor(Date.now() / minuteMs) === Math.floor(now / minuteMs));
      expect({ ...found, resetMs: 0, retryMs: 0 }).toEqual({ ...wanted, resetMs: 0, retryMs: 0 });
      for (const name of ['resetMs', 'retryMs'] as const) {
        expect(Math.abs(found[name] - wanted[name])).toBeLessThan(2_000);
      }
    }),
    { numRuns: 150 },
  );
});

test('what one process held goes back to all of them, and nothing of it is lost', async () => {
  await using ctx = openContext(hub);
  const { db } = ctx.store;
  const limit = { perHour: 2_000, perSecond: 1_000_000 };
  let taken = 0;
  let returning = 0;
  const way = Promise.withResolvers<void>();
  const limiterWith = (giveBack: (subject: string, count: number) => Promise<void>) => {
    const take = async (...asked: [string, number, typeof limit]) => {
      const answer = await takeRequests(db, ...asked);
      taken += answer.granted;
      return answer;
    };
    const limiter = createLimiter({ take, giveBack }, createLog('error'));
    return async () => (await limiter('client a', limit)).allowed;
  };
  const first = limiterWith(async (subject, count) => {
    returning = count;
    await way.promise;
    await giveBackRequests(db, subject, count);
  });
  const second = limiterWith((...unused) => giveBackRequests(db, ...unused));

  let used = 0;
  while (taken < used + 5) {
    expect(await first()).toBe(true);
    used += 1;
  }
  // Another process comes to the end while the first one holds some, which are on their way back after a while.
  const held = taken - used;
  const { granted } = await takeRequests(db, 'client a', limit.perHour, limit);
  expect(granted).toBe(limit.perHour - used - held);
  expect(await second()).toBe(false);
  await expect.poll(() => returning, { interval: 5 }).toBe(held);
  // Who comes now waits for it, and is granted one of them. The other process grants the rest.
  const waiting = first();
  way.resolve();
  expect(await waiting).toBe(true);
  await expect.poll(second, { timeout: 5_000 }).toBe(true);
  for (let left = held - 2; left > 0; left -= 1) expect(await second()).toBe(true);
  expect(await second()).toBe(false);
  expect(await first()).toBe(false);
});

test('what is given back when a minute has just begun is taken from the one before', async () => {
  await using ctx = openContext(hub);
  const { db } = ctx.store;
  for (const minute of [29_000_000, 29_000_040, 29_000_041]) {
    const subject = `client ${minute}`;
    const counts = Array<number>(60).fill(7);
    counts[minute % 60] = 3;
    counts[(minute - 1) % 60] = 10;
    await query(hub.databaseUrl, 'INSERT INTO rate_windows VALUES ($1, $2, $3, 0, 0)', [
      subject,
      minute,
      counts,
    ]);
    const left = async () => {
      const [row] = await query(
        hub.databaseUrl,
        `SELECT counts[minute % 60 + 1] AS newest, counts[(minute - 1) % 60 + 1] AS before,
          (SELECT sum(c)::int FROM unnest(counts) AS c) AS all FROM rate_windows WHERE subject = $1`,
        [subject],
      );
      return row;
    };
    await giveBackRequests(db, subject, 2);
    expect(await left()).toEqual({ newest: 1, before: 10, all: 58 * 7 + 11 });
    await giveBackRequests(db, subject, 5);
    expect(await left()).toEqual({ newest: 0, before: 6, all: 58 * 7 + 6 });
    await giveBackRequests(db, subject, 9);
    expect(await left()).toEqual({ newest: 0, before: 0, all: 58 * 7 });
  }
});

test('who has not called for an hour is forgotten', async () => {
  await using ctx = openContext(hub);
  const limit = { perHour: 10, perSecond: 10 };
  for (const subject of ['client old', 'client new']) await takeRequests(ctx.store.db, subject, 3, limit);
  await query(hub.databaseUrl, `UPDATE rate_windows SET minute = minute - 61 WHERE subject = 'client old'`);
  await query(hub.databaseUrl, `UPDATE rate_windows SET minute = minute - 59 WHERE subject = 'client new'`);
  expect(await expireRateWindows(ctx.store.db)).toBe(1);
  const left = await query(hub.databaseUrl, 'SELECT subject FROM rate_windows');
  expect(left.map(({ subject }) => subject)).toEqual(['client new']);
});
