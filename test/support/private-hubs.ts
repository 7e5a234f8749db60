import { onTestFinished } from 'vitest';
import { HubClient } from './hub-client.ts';
import { type HubProcess, startHubProcess } from './hub-process.ts';
import { createTestDatabase } from './test-database.ts';
import { testSecret } from './test-hub.ts';

/** A hub process and a client of it. */
export interface RunningHub {
  readonly hub: HubProcess;
  readonly client: HubClient;
}

/** Hubs of one database, one after the other or side by side; clients of all use the first one's key. */
export interface Hubs {
  start(): Promise<RunningHub>;
}

/** Hubs with these settings. They go away with the test. */
export function hubsOf(environment: Record<string, string>): Hubs {
  const started: HubProcess[] = [];
  let key: string | undefined;
  onTestFinished(async () => {
    for (const hub of started) await hub.kill();
  });
  return {
    async start() {
      const hub = await startHubProcess(environment);
      started.push(hub);
      key ??= hub.firstKey();
      return { hub, client: new HubClient(hub.url, key ?? '') };
    },
  };
}

export interface PrivateHubs extends Hubs {
  readonly databaseUrl: string;
}

/** Hubs on a database of their own. Everything goes away with the test. */
export async function privateHubs(): Promise<PrivateHubs> {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  return { ...hubsOn(database.url), databaseUrl: database.url };
}

/** Hubs on a database that is given. They go away with the test. */
export function hubsOn(databaseUrl: string): Hubs {
  return hubsOf({ DATABASE_URL: databaseUrl, SECRET: testSecret });
}
