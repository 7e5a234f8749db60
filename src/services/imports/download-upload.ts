import type { Origin } from '../../model/audit.ts';
import { countDownloads, type FileDownload, listDownloads } from '../../store/file-downloads.ts';
import type { Context } from '../context.ts';
import type { FileGiver } from '../files/give-file.ts';
import { getKeptFile } from '../files/kept-file.ts';
import { getUploadedImport } from './read-imports.ts';

export interface DownloadInput {
  readonly importId: string;
  /** Who takes it; undefined when nothing of the file leaves the hub. */
  readonly taker: Origin | undefined;
  /** Breaks off what the database is doing for it. */
  readonly signal: AbortSignal;
}

/** Gives back uploads, byte for byte. */
export type Downloader = (input: DownloadInput) => AsyncGenerator<Buffer>;

/** The generator throws `unknown_object`, `upload_removed` and what a `FileGiver`'s throws, before its first piece. */
export function createDownloader(
  ctx: Pick<Context, 'store' | 'keys' | 'uploadDays'>,
  give: FileGiver,
): Downloader {
  return async function* download({ importId, taker, signal }) {
    const file = getKeptFile(ctx, (await getUploadedImport(ctx, importId)).file);
    const what = { action: 'upload.download', entity: 'import', object: importId } as const;
    yield* give({ file, taker: taker && { origin: taker, what }, signal });
  };
}

export interface DownloadHistory {
  readonly downloads: readonly FileDownload[];
  readonly total: number;
}

/** Who has taken an import's upload, newest first; known also when the upload is no longer kept. */
export async function getDownloads(
  ctx: Pick<Context, 'store'>,
  importId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<DownloadHistory> {
  const { db } = ctx.store;
  const { id } = (await getUploadedImport(ctx, importId)).file;
  const [downloads, total] = await Promise.all([
    listDownloads(db, id, page.limit, page.offset),
    countDownloads(db, id),
  ]);
  return { downloads, total };
}
