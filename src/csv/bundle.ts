import { manifestFile } from '../model/bundle-files.ts';
import { entityList, findEntityByFile } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { type Issue, issue } from '../model/issue.ts';
import type { Profile } from '../model/profiles/profile.ts';
import type { Strictness } from '../model/strictness.ts';
import { decodeText, UnreadableFile } from './decode.ts';
import { checkHeader } from './header.ts';
import { entityColumns } from './known-columns.ts';
import { readManifest } from './manifest.ts';
import { readManifestText } from './manifest-text.ts';
import { explainRefusal, type Reading, recogniseFile } from './reading.ts';
import { readRecords } from './records.ts';
import { type Row, rowReader } from './row.ts';
import { type BundleEntry, type ByteSource, openZip } from './zip.ts';

/** A data file that the import reads, in the order of the registry. */
export interface BundleFile {
  readonly entity: Entity;
  readonly entry: BundleEntry;
  /** Encoding, delimiter and line ends, as found when the bundle was inspected. */
  readonly reading: Reading;
}

/** How a bundle is inspected. */
export interface InspectOptions {
  /** `strict` unless said otherwise. */
  readonly strictness?: Strictness;
}

/** What is known of a bundle before any row is read. */
export interface Bundle {
  readonly profile: Profile | undefined;
  readonly files: readonly BundleFile[];
  readonly issues: readonly Issue[];
}

/**
 * Step "inspect": zip, manifest, which files are there, what their text is, their headers. Rows are not read yet; in
 * lenient mode every file is read once to prove its encoding. A file whose text cannot be read is not among `files`.
 */
export async function inspectBundle(source: ByteSource, options: InspectOptions = {}): Promise<Bundle> {
  const strictness = options.strictness ?? 'strict';
  const zip = await openZip(source);
  const issues = [...zip.issues];
  const refused = () => ({ profile: undefined, files: [], issues });
  const entry = zip.entries.get(manifestFile);
  if (entry === undefined) {
    const told = issues.some((found) => found.level === 'error');
    if (!told || zip.entries.size > 0) issues.push(issue('manifest_missing', { file: manifestFile }));
    return refused();
  }
  const text = await readManifestText(entry, strictness, (found) => issues.push(found));
  if (text === undefined) return refused();
  const manifest = readManifest(text);
  issues.push(...manifest.issues);
  const { profile, modes } = manifest;
  if (profile === undefined || modes.size === 0) return refused();

  const present: { entity: Entity; entry: BundleEntry }[] = [];
  for (const [file, mode] of modes) {
    const entry = zip.entries.get(file);
    const place = { file };
    if (entry === undefined && mode !== 'absent') {
      issues.push(issue('declared_missing', place, { name: file, mode }));
    }
    if (entry !== undefined && mode === 'absent') {
      issues.push(issue('present_undeclared', place, { name: file }));
    }
    const entity = findEntityByFile(file);
    if (entity === undefined) {
      if (mode !== 'absent') issues.push(issue('file_unsupported', place, { name: file }));
    } else if (mode === 'delta') {
      issues.push(issue('delta_unsupported', place, { name: file }));
    } else if (mode === 'absent') {
      if (profile.requiredFiles.some((name) => name === entity.name)) {
        issues.push(issue('required_file', place, { name: file, mode }));
      }
    } else if (entry !== undefined) present.push({ entity, entry });
  }
  present.sort((a, b) => entityList.indexOf(a.entity) - entityList.indexOf(b.entity));
  const files: BundleFile[] = [];
  for (const { entity, entry } of present) {
    const recognised = await recogniseFile(entry, entityColumns(entity), strictness);
    issues.push(...recognised.issues);
    if (recognised.reading === undefined) continue;
    const file = { entity, entry, reading: recognised.reading };
    files.push(file);
    issues.push(...(await inspectHeader(file, profile, manifest.version)));
  }
  return { profile, files, issues };
}

/** Unpacks no more of the file than its first records. */
async function inspectHeader(file: BundleFile, profile: Profile, version: string): Promise<Issue[]> {
  const { entity, entry, reading } = file;
  const ignore = () => undefined;
  const texts = decodeText(entry.read(), entry.name, reading.encoding, ignore);
  try {
    for await (const { cells } of readRecords(texts, entry.name, ignore, reading.delimiter)) {
      const header = cells[0] ?? [];
      if (profile.headers === 'base' && header.some((name) => name.startsWith('metadata.jp.'))) {
        return [
          issue('profile_unsupported', { file: entry.name, line: 1 }, { found: version, file: entry.name }),
        ];
      }
      return checkHeader(header, entity, profile.headers);
    }
    return [issue('header_missing', { file: entry.name, line: 1 })];
  } catch (error) {
    // Rows are not read when a header is wrong, so a fault in the first records has to be told here.
    if (error instanceof UnreadableFile) {
      return [await explainRefusal(error.issue, entry, entityColumns(entity))];
    }
    throw error;
  }
}

/** Rows of one stretch of a file. */
export interface RowBatch {
  readonly rows: readonly Row[];
  /** Data rows read, with those that have too few or too many fields to be rows. */
  readonly read: number;
  /** No value has a backslash, a tab or a line break in it. */
  readonly plain: boolean;
}

/**
 * Step "stage", the reading half: the rows of one file in batches. Everything wrong in them goes to `report`; a file
 * that cannot be read to its end is reported, by the name of its encoding if it has another one, and ends there.
 */
export async function* readRows(
  { entity, entry, reading }: BundleFile,
  profile: Profile,
  report: (found: Issue) => void,
): AsyncGenerator<RowBatch> {
  const file = entry.name;
  let read: ReturnType<typeof rowReader> | undefined;
  let width = 0;
  let count = 0;
  const { encoding, delimiter } = reading;
  const onMark = () => {
    if (encoding === 'utf-8') report(issue('byte_order_mark', { file }));
  };
  const texts = decodeText(entry.read(), file, encoding, onMark);
  try {
    for await (const { cells, lines, plain } of readRecords(texts, file, report, delimiter)) {
      const rows: Row[] = [];
      const before = count;
      for (const [index, record] of cells.entries()) {
        const line = lines[index] ?? 0;
        if (read === undefined) {
          width = record.length;
          read = rowReader(entity, profile, record, report);
          continue;
        }
        count += 1;
        if (record.length === width) rows.push(read(record, line));
        else report(issue('ragged', { file, line }, { found: record.length, wanted: width }));
      }
      yield { rows, read: count - before, plain };
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    report(await explainRefusal(error.issue, entry, entityColumns(entity)));
    return;
  }
  if (count === 0) report(issue('no_rows', { file }));
}
