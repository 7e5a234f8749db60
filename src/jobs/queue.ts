import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Log } from '../log.ts';
import { createSemaphore } from '../model/semaphore.ts';
import type { Context } from '../services/context.ts';
import { sweepValidations } from '../services/imports/sweep-validations.ts';
import type { Store, UploadTx } from '../store/client.ts';
import { expireRateWindowsJob } from './expire-rate-windows.ts';
import { expireReportsJob } from './expire-reports.ts';
import { expireRosterJob } from './expire-roster.ts';
import { expireUploadsJob } from './expire-uploads.ts';
import type { Job } from './job.ts';
import { keepAuditJob } from './keep-audit.ts';
import { renderRosterJob } from './render-roster.ts';
import { runExports } from './run-exports.ts';
import { runImports } from './run-imports.ts';
import { searchErasedJob } from './search-erased.ts';

/** Every kind of background work. */
const jobs: readonly Job[] = [
  runImports,
  runExports,
  renderRosterJob,
  expireRosterJob,
  expireUploadsJob,
  expireReportsJob,
  keepAuditJob,
  searchErasedJob,
  expireRateWindowsJob,
];

/** A process that has not been heard of for this long is dead; its job goes to another. */
const heartbeatSeconds = 10;
/** How often the queue looks for dead processes, and for work that no job stands for. */
const monitorSeconds = 5;
const retryLimit = 20;

export interface Queue {
  enqueueImport(tx: UploadTx, importId: string): Promise<void>;
  enqueueExport(tx: UploadTx, exportId: string): Promise<void>;
  /** Begins to take jobs. */
  work(ctx: Context): Promise<void>;
  /** Breaks off what is running, hands the jobs back and stops. */
  stop(): Promise<void>;
}

/** Starts pg-boss on the store's database. `concurrency` bounds all jobs of this process together. */
export async function startQueue(store: Store, log: Log, concurrency: number): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: store.url,
    application_name: 'rosterhub jobs',
    max: 4,
    schema: 'pgboss',
    superviseIntervalSeconds: monitorSeconds,
    monitorIntervalSeconds: monitorSeconds,
    useListenNotify: true,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'queue'));
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, {
      heartbeatSeconds,
      expireInSeconds: job.expireInSeconds,
      retryLimit,
      retryDelay: job.retryDelaySeconds ?? 1,
      notify: true,
    });
    if (job.schedule !== undefined) {
      await boss.schedule(job.name, job.schedule.cron, {}, { tz: job.schedule.timeZone });
    }
  }

  const stopping = new AbortController();
  const slots = createSemaphore(concurrency);
  const running = new Set<Promise<unknown>>();
  let sweeper: NodeJS.Timeout | undefined;

  async function run(ctx: Context, job: Job): Promise<void> {
    const work = slots(async () => {
      if (stopping.signal.aborted) throw stopping.signal.reason;
      const { again, follow } = await job.run(ctx, stopping.signal);
      if (again) await boss.send(job.name, {});
      if (follow && job.followedBy !== undefined) await boss.send(job.followedBy, {});
    });
    running.add(work);
    try {
      await work;
    } finally {
      running.delete(work);
    }
  }

  async function sweep(ctx: Context): Promise<void> {
    for (const { name, isDue } of jobs) {
      if (await isDue?.(ctx)) await boss.send(name, {});
    }
  }

  return {
    async enqueueImport(tx, importId) {
      await boss.send(runImports.name, { importId }, { db: fromDrizzle(tx, sql) });
    },
    async enqueueExport(tx, exportId) {
      await boss.send(runExports.name, { exportId }, { db: fromDrizzle(tx, sql) });
    },
    async work(ctx) {
      for (const job of jobs) {
        // One of each kind: none of them runs twice at once anyway, and every one that waits asks the database.
        await boss.work(
          job.name,
          { localConcurrency: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 },
          () => run(ctx, job),
        );
        if (job.atStart) await boss.send(job.name, {});
      }
      const trySweep = () =>
        Promise.all([sweep(ctx), sweepValidations(ctx)]).catch((error) => log.debug({ err: error }, 'sweep'));
      sweeper = setInterval(trySweep, monitorSeconds * 1_000);
      await trySweep();
    },
    async stop() {
      clearInterval(sweeper);
      stopping.abort(new Error('the hub is stopping'));
      await Promise.allSettled(running);
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
