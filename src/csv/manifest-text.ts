import papaparse from 'papaparse';
import { type Issue, issue } from '../model/issue.ts';
import type { Strictness } from '../model/strictness.ts';
import { decodeText, UnreadableFile } from './decode.ts';
import { manifestColumns } from './known-columns.ts';
import { explainRefusal, recogniseFile } from './reading.ts';
import { readRecords } from './records.ts';
import type { BundleEntry } from './zip.ts';

/** manifest.csv has 25 short rows; more than this is not one. */
const manifestBytesMax = 64 * 1024;

/**
 * The text of manifest.csv with commas, whatever its encoding and its delimiter are. Undefined, and told to `report`,
 * when it cannot be read or may not be.
 */
export async function readManifestText(
  entry: BundleEntry,
  strictness: Strictness,
  report: (found: Issue) => void,
): Promise<string | undefined> {
  const file = entry.name;
  if (entry.unpackedBytes > manifestBytesMax) {
    report(issue('record_too_long', { file }, { limit: manifestBytesMax }));
    return undefined;
  }
  const { reading, issues } = await recogniseFile(entry, manifestColumns, strictness);
  for (const found of issues) report(found);
  if (reading === undefined) return undefined;
  const { encoding, delimiter, mark } = reading;
  if (mark && encoding === 'utf-8') report(issue('byte_order_mark', { file }));
  try {
    let text = '';
    for await (const part of decodeText(entry.read(), file, encoding, () => undefined)) text += part;
    await checkForm(text, file, delimiter, report);
    return delimiter === ',' ? text : withCommas(text, delimiter);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    report(await explainRefusal(error.issue, entry, manifestColumns));
    return undefined;
  }
}

/** Line ends and quotes; the values are read elsewhere. */
async function checkForm(
  text: string,
  file: string,
  delimiter: Parameters<typeof readRecords>[3],
  report: (found: Issue) => void,
): Promise<void> {
  async function* whole() {
    yield text;
  }
  const records = readRecords(whole(), file, report, delimiter);
  while (!(await records.next()).done);
}

/** Lines stay where they are. */
function withCommas(text: string, delimiter: string): string {
  const { data } = papaparse.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  return papaparse.unparse(data, { quotes: true, newline: '\r\n' });
}
