import { RosterError } from '../../errors.ts';
import type { Origin } from '../../model/audit.ts';
import { fileBytes, type KeptFile } from '../../store/file-bytes.ts';
import { insertDownload } from '../../store/file-downloads.ts';
import { openSession } from '../../store/session.ts';
import { type AuditedAction, recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';

/** Each holds a connection of the server for as long as its reader takes. */
const readersMax = 2;

export interface GiveInput {
  readonly file: KeptFile;
  /** Who takes it, and what that is in the audit; undefined when nothing of the file leaves the hub. */
  readonly taker: { readonly origin: Origin; readonly what: AuditedAction } | undefined;
  /** Breaks off what the database is doing for it. */
  readonly signal: AbortSignal;
}

/** Gives kept files out of the hub, byte for byte. */
export type FileGiver = (input: GiveInput) => AsyncGenerator<Buffer>;

/**
 * The generator throws `upload_unreadable` and `server_busy` in place of its first piece. Who takes the file is
 * written down before that.
 */
export function createFileGiver(ctx: Pick<Context, 'store' | 'log' | 'keys'>): FileGiver {
  let open = 0;
  return async function* give({ file, taker, signal }) {
    if (open >= readersMax) throw new RosterError('server_busy');
    open += 1;
    try {
      await using opened = await openSession(ctx.store.url, ctx.log, 'download', signal);
      let told = taker === undefined;
      // What cannot be read was not taken, so the first piece is read before anything is written down.
      for await (const piece of fileBytes(opened.session, file).read(0, file.size)) {
        if (!told && taker !== undefined) await writeDown(ctx, file.id, taker);
        told = true;
        yield piece;
      }
    } finally {
      open -= 1;
    }
  };
}

/** In the list of who has taken the file, and in the audit. */
async function writeDown(
  { store, keys }: Pick<Context, 'store' | 'keys'>,
  fileId: string,
  { origin, what }: NonNullable<GiveInput['taker']>,
): Promise<void> {
  await store.db.transaction(async (tx) => {
    await insertDownload(tx, fileId, origin.actor.id ?? '');
    await recordAction({ keys, origin }, tx, what);
  });
}
