import { afterEach, beforeEach, expect, test } from 'vitest';
import { draw } from '../../scripts/board/random.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { envelopeSchema } from '../../src/json/schema.ts';
import { entities } from '../../src/model/entities/index.ts';
import { editBundle, type RowEdit } from '../support/bundle-edit.ts';
import { DeltaPoller } from '../support/delta-poller.ts';
import type { HubClient } from '../support/hub-client.ts';
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

/** A board on which more or fewer people have moved, and here and there a role or a profile is edited alone. */
async function randomBoard(seed: number, turn: number): Promise<Buffer> {
  const chance = (question: string) => draw(seed, `turn ${turn} ${question}`);
  const zip = await boardBuffer({ people, seed, change: chance('change') * 0.4 });
  const some =
    (file: string, column: string, value: string): RowEdit =>
    (rows) =>
      rows.map((row) =>
        chance(`${file} ${row.sourcedId}`) < 0.05 && row[column] !== undefined
          ? { ...row, [column]: value }
          : row,
      );
  return editBundle(zip, {
    'roles.csv': some('roles', 'endDate', '2027-03-31'),
    'userProfiles.csv': some('userProfiles', 'description', `変更 ${turn}`),
    'courses.csv': some('courses', 'title', `科目 ${turn}`),
  });
}

async function publishRandomBoards(client: HubClient, seed: number): Promise<void> {
  for (let turn = 1; turn <= importsInAll; turn += 1) {
    const ended = await client.importZip(await randomBoard(seed, turn));
    expect(ended, `seed ${seed}, turn ${turn}`).toMatchObject({ state: 'published' });
  }
}

async function pollDuringImports(seed: number, deadliness: number): Promise<DeltaPoller> {
  const { client } = hub;
  const chance = (question: string) => draw(seed, question);
  const poller = new DeltaPoller({ client, limit: 50, chance, deadliness });
  let over = false;
  const imports = publishRandomBoards(client, seed).finally(() => {
    over = true;
  });
  await Promise.all([imports, poller.run(() => over)]);
  const full = await rosterOf(client, { of: wholeCollections, stamped: true });
  expect(differences(poller.copy, full), `seed ${seed}`).toEqual([]);
  expect([...full.values()].some((record) => record.includes('"status":"tobedeleted"'))).toBe(true);
  return poller;
}

const newSeed = () => 1 + Math.floor(Math.random() * 1e6);

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
