import { spawn } from 'node:child_process';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { RosterError } from '../../errors.ts';
import { programEnv } from './cluster.ts';
import type { Home } from './home.ts';
import { isAlive, isPostgresOf, listPostgresOf, sendSignal, waitGone } from './process.ts';
import { computeSettings, measureMachine, scratchSettings } from './settings.ts';

/** A running server process. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** What is needed to start a server. */
export interface StartOptions {
  readonly home: Home;
  readonly bin: string;
  readonly port: number;
  /** Where the server's first lines go, until its own log is open; written anew at every start. */
  readonly startLog: string;
  /** Its data need not outlive it: nothing waits for the disk. */
  readonly scratch: boolean;
  /** URL to try for readiness. */
  readonly url: string;
  /** Ends the waiting when the hub stops meanwhile. */
  readonly signal: AbortSignal;
}

/** Recovery after a crash replays at most max_wal_size, which is some minutes on a slow disk; giving up is worse. */
const readyMs = 10 * 60_000;

/** A fast shutdown writes one checkpoint; supervisors commonly kill after 30 s, so it has to be over before that. */
const fastStopMs = 20_000;
const immediateStopMs = 5_000;

/**
 * Finds the server process that works on a cluster. `postmaster.pid` has, one a line: process, data folder, start
 * time, port. A file that a crash left is ignored, also when its number now belongs to some other process.
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0 && port > 0)) return undefined;
  return (await isAlive(pid)) && (await isPostgresOf(pid, data)) ? { pid, port } : undefined;
}

/** Starts a server and waits until it answers queries; throws `embedded_unavailable` with what it said. */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  const { home, bin, port, startLog, scratch, url, signal } = options;
  await clearStale(home.data);
  const computed = computeSettings(await measureMachine(home.folder), port);
  const settings = scratch ? { ...computed, ...scratchSettings } : computed;
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  await mkdir(join(startLog, '..'), { recursive: true });
  const output = await open(startLog, 'w', 0o600);
  try {
    const child = spawn(join(bin, 'postgres'), ['-D', home.data, ...args], {
      ...home.runAs,
      // In a session of its own, so that Ctrl-C reaches the hub only, which ends the server after its last request.
      detached: true,
      cwd: home.folder,
      env: programEnv(),
      stdio: ['ignore', output.fd, output.fd],
    });
    const failed = new Promise<never>((_, reject) => {
      child.once('error', reject);
    });
    failed.catch(() => undefined);
    child.unref();
    const { pid } = child;
    if (pid === undefined) return await failed;
    await waitReady(pid, url, signal).catch(async (error: unknown) => {
      await stopPostmaster(pid);
      throw error;
    });
    return { pid, port };
  } catch (error) {
    const said = await tailOf(startLog, home.data);
    const detail = said || (error instanceof Error ? error.message : String(error));
    throw new RosterError('embedded_unavailable', { detail }, { cause: error });
  } finally {
    await output.close();
  }
}

/** Waits until a server answers a query, which it does not while it recovers; throws when its process ends. */
export async function waitReady(pid: number, url: string, signal: AbortSignal): Promise<void> {
  const end = performance.now() + readyMs;
  for (;;) {
    signal.throwIfAborted();
    if (!(await isAlive(pid))) throw new Error('the server ended at once');
    if (await answers(url)) return;
    if (performance.now() > end) throw new Error(`the server did not answer within ${readyMs / 1000} s`);
    await delay(100);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  // A connection lost between two queries is an event, and one without a listener ends the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    // A wrong password does not come right by waiting.
    if ((error as { code?: unknown }).code === '28P01') throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Ends a server: in order, and if that takes too long at once (it then recovers at its next start). */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!(await isAlive(pid))) return;
  sendSignal(pid, 'SIGINT');
  if (await waitGone(pid, fastStopMs)) return;
  sendSignal(pid, 'SIGQUIT');
  if (await waitGone(pid, immediateStopMs)) return;
  sendSignal(pid, 'SIGKILL');
  await waitGone(pid, immediateStopMs);
}

/** Ends whatever an earlier hub left on the cluster; the caller holds the lock. */
export async function stopOrphan(data: string): Promise<boolean> {
  const orphan = await findPostmaster(data);
  if (orphan) await stopPostmaster(orphan.pid);
  return orphan !== undefined;
}

/**
 * Clears the way after a server that was killed: its children may work on for a while and keep the shared memory, and
 * PostgreSQL refuses to start when the number in `postmaster.pid` has come to belong to another process.
 */
async function clearStale(data: string): Promise<void> {
  if (await findPostmaster(data)) return;
  const children = await listPostgresOf(data);
  for (const pid of children) sendSignal(pid, 'SIGQUIT');
  for (const pid of children) await waitGone(pid, immediateStopMs);
  // Where processes cannot be listed the file stays: it holds the key of the memory by which PostgreSQL knows.
  if (process.platform === 'linux' && (await listPostgresOf(data)).length === 0) {
    await rm(join(data, 'postmaster.pid'), { force: true });
  }
}

/** The last lines of a server that failed: from its first output, and from its log when that is newer. */
async function tailOf(startLog: string, data: string): Promise<string> {
  const first = await readFile(startLog, 'utf8').catch(() => '');
  const folder = join(data, 'log');
  const names = await readdir(folder).catch(() => []);
  const logs = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  const newest = logs.sort((a, b) => b.at - a.at)[0];
  const second = newest ? await readFile(join(folder, newest.name), 'utf8').catch(() => '') : '';
  const lines = `${first}${first.includes('FATAL') ? '' : second}`.trim().split('\n');
  return lines.slice(-4).join(' | ').slice(-600);
}
