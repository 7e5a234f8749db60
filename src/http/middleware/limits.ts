import type { Context as HonoContext } from 'hono';
import { RosterError } from '../../errors.ts';
import { addressSubject, clientSubject, type RateLimit } from '../../model/rate-limit.ts';
import type { Caller } from '../../services/access/authenticate.ts';
import type { Limiter } from '../../services/access/limit-requests.ts';
import type { RequestEnvironment } from '../environment.ts';

/** Counts requests by who sends them. Both throw `too_many_requests`, and tell the caller what is left. */
export interface RequestCounter {
  ofClient(c: HonoContext<RequestEnvironment>, caller: Caller): Promise<void>;
  /** Of whom nothing is known but the address: public operations, and credentials that do not work. */
  ofAddress(c: HonoContext<RequestEnvironment>): Promise<void>;
}

/** Headers of draft-ietf-httpapi-ratelimit-headers (03), which most clients know. */
export const limitHeaders = {
  policy: 'RateLimit-Policy',
  limit: 'RateLimit-Limit',
  remaining: 'RateLimit-Remaining',
  reset: 'RateLimit-Reset',
} as const;

const hourSeconds = 3_600;
/** Never less than one: 0 would be read as "at once". */
const secondsOf = (ms: number) => Math.max(1, Math.ceil(ms / 1_000));

/** `byDefault` holds for addresses. */
export function createCounter(limiter: Limiter, byDefault: RateLimit): RequestCounter {
  async function count(c: HonoContext<RequestEnvironment>, subject: string, limit: RateLimit): Promise<void> {
    const { allowed, remaining, resetMs, retryMs } = await limiter(subject, limit);
    const { perHour, perSecond } = limit;
    c.header(limitHeaders.policy, `${perHour};w=${hourSeconds}, ${perSecond};w=1`);
    c.header(limitHeaders.limit, String(perHour));
    c.header(limitHeaders.remaining, String(remaining));
    c.header(limitHeaders.reset, String(secondsOf(resetMs)));
    if (allowed) return;
    throw new RosterError('too_many_requests', { perHour, perSecond, retryAfterSeconds: secondsOf(retryMs) });
  }
  return {
    ofClient: (c, caller) => count(c, clientSubject(caller.id), caller.limit),
    ofAddress: (c) => count(c, addressSubject(c.get('address')), byDefault),
  };
}
