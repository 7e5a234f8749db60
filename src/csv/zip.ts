import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { dataFiles, manifestFile } from '../model/bundle-files.ts';
import { excerpt, type Issue, issue } from '../model/issue.ts';
import { UnreadableFile } from './decode.ts';

/** Bounds that no roster of a board reaches; beyond them a zip is a mistake or an attack. */
export const zipLimits = {
  /** 22 OneRoster files, and room for what computers add by themselves. */
  entries: 64,
  /** Unpacked bytes in all: twenty times a board of 200,000 people. */
  unpackedBytes: 4 * 1024 ** 3,
  /** Unpacked by packed bytes of one file. Rosters reach about 10; a bomb of zeros 1,000. */
  ratio: 200,
  /** Small files may pack better than that. */
  ratioFromBytes: 10 * 1024 ** 2,
} as const;

/**
 * Unpacked bytes at a time. The rows of a smaller stretch are gone before the next are read; those of a larger one
 * live long enough to be moved to the old heap, which doubles the time of a large import.
 */
export const batchBytes = 32 * 1024;

/** Random access to the bytes of an upload. */
export interface ByteSource {
  readonly size: number;
  read(start: number, end: number): Readable;
}

/** A file in the zip that the hub reads. */
export interface BundleEntry {
  readonly name: string;
  readonly unpackedBytes: number;
  /** Unpacked bytes that the present reading has given out. */
  bytesRead(): number;
  /** Unpacked bytes; throws UnreadableFile when they are damaged. */
  read(): AsyncGenerator<Uint8Array>;
}

export interface OpenedZip {
  readonly entries: ReadonlyMap<string, BundleEntry>;
  readonly issues: readonly Issue[];
}

class Reader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.#source.read(start, end);
  }
}

const ownFiles = new Set<string>([manifestFile, ...dataFiles.map((name) => `${name}.csv`)]);

/** Opens a zip and judges what lies in it, without unpacking. Damage is an issue; only the source's errors throw. */
export async function openZip(source: ByteSource): Promise<OpenedZip> {
  const entries = new Map<string, BundleEntry>();
  const issues: Issue[] = [];
  let sourceError: unknown;
  const watched: ByteSource = {
    size: source.size,
    read(start, end) {
      const stream = source.read(start, end);
      stream.once('error', (error) => {
        sourceError = error;
      });
      return stream;
    },
  };
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(new Reader(watched), source.size, {
      autoClose: false,
      decodeStrings: false,
      lazyEntries: true,
    });
    if (zip.entryCount > zipLimits.entries) {
      return {
        entries,
        issues: [limit('ファイルの数', 'number of files', zip.entryCount, zipLimits.entries)],
      };
    }
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      unpacked += entry.uncompressedSize;
      const found = judgeEntry(entry, name, entries);
      if (found !== undefined) issues.push(found);
      else if (ownFiles.has(name)) entries.set(name, bundleEntry(zip, entry, name));
    }
    if (unpacked > zipLimits.unpackedBytes) {
      issues.push(limit('展開後の大きさ（バイト）', 'unpacked bytes', unpacked, zipLimits.unpackedBytes));
    }
    if (zip.entryCount === 0) issues.push(issue('zip_empty'));
  } catch {
    if (sourceError !== undefined) throw sourceError;
    return { entries: new Map(), issues: [issue('not_a_zip')] };
  }
  return { entries, issues };
}

function limit(what: string, whatEn: string, found: number, most: number): Issue {
  return issue('zip_limit', {}, { what, whatEn, found, limit: most });
}

/** Windows writes names in CP932 without saying so; a name that is not UTF-8 is only ever shown. */
function entryName(entry: yauzl.Entry): string {
  const raw: Buffer = entry.fileNameRaw;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('shift_jis').decode(raw);
  }
}

const symbolicLink = 0o120000;
const fileTypeMask = 0o170000;

function judgeEntry(
  entry: yauzl.Entry,
  name: string,
  known: ReadonlyMap<string, unknown>,
): Issue | undefined {
  const params = { name: excerpt(name) };
  const base = name.split(/[/\\]/).findLast((part) => part !== '') ?? name;
  if (
    name.startsWith('__MACOSX/') ||
    base.startsWith('.') ||
    base === 'Thumbs.db' ||
    base === 'desktop.ini'
  ) {
    return issue('file_ignored', {}, params);
  }
  if (/[/\\]/.test(name)) return issue('folder', {}, params);
  const linked = ((entry.externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink;
  if (!ownFiles.has(name) || linked) return issue('file_unknown', {}, params);
  if (known.has(name)) return issue('file_twice', { file: name }, params);
  if (entry.isEncrypted()) return issue('zip_encrypted', { file: name }, params);
  const { compressedSize, uncompressedSize } = entry;
  const ratio = uncompressedSize / Math.max(compressedSize, 1);
  if (uncompressedSize > zipLimits.ratioFromBytes && ratio > zipLimits.ratio) {
    return issue(
      'zip_limit',
      { file: name },
      { what: '圧縮率', whatEn: 'compression ratio', found: Math.round(ratio), limit: zipLimits.ratio },
    );
  }
  return undefined;
}

function bundleEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string): BundleEntry {
  let given = 0;
  const onBytes = (count: number) => {
    given = count;
  };
  return {
    name,
    unpackedBytes: entry.uncompressedSize,
    bytesRead: () => given,
    read: () => unpack(zip, entry, name, onBytes),
  };
}

/** yauzl guards the size; the checksum is ours to compare. */
async function* unpack(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const damaged = () => new UnreadableFile(issue('zip_damaged', { file: name }, { name }));
  const explain = (error: unknown) => (isSourceError(error) ? error : damaged());
  let checksum = 0;
  let given = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const stream = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
    throw explain(error);
  });
  try {
    for await (const chunk of stream) {
      checksum = crc32(chunk, checksum);
      given += chunk.length;
      waiting.push(chunk);
      waitingBytes += chunk.length;
      if (waitingBytes < batchBytes) continue;
      const batch = Buffer.concat(waiting);
      waiting = [];
      waitingBytes = 0;
      onBytes(given);
      yield batch;
    }
  } catch (error) {
    throw explain(error);
  } finally {
    stream.destroy();
  }
  if (checksum !== entry.crc32) throw damaged();
  onBytes(given);
  if (waitingBytes > 0) yield Buffer.concat(waiting);
}

/** Errors of the database that the bytes come from carry a code of their own; yauzl's and zlib's are about the zip. */
function isSourceError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code !== '' && !code.startsWith('Z_');
}
