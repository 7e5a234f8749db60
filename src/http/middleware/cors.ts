import { createMiddleware } from 'hono/factory';
import type { RequestEnvironment } from '../environment.ts';
import { deltasFromHeader, publicationHeader, publishedAtHeader } from '../roster-headers.ts';
import { limitHeaders } from './limits.ts';

const readable = [
  'Link',
  'Location',
  'Retry-After',
  'X-Request-Id',
  'X-Total-Count',
  publicationHeader,
  publishedAtHeader,
  deltasFromHeader,
  ...Object.values(limitHeaders),
].join(', ');
const sendable = 'Authorization, Content-Type, Idempotency-Key, X-API-Key, X-Request-Id';
const methods = 'GET, HEAD, POST, PATCH';
/** Long enough for a walk, short enough for an origin that is taken away again. */
const preflightSeconds = '600';

/**
 * Lets pages of other origins call the hub: exactly those that are named, and never with cookies, which the hub has none
 * of. Where none is named nothing is said, and browsers refuse.
 */
export function allowOrigins(origins: readonly string[]) {
  const named = new Set(origins);
  return createMiddleware<RequestEnvironment>((c, next) => {
    if (named.size === 0) return next();
    c.header('Vary', 'Origin');
    const origin = c.req.header('origin');
    if (origin === undefined || !named.has(origin)) return next();
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Access-Control-Expose-Headers', readable);
    if (c.req.method !== 'OPTIONS' || c.req.header('access-control-request-method') === undefined)
      return next();
    c.header('Access-Control-Allow-Methods', methods);
    c.header('Access-Control-Allow-Headers', sendable);
    c.header('Access-Control-Max-Age', preflightSeconds);
    return Promise.resolve(c.body(null, 204));
  });
}
