import { expect, test, vi } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { freezeTable } from '../support/freeze.ts';
import { HubClient } from '../support/hub-client.ts';
import { patience } from '../support/patience.ts';
import { erase, erasureOf, markPerson, placesOf } from '../support/persons.ts';
import { hubsOf, privateHubs } from '../support/private-hubs.ts';
import { decided } from '../support/proposals.ts';
import { testSecret } from '../support/test-hub.ts';

async function markedBoard() {
  return markPerson(await EditableBundle.of(await boardBuffer({ people: 30, seed: 5 })));
}

async function done(client: HubClient, id: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await erasureOf(client, id)).toMatchObject({ state: 'done', counts: { uploads: 1 } });
  }, patience);
}

test('a process that is killed while it searches kept files is followed by one that goes on', async () => {
  const hubs = await privateHubs();
  const { board, person } = await markedBoard();
  const { hub, client } = await hubs.start();
  expect((await client.importZip(await board.zip())).state).toBe('published');
  const frozen = await freezeTable(hubs.databaseUrl, 'file_chunks');
  const { id } = await erase(client, person.id);
  await frozen.reached();
  expect((await erasureOf(client, id)).state).toBe('running');
  await hub.kill();
  await frozen.thaw();
  const next = await hubs.start();
  await done(next.client, id);
  const own = ['public.demographics.sourced_id', 'public.users.sourced_id'];
  const rendered = ['public.users_rendered.record', 'public.users_rendered.sourced_id'];
  const places = await placesOf(hubs.databaseUrl, person.id);
  expect(places.filter((place) => ![...own, ...rendered].includes(place))).toEqual([]);
  for (const mark of person.marks) expect(await placesOf(hubs.databaseUrl, mark)).toEqual([]);
});

test('an erased person is known again under the next SECRET, once met under both', async () => {
  const hubs = await privateHubs();
  const { board, person } = await markedBoard();
  const first = await hubs.start();
  expect((await first.client.importZip(await board.zip())).state).toBe('published');
  const { id } = await erase(first.client, person.id);
  await done(first.client, id);
  await first.hub.stop();

  const secret = 'f00dfacef00dfacef00dfacef00dface';
  const environment = { DATABASE_URL: hubs.databaseUrl, SECRET: secret };
  const both = await hubsOf({ ...environment, SECRET_PREVIOUS: testSecret }).start();
  const second = new HubClient(both.client.url, first.client.key);
  expect((await second.post(`/admin/persons/${person.id}/erase`, { reason: 'x' })).status).toBe(409);
  const held = await second.judgeZip(await board.zip());
  expect([held.state, held.proposal?.reasons.map(({ kind }) => kind)]).toEqual(['held', ['erased']]);
  await decided(second, held.id, 'discard');
  await both.hub.stop();

  const alone = await hubsOf(environment).start();
  const third = new HubClient(alone.client.url, first.client.key);
  const again = await third.judgeZip(await board.zip());
  expect([again.state, again.proposal?.reasons.map(({ erasures }) => erasures)]).toEqual(['held', [[id]]]);
});
