import { renderRoster } from '../services/roster/render-roster.ts';
import { defineJob, nothingLeft } from './job.ts';

/** After every publication, and at every start: another version of the hub makes other JSON. */
export const renderRosterJob = defineJob({
  name: 'render-roster',
  expireInSeconds: 30 * 60,
  atStart: true,
  async run(ctx, signal) {
    await renderRoster(ctx, signal);
    return nothingLeft;
  },
});
