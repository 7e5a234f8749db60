import type { Log } from '../log.ts';
import type { Origin } from '../model/audit.ts';
import type { RateLimit } from '../model/rate-limit.ts';
import type { Store, UploadTx } from '../store/client.ts';
import type { DerivedKeys } from './access/derive-keys.ts';
import type { StagingThreads } from './imports/stage-thread.ts';
import type { ConfiguredMeasures } from './processing/measures.ts';

/** What every business verb may use. Made once, in main. */
export interface Context {
  readonly store: Store;
  readonly log: Log;
  /** Where bundles are read. */
  readonly staging: StagingThreads;
  readonly keys: DerivedKeys;
  /** Who asks, for the audit: the caller of a request or a command, or the hub itself. */
  readonly origin: Origin;
  /** Origin under which clients reach the hub, without a trailing slash. */
  readonly publicUrl: string;
  /** For clients without one of their own, and for addresses. */
  readonly rateLimit: RateLimit;
  /** Days for which tombstones and replaced versions are kept. */
  readonly tombstoneDays: number;
  /** The day in Japan, `2026-04-01`. */
  readonly today: () => string;
  /** Days for which uploads are kept. */
  readonly uploadDays: number;
  /** Days for which the files of exports are kept. */
  readonly exportDays: number;
  /** Days for which what was wrong with an import is kept. */
  readonly reportDays: number;
  /** Days for which the audit is kept at least. */
  readonly auditDays: number;
  /** Where the end of the audit's chain is written down every day, beside the log. */
  readonly auditHeadFile: string | undefined;
  /** Who answers for the data; undefined where nobody has said. */
  readonly organization: string | undefined;
  /** Of the configuration, what protects the data. */
  readonly measures: ConfiguredMeasures;
  /** Puts "there is an import to run" into the queue, in the caller's transaction. */
  readonly enqueueImport: (tx: UploadTx, importId: string) => Promise<void>;
  /** The same for an export. */
  readonly enqueueExport: (tx: UploadTx, exportId: string) => Promise<void>;
}
