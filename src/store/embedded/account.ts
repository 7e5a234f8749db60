import { chown, lchown, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The account under which PostgreSQL runs when the hub runs as root, which PostgreSQL refuses. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** Whether this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The unprivileged account for a new cluster: `postgres` where the system has one, else `nobody`. It needs an entry
 * among the users, because initdb looks its name up.
 */
export async function chooseAccount(): Promise<RunAs> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, uid, gid] = new RegExp(`^${name}:[^:]*:(-?\\d+):(-?\\d+):`, 'm').exec(users) ?? [];
    // macOS writes nobody as -2.
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  }
  return { uid: 65534, gid: 65534 };
}

/**
 * Whether the account may enter a folder, or read (and execute, if it is a program) a file, judging by the modes of
 * it and of all folders above it.
 */
export async function mayEnter(path: string, { uid, gid }: RunAs): Promise<boolean> {
  let at = await realpath(path);
  const target = await stat(at);
  let needed = target.isDirectory() ? 0o1 : target.mode & 0o100 ? 0o5 : 0o4;
  for (;;) {
    const found = await stat(at);
    const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
    if (((found.mode >> shift) & needed) !== needed) return false;
    if (at === dirname(at)) return true;
    at = dirname(at);
    needed = 0o1;
  }
}

/** Gives a folder and all in it to an account. */
export async function giveTo({ uid, gid }: RunAs, folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveTo({ uid, gid }, path);
    else await lchown(path, uid, gid);
  }
  await chown(folder, uid, gid);
}
