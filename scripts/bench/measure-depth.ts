import { Agent } from 'node:http';
import { httpGetOk } from './http-get.ts';
import type { BenchHub } from './hub-process.ts';
import { median } from './statistics.ts';
import type { Walk } from './walk.ts';

/** Milliseconds of one page, medians. */
export interface DepthFigures {
  readonly firstMs: number;
  readonly deepMs: number;
  readonly offsetMs: number;
}

const requestsPerRound = 20;

/** The same three pages again and again, in turn: the first, the one at 90 % by `next`, the one at 90 % by offset. */
export async function measureDepth(hub: BenchHub, walk: Walk, rounds: number): Promise<DepthFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = async (url: string, into: number[]) => {
    into.push((await httpGetOk(url, agent, hub.key)).ms);
  };
  const firsts: number[] = [];
  const deeps: number[] = [];
  const offsets: number[] = [];
  try {
    // The first requests of a kind pay for things that are then kept.
    for (const url of [walk.firstUrl, walk.deepUrl, walk.offsetUrl]) await times(url, []);
    for (let round = 0; round < rounds; round += 1) {
      const first: number[] = [];
      const deep: number[] = [];
      const offset: number[] = [];
      for (let n = 0; n < requestsPerRound; n += 1) {
        await times(walk.firstUrl, first);
        await times(walk.deepUrl, deep);
        await times(walk.offsetUrl, offset);
      }
      firsts.push(median(first));
      deeps.push(median(deep));
      offsets.push(median(offset));
    }
  } finally {
    agent.destroy();
  }
  return { firstMs: median(firsts), deepMs: median(deeps), offsetMs: median(offsets) };
}
