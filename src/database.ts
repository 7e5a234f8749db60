import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { startScratchServer } from './store/embedded/scratch.ts';
import { findEmbeddedServer, startEmbeddedServer } from './store/embedded/server.ts';

/** The database of a hub, and the secret that belongs to it. */
export interface Database {
  readonly url: string;
  readonly secret: string;
  /** Ends the embedded server, if this process started it. */
  stop(): Promise<void>;
}

const secretFile = 'secret';

/** The secret of a data folder, made when it is new. Of two processes that make it at once, one wins for both. */
async function keptSecret(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, secretFile);
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found !== undefined) return found.trim();
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  await link(draft, path).catch(() => undefined);
  await unlink(draft);
  return (await readFile(path, 'utf8')).trim();
}

function given(config: Config): Database | undefined {
  const { databaseUrl, secret } = config;
  if (databaseUrl === undefined || secret === undefined) return undefined;
  return { url: databaseUrl, secret, stop: async () => undefined };
}

/** For the hub: the database of DATABASE_URL, or a server of its own on the data folder. */
export async function openDatabase(config: Config, log: Log): Promise<Database> {
  const external = given(config);
  if (external !== undefined) return external;
  const secret = config.secret ?? (await keptSecret(config.dataDir));
  const server = await startEmbeddedServer({ dataDir: config.dataDir, log });
  return { url: server.url, secret, stop: () => server.stop() };
}

/** For a command: the database of the hub that is running, or the hub's own started for as long as it is needed. */
export async function joinDatabase(config: Config, log: Log): Promise<Database> {
  const external = given(config);
  if (external !== undefined) return external;
  const url = await findEmbeddedServer(config.dataDir);
  if (url === undefined) return openDatabase(config, log);
  const secret = config.secret ?? (await keptSecret(config.dataDir));
  return { url, secret, stop: async () => undefined };
}

/** For a command that keeps nothing: the database of DATABASE_URL, or a server that lives as long as the command. */
export async function openScratchDatabase(databaseUrl: string | undefined, log: Log): Promise<Database> {
  if (databaseUrl !== undefined) return { url: databaseUrl, secret: '', stop: async () => undefined };
  const server = await startScratchServer(log);
  return { url: server.url, secret: '', stop: () => server.stop() };
}
