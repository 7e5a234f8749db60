import { daysBefore } from '../../model/calendar.ts';
import type { RowOrigin } from '../../store/held-rows.ts';
import { type KeptPersonFile, listKeptFiles } from '../../store/repeated-reads.ts';
import type { Context } from '../context.ts';

/** A kept file, and until when it is kept. */
export interface FileWithPerson extends KeptPersonFile {
  /** As JSON has instants. */
  readonly until: string;
}

/** Kept files that may have a person in them: they came when the person was known, and nobody has looked into them. */
export interface FilesWithPerson {
  readonly uploads: readonly FileWithPerson[];
  readonly exports: readonly FileWithPerson[];
}

/** Those since `first`, the first publication that is known of the person. */
export async function findFiles(
  ctx: Pick<Context, 'store' | 'uploadDays' | 'exportDays'>,
  first: RowOrigin | undefined,
): Promise<FilesWithPerson> {
  const files = first === undefined ? [] : await listKeptFiles(ctx.store.db, first.receivedAt);
  const of = (kind: KeptPersonFile['kind'], days: number) =>
    files
      .filter((file) => file.kind === kind)
      .map((file) => ({ ...file, until: daysBefore(new Date(file.at), -days).toISOString() }));
  return { uploads: of('upload', ctx.uploadDays), exports: of('export', ctx.exportDays) };
}
