import { setTimeout as sleep } from 'node:timers/promises';
import { boardBuffer } from '../board/write-board.ts';
import { unzipFiles } from '../board/zip-files.ts';
import type { ExampleAnswer, ExampleClient } from './example-client.ts';
import { proposalBoard } from './proposal-examples.ts';

/** Who could have had somebody differs with the hub that examples are made on. */
const recipient = {
  client: 'EXAMPLECLIENT',
  name: '学習ツールA',
  contact: 'support@tool.example.jp',
  lastRead: '2026-04-01T00:00:00.000Z',
  named: true,
};

/** The person whose record comes last, so that examples of collections have others. */
async function lastPerson(): Promise<string> {
  const users = (await unzipFiles(await boardBuffer(proposalBoard))).get('users.csv')?.toString() ?? '';
  const ids = users.split('\r\n').flatMap((line) => /^"?([0-9a-f-]{36})"?,/.exec(line)?.[1] ?? []);
  return ids.sort().at(-1) ?? '';
}

/** What the hub answers about people who are restricted and erased, by operationId. Everything else comes before. */
export async function personExamples(client: ExampleClient): Promise<Record<string, unknown>> {
  const bodyOf = ({ status, text }: ExampleAnswer, wanted: number, what: string) => {
    if (status !== wanted) throw new Error(`${what}: ${status} in place of ${wanted}: ${text}`);
    return JSON.parse(text);
  };
  const path = `/admin/persons/${await lastPerson()}`;
  const restricted = client.name(await client.post(`${path}/restrict`, { reason: '保護者からの請求' }));
  const restrictPerson = bodyOf(restricted.answer, 200, path);
  const listRestrictions = bodyOf(await client.call('/admin/restrictions'), 200, path);
  const liftRestriction = bodyOf(await client.post(`${path}/lift`, { reason: '請求の取り下げ' }), 200, path);
  const { id, answer } = client.name(await client.post(`${path}/erase`, { reason: '転出から 5 年' }));
  const own = `/admin/erasures/${id}`;
  for (;;) {
    const { state }: { state: string } = JSON.parse((await client.call(own)).text);
    if (state === 'done') break;
    await sleep(100);
  }
  const shown = (erasure: object) => ({ ...erasure, recipients: [recipient] });
  const { erasures, total } = bodyOf(await client.call('/admin/erasures'), 200, own);
  return {
    ...{ restrictPerson, listRestrictions, liftRestriction },
    // It may have been quick.
    erasePerson: shown({ ...bodyOf(answer, 202, path), state: 'running', doneAt: null }),
    getErasure: shown(bodyOf(await client.call(own), 200, own)),
    listErasures: { erasures: erasures.map(shown), total },
    releaseErasure: shown(bodyOf(await client.post(`${own}/release`, { reason: '転入' }), 200, own)),
  };
}
