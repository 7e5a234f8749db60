import type { ExportOptions, ExportSummary } from '../../model/export-options.ts';
import { keepSurveys } from '../../store/export/notes.ts';
import { openExport } from '../../store/export/open-export.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import type { Context } from '../context.ts';
import { getProfile } from './choose-options.ts';
import { exportZip } from './export-zip.ts';
import { createReaderSessions } from './reader-sessions.ts';

const streamsMax = 2;

/** An export that is being read. */
export interface StreamedExport extends ExportSummary {
  /** The zip. Ends the export when it is broken off; fails when the export does, and is no zip then. */
  readonly bytes: AsyncIterable<Buffer>;
  /** For one that is not read, or not to its end. */
  close(): Promise<void>;
}

/** Begins exports that are read at once. Throws what `openExport` throws, and `server_busy`. */
export type ExportStreamer = (options: ExportOptions, left: AbortSignal) => Promise<StreamedExport>;

export function createExportStreamer(ctx: Pick<Context, 'store' | 'log'>): ExportStreamer {
  const openReader = createReaderSessions(ctx, 'export', streamsMax);
  const survey = keepSurveys();
  return async (options, left) => {
    const { session, signal, close } = await openReader(left);
    try {
      const profile = getProfile(options.profile);
      const roster = await openExport(session, profile, options, survey);
      const { fileName, rows, notes } = roster;
      const zip = exportZip(roster, profile, options.mode);
      const stop = () => void zip.destroy(new Error('the export was broken off'));
      signal.addEventListener('abort', stop, { once: true });
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
