import { chmod, lstat, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../log.ts';
import { isRoot } from './account.ts';
import { findHome, removeOutsideHome } from './home.ts';
import { isLocked } from './lock.ts';
import { stopOrphan } from './postmaster.ts';
import { type EmbeddedServer, startEmbeddedServer } from './server.ts';

const prefix = 'rosterhub-scratch-';
/** A folder is locked within milliseconds of its making; younger ones may be just being made. */
const abandonedMs = 60_000;

/** Starts an empty server in a temporary folder, which goes away with `stop`. Throws `embedded_unavailable`. */
export async function startScratchServer(log: Log): Promise<EmbeddedServer> {
  await removeAbandoned();
  const dataDir = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  try {
    // The account that runs the server in root's place has to get in.
    if (isRoot()) await chmod(dataDir, 0o711);
    const server = await startEmbeddedServer({ dataDir, log, scratch: true });
    return { url: server.url, stop: () => server.stop().finally(() => remove(dataDir)) };
  } catch (error) {
    await remove(dataDir);
    throw error;
  }
}

async function remove(dataDir: string): Promise<void> {
  await removeOutsideHome(dataDir);
  // A program that was broken off may write its last file meanwhile.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Removes what commands left that were killed. Only this user's own: others' folders could point anywhere. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
    const found = await lstat(folder).catch(() => undefined);
    if (!found?.isDirectory() || found.uid !== process.getuid?.()) continue;
    if (Date.now() - found.ctimeMs < abandonedMs || (await isLocked(folder))) continue;
    const home = await findHome(folder);
    if (home !== undefined) await stopOrphan(home.data);
    await remove(folder);
  }
}
