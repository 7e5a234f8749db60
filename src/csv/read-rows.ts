import { guidLengthLimit, guidPattern } from '../model/bundle-files.ts';
import type { Entity } from '../model/entity.ts';
import { type Issue, issue } from '../model/issue.ts';
import type { Rulebook } from '../model/rules/rulebook.ts';
import type { BundleFile } from './bundle.ts';
import { decodeText, UnreadableFile } from './decode.ts';
import { headerNames } from './header.ts';
import { entityColumns } from './known-columns.ts';
import { explainRefusal } from './reading.ts';
import { readRecords } from './records.ts';
import { type Row, rowReader } from './row.ts';

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
function raggedRow(entity: Entity, id: string, line: number): Row {
  const sourcedId = id.length < guidLengthLimit && guidPattern.test(id) ? id : '';
  const values = entity.stored.map(() => null);
  return { line, sourcedId, deleted: false, modified: null, values, metadata: null };
}

/**
 * Step "stage", the reading half: the rows of one file in batches. Everything wrong in them goes to `tell`; a file
 * that cannot be read to its end is reported, by the name of its encoding if it has another one, and ends there.
 */
export async function* readRows(
  { entity, entry, mode, reading }: BundleFile,
  rulebook: Rulebook,
  tell: (found: Issue) => void,
): AsyncGenerator<RowBatch> {
  const file = entry.name;
  const report = (found: Issue) => {
    const judged = rulebook.judge(found);
    if (judged !== undefined) tell(judged);
  };
  const { profile, settings } = rulebook;
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
          const header = headerNames(record, entity, profile.headers, settings.strictness);
          read = rowReader(entity, mode, rulebook, header, report);
          continue;
        }
        count += 1;
        if (record.length === width) rows.push(read(record, line));
        else {
          report(issue('ragged', { file, line }, { found: record.length, wanted: width }));
          rows.push(raggedRow(entity, record[0] ?? '', line));
        }
      }
      yield { rows, read: count - before, plain };
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    report(await explainRefusal(error.issue, entry, entityColumns(entity)));
    yield { rows: [], read: 0, plain: true, isCut: true };
    return;
  }
  if (count === 0) report(issue('no_rows', { file }));
}
