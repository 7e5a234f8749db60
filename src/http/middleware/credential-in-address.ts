import { createMiddleware } from 'hono/factory';
import { RosterError } from '../../errors.ts';
import { holdsCredential } from '../../services/access/key-text.ts';
import type { RequestEnvironment } from '../environment.ts';

/** Names under which other programs take credentials from a query string. */
const names = new Set(['access_token', 'api_key', 'apikey', 'x-api-key', 'client_secret', 'authorization']);

/**
 * Refuses credentials in a query string: proxies, browsers and servers write addresses down. Said even where the request
 * has another one in its header, so that it is noticed.
 */
export const refuseCredentialInAddress = createMiddleware<RequestEnvironment>((c, next) => {
  const { url } = c.req;
  const at = url.indexOf('?');
  if (at < 0) return next();
  for (const [name, value] of new URLSearchParams(url.slice(at + 1))) {
    if (names.has(name.toLowerCase()) || holdsCredential(value))
      throw new RosterError('credential_in_address');
  }
  return next();
});
