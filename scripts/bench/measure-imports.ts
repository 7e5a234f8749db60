import { rules } from '../../src/model/rules/index.ts';
import type { RuleLevel } from '../../src/model/rules/rule.ts';
import { sourceDefault } from '../../src/model/source-name.ts';
import type { Boards } from './boards.ts';
import type { BenchDatabase } from './database.ts';
import type { BenchHub } from './hub-process.ts';
import { describeSteps, type ImportRun, runImport } from './run-import.ts';
import { median } from './statistics.ts';

export interface ImportFigures {
  /** Medians, in seconds. */
  readonly s: number;
  readonly copyS: number;
  /** The import without the rules that a source can switch off. */
  readonly plainS: number;
  readonly reimportS: number;
  /** Until the preview of a changed board is there. */
  readonly previewS: number;
  /** The most that any unchanged re-import touched. */
  readonly rowsTouched: number;
}

/**
 * COPY, imports, re-import and preview take turns, so that a noisy minute of the machine strikes all of them. Each
 * begins after a checkpoint, the first three on empty tables.
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
  const plain: number[] = [];
  const reimports: number[] = [];
  const previews: number[] = [];
  let rowsTouched = 0;
  for (let round = 1; round <= rounds; round += 1) {
    await database.empty();
    const copyS = await database.copy(boards.copyFiles);
    copies.push(copyS);
    say(`COPY ${round}: ${copyS.toFixed(2)} s`);

    await database.empty();
    await setRules(hub, 'off');
    const fewer = await runImport(hub, boards.first);
    plain.push(fewer.seconds);
    say(`import ${round} with fewer rules: ${describe(fewer)}`);
    await setRules(hub, null);

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

    await database.settle();
    const preview = await runImport(hub, boards.changed, true);
    previews.push(preview.seconds);
    say(`preview ${round}: ${describe(preview)}; ${preview.touched} records would change`);
  }
  return {
    s: median(imports),
    copyS: median(copies),
    plainS: median(plain),
    reimportS: median(reimports),
    previewS: median(previews),
    rowsTouched,
  };
}

/** Sets every rule that a source can set. */
async function setRules(hub: BenchHub, level: RuleLevel | null): Promise<void> {
  const adjustable = rules.filter((rule) => rule.adjustable).map(({ id }) => [id, level]);
  const response = await fetch(`${hub.url}/admin/sources/${sourceDefault}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${hub.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ rules: Object.fromEntries(adjustable) }),
  });
  if (response.status !== 200) throw new Error(`rules: ${response.status} ${await response.text()}`);
}

function describe(run: ImportRun): string {
  return `${run.seconds.toFixed(2)} s (${describeSteps(run.steps)})`;
}
