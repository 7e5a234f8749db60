import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Where only `ps` can tell, a peak that is shorter than this may be missed. */
const pollMs = 250;

/** Watches a process' resident memory from now on. The returned function gives the peak so far in MiB. */
export async function watchPeakMemory(
  pid: number,
  cleanup: AsyncDisposableStack,
): Promise<() => Promise<number>> {
  if ((await highWaterMark(pid)) !== undefined) {
    return async () => {
      const peak = await highWaterMark(pid);
      if (peak === undefined) throw new Error('the hub has ended');
      return peak;
    };
  }
  let peak = 0;
  const look = async () => {
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
    peak = Math.max(peak, Number(stdout) / 1024);
    return peak;
  };
  const timer = setInterval(() => look().catch(() => undefined), pollMs);
  cleanup.defer(() => clearInterval(timer));
  return look;
}

/** Peak in MiB, which Linux keeps itself: `VmHWM:   123456 kB`. It includes the process' threads. */
export async function highWaterMark(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(text)?.[1];
  return found === undefined ? undefined : Number(found) / 1024;
}

/** Begins the process' peak anew, at what it holds now. False where the system cannot. */
export async function forgetPeak(pid: number): Promise<boolean> {
  return writeFile(`/proc/${pid}/clear_refs`, '5').then(
    () => true,
    () => false,
  );
}
