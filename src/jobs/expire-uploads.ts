import { expireUploads } from '../services/imports/expire-uploads.ts';
import { defineJob } from './job.ts';

/** Once a night, after the roster's own expiry. */
export const expireUploadsJob = defineJob({
  name: 'expire-uploads',
  expireInSeconds: 15 * 60,
  schedule: { cron: '45 2 * * *', timeZone: 'Asia/Tokyo' },
  retryDelaySeconds: 60,
  run: async (ctx, signal) => {
    await expireUploads(ctx, new Date(), signal);
    return false;
  },
});
