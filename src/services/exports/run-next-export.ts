import { randomUUID } from 'node:crypto';
import { RosterError } from '../../errors.ts';
import { openExport } from '../../store/export/open-export.ts';
import {
  type ClaimedExport,
  claimNextExport,
  type ExportProgress,
  type ExportStep,
  hasPendingExport,
  releaseExport,
  updateExport,
} from '../../store/exports.ts';
import { insertFile } from '../../store/files.ts';
import { type Session, tryLock, withSession } from '../../store/session.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';
import { storeChunks } from '../files/store-chunks.ts';
import { createProgressMeter, createProgressWriter, type Spans } from '../progress.ts';
import { attemptsMax, isPassing, isTimeout, retryWhileAway } from '../queue-run.ts';
import { getProfile } from './choose-options.ts';
import { exportZip } from './export-zip.ts';
import { exportTimeoutMs } from './reader-sessions.ts';

/** By what a board of 200,000 people takes. */
const spans: Spans<ExportStep> = { count: [0, 20], write: [20, 99] };

/**
 * Makes the oldest export that is not finished, unless another process is making one. Which one is next is decided by
 * the exports table alone, so the queue may call this as often as it likes.
 *
 * @returns whether there is more to do.
 */
export async function runNextExport(
  ctx: Context,
  signal: AbortSignal,
): Promise<{ readonly again: boolean; readonly follow: boolean }> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(exportTimeoutMs)]);
  return retryWhileAway(ctx, 'export', deadline, async () => {
    const ran = await withSession(
      ctx.store.url,
      ctx.log,
      (session, lost) => underLock(ctx, session, deadline, lost),
      deadline,
      'export',
    );
    // Looked at after the lock is free: whoever found it taken relies on this.
    return { again: ran && (await hasPendingExport(ctx.store.db)), follow: false };
  });
}

async function underLock(
  ctx: Context,
  session: Session,
  signal: AbortSignal,
  lost: AbortSignal,
): Promise<boolean> {
  if (!(await tryLock(session, 'export'))) return false;
  const claimed = await claimNextExport(ctx.store.db);
  if (claimed === undefined) return true;
  try {
    if (claimed.attempt > attemptsMax) throw new Error(`export ${claimed.id} ended its process too often`);
    await writeExport(ctx, session, claimed, AbortSignal.any([signal, lost]));
    ctx.log.info({ exportId: claimed.id }, 'exported');
  } catch (error) {
    await settle(ctx, claimed, asRosterError(error), signal);
  }
  return true;
}

/** Writes the zip to where files are kept. Chunks, file and state become visible in one commit. */
async function writeExport(
  ctx: Context,
  session: Session,
  claimed: ClaimedExport,
  signal: AbortSignal,
): Promise<void> {
  const { options } = claimed;
  const meter = createProgressMeter(() => performance.now(), spans);
  const write = createProgressWriter(async (progress: ExportProgress) => {
    await updateExport(ctx.store.db, claimed, { progress });
  });
  write(meter.at('count', 0, 0, 0), true);
  const profile = getProfile(options.profile);
  const roster = await openExport(session, profile, options);
  const { fileName, rows, notes } = roster;
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  let done = 0;
  const zip = exportZip(roster, profile, options.mode, (more) => {
    done += more;
    write(meter.at('write', total === 0 ? 1 : done / total, done, total), false);
  });
  const stop = () => zip.destroy(new Error('the export was broken off'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    await ctx.store.uploads.transaction(async (tx) => {
      signal.throwIfAborted();
      const id = randomUUID();
      const { size, sha256 } = await storeChunks(tx, ctx.keys.uploads, id, zip);
      await insertFile(tx, { id, name: fileName, size, sha256 });
      const ours = await updateExport(tx, claimed, {
        state: 'done',
        summary: { fileName, rows, notes },
        fileId: id,
        finishedAt: new Date(),
      });
      if (!ours) throw new LostExport(claimed.id);
      await recordAction(ctx, tx, {
        ...{ action: 'export.made', entity: 'export', object: claimed.id },
        ...{ publicationId: options.publication, count: total },
      });
    });
  } finally {
    signal.removeEventListener('abort', stop);
    zip.destroy();
  }
}

/** Another process has taken over. */
class LostExport extends Error {
  constructor(id: string) {
    super(`export ${id} has another runner`);
    this.name = 'LostExport';
  }
}

/** What an unfinished run means: begin again later, leave it to its new runner, or give it up. */
async function settle(
  ctx: Context,
  claimed: ClaimedExport,
  error: unknown,
  signal: AbortSignal,
): Promise<void> {
  if (error instanceof LostExport) {
    ctx.log.warn({ exportId: claimed.id }, 'another process runs this export');
    return;
  }
  // First of all: breaking off a run also breaks its connection, which looks like a database that is away.
  if (signal.aborted && !isTimeout(signal)) {
    await releaseExport(ctx.store.db, claimed);
    throw error;
  }
  if (isPassing(error) && !signal.aborted) throw error;
  const cause = isTimeout(signal) ? signal.reason : error;
  ctx.log.error({ exportId: claimed.id, err: cause }, 'export failed');
  const known = cause instanceof RosterError ? cause : undefined;
  await updateExport(ctx.store.db, claimed, {
    state: 'failed',
    failure: isTimeout(signal) ? 'export_too_long' : (known?.code ?? 'internal'),
    failureParams: known === undefined ? {} : plainParams(known.params),
    finishedAt: new Date(),
  });
}

/** Those that a text can be filled with. */
function plainParams(params: Readonly<Record<string, unknown>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  );
}
