import { afterEach, expect, test, vi } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { createLog } from '../../../src/log.ts';
import { deriveKeys } from '../../../src/services/access/derive-keys.ts';
import { createTrail, type NotedRequest, waitingMax } from '../../../src/services/audit/trail.ts';

vi.useFakeTimers();
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.clearAllTimers();
});

/** A trail on a store whose transactions do what the test says. */
function trailOn(transaction: () => Promise<void>) {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const store = { db: { transaction } };
  // It uses nothing else of a store.
  const ctx = { store, keys: deriveKeys('f00dfeedf00dfeedf00dfeedf00dfeed'), log } as never;
  return { trail: createTrail(ctx), lines };
}

function read(id: string | null, request = 'r'): NotedRequest {
  const kind = id === null ? 'nobody' : 'key';
  return {
    at: new Date(0),
    origin: { actor: { kind, id, keyId: null, name: id }, address: '192.0.2.1', requestId: request },
    action: 'roster.read',
    entity: 'users',
    object: null,
    named: [{ entity: 'users', sourcedId: 'u1' }],
    query: null,
    publicationId: null,
    count: 1,
    status: id === null ? 401 : 200,
    error: id === null ? 'unauthorised' : null,
  };
}

const away = () => Promise.reject(new Error('away'));

test('while nothing can be written, reads are let in until so many wait, and no longer', async () => {
  let writable = false;
  const { trail } = trailOn(() => (writable ? Promise.resolve() : away()));
  for (let request = 0; request < waitingMax; request += 1) {
    trail.admit();
    trail.note(read('k'));
  }
  expect(await trail.flush()).toBe(false);
  expect(() => trail.admit()).toThrow(RosterError);
  expect(() => trail.admit()).toThrow(/audit/);
  writable = true;
  expect(await trail.flush()).toBe(true);
  trail.admit();
});

test('those who have no key cannot fill it, from however many addresses', async () => {
  const { trail } = trailOn(away);
  for (let knock = 0; knock < 3 * waitingMax; knock += 1) {
    const one = read(null);
    trail.note({ ...one, origin: { ...one.origin, address: `2001:db8::${knock.toString(16)}` } });
    if (knock % 10_000 === 0) await trail.flush();
  }
  trail.admit();
});

test('what is noted is written within half a second, without being asked for', async () => {
  let writes = 0;
  const { trail } = trailOn(async () => {
    writes += 1;
  });
  trail.note(read('k'));
  await vi.advanceTimersByTimeAsync(499);
  expect(writes).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(writes).toBe(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(writes, 'nothing new, nothing written').toBe(1);
});

test('what was noted during the last batch is written by the stop', async () => {
  const written: number[] = [];
  const batch = Promise.withResolvers<void>();
  const { trail } = trailOn(async () => {
    if (written.push(1) === 1) await batch.promise;
  });
  trail.note(read('k'));
  const first = trail.flush();
  trail.note(read('k', 'late'));
  const stopped = trail.stop();
  batch.resolve();
  await Promise.all([first, stopped]);
  expect(written.length).toBe(2);
});

test('what cannot be written by the stop is said in the log, without ids of anybody', async () => {
  const { trail, lines } = trailOn(away);
  trail.note(read('k', 'lost-1'));
  await trail.stop();
  const said = lines.find((line) => line.includes('not in the audit'));
  expect(JSON.parse(said ?? '{}')).toMatchObject({ actor: 'k', requestId: 'lost-1', action: 'roster.read' });
  expect(lines.join('')).not.toContain('u1');
});
