import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * What makes a process itself and not a later one with the same number: `<pid>-<start>`, in characters that
 * may stand in a file name. Undefined when there is no such process (a zombie counts as none).
 */
export async function findIdentity(pid: number): Promise<string | undefined> {
  const start = process.platform === 'linux' ? await findLinuxStart(pid) : await findStart(pid);
  return start === undefined ? undefined : `${pid}-${start}`;
}

/** Clock ticks since boot at which the process started, with the boot they count from. */
async function findLinuxStart(pid: number): Promise<string | undefined> {
  const stat = await findText(`/proc/${pid}/stat`);
  // The second field is the command in parentheses and may itself hold spaces and parentheses.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields?.[0];
  const ticks = fields?.[19];
  if (state === undefined || ticks === undefined || state === 'Z' || state === 'X') return undefined;
  const boot = await findText('/proc/sys/kernel/random/boot_id');
  return `${ticks}-${boot?.slice(0, 8) ?? '0'}`;
}

async function findStart(pid: number): Promise<string | undefined> {
  try {
    // The time is printed by locale and zone, and must read alike for every process that asks.
    const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC0' };
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], { env });
    return stdout.trim().replace(/[^0-9A-Za-z]+/g, '_') || undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process answers to signals; on Linux a zombie does not count. */
export async function isAlive(pid: number): Promise<boolean> {
  if (process.platform === 'linux') return (await findIdentity(pid)) !== undefined;
  return sendSignal(pid, 0);
}

/** Sends a signal; false when the process is not there (any more) or belongs to somebody else. */
export function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Waits until a process is gone; false when it is still there after `timeoutMs`. */
export async function waitGone(pid: number, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (await isAlive(pid)) {
    if (performance.now() > end) return false;
    await delay(20);
  }
  return true;
}

/** Whether the process is a `postgres` that works in this data folder (its working directory). */
export async function isPostgresOf(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const program = await findLink(`/proc/${pid}/exe`);
    // A reinstalled package leaves "(deleted)" behind the path of the program still running.
    return /\/postgres( \(deleted\))?$/.test(program ?? '') && (await findLink(`/proc/${pid}/cwd`)) === data;
  }
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
    return stdout.includes('postgres') && stdout.includes(data);
  } catch {
    return false;
  }
}

/** All `postgres` processes that work in this data folder (Linux; elsewhere none are found). */
export async function listPostgresOf(data: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (Number.isInteger(pid) && (await isPostgresOf(pid, data)) && (await isAlive(pid))) found.push(pid);
  }
  return found;
}

async function findText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

async function findLink(path: string): Promise<string | undefined> {
  return readlink(path).catch(() => undefined);
}
