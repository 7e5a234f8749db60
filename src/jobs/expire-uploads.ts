import { expireExports } from '../services/exports/expire-exports.ts';
import { discardForgotten } from '../services/imports/discard-forgotten.ts';
import { expireUploads } from '../services/imports/expire-uploads.ts';
import { noteRuns } from '../services/retention/note-run.ts';
import { defineJob, nothingLeft } from './job.ts';

/** Once a night, after the roster's own expiry: what waits for nobody, and uploads and exports that are too old. */
export const expireUploadsJob = defineJob({
  name: 'expire-uploads',
  expireInSeconds: 15 * 60,
  schedule: { cron: '45 2 * * *', timeZone: 'Asia/Tokyo' },
  retryDelaySeconds: 60,
  run: async (ctx, signal) => {
    const now = new Date();
    const discarded = await discardForgotten(ctx, now);
    const uploads = await expireUploads(ctx, now, signal);
    await noteRuns(ctx, now, { ...discarded, uploads, exports: await expireExports(ctx, now) });
    return nothingLeft;
  },
});
