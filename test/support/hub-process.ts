import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { hubArguments, hubEnvironment, projectFolder } from '../../scripts/hub-command.ts';
import { unlimited } from './unlimited.ts';

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** The hub as people start it: a process of its own, which can be killed. */
export interface HubProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** All that it has written so far, standard output and error together. */
  output(): string;
  /** The first administrator's key, if this start printed one. */
  firstKey(): string | undefined;
  /** SIGTERM, and its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export async function startHubProcess(environment: Record<string, string>): Promise<HubProcess> {
  const port = Number(environment.PORT ?? (await freePort()));
  const child = spawn(process.execPath, hubArguments(), {
    cwd: projectFolder,
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, ...hubEnvironment() },
      ...{ ...unlimited, ...environment, PORT: String(port) },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the hub ended: ${text}`);
    const ready = await fetch(`${url}/health/ready`).then(
      (response) => response.status === 200,
      () => false,
    );
    if (ready && text.includes('"listening"')) break;
    if (performance.now() > deadline) throw new Error(`the hub is not ready: ${text}`);
    await sleep(50);
  }
  return {
    url,
    child,
    output: () => text,
    firstKey: () => /rhk_\w+/.exec(text)?.[0],
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
