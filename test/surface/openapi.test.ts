import { expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { createLog } from '../../src/log.ts';
import { endpoints, serviceBases } from '../../src/model/endpoints.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { openStore } from '../../src/store/client.ts';

/** An app on a store that is never connected to. */
function app() {
  const log = createLog('silent');
  const refuse = () => Promise.reject(new Error('the document needs no data'));
  return createApp({
    ctx: {
      store: openStore('postgres://nobody@127.0.0.1:1/nothing', log),
      log,
      keys: deriveKeys('surface'),
      publicUrl: 'https://hub.example.jp',
      tombstoneDays: 400,
      enqueueImport: refuse,
    },
    log,
    roster: { listRecords: refuse, getRecord: refuse },
    readings: { unknownFields: 'reject', unknownSort: 'ignore' },
    authenticate: refuse,
    isAccepting: () => true,
  });
}

interface Document {
  paths: Record<string, Record<string, { operationId?: string; responses: Record<string, unknown> }>>;
}

async function read(): Promise<Document> {
  const response = await app().request('/openapi.json');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8');
  return JSON.parse(await response.text());
}

test('openapi.json: the document of the whole hub, served without a key', async () => {
  await expect(`${JSON.stringify(await read(), null, 2)}\n`).toMatchFileSnapshot(
    '__snapshots__/openapi.json',
  );
});

test('every operation of the endpoint table is in the document, under the first base', async () => {
  const { paths } = await read();
  for (const { path, operationId } of endpoints) {
    expect(paths[serviceBases[0] + path]?.get?.operationId).toBe(operationId);
  }
});

test('every reference in the document resolves inside it', async () => {
  const document = await read();
  const text = JSON.stringify(document);
  const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path));
  expect(references.size).toBeGreaterThan(10);
  for (const path of references) {
    const target = path.split('/').reduce<unknown>((node, key) => Reflect.get(Object(node), key), document);
    expect(target, path).toBeDefined();
  }
});
