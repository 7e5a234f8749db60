import { annotateFile, type RowChoice, type RowNote } from '../../csv/annotate.ts';
import { loneEntry } from '../../csv/lone-file.ts';
import { type BundleEntry, type ByteSource, openZip } from '../../csv/zip.ts';
import { RosterError } from '../../errors.ts';
import { fileBytes } from '../../store/file-bytes.ts';
import { type FileIssue, readFileIssues } from '../../store/issues.ts';
import { openSession } from '../../store/session.ts';
import type { Context } from '../context.ts';
import { getKeptFile } from '../files/kept-file.ts';
import { getReportedImport, getUploadedImport, textsOfIssue, type UploadedImport } from './read-imports.ts';

/** Each download holds two connections of the server for as long as its reader takes. */
const downloadsMax = 4;

export interface AnnotateInput {
  readonly importId: string;
  /** `users.csv` */
  readonly file: string;
  readonly rows: RowChoice;
  /** Breaks off what the database is doing for it. */
  readonly signal: AbortSignal;
}

/** Gives back files of uploads with what is wrong in them; the first piece comes when the file is found. */
export type Annotator = (input: AnnotateInput) => AsyncGenerator<string>;

function toNote(row: FileIssue): RowNote {
  const { message, expected } = textsOfIssue(row);
  const level = row.level === 'error' ? 'error' : 'warning';
  return { line: row.line, level, message: message.ja, remedy: expected.ja };
}

async function* toNotes(batches: AsyncIterable<readonly FileIssue[]>): AsyncGenerator<RowNote[]> {
  for await (const batch of batches) yield batch.map(toNote);
}

async function findEntry(
  source: ByteSource,
  { mode, file: { name } }: UploadedImport,
  wanted: string,
): Promise<BundleEntry | undefined> {
  if (mode === null) return (await openZip(source)).entries.get(wanted);
  return wanted === name ? loneEntry(source, name) : undefined;
}

/**
 * Only so many at once: a reader that takes its time costs connections, not the work of others. The generator throws
 * `unknown_object` where there is no such file, `upload_removed`, `report_removed`, `upload_unreadable` and `server_busy`.
 */
export function createAnnotator(
  ctx: Pick<Context, 'store' | 'log' | 'keys' | 'uploadDays' | 'reportDays'>,
): Annotator {
  let open = 0;
  return async function* annotate({ importId, file, rows, signal }) {
    const record = await getUploadedImport(ctx, importId);
    const upload = getKeptFile(ctx, record.file);
    await getReportedImport(ctx, importId);
    if (open >= downloadsMax) throw new RosterError('server_busy');
    open += 1;
    try {
      const { url } = ctx.store;
      await using bytes = await openSession(url, ctx.log, 'download', signal);
      const entry = await findEntry(fileBytes(bytes.session, upload), record, file);
      if (entry === undefined) throw new RosterError('unknown_object');
      // Zip and issues are read by turns that overlap; one connection answers one question at a time.
      await using issues = await openSession(url, ctx.log, 'download', signal);
      yield* annotateFile(entry, toNotes(readFileIssues(issues.session, importId, file)), rows);
    } finally {
      open -= 1;
    }
  };
}
