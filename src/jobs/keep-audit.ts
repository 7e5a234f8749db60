import { keepAudit } from '../services/audit/keep-audit.ts';
import { defineJob, nothingLeft } from './job.ts';

/** Once a night: room for the next months of the audit, a look at its chain, its end in a second place. */
export const keepAuditJob = defineJob({
  name: 'keep-audit',
  expireInSeconds: 60 * 60,
  schedule: { cron: '15 2 * * *', timeZone: 'Asia/Tokyo' },
  retryDelaySeconds: 60,
  run: async (ctx) => {
    await keepAudit(ctx, new Date());
    return nothingLeft;
  },
});
