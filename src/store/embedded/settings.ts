import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';

const MiB = 1024 * 1024;

/** What the settings are computed from. */
export interface Machine {
  /** Memory this process may use, in bytes: the machine's or the container's. */
  readonly memory: number;
  /** Free bytes on the disk of the cluster. */
  readonly diskFree: number;
  /** Size of /dev/shm in bytes; undefined where there is none. */
  readonly sharedMemory: number | undefined;
}

/** Looks at the machine; `folder` is on the disk of the cluster. */
export async function measureMachine(folder: string): Promise<Machine> {
  const disk = await statfs(folder);
  const shm = process.platform === 'linux' ? await statfs('/dev/shm').catch(() => undefined) : undefined;
  // Without a limit constrainedMemory() is 0 or far above what there is.
  const limit = process.constrainedMemory();
  return {
    memory: limit > 0 ? Math.min(limit, totalmem()) : totalmem(),
    diskFree: disk.bavail * disk.bsize,
    sharedMemory: shm && shm.blocks * shm.bsize,
  };
}

/** All settings of the server that are not PostgreSQL's own defaults, computed anew at every start. */
export function computeSettings(machine: Machine, port: number): Record<string, string> {
  const { memory, diskFree, sharedMemory } = machine;
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    ssl: 'off',
    cluster_name: 'rosterhub',
    TimeZone: 'UTC',
    max_connections: '100',

    // Durability is PostgreSQL's default; said here so that an edited postgresql.conf cannot take it away.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',

    // The usual quarter. A board's tables are 1 to 2 GB and the system caches files too, so more than 512 MB gains
    // nothing and is missing from the hub beside it; less than 128 MB makes the nightly import slow.
    shared_buffers: mebibytes(memory / 4, 128, 512),
    effective_cache_size: mebibytes(memory / 2, 256, 16_384),
    // Per sort or hash, several in each of some 20 busy connections: too much ends in the out-of-memory killer.
    work_mem: mebibytes(memory / 256, 4, 32),
    // Index builds of an import; two run at a time at most.
    maintenance_work_mem: mebibytes(memory / 16, 64, 256),
    // A full import writes some 2 GB of log: below that it is checkpointed in the middle. Never over a quarter of the
    // free disk, since a full disk stops everything.
    max_wal_size: mebibytes(diskFree / 4, 128, 4096),
    min_wal_size: mebibytes(diskFree / 16, 80, 256),
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    // The build has pglz only.
    wal_compression: 'on',
    random_page_cost: '1.1',
    // The build has no LLVM, and the queries are short.
    jit: 'off',
    // Containers have 64 MB of /dev/shm unless told otherwise, and parallel queries fail when it is full.
    ...(sharedMemory !== undefined && sharedMemory < 256 * MiB ? { dynamic_shared_memory_type: 'mmap' } : {}),

    // No pupil's data in the log: statements, parameters, an ERROR's text and the DETAIL under it can carry some, and
    // the client gets them anyway. LOG, FATAL and PANIC remain, without DETAIL and CONTEXT.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_duration: 'off',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_timezone: 'UTC',
    // One file per weekday, written over a week later.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
  };
}

/** Over the settings of a server whose data nobody will miss: nothing waits for the disk. */
export const scratchSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  logging_collector: 'off',
};

function mebibytes(bytes: number, least: number, most: number): string {
  return `${Math.round(Math.min(most, Math.max(least, bytes / MiB)))}MB`;
}
