import { Hono } from 'hono';
import { RosterError } from '../errors.ts';
import type { RequestEnvironment } from './environment.ts';
import { sayHeaders } from './middleware/headers.ts';
import { requestIdOf } from './middleware/request-log.ts';
import { problemResponse } from './problem.ts';

/** What answers while the hub migrates and puts itself together: the failures of every path, in its own language. */
export function createStartingApp() {
  const app = new Hono<RequestEnvironment>();
  app.use(sayHeaders);
  app.all('*', (c) => {
    const requestId = requestIdOf(c.req.header('x-request-id'));
    c.header('X-Request-Id', requestId);
    return problemResponse(c, new RosterError('starting'), requestId);
  });
  return app;
}
