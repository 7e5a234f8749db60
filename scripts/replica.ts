/**
 * A sample of a learning tool's side: keeps a replica of the roster in one SQLite file, by a full pull and then by
 * deltas. Copy this file and the folder beside it; they need nothing but Node 24. docs/vendors.md says why each step
 * is as it is.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseReplicaCommand, type ReplicaOptions, replicaHelp } from './replica/command.ts';
import { HubFault } from './replica/hub-fault.ts';
import { HubRequests } from './replica/hub-requests.ts';
import { poll, ShrinkingRoster } from './replica/poll.ts';
import { ReplicaFile } from './replica/replica-file.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Polls once, or for ever. May be stopped at any moment, with SIGKILL too. */
async function run(options: ReplicaOptions): Promise<void> {
  // Names of children: nobody else on this machine reads the file.
  process.umask(0o077);
  using file = new ReplicaFile(options.file);
  const hub = new HubRequests(options.base, options.credentials, say);
  if (options.every === undefined) {
    await poll(hub, file, { ...options, say });
    return;
  }
  for (let isFull = options.isFull; ; isFull = false) {
    try {
      await poll(hub, file, { ...options, isFull, say });
    } catch (error) {
      if (!(error instanceof HubFault && error.passes)) throw error;
      say(error.message);
    }
    await pause(options.every * 1_000);
  }
}

/** SQLite's code for a file that another process writes to. */
const isLocked = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === 5;

const command = parseReplicaCommand(process.argv.slice(2), process.env);
if (command.kind === 'help') {
  say(replicaHelp);
} else if (command.kind === 'fault') {
  process.stderr.write(`${command.text}\n\n${replicaHelp}\n`);
  process.exitCode = 2;
} else {
  try {
    await run(command.options);
  } catch (error) {
    const text = isLocked(error)
      ? '別のプロセスがこのファイルを更新しています / another process is updating this file'
      : error instanceof Error
        ? error.message
        : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = error instanceof ShrinkingRoster ? 3 : 1;
  }
}
