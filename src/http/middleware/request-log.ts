import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Log } from '../../log.ts';
import type { RequestEnvironment } from '../environment.ts';

/** A caller's own id is kept when it can do no harm in a log or a header. */
const idPattern = /^[A-Za-z0-9._-]{1,64}$/;

/** The id that the caller gave, or a new one. */
export function requestIdOf(given = ''): string {
  return idPattern.test(given) ? given : randomUUID();
}

/** Request id and access log. The route's template is logged, never the address with its ids and filters. */
export function requestLog(log: Log) {
  return createMiddleware<RequestEnvironment>(async (c, next) => {
    const requestId = requestIdOf(c.req.header('x-request-id'));
    const began = performance.now();
    c.set('requestId', requestId);
    c.header('X-Request-Id', requestId);
    await next();
    const caller = c.get('caller');
    log.info(
      {
        requestId,
        method: c.req.method,
        route: routePath(c, -1),
        status: c.res.status,
        ms: Math.round(performance.now() - began),
        ...(caller ? { client: caller.id, key: caller.keyId } : {}),
      },
      'request',
    );
  });
}
