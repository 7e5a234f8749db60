import type { ExampleAnswer, ExampleClient } from './example-client.ts';

const registration = {
  name: '学習ツールA',
  purpose: '授業で使うアカウントの作成',
  contact: 'support@tool.example.jp',
  contractEnd: '2099-03-31',
  role: 'reader',
  scopes: ['roster.readonly'],
  addressMode: 'list',
  addresses: ['203.0.113.0/24', '2001:db8::1/48'],
};

/** What the hub answers about clients and their keys, by operationId. */
export async function clientExamples(client: ExampleClient): Promise<Record<string, unknown>> {
  const bodyOf = ({ status, text }: ExampleAnswer, wanted: number, what: string) => {
    if (status !== wanted) throw new Error(`${what}: ${status} in place of ${wanted}: ${text}`);
    return JSON.parse(text);
  };
  const get = async (path: string) => bodyOf(await client.call(path), 200, path);
  const post = async (path: string, body: object | undefined, wanted: number, shown: string) => {
    const answer =
      body === undefined ? await client.call(path, { method: 'POST' }) : await client.post(path, body);
    const id = /\/([^/]+)$/.exec(answer.location ?? '')?.[1] ?? '';
    return { id, body: bodyOf(client.named(answer, id, shown), wanted, path) };
  };
  const clients = '/admin/clients';
  const keys = '/admin/keys';
  const created = await post(clients, registration, 201, 'EXAMPLECLIENT');
  const own = `${clients}/${created.id}`;
  const { clients: listed } = await get(`${clients}?limit=200`);
  const change = await client.call(own, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scopes: ['roster.readonly', 'roster-demographics.readonly'] }),
  });
  const key = await post(keys, { client: created.id, kind: 'key' }, 201, 'EXAMPLEKEY1');
  const rolled = await post(`${keys}/${key.id}/roll`, { grace: '24h' }, 201, 'EXAMPLEKEY2');
  return {
    createClient: created.body,
    listClients: { clients: listed.slice(-1), total: 1 },
    getClient: await get(own),
    changeClient: bodyOf(change, 200, own),
    testAddress: (await post(`${own}/address-test`, { address: '203.0.113.7' }, 200, '')).body,
    createKey: key.body,
    rollKey: rolled.body,
    listKeys: await get(`${keys}?client=${created.id}`),
    getKey: await get(`${keys}/${rolled.id}`),
    revokeKey: (await post(`${keys}/${rolled.id}/revoke`, undefined, 200, '')).body,
    revokeClient: (await post(`${own}/revoke`, undefined, 200, '')).body,
  };
}
