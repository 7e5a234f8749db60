import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { collectExamples } from '../../scripts/examples/collect-examples.ts';
import { examplesFile } from '../../src/http/docs/examples.ts';
import { createLog } from '../../src/log.ts';
import { rosterScopes } from '../../src/model/scope.ts';
import { createClient } from '../../src/services/access/create-client.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { openStore } from '../../src/store/client.ts';
import { startTestHub, testSecret } from '../support/test-hub.ts';

test('the examples of the documents are what the hub answers today (else: npm run examples)', async () => {
  await using hub = await startTestHub();
  const store = openStore(hub.databaseUrl, createLog('silent'));
  const ctx = { store, keys: deriveKeys(testSecret) };
  const importer = await createKey(ctx, { name: 'i', role: 'importer' });
  const client = await createClient(ctx, { name: 'c', scopes: rosterScopes });
  await store.close();
  const { url, key } = hub.client;
  const { '//': heading, ...kept } = JSON.parse(await readFile(examplesFile, 'utf8'));
  expect(heading).toContain('generated');
  expect(await collectExamples({ url, admin: key, importer, client })).toEqual(kept);
});
