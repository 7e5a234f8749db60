import { createLog } from '../../src/log.ts';
import { hubOrigin } from '../../src/model/audit.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import type { Context } from '../../src/services/context.ts';
import { createStagingThreads } from '../../src/services/imports/stage-thread.ts';
import { openStore } from '../../src/store/client.ts';
import { contextSettings } from './context-settings.ts';
import { HubClient } from './hub-client.ts';
import { type TestHub, testSecret } from './test-hub.ts';

/** What a test needs to call business verbs on the database of a running hub. */
export function openContext(hub: TestHub): Context & AsyncDisposable {
  const log = createLog('silent');
  const staging = createStagingThreads(hub.databaseUrl);
  const store = openStore(hub.databaseUrl, log);
  return {
    store,
    log,
    staging,
    keys: deriveKeys(testSecret),
    origin: hubOrigin,
    publicUrl: '',
    ...contextSettings,
    today: () => '2026-04-01',
    enqueueImport: async () => undefined,
    enqueueExport: async () => undefined,
    async [Symbol.asyncDispose]() {
      await staging.end();
      await store.close();
    },
  };
}

/** The hub for another caller. */
export function withKey(hub: TestHub, key: string): HubClient {
  return new HubClient(hub.client.url, key);
}
