import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { httpGetOk } from './http-get.ts';
import type { BenchHub } from './hub-process.ts';
import { median } from './statistics.ts';
import type { SamplePage, Walk } from './walk.ts';

/** Pages of 100 users per second, medians. */
export interface PageFigures {
  readonly hub: number;
  /** The same bytes from the memory of a server that does nothing else. */
  readonly memory: number;
}

const connections = 8;
const roundMs = 5_000;
const warmUpMs = 1_000;
const memoryServer = fileURLToPath(new URL('./memory-server.ts', import.meta.url));

export async function measurePages(
  hub: BenchHub,
  walk: Walk,
  rounds: number,
  cleanup: AsyncDisposableStack,
): Promise<PageFigures> {
  const memoryUrl = await startMemoryServer(walk, cleanup);
  const inMemory = walk.samples.map(({ bytes }, n) => ({ url: `${memoryUrl}/${n}`, bytes }));
  await pagesPerSecond(walk.samples, hub.key, warmUpMs);
  await pagesPerSecond(inMemory, hub.key, warmUpMs);
  const fromHub: number[] = [];
  const fromMemory: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    fromHub.push(await pagesPerSecond(walk.samples, hub.key, roundMs));
    fromMemory.push(await pagesPerSecond(inMemory, hub.key, roundMs));
  }
  return { hub: median(fromHub), memory: median(fromMemory) };
}

async function startMemoryServer(walk: Walk, cleanup: AsyncDisposableStack): Promise<string> {
  if (cleanup.disposed) throw new Error('interrupted');
  const child = fork(memoryServer, [walk.sampleFolder, String(walk.samples.length)]);
  cleanup.defer(() => void child.kill());
  const ended = once(child, 'exit').then(() => {
    throw new Error('the memory server ended');
  });
  ended.catch(() => undefined);
  const [url] = await Promise.race([once(child, 'message'), ended]);
  return String(url);
}

/** Each connection asks for the next page as soon as it has one. */
async function pagesPerSecond(pages: readonly SamplePage[], key: string, ms: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const began = performance.now();
  let asked = 0;
  let answered = 0;
  const connection = async () => {
    while (performance.now() - began < ms) {
      const page = pages[asked % pages.length];
      asked += 1;
      if (page === undefined) throw new Error('there are no pages');
      const { body } = await httpGetOk(page.url, agent, key);
      if (body.length !== page.bytes) throw new Error(`${page.url}: ${body.length} bytes, not ${page.bytes}`);
      answered += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, connection));
  } finally {
    agent.destroy();
  }
  return (answered / (performance.now() - began)) * 1_000;
}
