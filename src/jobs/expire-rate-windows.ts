import { expireRateWindows } from '../store/rate-windows.ts';
import { defineJob, nothingLeft } from './job.ts';

/** Once an hour: who has not called for an hour is forgotten. Whoever likes can call from many addresses. */
export const expireRateWindowsJob = defineJob({
  name: 'expire-rate-windows',
  expireInSeconds: 10 * 60,
  schedule: { cron: '5 * * * *', timeZone: 'Asia/Tokyo' },
  run: async (ctx) => {
    await expireRateWindows(ctx.store.db);
    return nothingLeft;
  },
});
