import { importTimeoutMs, runNextImport } from '../services/imports/run-next-import.ts';
import { isLocked } from '../store/health.ts';
import { hasPendingImport } from '../store/import-queue.ts';
import { defineJob } from './job.ts';
import { renderRosterJob } from './render-roster.ts';

/** Says that there is an import to run. Which one, the imports table knows. */
export const runImports = defineJob({
  name: 'import',
  // The import ends itself at its own limit; the queue's is there for a process that can no longer do that.
  expireInSeconds: importTimeoutMs / 1_000 + 120,
  followedBy: renderRosterJob.name,
  // Also one whose pause is over.
  isDue: async ({ store, today }) =>
    (await hasPendingImport(store.db, today())) && !(await isLocked(store.db, 'import')),
  run: runNextImport,
});
