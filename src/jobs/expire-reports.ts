import { expireReports } from '../services/retention/expire-reports.ts';
import { defineJob, nothingLeft } from './job.ts';

/** Once a night, after uploads: what was wrong with old imports, and corrections that are settled. */
export const expireReportsJob = defineJob({
  name: 'expire-reports',
  expireInSeconds: 60 * 60,
  schedule: { cron: '55 2 * * *', timeZone: 'Asia/Tokyo' },
  retryDelaySeconds: 60,
  run: async (ctx, signal) => {
    await expireReports(ctx, new Date(), signal);
    return nothingLeft;
  },
});
