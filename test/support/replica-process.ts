import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { OneRosterRecord } from './hub-client.ts';
import { type Roster, recordKey, wholeCollections } from './roster.ts';

const script = fileURLToPath(new URL('../../scripts/replica.ts', import.meta.url));

/** A path for a replica; its folder goes away with the test. */
export async function replicaPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rosterhub-replica-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'roster.db');
}

/** What a replica shows: to anybody who opens the file, at any moment. */
export interface ReplicaView {
  readonly roster: Roster;
  /** T; undefined before the first poll has come to its end. */
  readonly stamp: string | undefined;
}

/** Reads a replica. `url`: where its hub says that it is. */
export function readReplica(path: string, url: string): ReplicaView {
  using db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  const roster = new Map<string, string>();
  for (const { collection, body } of db.prepare('SELECT collection, body FROM records').iterate()) {
    const record: OneRosterRecord = JSON.parse(String(body));
    roster.set(`${collection}/${record.sourcedId}`, recordKey(record, url, true));
  }
  const state = db.prepare('SELECT published_at FROM state').get();
  return { roster, stamp: state === undefined ? undefined : String(state.published_at) };
}

/** The sample consumer as a vendor runs it. */
export interface ReplicaProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

/** Starts it for every collection. Small pages make many chances to be in the middle of something. */
export function startReplica(
  url: string,
  key: string,
  file: string,
  ...args: readonly string[]
): ReplicaProcess {
  const all = ['--file', file, '--collections', wholeCollections.join(','), '--page-size', '50', ...args];
  const child = spawn(process.execPath, [script, ...all], {
    env: { PATH: process.env.PATH, ROSTER_URL: url, ROSTER_KEY: key },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, out, err }));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, ended };
}
