import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { checkHealth } from '../../services/operations/check-health.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';

const healthSchema = z
  .strictObject({ live: z.literal(true), ready: z.boolean(), database: z.enum(['up', 'down']) })
  .openapi('Health');

function route(path: string, summary: string) {
  const answer = (description: string) => ({
    description,
    content: { 'application/json': { schema: healthSchema } },
  });
  return createRoute({
    method: 'get',
    path,
    tags: ['Operation'],
    summary,
    responses: { 200: answer('Yes'), 503: answer('No') },
  });
}

/** Probes for a container's supervisor. They need no key and tell nothing about the data. */
export function mountHealth(app: OpenAPIHono<RequestEnvironment>, deps: AppDeps): void {
  const check = () => checkHealth(deps.ctx, deps.isAccepting());
  app.openapi(route('/health', 'State of the hub'), async (c) => {
    const health = await check();
    return c.json(health, health.ready ? 200 : 503);
  });
  app.openapi(route('/health/ready', 'Can it do its work?'), async (c) => {
    const health = await check();
    return c.json(health, health.ready ? 200 : 503);
  });
  app.openAPIRegistry.registerPath(route('/health/live', 'Does the process answer?'));
  app.get('/health/live', (c) => c.json({ live: true }));
}
