import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RosterError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { chooseAccount, isRoot, mayEnter, type RunAs } from './account.ts';
import { ensureBinaries, findBinaries, tryBinaries } from './binaries.ts';
import { writeWhole } from './file.ts';

/** Where the cluster of a data folder lives and who runs it. */
export interface Home {
  /** The data folder itself, or a folder outside when the account cannot reach it. */
  readonly folder: string;
  /** The cluster (PGDATA) in that folder. */
  readonly data: string;
  /** Set when this process is root. */
  readonly runAs: RunAs | undefined;
}

/** What the tests and people with `pg_ctl` need to know. */
export interface EmbeddedPaths {
  /** PGDATA. */
  readonly data: string;
  /** The folder with `initdb`, `pg_ctl` and `postgres`. */
  readonly bin: string;
  /** The account to run them as, when the hub runs as root. */
  readonly runAs?: RunAs;
}

/** The name of the file in the data folder that points to a home outside. */
const pointerName = 'postgres-location.json';

/** Finds the home of a data folder that was used before; undefined when there is none yet. */
export async function findHome(dataDir: string): Promise<Home | undefined> {
  const folder = (await findPointer(dataDir)) ?? (await realpath(dataDir).catch(() => dataDir));
  const data = join(folder, 'postgres');
  const found = await stat(data).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!isRoot()) return { folder, data, runAs: undefined };
  // Root owns a cluster only after it was copied, say from a backup: it is given to the account at the next start.
  const runAs = found.uid === 0 ? await chooseAccount() : { uid: found.uid, gid: found.gid };
  return { folder, data, runAs };
}

/** Finds the home of a data folder, or chooses and prepares one; the folder exists already. */
export async function ensureHome(dataDir: string, log: Log): Promise<Home> {
  const known = await findHome(dataDir);
  if (known) {
    if (known.runAs && !(await mayEnter(known.folder, known.runAs))) {
      throw new RosterError('embedded_unavailable', {
        detail: `user ${known.runAs.uid}, who owns the cluster, may not enter ${known.folder} or a folder above it`,
      });
    }
    return known;
  }
  const outside = await findPointer(dataDir);
  const runAs = isRoot() ? await chooseAccount() : undefined;
  if (outside !== undefined) {
    // Nothing else is to be assumed here: an empty cluster in place of a lost one would hide the loss.
    if (!(await stat(outside).catch(() => undefined))) {
      throw new RosterError('embedded_unavailable', {
        detail: `${join(dataDir, pointerName)} points to ${outside}, which is missing`,
      });
    }
    return { folder: outside, data: join(outside, 'postgres'), runAs };
  }
  const inside = await realpath(dataDir);
  if (runAs && !(await mayEnter(inside, runAs))) return moveOut(inside, runAs, log);
  return { folder: inside, data: join(inside, 'postgres'), runAs };
}

/** Paths of a data folder's server, for `pg_ctl`; throws `embedded_unavailable` when it has no cluster yet. */
export async function embeddedPaths(dataDir: string): Promise<EmbeddedPaths> {
  const home = await findHome(dataDir);
  if (!home) throw new RosterError('embedded_unavailable', { detail: `there is no cluster in ${dataDir}` });
  const bin = await findBinaries(home.folder);
  return { data: home.data, bin, ...(home.runAs ? { runAs: home.runAs } : {}) };
}

/**
 * Removes a data folder's cluster that lives outside of it; the data folder itself is the caller's to remove. Does
 * nothing when the cluster lives in the data folder.
 */
export async function removeOutsideHome(dataDir: string): Promise<void> {
  const folder = await findPointer(dataDir);
  if (folder !== undefined) await removeHome(folder);
  await rm(join(dataDir, pointerName), { force: true });
}

/**
 * Chooses a folder that the account can reach, with programs it can run. The folder is named by a random id which
 * only the pointer knows, so that a new data folder at an old path never finds the old cluster.
 */
async function moveOut(dataDir: string, runAs: RunAs, log: Log): Promise<Home> {
  const id = randomBytes(8).toString('hex');
  const failures: string[] = [];
  // In the order of how long a system keeps them.
  for (const base of ['/var/lib/rosterhub', '/var/tmp/rosterhub', join(tmpdir(), 'rosterhub')]) {
    const folder = join(base, id);
    try {
      await ensureBase(base);
      await mkdir(folder, { mode: 0o711 });
      await chmod(folder, 0o711);
      if (!(await mayEnter(folder, runAs))) throw new Error(`user ${runAs.uid} may not enter it`);
      await tryBinaries(await ensureBinaries(folder, runAs), runAs);
      const home = { folder: await realpath(folder), runAs };
      await writeWhole(join(dataDir, pointerName), `${JSON.stringify({ folder: home.folder })}\n`, 0o600);
      log.info(
        { dataDir, ...home },
        'the database account may not enter the data folder: its cluster lives outside',
      );
      return { ...home, data: join(home.folder, 'postgres') };
    } catch (error) {
      await removeHome(folder).catch(() => undefined);
      if (error instanceof RosterError) throw error;
      failures.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new RosterError('embedded_unavailable', {
    detail: `user ${runAs.uid} may not enter ${dataDir}, and no other folder serves (${failures.join('; ')})`,
  });
}

/** A folder of root's own; one prepared by somebody else in a shared place could be exchanged under us. */
async function ensureBase(base: string): Promise<void> {
  // The mode given to mkdir is cut by the umask, which root may have set to 077.
  if (await mkdir(base, { recursive: true })) await chmod(base, 0o711);
  const { uid, mode } = await stat(base);
  if (uid !== 0 || mode & 0o022) throw new Error('the folder belongs to somebody else');
}

async function removeHome(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  // The folder around it goes when this was the last one.
  await rmdir(dirname(folder)).catch(() => undefined);
}

async function findPointer(dataDir: string): Promise<string | undefined> {
  const text = await readFile(join(dataDir, pointerName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as { folder: string }).folder;
}
