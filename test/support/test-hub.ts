import { parseConfig } from '../../src/config.ts';
import { startHub } from '../../src/hub.ts';
import { createLog } from '../../src/log.ts';
import { HubClient } from './hub-client.ts';
import { createTestDatabase } from './test-database.ts';
import { unlimited } from './unlimited.ts';

export const testSecret = 'b3a1f0c45d6e7f8091a2b3c4d5e6f708';

/** A whole hub inside this process, on a private database. */
export interface TestHub extends AsyncDisposable {
  readonly databaseUrl: string;
  /** With the first administrator's key. */
  readonly client: HubClient;
  /** Lines that it logged. */
  readonly logLines: readonly string[];
  /** Stops the hub and leaves its database. */
  stopHub(): Promise<void>;
  stop(): Promise<void>;
}

/** `today` stands in for the day in Japan; `settings` are variables of the environment. */
export async function startTestHub(
  today?: () => string,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestHub> {
  const database = await createTestDatabase();
  const logLines: string[] = [];
  const log = createLog('debug', { write: (line) => logLines.push(line) });
  const config = parseConfig({
    ...unlimited,
    PORT: '0',
    DATABASE_URL: database.url,
    SECRET: testSecret,
    ...settings,
  });
  const hub = await startHub(
    config,
    { url: database.url, secret: testSecret, stop: async () => undefined },
    log,
    today,
  );
  let stopped: Promise<void> | undefined;
  const stopHub = () => {
    stopped ??= hub.stop();
    return stopped;
  };
  const stop = async () => {
    await stopHub();
    await database.drop();
  };
  return {
    databaseUrl: database.url,
    client: new HubClient(hub.url, hub.firstKey ?? ''),
    logLines,
    stopHub,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
