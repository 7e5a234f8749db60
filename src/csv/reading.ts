import { type Issue, issue } from '../model/issue.ts';
import type { Strictness } from '../model/strictness.ts';
import { damage, decodeText, UnreadableFile } from './decode.ts';
import { type Delimiter, delimiterNames, findDelimiter, type LineEnd, splitHeader } from './dialect.ts';
import { encodingNames, type Proof, proveEncoding } from './encoding.ts';
import type { TextEncoding } from './encoding-strict.ts';
import { readHead } from './head.ts';
import type { KnownColumns } from './known-columns.ts';
import { collectSamples } from './samples.ts';
import type { BundleEntry } from './zip.ts';

/** How a file is read. */
export interface Reading {
  /** Proved in lenient mode; in strict mode UTF-8 until a byte says otherwise. */
  readonly encoding: TextEncoding;
  readonly delimiter: Delimiter;
  readonly lineEnd: LineEnd;
  /** It begins with a byte order mark. */
  readonly mark: boolean;
}

/** A file that was looked at: how it is to be read, and what was found. */
export interface Recognised {
  /** Undefined when its text cannot be read. */
  readonly reading: Reading | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Finds out how a file is to be read. Strict: no more of it than its header line, as UTF-8; when that fails, the whole
 * file is read to say what it is. Lenient: the whole file is proved first.
 */
export async function recogniseFile(
  entry: BundleEntry,
  columns: KnownColumns,
  strictness: Strictness,
): Promise<Recognised> {
  const issues: Issue[] = [];
  try {
    let encoding: TextEncoding = 'utf-8';
    if (strictness === 'lenient') {
      const proof = await proveEncoding(entry.read());
      const refusal = await refusalOf(proof, entry, columns);
      if (refusal !== undefined) return { reading: undefined, issues: [refusal] };
      if (isReadable(proof.encoding)) encoding = proof.encoding;
      if (encoding !== 'utf-8') {
        issues.push(await nameEncoding('encoding_read', encoding, entry, columns));
      }
    }
    const { reading, found } = await recogniseDialect(entry, encoding, columns, strictness);
    return { reading, issues: [...issues, ...found] };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { reading: undefined, issues: [...issues, await explainRefusal(error.issue, entry, columns)] };
  }
}

function isReadable(encoding: Proof['encoding']): encoding is TextEncoding {
  return encoding !== 'euc-jp' && encoding !== 'unknown';
}

async function recogniseDialect(
  entry: BundleEntry,
  encoding: TextEncoding,
  columns: KnownColumns,
  strictness: Strictness,
): Promise<{ reading: Reading; found: Issue[] }> {
  let mark = false;
  const onMark = () => {
    mark = true;
  };
  const texts = decodeText(entry.read(), entry.name, encoding, onMark);
  const head = await readHead(texts);
  await texts.return(undefined);
  const delimiter = findDelimiter(head.header, columns.names);
  const lineEnd = head.lineEnd ?? 'lf';
  const strict = strictness === 'strict';
  const place = { file: entry.name, line: 1 };
  const found: Issue[] = [];
  if (delimiter !== ',') {
    const { ja, en } = delimiterNames[delimiter];
    const names = splitHeader(head.header, delimiter).filter((name) => columns.names.has(name));
    const samples = names.slice(0, 3).join(' / ') || '-';
    const params = { name: ja, nameEn: en, samples };
    found.push(issue(strict ? 'delimiter_refused' : 'delimiter_read', place, params));
  }
  if (lineEnd === 'cr') found.push(issue(strict ? 'line_end_refused' : 'line_end_read', place));
  return { reading: { encoding, delimiter, lineEnd, mark }, found };
}

/**
 * What to tell of a file that could not be read as UTF-8: what it is, when that can be proved, or else where it is
 * damaged. Reads the whole file again.
 */
export async function explainRefusal(
  found: Issue,
  entry: BundleEntry,
  columns: KnownColumns,
): Promise<Issue> {
  if (found.fault !== 'utf8_invalid' && found.fault !== 'nul_byte') return found;
  try {
    const proof = await proveEncoding(entry.read());
    if (proof.encoding === 'utf-8' || proof.encoding === 'unknown') return found;
    return (
      (await refusalOf(proof, entry, columns)) ??
      (await nameEncoding('encoding_refused', proof.encoding, entry, columns))
    );
  } catch (error) {
    // The archive itself is damaged further on, so that nothing can be proved of this file.
    if (error instanceof UnreadableFile) return found;
    throw error;
  }
}

/** Why a proved file is read in no mode; undefined when it can be read. */
async function refusalOf(
  proof: Proof,
  entry: BundleEntry,
  columns: KnownColumns,
): Promise<Issue | undefined> {
  const { encoding, fault } = proof;
  if (encoding === 'euc-jp') return nameEncoding('encoding_refused', encoding, entry, columns);
  if (fault === undefined) return undefined;
  return damage(entry.name, encoding === 'unknown' ? 'utf-8' : encoding, fault.offset, fault.line);
}

async function nameEncoding(
  fault: 'encoding_refused' | 'encoding_read',
  encoding: Exclude<Proof['encoding'], 'unknown'>,
  entry: BundleEntry,
  columns: KnownColumns,
): Promise<Issue> {
  const samples = await collectSamples(entry.read(), encoding, columns);
  return issue(fault, { file: entry.name, line: 1 }, { name: encodingNames[encoding], samples });
}
