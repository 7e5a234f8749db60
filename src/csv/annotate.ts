import type { Level } from '../model/issue-level.ts';
import { decodeText, UnreadableFile } from './decode.ts';
import { columnsOf } from './known-columns.ts';
import { recogniseFile } from './reading.ts';
import { type Records, readRecords } from './records.ts';
import { reportLine, reportMark } from './report.ts';
import type { BundleEntry } from './zip.ts';

/** What is wrong on a line, in the language of whoever mends it. */
export interface RowNote {
  /** 1 = header; 0 means the whole file. */
  readonly line: number;
  readonly level: Level;
  readonly message: string;
  readonly remedy: string;
}

/** Which rows are given back: all, or those with errors. */
export const rowChoices = ['all', 'failing'] as const;
export type RowChoice = (typeof rowChoices)[number];

export const noteTitles = ['エラー', '直し方'] as const;
const separator = '／';
const warningMark = '警告: ';
/** Notes that one row shows; a spreadsheet's cell has 32,767 characters. */
const notesShownMax = 50;

/** Takes notes, which come by line, as far as they are wanted. */
class NoteReader {
  readonly #batches: AsyncIterator<readonly RowNote[]>;
  #waiting: readonly RowNote[] = [];
  #at = 0;

  constructor(batches: AsyncIterable<readonly RowNote[]>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  /** The notes up to a line that have not been taken yet. */
  async upTo(line: number): Promise<Notes> {
    const notes = new Notes();
    for (;;) {
      for (let note = this.#waiting[this.#at]; note !== undefined; note = this.#waiting[this.#at]) {
        if (note.line > line) return notes;
        notes.add(note);
        this.#at += 1;
      }
      const { done, value } = await this.#batches.next();
      if (done) return notes;
      this.#waiting = value;
      this.#at = 0;
    }
  }
}

/** The notes of one row. Counts what it does not show, so that it never grows. */
class Notes {
  readonly #shown: RowNote[] = [];
  #count = 0;
  failing = false;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(note: RowNote): void {
    this.#count += 1;
    if (note.level === 'error') this.failing = true;
    if (this.#shown.length < notesShownMax) this.#shown.push(note);
  }

  /** The two cells. */
  cells(): [string, string] {
    const messages = this.#shown.map(
      ({ level, message }) => (level === 'error' ? '' : warningMark) + message,
    );
    const hidden = this.#count - this.#shown.length;
    if (hidden > 0) messages.push(`ほか ${hidden} 件`);
    const remedies = this.#shown.map(({ remedy }) => remedy);
    return [onOneLine(messages), onOneLine([...new Set(remedies)])];
  }
}

function onOneLine(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\r\n]+/g, ' ')).join(separator);
}

function filled(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array<string>(Math.max(width - cells.length, 0)).fill('')];
}

/** Records of a file however it is written: whoever mends it sees it, also where an import would refuse it. */
async function* recordsOf(entry: BundleEntry): AsyncGenerator<Records> {
  const ignore = () => undefined;
  const { reading } = await recogniseFile(entry, columnsOf(entry.name), 'lenient');
  const { encoding, delimiter } = reading ?? { encoding: 'utf-8', delimiter: ',' };
  yield* readRecords(decodeText(entry.read(), entry.name, encoding, ignore), entry.name, ignore, delimiter);
}

/**
 * A file of an upload as its sender knows it, with what is wrong in each row in two more columns: text for a
 * spreadsheet, not for an import. Notes of the header and of the whole file stand in a row of their own below the
 * header, and a last row says when the file could not be read to its end. Holds a stretch of the file and a batch of
 * notes, whatever their number. `notes` come by line.
 */
export async function* annotateFile(
  entry: BundleEntry,
  notes: AsyncIterable<readonly RowNote[]>,
  choice: RowChoice,
): AsyncGenerator<string> {
  const reader = new NoteReader(notes);
  let width: number | undefined;
  const row = (cells: readonly string[], found: readonly string[]) =>
    reportLine([...filled(cells, width ?? 0), ...found]);
  const head = async (header: readonly string[]): Promise<string> => {
    width = header.length;
    const told = await reader.upTo(1);
    const title = reportMark + row(header, noteTitles);
    return told.isEmpty ? title : title + row([], told.cells());
  };
  try {
    for await (const { cells, lines } of recordsOf(entry)) {
      let text = '';
      for (const [index, record] of cells.entries()) {
        if (width === undefined) {
          text += await head(record);
          continue;
        }
        const told = await reader.upTo(lines[index] ?? 0);
        if (choice === 'all' || told.failing) text += row(record, told.cells());
      }
      if (text !== '') yield text;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const start = width === undefined ? await head([]) : '';
    const [messages, remedies] = (await reader.upTo(Number.POSITIVE_INFINITY)).cells();
    const told = `ここから先は読めませんでした。${messages}`;
    yield start + row([], [told, remedies]);
    return;
  }
  if (width === undefined) yield await head([]);
  const rest = await reader.upTo(Number.POSITIVE_INFINITY);
  if (!rest.isEmpty) yield row([], rest.cells());
}
