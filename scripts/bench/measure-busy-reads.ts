import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Boards } from './boards.ts';
import type { BenchDatabase } from './database.ts';
import { httpGetOk } from './http-get.ts';
import type { BenchHub } from './hub-process.ts';
import { startPaced } from './paced.ts';
import { describeSteps, runImport } from './run-import.ts';
import { median, percentile } from './statistics.ts';
import { usersPath } from './walk.ts';

/** 95th percentiles of single GETs in milliseconds, medians of the rounds. */
export interface BusyFigures {
  readonly idleMs: number;
  readonly busyMs: number;
}

const perSecond = 100;
const idleMs = 5_000;
const p95 = 0.95;

/** Reads of random users while nothing else happens, then from an import's upload until it is published. */
export async function measureBusyReads(
  hub: BenchHub,
  database: BenchDatabase,
  boards: Boards,
  ids: readonly string[],
  rounds: number,
  say: (text: string) => void,
): Promise<BusyFigures> {
  const idle: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await database.settle();
    const quiet = await readsDuring(hub, ids, () => sleep(idleMs));
    // To the changed board and back again.
    const zip = round % 2 === 0 ? boards.changed : boards.first;
    const loaded = await readsDuring(hub, ids, () => runImport(hub, zip));
    idle.push(percentile(quiet.times, p95));
    busy.push(percentile(loaded.times, p95));
    const { seconds, steps, touched } = loaded.value;
    say(
      `reads ${round + 1}: p95 ${idle.at(-1)?.toFixed(1)} ms idle, ${busy.at(-1)?.toFixed(1)} ms during ` +
        `${loaded.times.length} reads beside an import of ${touched} changes in ${seconds.toFixed(1)} s (${describeSteps(steps)})`,
    );
  }
  return { idleMs: median(idle), busyMs: median(busy) };
}

async function readsDuring<Value>(hub: BenchHub, ids: readonly string[], run: () => Promise<Value>) {
  const agent = new Agent({ keepAlive: true });
  const reads = startPaced(perSecond, async () => {
    const id = ids[Math.floor(Math.random() * ids.length)];
    return (await httpGetOk(`${hub.url}${usersPath}/${id}`, agent, hub.key)).ms;
  });
  try {
    const value = await run();
    return { value, times: await reads.stop() };
  } finally {
    await reads.stop().catch(() => undefined);
    agent.destroy();
  }
}
