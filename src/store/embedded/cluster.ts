import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RosterError } from '../../errors.ts';
import { giveTo } from './account.ts';
import { syncFolder, writeWhole } from './file.ts';
import type { Home } from './home.ts';

/** The superuser and the database. */
export const roleName = 'rosterhub';
export const databaseName = 'rosterhub';

/** The file in the data folder with the superuser's password. */
const passwordName = 'postgres-password';

/** Folders in which initdb works before its result gets the name `postgres`. */
const halfPrefix = 'postgres.new-';

/** A new cluster has 45 MB and its first write-ahead log 16 MB; the rest is room to start at all. */
const diskNeeded = 256 * 1024 * 1024;

/** Environment of all programs: their messages in English, and nothing of the hub's own variables. */
export function programEnv(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };
}

/** The superuser's password; undefined before the first start. */
export async function findPassword(dataDir: string): Promise<string | undefined> {
  return readFile(join(dataDir, passwordName), 'utf8').then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
}

/**
 * Creates the cluster when it does not exist and gives the password. An initdb that was cut short leaves only a folder
 * `postgres.new-…`, which is thrown away; the password under its final name says that a cluster was once complete.
 * `scratch`: made without waiting for the disk.
 */
export async function ensureCluster(
  dataDir: string,
  home: Home,
  bin: string,
  scratch = false,
): Promise<string> {
  const password = await findPassword(dataDir);
  const pending = join(dataDir, `${passwordName}.pending`);
  const exists = (await stat(home.data).catch(() => undefined)) !== undefined;
  if (exists) {
    await takeOver(home);
    if (password !== undefined) return password;
    await rename(pending, join(dataDir, passwordName)).catch((error: unknown) => {
      const detail = `the password of the cluster ${home.data} is missing (${join(dataDir, passwordName)})`;
      throw new RosterError('embedded_unavailable', { detail }, { cause: error });
    });
    return ensureCluster(dataDir, home, bin, scratch);
  }
  if (password !== undefined) {
    const detail = `the cluster ${home.data} is missing; to start empty, remove ${join(dataDir, passwordName)}`;
    throw new RosterError('embedded_unavailable', { detail });
  }
  const chosen = randomBytes(24).toString('base64url');
  await writeWhole(pending, chosen, 0o600);
  await createCluster(home, bin, chosen, scratch);
  await rename(pending, join(dataDir, passwordName));
  await syncFolder(dataDir);
  return chosen;
}

async function createCluster(home: Home, bin: string, password: string, scratch: boolean): Promise<void> {
  const { bavail, bsize } = await statfs(home.folder);
  if (bavail * bsize < diskNeeded) {
    const free = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new RosterError('embedded_unavailable', { detail: `${home.folder} has only ${free} MiB left` });
  }
  await removeHalves(home);
  const half = join(home.folder, `${halfPrefix}${randomBytes(4).toString('hex')}`);
  await mkdir(half, { mode: 0o700 });
  const passwordFile = join(half, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (home.runAs) await giveTo(home.runAs, half);
  await initialise(home, bin, half, passwordFile, scratch ? ['--no-sync'] : []);
  await rename(join(half, 'cluster'), home.data);
  await syncFolder(home.folder);
  await rm(half, { recursive: true, force: true });
}

/** Removes what earlier attempts left. One may still be written to for a moment: the next start tries again. */
async function removeHalves(home: Home): Promise<void> {
  for (const name of await readdir(home.folder)) {
    if (!name.startsWith(halfPrefix)) continue;
    await rm(join(home.folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function initialise(
  home: Home,
  bin: string,
  half: string,
  passwordFile: string,
  flags: readonly string[],
): Promise<void> {
  const options = [
    ['--pgdata', join(half, 'cluster')],
    ['--username', roleName],
    ['--pwfile', passwordFile],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    // The builtin provider sorts alike on every machine; libc's part is C, since C.UTF-8 is not on all of them.
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    ['--locale', 'C'],
    ['--text-search-config', 'simple'],
  ];
  const args = [...options.map(([name, value]) => `${name}=${value}`), '--no-instructions', ...flags];
  try {
    await promisify(execFile)(join(bin, 'initdb'), args, { ...home.runAs, cwd: half, env: programEnv() });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    const detail = `initdb: ${stderr?.trim() || (error as Error).message}`;
    throw new RosterError('embedded_unavailable', { detail }, { cause: error });
  }
}

/** Brings a cluster that was copied by hand into the state PostgreSQL demands: its account's own, closed to others. */
async function takeOver(home: Home): Promise<void> {
  const { uid, mode } = await stat(home.data);
  if (home.runAs && uid !== home.runAs.uid) await giveTo(home.runAs, home.data);
  if (mode & 0o027 && (uid === process.getuid?.() || home.runAs)) await chmod(home.data, 0o700);
}
