import { expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { privateHubs } from '../support/private-hubs.ts';
import { differences, rosterOf } from '../support/roster.ts';

test('two hubs on one database publish six imports of two sources in the order received, and serve one roster', async () => {
  const hubs = await privateHubs();
  const pair = [await hubs.start(), await hubs.start()];
  const clients = pair.map(({ client }) => client);
  const ids: string[] = [];
  for (const turn of [0, 1, 2, 3, 4, 5]) {
    const source = turn % 2;
    const change = Math.floor(turn / 2) * 0.1;
    const board = { people: 100, seed: 50 + source };
    // Each hub gets imports of both sources.
    const client = clients[(turn + Math.floor(turn / 2)) % 2];
    if (client === undefined) throw new Error('no client');
    const zip = await boardBuffer(change === 0 ? board : { ...board, change });
    ids.push(await client.send(zip, `学校システム ${source}`));
  }
  const ended = await Promise.all(ids.map((id, index) => clients[index % 2]?.finished(id)));
  expect(ended.map((one) => one?.state)).toEqual(ids.map(() => 'published'));
  expect(ended.map((one) => one?.publication?.id)).toEqual([1, 2, 3, 4, 5, 6]);
  const [one, other] = await Promise.all(clients.map((client) => rosterOf(client)));
  if (one === undefined || other === undefined) throw new Error('no roster');
  expect(differences(one, other)).toEqual([]);
  for (const { hub } of pair) {
    expect(await hub.stop()).toBe(0);
    expect(hub.output()).not.toMatch(/"level":"(error|fatal)"/);
  }
});
