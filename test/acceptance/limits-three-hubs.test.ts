import { Agent, get } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { hubsOf } from '../support/private-hubs.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { testSecret } from '../support/test-hub.ts';

const orgs = '/ims/oneroster/rostering/v1p2/orgs?limit=1';
const requests = 10_000;
const limit = 4_321;

/** Status of a GET. */
function statusOf(url: string, key: string, agent: Agent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  get(url, { agent, headers: { authorization: `Bearer ${key}` } }, (response) => {
    response.resume();
    response.on('end', () => resolve(response.statusCode ?? 0));
  }).on('error', reject);
  return promise;
}

test('three processes together accept exactly the limit of 10,000 requests', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const hubs = hubsOf({ DATABASE_URL: database.url, SECRET: testSecret });
  const three = [await hubs.start(), await hubs.start(), await hubs.start()];
  const [first] = three;
  const made = await first?.client.post('/admin/clients', {
    ...{ name: 'tool', purpose: 'test', contact: 'x', contractEnd: '2099-03-31' },
    ...{ role: 'reader', scopes: ['roster.readonly'], requestsPerHour: limit },
  });
  const { client } = JSON.parse((await made?.text()) ?? '');
  const issued = await first?.client.post('/admin/keys', { client: client.id, kind: 'key' });
  const { text: key } = JSON.parse((await issued?.text()) ?? '');

  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const statuses: number[] = [];
  let sent = 0;
  const connection = async (url: string) => {
    while (sent < requests) {
      sent += 1;
      statuses.push(await statusOf(url + orgs, key, agent));
    }
  };
  const connections = three.flatMap(({ hub }) => Array.from({ length: 8 }, () => connection(hub.url)));
  await Promise.all(connections);
  const tally = Object.groupBy(statuses, (status) => status);
  expect(Object.entries(tally).map(([status, all]) => [status, all?.length])).toEqual([
    ['200', limit],
    ['429', requests - limit],
  ]);
});
