import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { RosterError } from '../../errors.ts';
import { findIdentity } from './process.ts';

/** A folder that belongs to this process until `release`. */
export interface FolderLock {
  release(): Promise<void>;
}

/** `hub-4711-90210-3f2a9c1e.lock` gives process 4711 with the identity `4711-90210-3f2a9c1e`. */
const lockName = /^hub-((\d+)-.+)\.lock$/;

/** How long a rival that started at the same moment may take to withdraw. */
const withdrawMs = 500;

/**
 * Takes a folder for this process, or throws `data_dir_in_use`.
 *
 * Each process announces itself in a file named after its identity and holds the folder once it has then seen no
 * other live one. Of two at the same time the later sees the earlier; should both see each other, the lower name
 * stays. A dead process' file can be removed by anybody at any time, since its name never comes back.
 */
export async function takeLock(folder: string): Promise<FolderLock> {
  const identity = await findIdentity(process.pid);
  if (identity === undefined)
    throw new RosterError('embedded_unavailable', { detail: 'cannot read own process' });
  const path = join(folder, `hub-${identity}.lock`);
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new RosterError('data_dir_in_use', { dataDir: folder, pid: process.pid });
  }
  const end = performance.now() + withdrawMs;
  for (;;) {
    const rival = (await listOwners(folder)).find((owner) => owner.identity !== identity);
    if (rival === undefined) return { release: () => rm(path, { force: true }) };
    if (rival.identity < identity || performance.now() > end) {
      await rm(path, { force: true });
      throw new RosterError('data_dir_in_use', { dataDir: folder, pid: rival.pid });
    }
    await delay(20);
  }
}

/** Whether a live process holds (or is just taking) the folder. */
export async function isLocked(folder: string): Promise<boolean> {
  return (await listOwners(folder)).length > 0;
}

/** The live processes that announced themselves; the files of dead ones are removed on the way. */
async function listOwners(folder: string): Promise<Array<{ pid: number; identity: string }>> {
  const owners: Array<{ pid: number; identity: string }> = [];
  for (const name of (await readdir(folder)).sort()) {
    const [, identity, digits] = lockName.exec(name) ?? [];
    if (identity === undefined) continue;
    const pid = Number(digits);
    if ((await findIdentity(pid)) === identity) owners.push({ pid, identity });
    else await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
  return owners;
}
