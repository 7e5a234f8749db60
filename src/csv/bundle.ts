import { manifestFile } from '../model/bundle-files.ts';
import { entityList, findEntityByFile } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { type Issue, issue } from '../model/issue.ts';
import type { Profile } from '../model/profiles/profile.ts';
import { decodeUtf8, UnreadableFile } from './decode.ts';
import { checkHeader } from './header.ts';
import { readManifest } from './manifest.ts';
import { readRecords } from './records.ts';
import { type Row, rowReader } from './row.ts';
import { type BundleEntry, type ByteSource, openZip } from './zip.ts';

/** A data file that the import reads, in the order of the registry. */
export interface BundleFile {
  readonly entity: Entity;
  readonly entry: BundleEntry;
}

/** What is known of a bundle before any row is read. */
export interface Bundle {
  readonly profile: Profile | undefined;
  readonly files: readonly BundleFile[];
  readonly issues: readonly Issue[];
}

/** manifest.csv has 25 short rows; more than this is not one. */
const manifestBytesMax = 64 * 1024;

/** Step "inspect": zip, manifest, which files are there, their headers. Rows are not read yet. */
export async function inspectBundle(source: ByteSource): Promise<Bundle> {
  const zip = await openZip(source);
  const issues = [...zip.issues];
  const refused = () => ({ profile: undefined, files: [], issues });
  const entry = zip.entries.get(manifestFile);
  if (entry === undefined) {
    const told = issues.some((found) => found.level === 'error');
    if (!told || zip.entries.size > 0) issues.push(issue('manifest_missing', { file: manifestFile }));
    return refused();
  }
  const text = await readText(entry, (found) => issues.push(found));
  if (text === undefined) return refused();
  const manifest = readManifest(text);
  issues.push(...manifest.issues);
  const { profile, modes } = manifest;
  if (profile === undefined || modes.size === 0) return refused();

  const files: BundleFile[] = [];
  for (const [file, mode] of modes) {
    const present = zip.entries.get(file);
    const place = { file };
    if (present === undefined && mode !== 'absent') {
      issues.push(issue('declared_missing', place, { name: file, mode }));
    }
    if (present !== undefined && mode === 'absent') {
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
    } else if (present !== undefined) files.push({ entity, entry: present });
  }
  files.sort((a, b) => entityList.indexOf(a.entity) - entityList.indexOf(b.entity));
  for (const file of files) {
    issues.push(...(await inspectHeader(file, profile, manifest.version)));
  }
  return { profile, files, issues };
}

async function readText(entry: BundleEntry, report: (found: Issue) => void): Promise<string | undefined> {
  if (entry.unpackedBytes > manifestBytesMax) {
    report(issue('record_too_long', { file: entry.name }, { limit: manifestBytesMax }));
    return undefined;
  }
  try {
    let text = '';
    const onMark = () => report(issue('byte_order_mark', { file: entry.name }));
    for await (const part of decodeUtf8(entry.read(), entry.name, onMark)) text += part;
    return text;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    report(error.issue);
    return undefined;
  }
}

/** Unpacks no more of the file than its first records. */
async function inspectHeader(file: BundleFile, profile: Profile, version: string): Promise<Issue[]> {
  const { entity, entry } = file;
  const ignore = () => undefined;
  try {
    for await (const { cells } of readRecords(
      decodeUtf8(entry.read(), entry.name, ignore),
      entry.name,
      ignore,
    )) {
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
    if (error instanceof UnreadableFile) return [error.issue];
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
 * that cannot be read to its end is reported and ends there.
 */
export async function* readRows(
  { entity, entry }: BundleFile,
  profile: Profile,
  report: (found: Issue) => void,
): AsyncGenerator<RowBatch> {
  const file = entry.name;
  let read: ReturnType<typeof rowReader> | undefined;
  let width = 0;
  let count = 0;
  const texts = decodeUtf8(entry.read(), file, () => report(issue('byte_order_mark', { file })));
  try {
    for await (const { cells, lines, plain } of readRecords(texts, file, report)) {
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
    report(error.issue);
    return;
  }
  if (count === 0) report(issue('no_rows', { file }));
}
