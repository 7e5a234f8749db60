import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import {
  findPostmaster,
  type Postmaster,
  type StartOptions,
  startPostmaster,
  stopPostmaster,
  waitReady,
} from './postmaster.ts';
import { isAlive, isPostgresOf } from './process.ts';

/** Keeps a server running until it is told to stop. */
export interface Supervisor {
  /** Ends the server that works at that moment, whoever started it. */
  stop(): Promise<void>;
}

/** How often the process is looked at; on Linux that is one read of /proc. */
const lookMs = 250;

/** `pg_ctl restart` starts the next server within 0.1 s of the end of the last; it gets this long before we do. */
const graceMs = 1000;

/** Between attempts that failed: a full disk does not get better by trying harder. */
const againMs = 2000;

/** Watches a server that was started with `options`, and sees to it that there is one on the same port again. */
export function superviseServer(
  first: Postmaster,
  options: Omit<StartOptions, 'signal'>,
  stopping: AbortController,
  log: Log,
): Supervisor {
  const { signal } = stopping;
  let current = first;
  const watch = async () => {
    while (!signal.aborted) {
      await pause(lookMs, signal);
      if (signal.aborted || (await isAlive(current.pid))) continue;
      log.warn({ pid: current.pid }, 'embedded PostgreSQL ended unexpectedly');
      const next = await restore({ ...options, signal }, log);
      if (next) current = next;
    }
  };
  const watching = watch();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
      const { data } = options.home;
      // Somebody may have restarted it since the last look, and then the old number may be anybody's.
      const pid = (await findPostmaster(data))?.pid ?? current.pid;
      if (await isPostgresOf(pid, data)) await stopPostmaster(pid);
    },
  };
}

/** Adopts the server that somebody else started meanwhile, or starts one; tries until it succeeds or is stopped. */
async function restore(options: StartOptions, log: Log): Promise<Postmaster | undefined> {
  const { signal } = options;
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      const adopted = await findOther(options);
      const next = adopted ?? (await startPostmaster(options));
      log.info(
        { pid: next.pid, port: next.port, adopted: adopted !== undefined },
        'embedded PostgreSQL serves again',
      );
      return next;
    } catch (error) {
      if (signal.aborted) break;
      log.error({ err: error, attempt }, 'embedded PostgreSQL could not be restarted; trying again');
      await pause(againMs, signal);
    }
  }
  return undefined;
}

async function findOther(options: StartOptions): Promise<Postmaster | undefined> {
  const { home, port, url, signal } = options;
  const end = performance.now() + graceMs;
  do {
    const other = await findPostmaster(home.data);
    if (other?.port === port) {
      await waitReady(other.pid, url, signal);
      return other;
    }
    // On another port it is of no use to the connections that the hub has.
    if (other) await stopPostmaster(other.pid);
    await pause(50, signal);
  } while (performance.now() < end && !signal.aborted);
  return undefined;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
