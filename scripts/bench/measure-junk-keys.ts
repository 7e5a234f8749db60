import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeKeyText } from '../../src/services/access/key-text.ts';
import { httpGet, httpGetOk } from './http-get.ts';
import type { BenchHub } from './hub-process.ts';
import { startPaced } from './paced.ts';
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
  const agent = new Agent({ keepAlive: true });
  const addressOf = (number: number) => `${hub.url}${usersPath}/${ids[number % ids.length]}`;
  const read = async () =>
    (await httpGetOk(addressOf(Math.floor(Math.random() * ids.length)), agent, hub.key)).ms;
  const alone: number[] = [];
  const beside: number[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const quiet = startPaced(perSecond, read);
      await sleep(roundMs);
      alone.push(percentile(await quiet.stop(), p95));

      const texts = Array.from({ length: junkKeys }, () => makeKeyText().text);
      let next = 0;
      const junk = async () => {
        const text = texts[next % texts.length] ?? '';
        next += 1;
        const { status, ms } = await httpGet(addressOf(next), agent, text);
        if (!refusals.includes(status)) throw new Error(`a junk key was answered with ${status}`);
        return ms;
      };
      const flood = startPaced(perSecond, junk);
      const loaded = startPaced(perSecond, read);
      await sleep(roundMs);
      const [times] = await Promise.all([loaded.stop(), flood.stop()]);
      beside.push(percentile(times, p95));
      say(
        `junk ${round}: p95 of ${times.length} reads ${alone.at(-1)?.toFixed(1)} ms alone, ` +
          `${beside.at(-1)?.toFixed(1)} ms beside ${next} junk keys`,
      );
    }
  } finally {
    agent.destroy();
  }
  return { aloneMs: median(alone), besideJunkMs: median(beside) };
}
