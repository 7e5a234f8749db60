import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rateLimitMax } from '../../src/model/rate-limit.ts';
import { stopOrphan } from '../../src/store/embedded/postmaster.ts';
import { embeddedPaths, findEmbeddedServer, removeOutsideHome } from '../../src/store/embedded/server.ts';
import { hubArguments, hubEnvironment, projectFolder } from '../hub-command.ts';

/** A new cluster is made in some seconds, on a slow disk in some more. */
const startMs = 120_000;
/** A hub in the middle of an import rolls back and writes a checkpoint; then it is broken off. */
const stopMs = 60_000;
const rememberedMs = 5_000;
/** Enough to see what a hub died of; its folder goes away. */
const lastLinesShown = 5;

/** The hub as people start it: a process of its own, on its embedded server. */
export interface BenchHub {
  readonly url: string;
  readonly pid: number;
  /** Of the first administrator. */
  readonly key: string;
  readonly databaseUrl: string;
}

/** Starts a hub in `folder`. What it writes goes to `hub.log` there, so that nobody has to keep up with it. */
export async function startBenchHub(
  folder: string,
  cleanup: AsyncDisposableStack,
  say: (text: string) => void,
): Promise<BenchHub> {
  const dataDir = join(folder, 'data');
  const logPath = join(folder, 'hub.log');
  await mkdir(dataDir);
  const log = await open(logPath, 'w');
  if (cleanup.disposed) throw new Error('interrupted');
  const child = spawn(process.execPath, hubArguments(), {
    cwd: projectFolder,
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, ...hubEnvironment() },
      ...{ HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir },
    },
    stdio: ['ignore', log.fd, log.fd],
    // Ctrl-C is for this program, which then stops the hub; two signals would break the hub's ordered stop off.
    detached: true,
  });
  const ended = once(child, 'exit');
  cleanup.defer(async () => {
    if (hasEnded(child)) say(`the hub had ended by itself; its last lines:\n${await lastLines(logPath)}`);
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(stopMs, undefined, { ref: false })]);
    child.kill('SIGKILL');
    await ended;
    await log.close();
    await removeCluster(dataDir);
  });
  const deadline = performance.now() + startMs;
  for (;;) {
    const text = await readFile(logPath, 'utf8');
    const url = /"url":"([^"]+)","msg":"listening"/.exec(text)?.[1];
    const key = /rhk_\w+/.exec(text)?.[0];
    if (url !== undefined && key !== undefined && child.pid !== undefined) {
      const databaseUrl = await findEmbeddedServer(dataDir);
      if (databaseUrl === undefined) throw new Error('the hub has no embedded server');
      await liftLimits(url, key);
      return { url, key, databaseUrl, pid: child.pid };
    }
    if (hasEnded(child) || performance.now() > deadline) {
      throw new Error(`the hub did not start:\n${text}`);
    }
    await sleep(50);
  }
}

/** The bench's only client is counted like any other, and never refused. */
async function liftLimits(url: string, key: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const { clients } = JSON.parse(await (await fetch(`${url}/admin/clients`, { headers })).text());
  const response = await fetch(`${url}/admin/clients/${clients[0].id}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({
      requestsPerHour: rateLimitMax.perHour,
      requestsPerSecond: rateLimitMax.perSecond,
    }),
  });
  if (!response.ok) throw new Error(`limits: ${response.status} ${await response.text()}`);
  // Any process may remember a client for as long.
  await sleep(rememberedMs);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function lastLines(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).trimEnd().split('\n').slice(-lastLinesShown).join('\n');
}

async function removeCluster(dataDir: string): Promise<void> {
  const paths = await embeddedPaths(dataDir).catch(() => undefined);
  // Only a hub that had to be killed leaves its server behind.
  if (paths !== undefined) await stopOrphan(paths.data);
  await removeOutsideHome(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
