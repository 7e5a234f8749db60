import type { BenchDatabase } from './database.ts';
import type { BenchHub } from './hub-process.ts';
import { forgetPeak } from './peak-memory.ts';
import { median, timed } from './statistics.ts';

export interface ExportFigures {
  /** Medians, in seconds: until the last byte of the zip, and of COPY TO STDOUT of the same columns. */
  readonly s: number;
  readonly copyS: number;
  /** The first, in seconds: it also looks for what has to be told in every row, later ones in rows that have changed. */
  readonly firstS: number;
  /** Of the hub while it exported; undefined where the system cannot forget an earlier peak. */
  readonly rssMiB: number | undefined;
}

/** Exports and COPY take turns. */
export async function measureExports(
  hub: BenchHub,
  database: BenchDatabase,
  rounds: number,
  peakMiB: () => Promise<number>,
  say: (text: string) => void,
): Promise<ExportFigures> {
  const exports: number[] = [];
  const copies: number[] = [];
  const forgotten = await forgetPeak(hub.pid);
  for (let round = 1; round <= rounds; round += 1) {
    const copyS = await database.copyOut();
    const { value: bytes, seconds } = await timed(() => exportOnce(hub));
    copies.push(copyS);
    exports.push(seconds);
    say(
      `export ${round}: ${seconds.toFixed(2)} s, ${(bytes / 1024 ** 2).toFixed(0)} MiB; COPY ${copyS.toFixed(2)} s`,
    );
  }
  return {
    s: median(exports),
    copyS: median(copies),
    firstS: exports[0] ?? 0,
    rssMiB: forgotten ? await peakMiB() : undefined,
  };
}

/** Bytes of the zip. */
async function exportOnce(hub: BenchHub): Promise<number> {
  const response = await fetch(`${hub.url}/csv/export`, { headers: { authorization: `Bearer ${hub.key}` } });
  if (response.status !== 200) throw new Error(`export: ${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const part of response.body ?? []) bytes += part.length;
  return bytes;
}
