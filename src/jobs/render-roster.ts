import { renderRoster } from '../services/roster/render-roster.ts';
import { isAmendmentMissing } from '../store/rendered.ts';
import { defineJob, nothingLeft } from './job.ts';

/** After every publication, also those of people and commands, and at every start: another version of the hub makes other JSON. */
export const renderRosterJob = defineJob({
  name: 'render-roster',
  expireInSeconds: 30 * 60,
  atStart: true,
  isDue: ({ store }) => isAmendmentMissing(store.db),
  async run(ctx, signal) {
    await renderRoster(ctx, signal);
    return nothingLeft;
  },
});
