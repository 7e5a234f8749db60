import { rateLimitMax } from '../../src/model/rate-limit.ts';

/** Settings for tests that are about something else: they send faster than people's programs may. */
export const unlimited = {
  RATE_LIMIT_PER_HOUR: String(rateLimitMax.perHour),
  RATE_LIMIT_PER_SECOND: String(rateLimitMax.perSecond),
};
