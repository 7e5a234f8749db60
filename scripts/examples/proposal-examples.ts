import { boardBuffer } from '../board/write-board.ts';
import type { ExampleAnswer, ExampleClient } from './example-client.ts';

/** The board of these examples. */
export const proposalBoard = { people: 20, seed: 12 } as const;
const source = '西小学校';
const settings = `/admin/sources/${encodeURIComponent(source)}`;

/** A source of its own, whose imports are asked about. */
async function configure(client: ExampleClient, change: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const { status, text } = await client.call(settings, {
    method: 'PATCH',
    headers,
    body: JSON.stringify(change),
  });
  if (status !== 200) throw new Error(`${settings}: ${status} ${text}`);
}

/** What the hub answers about imports that wait for a person, by operationId. */
export async function proposalExamples(
  client: ExampleClient,
  beginOf: (csv: string) => string,
): Promise<Record<string, unknown>> {
  const bodyOf = ({ status, text }: ExampleAnswer, wanted: number, what: string): unknown => {
    if (status !== wanted) throw new Error(`${what}: ${status} in place of ${wanted}: ${text}`);
    return JSON.parse(text);
  };
  const name = 'RO_20260401_052019.zip';
  const decide = async (id: string, kind: string, reason?: string) =>
    bodyOf(await client.post(`/csv/import/${id}/${kind}`, reason === undefined ? {} : { reason }), 200, kind);
  const send = async (change: number, fields: Readonly<Record<string, string>> = {}) =>
    client.upload(await boardBuffer({ ...proposalBoard, change }), name, { source, ...fields });

  await send(0);
  await configure(client, { thresholds: { deletions: { share: 0, rows: 0 } } });
  const dry = await send(0.3, { dryRun: 'true' });
  const path = `/csv/import/${dry.id}`;
  const [proposal, changes, csv] = await Promise.all(
    ['/proposal', '/changes?limit=2&file=users.csv', '/changes.csv?file=users.csv'].map((part) =>
      client.call(path + part),
    ),
  );
  const discardImport = await decide(dry.id, 'discard', '確認だけのため');
  const held = await send(0.3);
  const approveImport = await decide(held.id, 'approve', '転出した人を確かめた');
  await client.settle(held.id, 'published');
  const { publication } = bodyOf(await client.call(`/csv/import/${held.id}`), 200, 'getImport') as {
    publication: { id: number };
  };
  const undo = await client.post(`/publications/${publication.id}/undo`, { dryRun: true });
  const undone = await client.follow(undo);
  const publishImport = await decide(undone.id, 'publish');
  await configure(client, { pauses: [{ from: '2000-01-01' }] });
  const form = new FormData();
  form.set('source', source);
  form.set('file', new Blob([new Uint8Array(await boardBuffer(proposalBoard))]), name);
  const waiting = await client.follow(
    await client.call('/csv/import', { method: 'POST', body: form }),
    'queued',
  );
  const cancelImport = await decide(waiting.id, 'cancel');
  await configure(client, { pauses: null, thresholds: null });
  return {
    getProposal: bodyOf(proposal ?? dry, 200, 'getProposal'),
    listChanges: bodyOf(changes ?? dry, 200, 'listChanges'),
    downloadChanges: beginOf(csv?.text ?? ''),
    ...{ discardImport, approveImport, publishImport, cancelImport },
    undoPublication: bodyOf(undone, 202, 'undoPublication'),
  };
}
