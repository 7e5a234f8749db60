import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandArguments, hubArguments, hubEnvironment, projectFolder } from '../hub-command.ts';

/** The hub as `npm start` runs it, in a process of its own. */
export interface HubUnderDemo {
  readonly url: string;
  /** Resolves when the process ends by itself. */
  readonly ended: Promise<unknown>;
  /** Makes a key with the command that an administrator uses. */
  createKey(name: string, role: string): Promise<string>;
  /** Makes an OAuth2 client with these scopes in the same way. */
  createClient(
    name: string,
    scopes: readonly string[],
  ): Promise<{ readonly id: string; readonly secret: string }>;
  stop(): Promise<void>;
}

const startTimeoutMs = 120_000;
const portDefault = 3000;

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const outcome = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  server.close();
  return outcome;
}

async function choosePort(): Promise<number> {
  if (process.env.PORT) return Number(process.env.PORT);
  for (let port = portDefault; port < portDefault + 50; port += 1) if (await isFree(port)) return port;
  throw new Error('no free port from 3000 on');
}

async function untilReady(url: string, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + startTimeoutMs;
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const ready = await fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return true;
    await sleep(100);
  }
  return false;
}

export async function startHub(dataDir: string): Promise<HubUnderDemo> {
  const port = await choosePort();
  const url = `http://127.0.0.1:${port}`;
  const own = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  const env = { ...process.env, ...hubEnvironment(), ...own };
  const child = spawn(process.execPath, hubArguments(), {
    cwd: projectFolder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    // Ctrl-C reaches the demo, which then stops the hub in order.
    detached: true,
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  if (!(await untilReady(url, child))) {
    await stop();
    throw new Error('the hub did not start');
  }
  const command = async (words: readonly string[]): Promise<string> => {
    const child = spawn(process.execPath, [...commandArguments(), ...words], {
      cwd: projectFolder,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    const [code]: unknown[] = await once(child, 'close');
    if (code !== 0) throw new Error(`rosterhub ${words.join(' ')}: ${code}`);
    return text.trim();
  };
  return {
    url,
    ended,
    stop,
    createKey: (name, role) => command(['keys', 'create', '--name', name, '--role', role]),
    async createClient(name, scopes) {
      const text = await command(['clients', 'create', '--name', name, '--scopes', scopes.join(',')]);
      const [, id = '', secret = ''] = /^client_id=(\S+)\nclient_secret=(\S+)$/.exec(text) ?? [];
      return { id, secret };
    },
  };
}
