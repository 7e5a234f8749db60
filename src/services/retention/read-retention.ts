import {
  daysOf,
  type RetentionClass,
  type RetentionDays,
  type RetentionName,
  retentionClasses,
  retentionNames,
} from '../../model/retention.ts';
import { findLastOf } from '../../store/audit-search.ts';
import { findOldest, listRuns, type RetentionRun } from '../../store/retention.ts';
import type { Context } from '../context.ts';

type DaysContext = Pick<Context, 'tombstoneDays' | 'uploadDays' | 'exportDays' | 'reportDays' | 'auditDays'>;

/** A class of what is kept, for how long it is kept here, and what there is of it. */
export interface KeptClass extends RetentionClass {
  readonly name: RetentionName;
  /** Null where no number of days ends it. */
  readonly days: number | null;
  /** When the oldest thing of it came that is there now; null where there is none, or nobody has to know. */
  readonly oldest: Date | null;
  /** Null before the first run, and where no job ends it. */
  readonly lastRun: RetentionRun | null;
}

/** What the hub was told, by setting. */
function retentionDays(ctx: DaysContext): RetentionDays {
  return {
    TOMBSTONE_DAYS: ctx.tombstoneDays,
    UPLOAD_DAYS: ctx.uploadDays,
    EXPORT_DAYS: ctx.exportDays,
    REPORT_DAYS: ctx.reportDays,
    AUDIT_DAYS: ctx.auditDays,
  };
}

/** Everything that is kept, in the order of the table. */
export async function readRetention(ctx: DaysContext & Pick<Context, 'store'>): Promise<KeptClass[]> {
  const { db } = ctx.store;
  const [oldest, runs, dropped] = await Promise.all([
    findOldest(db),
    listRuns(db),
    findLastOf(db, 'audit.drop'),
  ]);
  // What a command drops is in the audit itself.
  const drop = dropped === undefined ? null : { ranAt: dropped.at, removed: dropped.count ?? 0 };
  const days = retentionDays(ctx);
  return retentionNames.map((name) => ({
    ...retentionClasses[name],
    name,
    days: daysOf(name, days),
    oldest: oldest.get(name) ?? null,
    lastRun: name === 'audit' ? drop : (runs.get(name) ?? null),
  }));
}
