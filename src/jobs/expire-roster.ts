import { expireRoster } from '../services/roster/expire-roster.ts';
import { defineJob, nothingLeft } from './job.ts';

/** Once a night, in the hours before schools send their files (Japan). An import in the way: the queue tries again. */
export const expireRosterJob = defineJob({
  name: 'expire-roster',
  expireInSeconds: 15 * 60,
  schedule: { cron: '30 2 * * *', timeZone: 'Asia/Tokyo' },
  retryDelaySeconds: 60,
  run: async (ctx, signal) => {
    if (!(await expireRoster(ctx, new Date(), signal))) throw new Error('an import is running');
    return nothingLeft;
  },
});
