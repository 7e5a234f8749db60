import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { programEnv } from './cluster.ts';
import type { Home } from './home.ts';

/**
 * Waits for the end of its input, which comes when the hub's process ends in whatever way, and then stops the server
 * that works on the cluster at that moment. Deaf to the signals that a terminal or a supervisor sends to all.
 */
const script = `trap '' INT TERM HUP
while read -r line; do :; done
exec "$0" stop --pgdata="$1" --mode=fast --silent --no-wait`;

/** A process that takes the server down when the hub dies. */
export interface Lifeline {
  /** Lets go without stopping the server. */
  cut(): void;
}

/** Starts the lifeline; one that is killed is replaced until it is cut. */
export function holdLifeline(home: Home, bin: string): Lifeline {
  let cut = false;
  let current: ChildProcess | undefined;
  const hold = () => {
    const child = spawn('/bin/sh', ['-c', script, join(bin, 'pg_ctl'), home.data], {
      ...home.runAs,
      detached: true,
      cwd: home.folder,
      env: programEnv(),
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    // Without it the server merely outlives a killed hub, and the next start ends it.
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    child.on('exit', () => {
      if (!cut) setTimeout(() => cut || hold(), 1000).unref();
    });
    // The hub may end although the lifeline is there.
    child.unref();
    if (child.stdin instanceof Socket) child.stdin.unref();
    current = child;
  };
  hold();
  return {
    cut: () => {
      cut = true;
      current?.kill('SIGKILL');
    },
  };
}
