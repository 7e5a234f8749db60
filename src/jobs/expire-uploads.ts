import { expireExports } from '../services/exports/expire-exports.ts';
import { discardForgotten } from '../services/imports/discard-forgotten.ts';
import { expireUploads } from '../services/imports/expire-uploads.ts';
import { defineJob, nothingLeft } from './job.ts';

/** Once a night, after the roster's own expiry: what waits for nobody, and uploads and exports that are too old. */
export const expireUploadsJob = defineJob({
  name: 'expire-uploads',
  expireInSeconds: 15 * 60,
  schedule: { cron: '45 2 * * *', timeZone: 'Asia/Tokyo' },
  retryDelaySeconds: 60,
  run: async (ctx, signal) => {
    await discardForgotten(ctx, new Date());
    await expireUploads(ctx, new Date(), signal);
    await expireExports(ctx, new Date());
    return nothingLeft;
  },
});
