import { RosterError } from '../../errors.ts';
import type { ExportOptions, ExportSummary } from '../../model/export-options.ts';
import { openExport } from '../../store/export/open-export.ts';
import { openSession } from '../../store/session.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import type { Context } from '../context.ts';
import { getProfile } from './choose-options.ts';
import { exportZip } from './export-zip.ts';

/** Each holds a connection and a snapshot of the server for as long as its reader takes. */
const streamsMax = 2;
/** No snapshot is held longer: the server cannot clean up behind it. */
export const exportTimeoutMs = 10 * 60_000;

/** An export that is being read. */
export interface StreamedExport extends ExportSummary {
  /** The zip. Ends the export when it is broken off; fails when the export does, and is no zip then. */
  readonly bytes: AsyncIterable<Buffer>;
  /** For one that is not read. */
  close(): Promise<void>;
}

/** Begins exports that are read at once. Throws what `openExport` throws, and `server_busy`. */
export type ExportStreamer = (options: ExportOptions) => Promise<StreamedExport>;

export function createExportStreamer(ctx: Pick<Context, 'store' | 'log'>): ExportStreamer {
  let open = 0;
  return async (options) => {
    if (open >= streamsMax) throw new RosterError('server_busy');
    open += 1;
    const gone = new AbortController();
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(exportTimeoutMs)]);
    const closing = new AsyncDisposableStack();
    closing.defer(() => {
      open -= 1;
    });
    const close = async () => {
      // The connection first: what waits for it fails, and the server stops working for nobody.
      gone.abort();
      await closing.disposeAsync();
    };
    try {
      const opened = closing.use(await openSession(ctx.store.url, ctx.log, 'export', signal));
      const profile = getProfile(options.profile);
      const roster = await openExport(opened.session, profile, options);
      const { fileName, rows, notes } = roster;
      const zip = exportZip(roster, profile, options.mode);
      signal.addEventListener('abort', () => zip.destroy(asError(signal.reason)), { once: true });
      async function* bytes() {
        try {
          for await (const piece of zip) yield piece as Buffer;
        } finally {
          await close();
        }
      }
      return { fileName, rows, notes, bytes: bytes(), close };
    } catch (error) {
      await close();
      throw asRosterError(error);
    }
  };
}

const asError = (reason: unknown) =>
  reason instanceof Error ? reason : new Error('the export was broken off');
