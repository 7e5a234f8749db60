import { randomInt } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { RosterError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { isRoot } from './account.ts';
import { ensureBinaries } from './binaries.ts';
import { databaseName, ensureCluster, findPassword, roleName } from './cluster.ts';
import { ensureHome, findHome, type Home } from './home.ts';
import { holdLifeline } from './lifeline.ts';
import { type FolderLock, isLocked, takeLock } from './lock.ts';
import { findPostmaster, type StartOptions, startPostmaster, stopOrphan } from './postmaster.ts';
import { superviseServer } from './supervisor.ts';

export { type EmbeddedPaths, embeddedPaths, removeOutsideHome } from './home.ts';

/** The PostgreSQL that the hub keeps in its own data folder. */
export interface EmbeddedServer {
  /** postgres:// URL on 127.0.0.1 with a password, database "rosterhub". */
  readonly url: string;
  /** Ends the server in order ("fast" shutdown) and lets go of the data folder. Idempotent. */
  stop(): Promise<void>;
}

/** Another program may take the port between our look and the start, or an orphan may just be starting, too. */
const startAttempts = 3;

/** What an embedded server is started with. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Its data need not outlive it: faster, and a crash loses everything. */
  readonly scratch?: boolean;
}

/**
 * Starts the server of a data folder, creating it or recovering it as needed, and keeps it running until `stop`.
 * Throws `data_dir_in_use` or `embedded_unavailable`.
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const locks: FolderLock[] = [];
  try {
    // Root's folder may be entered by the account that runs the server, but not listed.
    await mkdir(options.dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    const dataDir = await realpath(options.dataDir);
    locks.push(await takeLock(dataDir));
    const home = await ensureHome(dataDir, options.log);
    // A copy of the data folder points to the same home.
    if (home.folder !== dataDir) locks.push(await takeLock(home.folder));
    return await serve(dataDir, home, locks, options);
  } catch (error) {
    for (const lock of locks) await lock.release();
    if (error instanceof RosterError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new RosterError('embedded_unavailable', { detail }, { cause: error });
  }
}

/**
 * URL of the server that a running hub keeps on this data folder, or undefined. For commands that run beside the hub.
 * Throws `embedded_unavailable` when this user may not read the password.
 */
export async function findEmbeddedServer(dataDir: string): Promise<string | undefined> {
  try {
    const folder = await realpath(dataDir);
    if (!(await isLocked(folder))) return undefined;
    const home = await findHome(folder);
    const password = await findPassword(folder);
    const running = home && (await findPostmaster(home.data));
    return running && password !== undefined ? formUrl(password, running.port, databaseName) : undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new RosterError('embedded_unavailable', { detail: message }, { cause: error });
  }
}

async function serve(
  dataDir: string,
  home: Home,
  locks: FolderLock[],
  { log, scratch = false }: EmbeddedOptions,
): Promise<EmbeddedServer> {
  const bin = await ensureBinaries(home.folder, home.runAs);
  if (await stopOrphan(home.data)) log.warn('ended the PostgreSQL that an earlier hub left behind');
  const password = await ensureCluster(dataDir, home, bin, scratch);
  const lifeline = holdLifeline(home, bin);
  const stopping = new AbortController();
  try {
    const startLog = join(home.folder, 'postgres-start.log');
    const common = { home, bin, startLog, scratch };
    const { first, watched } = await startOnFreePort(common, password, stopping.signal);
    const supervisor = superviseServer(first, watched, stopping, log);
    await ensureDatabase(watched.url).catch(async (error: unknown) => {
      await supervisor.stop();
      throw error;
    });
    log.info({ pid: first.pid, port: first.port, data: home.data }, 'embedded PostgreSQL serves');

    const end = async () => {
      await supervisor.stop();
      lifeline.cut();
      for (const lock of locks) await lock.release();
      log.info('embedded PostgreSQL ended');
    };
    let ended: Promise<void> | undefined;
    return {
      url: formUrl(password, first.port, databaseName),
      stop: () => (ended ??= end()),
    };
  } catch (error) {
    lifeline.cut();
    throw error;
  }
}

async function startOnFreePort(
  common: Pick<StartOptions, 'home' | 'bin' | 'startLog' | 'scratch'>,
  password: string,
  signal: AbortSignal,
) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const watched = { ...common, port, url: formUrl(password, port, 'postgres') };
    try {
      return { first: await startPostmaster({ ...watched, signal }), watched };
    } catch (error) {
      const chance = error instanceof RosterError && /TCP\/IP socket|in use|lock file/.test(error.message);
      if (!chance || attempt === startAttempts) throw error;
      await stopOrphan(common.home.data);
    }
  }
}

/**
 * A free port below the range from which systems take the ports of outgoing connections: in that range a client that
 * reconnects while the server is down can be given the very port, and then the server cannot have it back.
 */
async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

function formUrl(password: string, port: number, database: string): string {
  return `postgres://${roleName}:${password}@127.0.0.1:${port}/${database}`;
}
