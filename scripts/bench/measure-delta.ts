import { Agent } from 'node:http';
import type { Boards } from './boards.ts';
import type { BenchDatabase } from './database.ts';
import { httpGetOk } from './http-get.ts';
import type { BenchHub } from './hub-process.ts';
import { runImport } from './run-import.ts';
import { median } from './statistics.ts';
import type { Walk } from './walk.ts';

/** Milliseconds, medians. */
export interface DeltaFigures {
  readonly deltaMs: number;
  readonly pageMs: number;
  /** Users in the delta. */
  readonly users: number;
}

const requests = 40;

/** What a poller pays for some hundred changes, against a page of a hundred. */
export async function measureDelta(
  hub: BenchHub,
  database: BenchDatabase,
  boards: Boards,
  walk: Walk,
): Promise<DeltaFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (url: string) => httpGetOk(url, agent, hub.key);
  try {
    await runImport(hub, boards.first);
    await database.settle();
    const before = String((await ask(walk.firstUrl)).headers['x-published-at']);
    await runImport(hub, boards.slightlyChanged);
    await database.settle();
    const filter = encodeURIComponent(`dateLastModified>'${before}'`);
    const deltaUrl = `${walk.firstUrl}&filter=${filter}`;
    const { headers } = await ask(deltaUrl);
    const deltas: number[] = [];
    const pages: number[] = [];
    // After an import the first requests of a kind pay for things that are then kept.
    for (let n = 0; n < requests; n += 1) for (const url of [deltaUrl, walk.firstUrl]) await ask(url);
    for (let n = 0; n < requests; n += 1) {
      deltas.push((await ask(deltaUrl)).ms);
      pages.push((await ask(walk.firstUrl)).ms);
    }
    return {
      deltaMs: median(deltas),
      pageMs: median(pages),
      users: Number(headers['x-total-count']),
    };
  } finally {
    agent.destroy();
  }
}
