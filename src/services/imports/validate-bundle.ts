import { randomUUID } from 'node:crypto';
import { RosterError } from '../../errors.ts';
import { dayInJapan } from '../../model/calendar.ts';
import type { ImportReport } from '../../model/import-report.ts';
import { type ImportSettings, mergeSettings } from '../../model/import-settings.ts';
import { findProfile } from '../../model/profiles/index.ts';
import type { Profile } from '../../model/profiles/profile.ts';
import { insertFile } from '../../store/files.ts';
import { openSession } from '../../store/session.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { countIssues } from '../../store/stage-issues.ts';
import { clearValidation, keepValidation } from '../../store/validations.ts';
import type { Context } from '../context.ts';
import { checkBundle } from './check-bundle.ts';
import { createReport } from './create-report.ts';
import { type ReportedIssue, streamIssues } from './read-imports.ts';
import { listReportedCauses, type ReportedCause, sortedFigures } from './read-report.ts';
import { storeChunks } from './receive-upload.ts';
import { stageInThread } from './stage-thread.ts';

type ValidationContext = Pick<Context, 'store' | 'log'>;

export interface ValidationInput {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
  /** Known when all bytes are there. */
  readonly settings: Promise<Partial<ImportSettings>>;
}

/** What was found in a bundle. Its issues can be read until it is disposed of, and then nothing of it is left. */
export interface Validation extends AsyncDisposable {
  /** Undefined when the manifest cannot be read. */
  readonly profile: Profile | undefined;
  readonly report: ImportReport;
  /** The first causes, in the order in which people mend them. */
  causes(limit: number): Promise<ReportedCause[]>;
  issues(): AsyncGenerator<ReportedIssue[]>;
}

/** As long as an import may take would block the next one; a board of 200,000 takes about a minute. */
const timeoutMs = 5 * 60_000;

/**
 * Judges a bundle as an import would, by the same steps, and publishes nothing: what is published is not looked at
 * either, so a reference into a file that is not in the bundle is not judged. Rejects with a RosterError.
 */
export async function openValidation(
  ctx: ValidationContext,
  input: ValidationInput,
  signal: AbortSignal,
): Promise<Validation> {
  const id = randomUUID();
  const { store, log } = ctx;
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  input.settings.catch(() => undefined);
  const opened = await openSession(store.url, log, 'validation');
  const { session } = opened;
  const dispose = async () => {
    await clearValidation(session, id).catch((error: unknown) =>
      log.warn({ err: error }, 'a validation is left to the sweeper'),
    );
    await opened[Symbol.asyncDispose]();
  };
  try {
    await keepValidation(session, id);
    const size = await store.uploads.transaction(async (tx) => {
      const stored = await storeChunks(tx, id, input.bytes);
      if (stored.size === 0) throw new RosterError('upload_empty');
      await insertFile(tx, { id, name: input.fileName, ...stored });
      return stored.size;
    });
    const settings = mergeSettings({ ...(await input.settings), today: dayInJapan(new Date()) });
    const staged = await stageInThread(
      {
        databaseUrl: store.url,
        importId: id,
        fileId: id,
        fileSize: size,
        fileName: input.fileName,
        settings,
      },
      log,
      deadline,
      () => undefined,
    );
    const place = { importId: id, sourceId: 0, fileName: input.fileName, live: false };
    const context = await checkBundle(session, place, staged, settings, () => deadline.throwIfAborted());
    const report = await createReport(session, context, staged.rows, await countIssues(session, id));
    return {
      profile: findProfile(staged.profile ?? ''),
      report: sortedFigures(report),
      causes: (limit) => listReportedCauses(ctx, id, 0, limit),
      issues: () => streamIssues(ctx, id),
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await dispose();
    throw asRosterError(error);
  }
}
