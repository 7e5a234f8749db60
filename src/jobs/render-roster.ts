import { renderRoster } from '../services/roster/render-roster.ts';
import { defineJob } from './job.ts';

/** After every publication, and at every start: another version of the hub makes other JSON. */
export const renderRosterJob = defineJob({
  name: 'render-roster',
  expireInSeconds: 30 * 60,
  atStart: true,
  run: renderRoster,
});
