import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Figures, Measure } from './result.ts';

/** The result for people, as Markdown for the README. */
export function formatTable(
  figures: Figures,
  measures: readonly Measure[],
  serverVersion: string,
  rounds: number,
): string {
  const rows = measures.map(({ name, value, against, found, target, reached }) =>
    [name, value, against, found, target, reached === undefined ? '' : reached ? '✓' : '✗'].join(' | '),
  );
  return [
    `${figures.people.toLocaleString('en')} people, ${figures.rows.toLocaleString('en')} rows; ${machine()}, Node.js ${process.versions.node}, PostgreSQL ${serverVersion}. ${rounds === 1 ? 'One round' : `Medians of ${rounds} rounds`}.`,
    '',
    '| 測定 / measure | 値 / value | 比べるもの / against | 比 / ratio | 目標 / target | |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

function machine(): string {
  const model = cpus()[0]?.model.trim();
  const gibibytes = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} cores${model ? ` (${model})` : ''}, ${gibibytes} GiB`;
}
