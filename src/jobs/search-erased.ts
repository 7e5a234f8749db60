import { searchErased } from '../services/persons/search-erased.ts';
import { hasSearch } from '../store/erasure-searches.ts';
import { isLocked } from '../store/health.ts';
import { defineJob } from './job.ts';
import { renderRosterJob } from './render-roster.ts';

/** Says that kept files have to be searched for somebody who was erased. For whom, the erasures table knows. */
export const searchErasedJob = defineJob({
  name: 'search-erased',
  expireInSeconds: 60 * 60,
  isDue: async ({ store }) => (await hasSearch(store.db)) && !(await isLocked(store.db, 'erase')),
  // The tombstones have to be made ready as well.
  followedBy: renderRosterJob.name,
  run: async (ctx, signal) => ({ again: await searchErased(ctx, signal), follow: true }),
});
