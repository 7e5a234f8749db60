import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findPostmaster, stopOrphan } from '../../src/store/embedded/postmaster.ts';
import { embeddedPaths, findEmbeddedServer, removeOutsideHome } from '../../src/store/embedded/server.ts';
import { type Hubs, hubsOf } from './private-hubs.ts';

/** Hubs with a server of their own, one after the other on one data folder. */
export interface EmbeddedHubs extends Hubs {
  /** The server's URL while a hub runs. */
  serverUrl(): Promise<string>;
  /** The server's process while it runs. */
  serverPid(): Promise<number>;
}

/** A new data folder. It goes away with the test, and so does a server that is left behind in it. */
export async function embeddedHubs(): Promise<EmbeddedHubs> {
  const dataDir = await realpath(await mkdtemp(join(tmpdir(), 'rosterhub-hubs-')));
  onTestFinished(async () => {
    const paths = await embeddedPaths(dataDir).catch(() => undefined);
    if (paths !== undefined) await stopOrphan(paths.data);
    await removeOutsideHome(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    ...hubsOf({ DATA_DIR: dataDir }),
    async serverUrl() {
      const url = await findEmbeddedServer(dataDir);
      if (url === undefined) throw new Error('no server runs on the data folder');
      return url;
    },
    async serverPid() {
      const found = await findPostmaster((await embeddedPaths(dataDir)).data);
      if (found === undefined) throw new Error('no server runs on the data folder');
      return found.pid;
    },
  };
}
