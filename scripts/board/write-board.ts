import { createWriteStream } from 'node:fs';
import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type FileToZip, zipStream } from '../../src/csv/write-zip.ts';
import { manifestFile } from '../../src/model/bundle-files.ts';
import { boardRows } from './board-rows.ts';
import { csvChunks } from './csv-lines.ts';
import { type PlantedFault, plantFaults } from './faults.ts';
import { dataFiles, fileName, headersOf, rowKeysOf } from './headers.ts';
import { manifestText } from './manifest.ts';
import { type BoardOptions, boardDate, planBoard } from './plan.ts';

export type { PlantedFault } from './faults.ts';
export type { BoardOptions } from './plan.ts';

/** What was written. */
export interface BoardSummary {
  /** Data rows by file name, `users.csv` for instance. */
  readonly rows: Readonly<Record<string, number>>;
  /** Bytes of the zip. */
  readonly bytes: number;
  /** In the order of the files and lines; empty unless the board is broken. */
  readonly plantedFaults: readonly PlantedFault[];
}

/**
 * Writes a fictitious board of education as a OneRoster zip to a file or a stream, school by school, in memory that
 * does not grow with the board. Equal options give equal bytes. The stream is ended.
 */
export async function writeBoard(options: BoardOptions, out: string | Writable): Promise<BoardSummary> {
  const board = planBoard(options);
  const rows: Record<string, number> = {};
  const plantedFaults: PlantedFault[] = [];
  const manifest: FileToZip = {
    name: manifestFile,
    async *bytes() {
      yield Buffer.from(manifestText(board.layer));
    },
  };
  const files = dataFiles.map((file): FileToZip => {
    const name = fileName(file);
    rows[name] = 0;
    const count = (): void => {
      rows[name] = (rows[name] ?? 0) + 1;
    };
    const columns = { headers: headersOf(file, board.layer), keys: rowKeysOf(file, board.layer) };
    return {
      name,
      async *bytes() {
        const made = boardRows(board, file);
        const lines = options.broken === true ? plantFaults(board, file, made, plantedFaults) : made;
        yield* csvChunks(columns, lines, count);
      },
    };
  });
  let bytes = 0;
  const counter = new PassThrough();
  counter.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const target = typeof out === 'string' ? createWriteStream(out) : out;
  await pipeline(zipStream([manifest, ...files], boardDate(board)), counter, target);
  return { rows, bytes, plantedFaults };
}

/** The zip of a small board, with what was written. */
export async function makeBoard(options: BoardOptions): Promise<BoardSummary & { readonly zip: Buffer }> {
  const stream = new PassThrough();
  const [summary, zip] = await Promise.all([writeBoard(options, stream), buffer(stream)]);
  return { ...summary, zip };
}

/** The zip of a small board. */
export async function boardBuffer(options: BoardOptions): Promise<Buffer> {
  return (await makeBoard(options)).zip;
}
