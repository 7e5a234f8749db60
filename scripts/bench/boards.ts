import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BundleFile, inspectBundle } from '../../src/csv/bundle.ts';
import { readRows } from '../../src/csv/read-rows.ts';
import type { Row } from '../../src/csv/row.ts';
import type { ByteSource } from '../../src/csv/zip.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Rulebook } from '../../src/model/rules/rulebook.ts';
import { copyText } from '../../src/store/stage-copy.ts';
import { writeBoard } from '../board/write-board.ts';

/** The rows of one entity as COPY text, made ready beforehand. */
export interface CopyFile {
  readonly entity: Entity;
  readonly path: string;
  readonly rows: number;
}

/** What is measured with. */
export interface Boards {
  /** Zip of the first week. */
  readonly first: string;
  /** Zip of the week after, with one person in a hundred changed. */
  readonly changed: string;
  /** Zip of a week in which about a hundred people changed. */
  readonly slightlyChanged: string;
  /** The first week's rows, in the order of the file. */
  readonly copyFiles: readonly CopyFile[];
  /** Rows of all files of the first week. */
  readonly rows: number;
}

const changeShare = 0.01;
const fewPeople = 80;

/** Makes the boards and what COPY will read, in `folder`. */
export async function makeBoards(folder: string, people: number, seed: number): Promise<Boards> {
  const first = join(folder, 'first.zip');
  const changed = join(folder, 'changed.zip');
  const slightlyChanged = join(folder, 'slightly-changed.zip');
  await writeBoard({ people, seed }, first);
  await writeBoard({ people, seed, change: changeShare }, changed);
  await writeBoard({ people, seed, change: Math.min(fewPeople / people, 1) }, slightlyChanged);
  const copyFiles = await makeCopyFiles(first, join(folder, 'copy'));
  const rows = copyFiles.reduce((sum, file) => sum + file.rows, 0);
  return { first, changed, slightlyChanged, copyFiles, rows };
}

/** The columns of an entity's table that an import fills, besides those that come from the file. */
export const stampColumns = ['sourced_id', 'status', 'publication_id', 'source_id'];

async function makeCopyFiles(zip: string, folder: string): Promise<CopyFile[]> {
  await mkdir(folder);
  const { rulebook, files, issues } = await inspectBundle(await zipBytes(zip));
  if (rulebook === undefined) throw new Error(`the board is not a bundle: ${describe(issues)}`);
  const made: CopyFile[] = [];
  for (const file of files) {
    const path = join(folder, `${file.entity.name}.txt`);
    let rows = 0;
    const count = (more: number) => {
      rows += more;
    };
    await pipeline(Readable.from(liveLines(file, rulebook, count)), createWriteStream(path));
    made.push({ entity: file.entity, path, rows });
  }
  return made;
}

/** Rows as they would stand in the entity's table: the product's own reading, with the first publication's stamp. */
async function* liveLines(file: BundleFile, rulebook: Rulebook, count: (rows: number) => void) {
  const issues: Issue[] = [];
  for await (const { rows } of readRows(file, rulebook, (found) => issues.push(found))) {
    count(rows.length);
    yield rows.map(liveLine).join('');
    if (issues.some(({ level }) => level === 'error')) throw new Error(`a bad board: ${describe(issues)}`);
  }
}

function liveLine({ sourcedId, values, metadata }: Row): string {
  const cells = [sourcedId, 'active', 1, 1, ...values, metadata];
  return `${cells.map((cell) => copyText(cell)).join('\t')}\n`;
}

function describe(issues: readonly Issue[]): string {
  return issues
    .slice(0, 3)
    .map(({ file, line, fault }) => `${file}:${line} ${fault}`)
    .join(', ');
}

async function zipBytes(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    size,
    read: (start, end) =>
      end > start
        ? createReadStream(path, { start, end: end - 1 })
        : Readable.from([], { objectMode: false }),
  };
}
