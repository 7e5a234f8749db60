import { createMiddleware } from 'hono/factory';
import type { RequestEnvironment } from '../environment.ts';

/** What a page of the hub may do: nothing. The reference page says what it needs instead. */
export const strictPolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * On every answer, unless a route says otherwise: those of Hono's `secureHeaders`, a policy, and that no proxy and no
 * browser keeps a copy, since rosters are personal data.
 */
export const safeHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Cache-Control', 'no-store'],
  ['Content-Security-Policy', strictPolicy],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Origin-Agent-Cluster', '?1'],
  ['Referrer-Policy', 'no-referrer'],
  // 180 days; browsers heed it over HTTPS alone.
  ['Strict-Transport-Security', 'max-age=15552000; includeSubDomains'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-DNS-Prefetch-Control', 'off'],
  ['X-Download-Options', 'noopen'],
  ['X-Frame-Options', 'DENY'],
  ['X-Permitted-Cross-Domain-Policies', 'none'],
  ['X-XSS-Protection', '0'],
];

/** Said before the answer is made: changing the headers of a finished one makes it a slow one. */
export const sayHeaders = createMiddleware<RequestEnvironment>((c, next) => {
  for (const [name, value] of safeHeaders) c.header(name, value);
  return next();
});
