import { hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import Papa from 'papaparse';
import { fromBufferPromise, openPromise } from 'yauzl';

/** sourcedIds of one file by what became of their rows. */
export interface FileDifference {
  readonly created: Set<string>;
  readonly updated: Set<string>;
  readonly deleted: Set<string>;
}

type RowHashes = Map<string, string>;

/**
 * What changed from one bundle to the next, by file name: rows are matched by sourcedId and compared as a whole.
 * Files without sourcedIds (the manifest) are left out. Reads the zips by path or from memory, with no code of the
 * product in between; memory grows with the boards.
 */
export async function compareBoards(
  before: string | Buffer,
  after: string | Buffer,
): Promise<Record<string, FileDifference>> {
  const old = await readBundle(before);
  const now = await readBundle(after);
  const result: Record<string, FileDifference> = {};
  for (const file of new Set([...old.keys(), ...now.keys()])) {
    result[file] = compareFiles(old.get(file) ?? new Map(), now.get(file) ?? new Map());
  }
  return result;
}

function compareFiles(old: RowHashes, now: RowHashes): FileDifference {
  const difference: FileDifference = { created: new Set(), updated: new Set(), deleted: new Set() };
  for (const [id, row] of now) {
    const former = old.get(id);
    if (former === undefined) difference.created.add(id);
    else if (former !== row) difference.updated.add(id);
  }
  for (const id of old.keys()) if (!now.has(id)) difference.deleted.add(id);
  return difference;
}

async function readBundle(zip: string | Buffer): Promise<Map<string, RowHashes>> {
  const opened = typeof zip === 'string' ? await openPromise(zip) : await fromBufferPromise(zip);
  const files = new Map<string, RowHashes>();
  for await (const entry of opened.eachEntry()) {
    const rows = await readRows(await opened.openReadStreamPromise(entry));
    if (rows !== undefined) files.set(entry.fileName, rows);
  }
  return files;
}

/** A hash of each row by sourcedId; undefined when the file's first column is not sourcedId. */
async function readRows(stream: Readable): Promise<RowHashes | undefined> {
  // Papa decodes each chunk by itself, so no chunk may end inside a character.
  const parser = stream
    .setEncoding('utf8')
    .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: false, skipEmptyLines: true }));
  const rows: RowHashes = new Map();
  let headed: boolean | undefined;
  for await (const row of parser as AsyncIterable<readonly string[]>) {
    const [id = ''] = row;
    if (headed === undefined) headed = id === 'sourcedId';
    else if (headed) rows.set(id, hash('sha1', JSON.stringify(row), 'base64'));
  }
  return headed === true ? rows : undefined;
}
