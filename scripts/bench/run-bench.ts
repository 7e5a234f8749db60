import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBoards } from './boards.ts';
import type { BenchOptions } from './command.ts';
import { openBenchDatabase } from './database.ts';
import { startBenchHub } from './hub-process.ts';
import { measureBusyReads } from './measure-busy-reads.ts';
import { measureDelta } from './measure-delta.ts';
import { measureDepth } from './measure-depth.ts';
import { measureExports } from './measure-exports.ts';
import { measureImports } from './measure-imports.ts';
import { measureJunkKeys } from './measure-junk-keys.ts';
import { measurePages } from './measure-pages.ts';
import { watchPeakMemory } from './peak-memory.ts';
import type { Figures } from './result.ts';
import { timed } from './statistics.ts';
import { walkUsers } from './walk.ts';

export interface BenchRun {
  readonly figures: Figures;
  readonly serverVersion: string;
}

/** Measures everything in one run. Whatever it starts or writes is taken back by `cleanup`. */
export async function runBench(
  { people, seed, rounds, keep }: BenchOptions,
  cleanup: AsyncDisposableStack,
  say: (text: string) => void,
): Promise<BenchRun> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'rosterhub-bench-')));
  if (keep) say(`the folder stays: ${folder}`);
  else cleanup.defer(() => rm(folder, { recursive: true, force: true }));

  const { value: boards, seconds } = await timed(() => makeBoards(folder, people, seed));
  say(`boards: ${boards.rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s`);
  const hub = await startBenchHub(folder, cleanup, say);
  const database = await openBenchDatabase(hub.databaseUrl, cleanup);
  const peakMiB = await watchPeakMemory(hub.pid, cleanup);
  const sayPeak = async (when: string) =>
    say(`hub's peak memory ${when}: ${(await peakMiB()).toFixed(0)} MiB`);
  say(`hub: ${hub.url}, process ${hub.pid}, PostgreSQL ${database.version}`);
  await sayPeak('at the start');

  const imports = await measureImports(hub, database, boards, rounds, say);
  await sayPeak('after the imports');

  await database.vacuum();
  const sampleFolder = join(folder, 'pages');
  await mkdir(sampleFolder);
  const { value: walk, seconds: walkS } = await timed(() => walkUsers(hub, sampleFolder));
  say(`walk: ${walk.pages} pages in ${walkS.toFixed(1)} s`);
  const depth = await measureDepth(hub, walk, rounds);
  const { firstMs, deepMs, offsetMs } = depth;
  say(
    `a page: ${firstMs.toFixed(1)} ms first, ${deepMs.toFixed(1)} ms by next, ${offsetMs.toFixed(1)} ms by offset`,
  );
  const pages = await measurePages(hub, walk, rounds, cleanup);
  say(`pages a second: ${pages.hub.toFixed(0)}, from memory ${pages.memory.toFixed(0)}`);
  await sayPeak('after the pages');
  const junk = await measureJunkKeys(hub, walk.ids, rounds, say);

  const beforeExports = await peakMiB();
  const exports = await measureExports(hub, database, rounds, peakMiB, say);
  await sayPeak('during the exports');

  const reads = await measureBusyReads(hub, database, boards, walk.ids, rounds, say);
  const delta = await measureDelta(hub, database, boards, walk);
  say(`delta of ${delta.users} users: ${delta.deltaMs.toFixed(1)} ms, a page ${delta.pageMs.toFixed(1)} ms`);
  await sayPeak('at the end');
  const rssMiB = Math.max(beforeExports, await peakMiB());
  const figures = { people, rows: boards.rows, imports, depth, pages, delta, exports, reads, junk, rssMiB };
  return { figures, serverVersion: database.version };
}
