import { type FileMode, manifestFile } from '../model/bundle-files.ts';
import { entities, entityList, findEntityByFile } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { defaultSettings, type ImportSettings } from '../model/import-settings.ts';
import { type Issue, issue } from '../model/issue.ts';
import type { Profile } from '../model/profiles/profile.ts';
import { createRulebook, type Rulebook } from '../model/rules/rulebook.ts';
import type { Strictness } from '../model/strictness.ts';
import { chooseProfile, type Headers, profileOfHeaders } from './choose-profile.ts';
import { decodeText, UnreadableFile } from './decode.ts';
import { checkHeader } from './header.ts';
import { entityColumns } from './known-columns.ts';
import { type LoneFile, loneEntry } from './lone-file.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { readManifestText } from './manifest-text.ts';
import { explainRefusal, type Reading, recogniseFile } from './reading.ts';
import { readRecords } from './records.ts';
import { type BundleEntry, type ByteSource, type OpenedZip, openZip } from './zip.ts';
import { checkZipName } from './zip-name.ts';

/** A data file that the import reads, in the order of the registry. */
export interface BundleFile {
  readonly entity: Entity;
  readonly entry: BundleEntry;
  readonly mode: Exclude<FileMode, 'absent'>;
  /** Encoding, delimiter and line ends, as found when the bundle was inspected. */
  readonly reading: Reading;
}

/** What is known of a bundle before any row is read. */
export interface Bundle {
  /** The profile found, as the source wants it judged; undefined when the manifest cannot be read. */
  readonly rulebook: Rulebook | undefined;
  readonly files: readonly BundleFile[];
  readonly issues: readonly Issue[];
}

type NamedFile = Pick<BundleFile, 'entity' | 'entry' | 'mode'>;

/**
 * Step "inspect": zip, manifest, which files are there, what their text is, their headers. Rows are not read yet; in
 * lenient mode every file is read once to prove its encoding. A file whose text cannot be read is not among `files`.
 *
 * @param zipName as the sender calls the zip; its name is not judged without one.
 */
export async function inspectBundle(
  source: ByteSource,
  settings: ImportSettings = defaultSettings,
  zipName?: string,
): Promise<Bundle> {
  const { strictness } = settings;
  const zip = await openZip(source);
  const issues = [...zip.issues, ...(zipName === undefined ? [] : checkZipName(zipName))];
  const refused = () => ({ rulebook: undefined, files: [], issues });
  const entry = zip.entries.get(manifestFile);
  if (entry === undefined) {
    const told = zip.issues.some((found) => found.level === 'error');
    if (!told || zip.entries.size > 0) issues.push(issue('manifest_missing', { file: manifestFile }));
    return refused();
  }
  const text = await readManifestText(entry, strictness, (found) => issues.push(found));
  if (text === undefined) return refused();
  const manifest = readManifest(text);
  issues.push(...manifest.issues);
  const { modes, version } = manifest;
  if (version === undefined || modes.size === 0) return refused();

  const named = matchFiles(manifest, zip, (found) => issues.push(found));
  const { files, headers } = await recogniseFiles(named, strictness, (found) => issues.push(found));
  const { profile, issues: versionIssues } = chooseProfile(version, headers, settings.profile);
  issues.push(...versionIssues);
  // Among delta files one that is absent has no changes.
  const isDelta = [...modes.values()].includes('delta');
  for (const name of profile.requiredFiles) {
    const { csvFile } = entities[name];
    if (modes.get(csvFile) === 'absent' && !isDelta) {
      issues.push(issue('required_file', { file: csvFile }, { name: csvFile, mode: 'absent' }));
    }
  }
  return judgeHeaders({ files, headers }, profile, settings, issues);
}

/**
 * The same for a CSV file without zip and manifest, whose rules say nothing of it. Its name is that of a file which
 * the import reads.
 */
export async function inspectLoneFile(
  source: ByteSource,
  settings: ImportSettings,
  { name, mode }: LoneFile,
): Promise<Bundle> {
  const entity = findEntityByFile(name);
  if (entity === undefined) throw new Error('a file that the import does not read');
  const issues: Issue[] = [];
  const named = [{ entity, entry: loneEntry(source, name), mode }];
  const recognised = await recogniseFiles(named, settings.strictness, (found) => issues.push(found));
  const profile = profileOfHeaders(recognised.headers, settings.profile);
  return judgeHeaders(recognised, profile, settings, issues);
}

/** Files whose text can be read, and the header lines of those that have one. */
interface RecognisedFiles {
  readonly files: readonly BundleFile[];
  readonly headers: Headers;
}

async function recogniseFiles(
  named: readonly NamedFile[],
  strictness: Strictness,
  report: (found: Issue) => void,
): Promise<RecognisedFiles> {
  const files: BundleFile[] = [];
  const headers = new Map<string, readonly string[]>();
  for (const { entity, entry, mode } of named) {
    const { reading, issues } = await recogniseFile(entry, entityColumns(entity), strictness);
    issues.forEach(report);
    if (reading === undefined) continue;
    const file = { entity, entry, mode, reading };
    files.push(file);
    const header = await readHeader(file);
    if (Array.isArray(header)) headers.set(entry.name, header);
    else report(header);
  }
  return { files, headers };
}

/** Judges the header lines, and gives all issues their levels. */
function judgeHeaders(
  { files, headers }: RecognisedFiles,
  profile: Profile,
  settings: ImportSettings,
  before: readonly Issue[],
): Bundle {
  const found = files.flatMap(({ entity, entry }) => {
    const header = headers.get(entry.name);
    return header === undefined ? [] : checkHeader(header, entity, profile.headers, settings.strictness);
  });
  const rulebook = createRulebook(profile, settings);
  return { rulebook, files, issues: [...before, ...found].flatMap((one) => rulebook.judge(one) ?? []) };
}

/** The data files that manifest and zip agree on, in the order of the registry (JP-M-006, -007, -009, -010). */
function matchFiles({ modes }: Manifest, zip: OpenedZip, report: (found: Issue) => void): NamedFile[] {
  const named: NamedFile[] = [];
  for (const [file, mode] of modes) {
    const entry = zip.entries.get(file);
    const place = { file };
    if (entry === undefined && mode !== 'absent') {
      report(issue('declared_missing', place, { name: file, mode }));
    }
    if (entry !== undefined && mode === 'absent') report(issue('present_undeclared', place, { name: file }));
    const entity = findEntityByFile(file);
    if (entity === undefined) {
      if (mode !== 'absent') report(issue('file_unsupported', place, { name: file }));
    } else if (entry !== undefined && mode !== 'absent') {
      if (mode === 'delta') report(issue('delta_announced', place, { name: file }));
      named.push({ entity, entry, mode });
    }
  }
  return named.sort((a, b) => entityList.indexOf(a.entity) - entityList.indexOf(b.entity));
}

/** The header line, or why there is none. Unpacks no more of the file than its first records. */
async function readHeader({ entity, entry, reading }: BundleFile): Promise<string[] | Issue> {
  const ignore = () => undefined;
  const texts = decodeText(entry.read(), entry.name, reading.encoding, ignore);
  try {
    for await (const { cells } of readRecords(texts, entry.name, ignore, reading.delimiter)) {
      return [...(cells[0] ?? [])];
    }
    return issue('header_missing', { file: entry.name, line: 1 });
  } catch (error) {
    // Rows are not read when a header is wrong, so a fault in the first records has to be told here.
    if (error instanceof UnreadableFile) return explainRefusal(error.issue, entry, entityColumns(entity));
    throw error;
  }
}
