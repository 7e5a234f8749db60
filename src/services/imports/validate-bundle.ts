import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { RosterError } from '../../errors.ts';
import type { LoneMode } from '../../model/bundle-files.ts';
import { dayInJapan } from '../../model/calendar.ts';
import type { ImportReport } from '../../model/import-report.ts';
import { type ImportSettings, mergeSettings } from '../../model/import-settings.ts';
import type { Session } from '../../store/session.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { countIssues } from '../../store/stage-issues.ts';
import { makeValidationId } from '../../store/validation-id.ts';
import { beginValidation, removeValidation } from '../../store/validations.ts';
import type { Context } from '../context.ts';
import { storeChunks } from '../files/store-chunks.ts';
import { checkBundle } from './check-bundle.ts';
import { checkLoneFile } from './check-lone-file.ts';
import { createReport } from './create-report.ts';
import { type ReportedIssue, readIssues, streamIssues } from './read-imports.ts';
import { listReportedCauses, type ReportedCause, sortedFigures } from './read-report.ts';
import type { StageResult } from './stage-bundle.ts';

type ValidateContext = Pick<Context, 'store' | 'log' | 'staging'>;

/** What is said beside the file. */
export interface ValidationFields {
  readonly settings: Partial<ImportSettings>;
  /** For a CSV file without a manifest. */
  readonly mode: LoneMode | undefined;
}

/** A bundle to be judged, while it arrives. */
export interface BundleToValidate {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
  /** Known when all of it has arrived. Rejects when it was cut or is not what it should be. */
  readonly fields: Promise<ValidationFields>;
}

/** What was found, in figures. */
export interface ValidationReport {
  /** Found in manifest and headers; null when they cannot be read. */
  readonly profile: string | null;
  /** True when there is no error; an import of the same file alone would be published. */
  readonly ok: boolean;
  /** Data rows read, by CSV file. */
  readonly rows: Readonly<Record<string, number>>;
  readonly errors: number;
  readonly warnings: number;
  readonly byRule: Readonly<Record<string, number>>;
  readonly byFile: Readonly<Record<string, { readonly errors: number; readonly warnings: number }>>;
}

/** A bundle that was judged, while it is kept. */
export interface Validation {
  readonly report: ValidationReport;
  /** The first causes, in the order in which people mend them. */
  readonly causes: (limit: number) => Promise<ReportedCause[]>;
  /** Issues after a `seq`, in the order found. */
  readonly issuesAfter: (seq: number, limit: number) => Promise<ReportedIssue[]>;
  /** All issues, in batches. */
  readonly issues: () => AsyncGenerator<ReportedIssue[]>;
}

/**
 * Judges a bundle by itself, as an import would: the same staging, the same checks. Nothing published is looked at.
 * `use` may read the issues; after it everything is removed, and what a killed process leaves a sweep removes.
 * Throws what `signal` says when it is aborted.
 */
export async function validateBundle<Result>(
  ctx: ValidateContext,
  bundle: BundleToValidate,
  signal: AbortSignal,
  use: (validation: Validation) => Promise<Result>,
): Promise<Result> {
  const { store } = ctx;
  const id = makeValidationId();
  // They may fail while the bytes are still waited for; an unhandled rejection would end the process.
  bundle.fields.catch(() => undefined);
  let begun = false;
  try {
    signal.throwIfAborted();
    return await store.sessions.use(async (session, lost) => {
      begun = true;
      await beginValidation(session, id);
      const validation = await judge(ctx, session, id, bundle, AbortSignal.any([signal, lost]));
      return use(validation);
    }, signal);
  } catch (error) {
    // Breaking off a validation also breaks its connection, which looks like a database that is away.
    throw asRosterError(signal.aborted ? signal.reason : error);
  } finally {
    if (begun) await remove(ctx, id);
  }
}

async function judge(
  ctx: ValidateContext,
  session: Session,
  id: string,
  bundle: BundleToValidate,
  signal: AbortSignal,
): Promise<Validation> {
  const { store, log, staging } = ctx;
  const key = makeKey();
  const [{ size, head }, own] = await store.uploads.transaction(async (tx) => {
    const stored = await storeChunks(tx, key, id, untilAborted(bundle.bytes, signal));
    return [stored, await bundle.fields] as const;
  });
  if (size === 0) throw new RosterError('upload_empty');
  if (own.mode !== undefined) checkLoneFile(bundle.fileName, head);
  const settings = mergeSettings({}, { ...own.settings, today: dayInJapan(new Date()) });
  const file = { id, size, keys: [key] };
  const named = { fileName: bundle.fileName, mode: own.mode ?? null };
  const input = { importId: id, file, ...named, settings };
  const staged = await staging.stage(input, log, signal, () => undefined);
  const place = { importId: id, sourceId: 0, fileName: bundle.fileName, live: false };
  const context = await checkBundle(session, place, staged, settings, {
    onFile: () => signal.throwIfAborted(),
  });
  const report = await createReport(session, context, staged.rows, await countIssues(session, id));
  return {
    report: reportOf(staged, sortedFigures(report)),
    causes: (limit) => listReportedCauses(ctx, id, 0, limit),
    issuesAfter: (seq, limit) => readIssues(ctx, id, seq, limit),
    issues: () => streamIssues(ctx, id),
  };
}

/** Known to this process alone: what a killed one leaves behind opens for nobody. */
function makeKey(): KeyObject {
  return createSecretKey(randomBytes(32));
}

function reportOf(
  { profile, rows }: StageResult,
  { errors, warnings, byRule, byFile }: ImportReport,
): ValidationReport {
  const files = Object.entries(byFile).filter(([, file]) => file.errors + file.warnings > 0);
  return {
    profile: profile ?? null,
    ok: errors === 0,
    rows,
    errors,
    warnings,
    byRule: Object.fromEntries(Object.entries(byRule).map(([id, rule]) => [id, rule.errors + rule.warnings])),
    byFile: Object.fromEntries(
      files.map(([name, file]) => [name, { errors: file.errors, warnings: file.warnings }]),
    ),
  };
}

async function* untilAborted(bytes: AsyncIterable<Buffer>, signal: AbortSignal): AsyncGenerator<Buffer> {
  for await (const part of bytes) {
    signal.throwIfAborted();
    yield part;
  }
}

/** Over another session: the validation's own may be broken. What fails here is swept later. */
async function remove({ store, log }: ValidateContext, id: string): Promise<void> {
  try {
    await store.sessions.use((session) => removeValidation(session, id));
  } catch (error) {
    log.warn({ err: asRosterError(error) }, 'a validation could not be removed; the sweep does it later');
  }
}
