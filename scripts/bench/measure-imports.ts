import type { Boards } from './boards.ts';
import type { BenchDatabase } from './database.ts';
import type { BenchHub } from './hub-process.ts';
import { describeSteps, type ImportRun, runImport } from './run-import.ts';
import { median } from './statistics.ts';

export interface ImportFigures {
  /** Medians, in seconds. */
  readonly s: number;
  readonly copyS: number;
  readonly reimportS: number;
  /** The most that any unchanged re-import touched. */
  readonly rowsTouched: number;
}

/**
 * COPY, import and re-import take turns, so that a noisy minute of the machine strikes all of them. Each begins after
 * a checkpoint, the first two on empty tables.
 */
export async function measureImports(
  hub: BenchHub,
  database: BenchDatabase,
  boards: Boards,
  rounds: number,
  say: (text: string) => void,
): Promise<ImportFigures> {
  const copies: number[] = [];
  const imports: number[] = [];
  const reimports: number[] = [];
  let rowsTouched = 0;
  for (let round = 1; round <= rounds; round += 1) {
    await database.empty();
    const copyS = await database.copy(boards.copyFiles);
    copies.push(copyS);
    say(`COPY ${round}: ${copyS.toFixed(2)} s`);

    await database.empty();
    const first = await runImport(hub, boards.first);
    imports.push(first.seconds);
    say(`import ${round}: ${describe(first)}`);
    if (first.touched !== boards.rows) {
      throw new Error(`the import made ${first.touched} records of ${boards.rows} rows`);
    }

    const before = await database.rowsWritten();
    await database.settle();
    const again = await runImport(hub, boards.first);
    reimports.push(again.seconds);
    const written = (await database.rowsWritten()) - before;
    rowsTouched = Math.max(rowsTouched, again.touched, written);
    say(`re-import ${round}: ${describe(again)}; ${again.touched} rows reported, ${written} written`);
  }
  return { s: median(imports), copyS: median(copies), reimportS: median(reimports), rowsTouched };
}

function describe(run: ImportRun): string {
  return `${run.seconds.toFixed(2)} s (${describeSteps(run.steps)})`;
}
