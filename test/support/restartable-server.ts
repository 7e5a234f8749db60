import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { embeddedPaths, removeOutsideHome, startEmbeddedServer } from '../../src/store/embedded/server.ts';

/** A PostgreSQL of the test's own, which it may restart as it likes. */
export interface RestartableServer {
  readonly url: string;
  /** `pg_ctl restart -m immediate`: every connection is cut at once, and the server recovers as after a crash. */
  restartAtOnce(): Promise<void>;
}

/** It goes away with the test. */
export async function restartableServer(): Promise<RestartableServer> {
  const dataDir = await realpath(await mkdtemp(join(tmpdir(), 'rosterhub-restart-')));
  const server = await startEmbeddedServer({ dataDir, log: createLog('silent') });
  onTestFinished(async () => {
    await server.stop();
    await removeOutsideHome(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });
  const { data, bin, runAs } = await embeddedPaths(dataDir);
  return {
    url: server.url,
    async restartAtOnce() {
      const log = join(data, 'restart.log');
      const args = ['-D', data, '-l', log, 'restart', '-m', 'immediate', '-w'];
      // The new server inherits the streams: with a pipe among them this would never end.
      const child = spawn(join(bin, 'pg_ctl'), args, { ...runAs, cwd: '/', stdio: 'ignore' });
      const [code] = await once(child, 'exit');
      if (code !== 0) throw new Error(`pg_ctl restart ended with ${code}`);
    },
  };
}
