import { createHash, type KeyObject, randomUUID } from 'node:crypto';
import { RosterError } from '../../errors.ts';
import type { ImportSettings } from '../../model/import-settings.ts';
import type { Tx } from '../../store/client.ts';
import { chunkBytes } from '../../store/file-bytes.ts';
import { insertChunk, insertFile } from '../../store/files.ts';
import { getSourceId, insertImport } from '../../store/imports.ts';
import { sealChunk } from '../../store/sealed-chunk.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import type { Context } from '../context.ts';

/** What the form says beside the file. */
export interface UploadFields {
  readonly source: string;
  /** Settings for this import alone, over those of its source. */
  readonly settings: Partial<ImportSettings>;
}

/** An upload while it arrives. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
  /** The form's other fields, known when all of it has arrived. Rejects when it was cut or is not what it should be. */
  readonly fields: Promise<UploadFields>;
  /** Id of the key that sent it. */
  readonly receivedBy: string;
}

/**
 * Keeps an upload and queues its import. File, import and job become visible in one commit, so what is acknowledged
 * is never lost, and a cut upload leaves nothing.
 */
export async function receiveUpload(ctx: Context, upload: Upload): Promise<{ id: string }> {
  const importId = randomUUID();
  const fileId = randomUUID();
  // They may fail while the bytes are still waited for; an unhandled rejection would end the process.
  upload.fields.catch(() => undefined);
  try {
    await ctx.store.uploads.transaction(async (tx) => {
      const { size, sha256 } = await storeChunks(tx, ctx.keys.uploads, fileId, upload.bytes);
      const { source, settings } = await upload.fields;
      if (size === 0) throw new RosterError('upload_empty');
      await insertFile(tx, { id: fileId, name: upload.fileName, size, sha256 });
      const sourceId = await getSourceId(tx, source);
      await insertImport(tx, { id: importId, sourceId, fileId, settings, receivedBy: upload.receivedBy });
      await ctx.enqueueImport(tx, importId);
    });
  } catch (error) {
    throw asRosterError(error);
  }
  return { id: importId };
}

/** Cuts a file into chunks under its id, each sealed with the key. */
export async function storeChunks(
  tx: Tx,
  key: KeyObject,
  fileId: string,
  bytes: AsyncIterable<Buffer>,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  let seq = 0;
  const keep = async (chunk: Buffer) => {
    await insertChunk(tx, fileId, seq, sealChunk(key, fileId, seq, chunk));
    seq += 1;
  };
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  for await (const part of bytes) {
    hash.update(part);
    size += part.length;
    waiting.push(part);
    waitingBytes += part.length;
    while (waitingBytes >= chunkBytes) {
      const all = Buffer.concat(waiting);
      await keep(all.subarray(0, chunkBytes));
      waiting = [all.subarray(chunkBytes)];
      waitingBytes = all.length - chunkBytes;
    }
  }
  if (waitingBytes > 0) await keep(Buffer.concat(waiting));
  return { size, sha256: hash.digest('hex') };
}
