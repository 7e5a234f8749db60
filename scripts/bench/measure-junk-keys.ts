import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeKeyText } from '../../src/services/access/key-text.ts';
import { httpGet, httpGetOk } from './http-get.ts';
import type { BenchHub } from './hub-process.ts';
import { type Paced, startPaced } from './paced.ts';
import { median, percentile } from './statistics.ts';
import { usersPath } from './walk.ts';

/** 95th percentiles of single GETs in milliseconds, medians of the rounds. */
export interface JunkFigures {
  readonly aloneMs: number;
  readonly besideJunkMs: number;
}

const perSecond = 500;
const roundMs = 5_000;
const p95 = 0.95;
const maxSockets = 200;
/** Of the right form and checksum, so that each has to be looked for; more than one round sends. */
const junkKeys = 2 * perSecond * (roundMs / 1_000);
const refusals = [401, 429];

/** Reads of random users with a key that works, alone and beside as many requests with keys that nobody has. */
export async function measureJunkKeys(
  hub: BenchHub,
  ids: readonly string[],
  rounds: number,
  say: (text: string) => void,
): Promise<JunkFigures> {
  const texts = Array.from({ length: junkKeys * rounds }, () => makeKeyText().text);
  let next = 0;
  const read = async (agent: Agent) => {
    const id = ids[Math.floor(Math.random() * ids.length)];
    return (await httpGetOk(`${hub.url}${usersPath}/${id}`, agent, hub.key)).ms;
  };
  const junk = async (agent: Agent) => {
    const text = texts[next] ?? '';
    next += 1;
    const { status, ms } = await httpGet(`${hub.url}${usersPath}/${ids[0]}`, agent, text);
    if (!refusals.includes(status)) throw new Error(`a junk key was answered with ${status}`);
    return ms;
  };
  const alone: number[] = [];
  const beside: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const first = next;
    const [quiet = []] = await duringRound((agent) => [startPaced(perSecond, () => read(agent))]);
    const [loaded = []] = await duringRound((agent) => [
      startPaced(perSecond, () => read(agent)),
      startPaced(perSecond, () => junk(agent)),
    ]);
    alone.push(percentile(quiet, p95));
    beside.push(percentile(loaded, p95));
    say(
      `junk ${round}: p95 of ${loaded.length} reads ${alone.at(-1)?.toFixed(1)} ms alone, ` +
        `${beside.at(-1)?.toFixed(1)} ms beside ${next - first} junk keys`,
    );
  }
  return { aloneMs: median(alone), besideJunkMs: median(beside) };
}

/** With connections of its own: those that were idle meanwhile may be closed just when they are used again. */
async function duringRound(start: (agent: Agent) => readonly Paced[]): Promise<number[][]> {
  // Bounded: what a hub cannot take at once waits here, and not in the system's queue, which throws away.
  const agent = new Agent({ keepAlive: true, maxSockets });
  try {
    const streams = start(agent);
    await sleep(roundMs);
    return await Promise.all(streams.map((stream) => stream.stop()));
  } finally {
    agent.destroy();
  }
}
