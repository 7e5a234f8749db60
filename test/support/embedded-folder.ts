import { spawn } from 'node:child_process';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { createLog, type Log } from '../../src/log.ts';
import { stopOrphan } from '../../src/store/embedded/postmaster.ts';
import { waitGone } from '../../src/store/embedded/process.ts';
import {
  type EmbeddedServer,
  embeddedPaths,
  removeOutsideHome,
  startEmbeddedServer,
} from '../../src/store/embedded/server.ts';

/** Whether the tests run as root, which PostgreSQL does not. */
export const isRoot = process.getuid?.() === 0;

const written: string[] = [];

/** A log that tests can read. */
export const log: Log & { lines(): string } = Object.assign(
  createLog('info', { write: (line) => void written.push(line) }),
  { lines: () => written.join('') },
);

/** A new data folder; it and the servers started on it go away with the test. `open` lets every user enter. */
export async function dataFolder({ open = false } = {}) {
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'rosterhub-embedded-')));
  if (open) await chmod(parent, 0o755);
  const dataDir = join(parent, 'data');
  const servers: EmbeddedServer[] = [];
  onTestFinished(async () => {
    for (const server of servers) await server.stop();
    // A test that failed in the middle may have left one behind.
    const paths = await embeddedPaths(dataDir).catch(() => undefined);
    if (paths) await stopOrphan(paths.data);
    await removeOutsideHome(dataDir);
    await rm(parent, { recursive: true, force: true });
  });
  const start = async () => {
    const server = await startEmbeddedServer({ dataDir, log });
    servers.push(server);
    return server;
  };
  return { dataDir, start };
}

/** Starts a hub in a process of its own. */
export function startHost(dataDir: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'embedded-host.ts'), dataDir]);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<{ url: string }>((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(JSON.parse(String(line))));
    ended.then(() => reject(new Error(errors)));
  });
  ready.catch(() => undefined);
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  onTestFinished(() => kill('SIGKILL'));
  return { pid: child.pid, ready, kill };
}

/** Waits until a process is gone, or throws. */
export async function untilGone(pid: number, timeoutMs: number): Promise<void> {
  if (!(await waitGone(pid, timeoutMs))) throw new Error(`process ${pid} is still there`);
}

/** Runs one query over a connection of its own. */
export async function query(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The client whose key this is. */
export async function clientIdOf(url: string, key: string): Promise<string> {
  const [row] = await query(url, 'SELECT client_id FROM credentials WHERE id = $1', [key.split('_').at(-2)]);
  return String(row?.client_id);
}
