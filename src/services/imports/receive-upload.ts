import { randomUUID } from 'node:crypto';
import { RosterError } from '../../errors.ts';
import type { LoneMode } from '../../model/bundle-files.ts';
import type { ImportSettings } from '../../model/import-settings.ts';
import { insertFile } from '../../store/files.ts';
import { getSourceId, type ImportState, insertImport } from '../../store/imports.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { recordAction, recordBefore } from '../audit/record-action.ts';
import type { Context } from '../context.ts';
import { storeChunks } from '../files/store-chunks.ts';
import { checkLoneFile } from './check-lone-file.ts';
import { findDuplicate, findRepeat } from './find-earlier.ts';

/** What the form says beside the file. */
export interface UploadFields {
  readonly source: string;
  /** Settings for this import alone, over those of its source. */
  readonly settings: Partial<ImportSettings>;
  /** It ends as `checked`, for a person to look at. */
  readonly dryRun: boolean;
  /** For a CSV file without a manifest. */
  readonly mode: LoneMode | undefined;
  /** Import it also when it is what its source has published last. */
  readonly force: boolean;
}

/** An upload while it arrives. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
  /** The form's other fields, known when all of it has arrived. Rejects when it was cut or is not what it should be. */
  readonly fields: Promise<UploadFields>;
  /** Id of the client that sent it. */
  readonly receivedBy: string;
  /** What its sender calls this request, should it have to be sent again. */
  readonly idempotencyKey: string | undefined;
}

/** The import of an upload. */
export interface ReceivedImport {
  readonly id: string;
  readonly state: ImportState;
  /** It was there before, and nothing of the upload was kept. */
  readonly duplicate: boolean;
}

/** Rolls back what an upload has kept by then. */
class Known extends Error {
  readonly earlier: Omit<ReceivedImport, 'duplicate'>;

  constructor(earlier: Omit<ReceivedImport, 'duplicate'>) {
    super('the hub has this upload');
    this.earlier = earlier;
  }
}

const uploaded = (object: string) => ({ action: 'import.upload', entity: 'import', object }) as const;

/**
 * Keeps an upload and queues its import. File, import and job become visible in one commit, so what is acknowledged
 * is never lost, and a cut upload leaves nothing. What the hub has already is its earlier import: that is known when
 * all bytes and fields are there.
 */
export async function receiveUpload(ctx: Context, upload: Upload): Promise<ReceivedImport> {
  const id = randomUUID();
  const fileId = randomUUID();
  const { fileName, receivedBy, idempotencyKey } = upload;
  // They may fail while the bytes are still waited for; an unhandled rejection would end the process.
  upload.fields.catch(() => undefined);
  try {
    await ctx.store.uploads.transaction(async (tx) => {
      const { size, sha256, head } = await storeChunks(tx, ctx.keys.uploads, fileId, upload.bytes);
      const fields = await upload.fields;
      const { source, settings, mode, force, dryRun } = fields;
      if (size === 0) throw new RosterError('upload_empty');
      if (mode !== undefined) checkLoneFile(fileName, head);
      const content = { ...fields, sha256, fileName };
      const repeated = idempotencyKey && (await findRepeat(tx, receivedBy, idempotencyKey, content));
      if (repeated) throw new Known(repeated);
      const sourceId = await getSourceId(tx, source);
      // A dry run is somebody's question, also of a file that was published before.
      const duplicate = force || dryRun ? undefined : await findDuplicate(tx, sourceId, content);
      if (duplicate) throw new Known(duplicate);
      await insertFile(tx, { id: fileId, name: fileName, size, sha256 });
      await insertImport(tx, { id, sourceId, fileId, settings, mode, dryRun, idempotencyKey, receivedBy });
      await ctx.enqueueImport(tx, id);
      await recordAction(ctx, tx, { ...uploaded(id), status: 202 });
    });
  } catch (error) {
    if (!(error instanceof Known)) throw asRosterError(error);
    // Nothing was kept, and yet somebody has sent it.
    await recordBefore(ctx, uploaded(error.earlier.id));
    return { ...error.earlier, duplicate: true };
  }
  return { id, state: 'queued', duplicate: false };
}
