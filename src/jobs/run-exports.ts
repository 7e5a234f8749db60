import { exportTimeoutMs } from '../services/exports/reader-sessions.ts';
import { runNextExport } from '../services/exports/run-next-export.ts';
import { hasPendingExport } from '../store/exports.ts';
import { isLocked } from '../store/health.ts';
import { defineJob } from './job.ts';

/** Says that there is an export to make. Which one, the exports table knows. */
export const runExports = defineJob({
  name: 'export',
  // The export ends itself at its own limit; the queue's is there for a process that can no longer do that.
  expireInSeconds: exportTimeoutMs / 1_000 + 120,
  isDue: async ({ store }) => (await hasPendingExport(store.db)) && !(await isLocked(store.db, 'export')),
  run: runNextExport,
});
