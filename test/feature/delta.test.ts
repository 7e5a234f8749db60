import { afterEach, beforeEach, expect, test } from 'vitest';
import { draw } from '../../scripts/board/random.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { envelopeSchema } from '../../src/json/schema.ts';
import { entities } from '../../src/model/entities/index.ts';
import { editBundle } from '../support/bundle-edit.ts';
import { DeltaPoller } from '../support/delta-poller.ts';
import { newSeed, publishRandomBoards } from '../support/random-board.ts';
import { differences, rosterOf, wholeCollections } from '../support/roster.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const importsInAll = 15;
const minutes = 180_000;
const people = 200;

let hub: TestHub;

beforeEach(async () => {
  hub = await startTestHub();
});

afterEach(async () => {
  await hub.stop();
});

async function pollDuringImports(seed: number, deadliness: number): Promise<DeltaPoller> {
  const { client } = hub;
  const chance = (question: string) => draw(seed, question);
  const poller = new DeltaPoller({ client, limit: 50, chance, deadliness });
  let over = false;
  const imports = publishRandomBoards(client, seed, importsInAll).finally(() => {
    over = true;
  });
  await Promise.all([imports, poller.run(() => over)]);
  const full = await rosterOf(client, { of: wholeCollections, stamped: true });
  expect(differences(poller.copy, full), `seed ${seed}`).toEqual([]);
  expect([...full.values()].some((record) => record.includes('"status":"tobedeleted"'))).toBe(true);
  return poller;
}

test('a poller that asks at random moments during imports ends with exactly the published roster', {
  timeout: minutes,
}, async () => {
  const poller = await pollDuringImports(newSeed(), 0);
  expect(poller.deaths).toBe(0);
});

test('so does one that dies in the middle of walks and begins them again with the T that it had', {
  timeout: minutes,
}, async () => {
  const poller = await pollDuringImports(newSeed(), 0.15);
  expect(poller.deaths).toBeGreaterThan(10);
});

test('a changed role or profile moves its user and nobody else', async () => {
  const { client } = hub;
  const zip = await boardBuffer({ people, seed: 9 });
  let stamp = (await client.importZip(zip)).publication?.publishedAt ?? '';
  const edits = [
    ['roles.csv', 'endDate', '2026-12-24'],
    ['userProfiles.csv', 'description', '校内で変更'],
  ] as const;
  let owner = '';
  let edited = zip;
  for (const [file, column, value] of edits) {
    edited = await editBundle(edited, {
      [file]: (rows) => {
        owner = rows[17]?.userSourcedId ?? '';
        return rows.with(17, { ...rows[17], [column]: value });
      },
    });
    const published = await client.importZip(edited);
    const { records } = await client.delta('users', stamp);
    expect(records.map((user) => user.sourcedId)).toEqual([owner]);
    expect(JSON.stringify(records[0])).toContain(value);
    for (const other of wholeCollections.filter((name) => name !== 'users')) {
      expect((await client.delta(other, stamp)).records).toEqual([]);
    }
    stamp = published.publication?.publishedAt ?? '';
    expect(records[0]?.dateLastModified).toBe(stamp);
  }
});

test('a deleted user is shown as tobedeleted, still says at least one role, and is valid against the document', async () => {
  const { client } = hub;
  await client.importZip(await boardBuffer({ people, seed: 10 }));
  await client.importZip(await boardBuffer({ people, seed: 10, change: 0.3 }));
  const response = await client.get('/ims/oneroster/rostering/v1p2/users?limit=10000');
  const body: { users: { status: string; roles: unknown[] }[] } = JSON.parse(await response.text());
  expect(body.users.filter((user) => user.status === 'tobedeleted').length).toBeGreaterThan(5);
  expect(body.users.filter((user) => user.roles.length === 0)).toEqual([]);
  expect(envelopeSchema('users', entities.users, 'collection').safeParse(body).error).toBeUndefined();
});
