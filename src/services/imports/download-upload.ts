import { RosterError } from '../../errors.ts';
import { fileBytes } from '../../store/file-bytes.ts';
import {
  countDownloads,
  type FileDownload,
  insertDownload,
  listDownloads,
} from '../../store/file-downloads.ts';
import { openSession } from '../../store/session.ts';
import type { Context } from '../context.ts';
import { getKeptFile } from './kept-file.ts';
import { getUploadedImport } from './read-imports.ts';

/** Each holds a connection of the server for as long as its reader takes. */
const downloadsMax = 2;

export interface DownloadInput {
  readonly importId: string;
  /** Id of the key; undefined when nothing of the file leaves the hub. */
  readonly takenBy: string | undefined;
  /** Breaks off what the database is doing for it. */
  readonly signal: AbortSignal;
}

/** Gives back uploads, byte for byte. */
export type Downloader = (input: DownloadInput) => AsyncGenerator<Buffer>;

/**
 * The generator throws `unknown_object`, `upload_removed`, `upload_unreadable` and `server_busy` in place of its first
 * piece. Who takes the file is written down before that.
 */
export function createDownloader(ctx: Pick<Context, 'store' | 'log' | 'keys' | 'uploadDays'>): Downloader {
  let open = 0;
  return async function* download({ importId, takenBy, signal }) {
    const file = getKeptFile(ctx, (await getUploadedImport(ctx, importId)).file);
    if (open >= downloadsMax) throw new RosterError('server_busy');
    open += 1;
    try {
      await using opened = await openSession(ctx.store.url, ctx.log, 'download', signal);
      let told = takenBy === undefined;
      // What cannot be read was not taken, so the first piece is read before anything is written down.
      for await (const piece of fileBytes(opened.session, file).read(0, file.size)) {
        if (!told && takenBy !== undefined) await insertDownload(ctx.store.db, file.id, takenBy);
        told = true;
        yield piece;
      }
    } finally {
      open -= 1;
    }
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
