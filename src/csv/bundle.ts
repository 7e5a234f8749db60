import { type FileMode, guidLengthLimit, guidPattern, manifestFile } from '../model/bundle-files.ts';
import { entities, entityList, findEntityByFile } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { defaultSettings, type ImportSettings } from '../model/import-settings.ts';
import { type Issue, issue } from '../model/issue.ts';
import { createRulebook, type Rulebook } from '../model/rules/rulebook.ts';
import { chooseProfile } from './choose-profile.ts';
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
  readonly mode: Exclude<FileMode, 'absent'>;
}

/** What is known of a bundle before any row is read. */
export interface Bundle {
  /** The profile found, as the source wants it judged; undefined when the manifest cannot be read. */
  readonly rulebook: Rulebook | undefined;
  readonly files: readonly BundleFile[];
  readonly issues: readonly Issue[];
}

/** manifest.csv has 25 short rows; more than this is not one. */
const manifestBytesMax = 64 * 1024;

/** Step "inspect": zip, manifest, which files are there, their headers. Rows are not read yet. */
export async function inspectBundle(
  source: ByteSource,
  settings: ImportSettings = defaultSettings,
): Promise<Bundle> {
  const zip = await openZip(source);
  const issues = [...zip.issues];
  const refused = () => ({ rulebook: undefined, files: [], issues });
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
  const { modes, version } = manifest;
  if (version === undefined || modes.size === 0) return refused();

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
    } else if (present !== undefined && mode !== 'absent') {
      if (mode === 'delta') issues.push(issue('delta_announced', place, { name: file }));
      files.push({ entity, entry: present, mode });
    }
  }
  files.sort((a, b) => entityList.indexOf(a.entity) - entityList.indexOf(b.entity));
  const headers = new Map<string, readonly string[]>();
  for (const file of files) {
    const header = await readHeader(file);
    if (Array.isArray(header)) headers.set(file.entry.name, header);
    else issues.push(header);
  }
  const chosen = chooseProfile(version, headers, settings.profile);
  const { profile } = chosen;
  issues.push(...chosen.issues);
  for (const name of profile.requiredFiles) {
    const { csvFile } = entities[name];
    if (modes.get(csvFile) === 'absent') {
      issues.push(issue('required_file', { file: csvFile }, { name: csvFile, mode: 'absent' }));
    }
  }
  for (const { entity, entry } of files) {
    const header = headers.get(entry.name);
    if (header !== undefined) issues.push(...checkHeader(header, entity, profile.headers));
  }
  const rulebook = createRulebook(profile, settings);
  return { rulebook, files, issues: issues.flatMap((found) => rulebook.judge(found) ?? []) };
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

/** The header line, or why there is none. Unpacks no more of the file than its first records. */
async function readHeader({ entry }: BundleFile): Promise<string[] | Issue> {
  const ignore = () => undefined;
  try {
    for await (const { cells } of readRecords(
      decodeUtf8(entry.read(), entry.name, ignore),
      entry.name,
      ignore,
    )) {
      return [...(cells[0] ?? [])];
    }
    return issue('header_missing', { file: entry.name, line: 1 });
  } catch (error) {
    // Rows are not read when a header is wrong, so a fault in the first records has to be told here.
    if (error instanceof UnreadableFile) return error.issue;
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
  /** The file could not be read any further. */
  readonly isCut?: true;
}

/**
 * A row that has too few or too many cells: its sourcedId, where the first cell can be one, stands for what refers to
 * it, so that this is not reported as well.
 */
function raggedRow(entity: Entity, id = '', line: number): Row {
  const sourcedId = id.length < guidLengthLimit && guidPattern.test(id) ? id : '';
  const values = entity.stored.map(() => null);
  return { line, sourcedId, deleted: false, modified: null, values, metadata: null };
}

/**
 * Step "stage", the reading half: the rows of one file in batches. Everything wrong in them goes to `report`; a file
 * that cannot be read to its end is reported and ends there.
 */
export async function* readRows(
  { entity, entry, mode }: BundleFile,
  rulebook: Rulebook,
  tell: (found: Issue) => void,
): AsyncGenerator<RowBatch> {
  const file = entry.name;
  const report = (found: Issue) => {
    const judged = rulebook.judge(found);
    if (judged !== undefined) tell(judged);
  };
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
          read = rowReader(entity, mode, rulebook, record, report);
          continue;
        }
        count += 1;
        if (record.length === width) rows.push(read(record, line));
        else {
          report(issue('ragged', { file, line }, { found: record.length, wanted: width }));
          rows.push(raggedRow(entity, record[0], line));
        }
      }
      yield { rows, read: count - before, plain };
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    report(error.issue);
    yield { rows: [], read: 0, plain: true, isCut: true };
    return;
  }
  if (count === 0) report(issue('no_rows', { file }));
}
