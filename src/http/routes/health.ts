import { createRoute, z } from '@hono/zod-openapi';
import { checkHealth } from '../../services/operations/check-health.ts';
import type { AppDeps } from '../environment.ts';
import type { Router } from '../router.ts';

const live = z.literal(true);
const livenessSchema = z.strictObject({ live }).openapi('Liveness');
const healthSchema = z
  .strictObject({ live, ready: z.boolean(), database: z.enum(['up', 'down']) })
  .openapi('Health');

const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

function route(operationId: string, path: string, summary: string) {
  return createRoute({
    method: 'get',
    path,
    operationId,
    tags: ['Operation'],
    summary,
    responses: { 200: answer('はい / Yes', healthSchema), 503: answer('いいえ / No', healthSchema) },
  });
}

const liveness = createRoute({
  method: 'get',
  path: '/health/live',
  operationId: 'getLiveness',
  tags: ['Operation'],
  summary: 'プロセスが応えるか / Does the process answer?',
  responses: { 200: answer('はい / Yes', livenessSchema) },
});

/** Probes for a container's supervisor. They need no key and tell nothing about the data. */
export function mountHealth(router: Router, deps: AppDeps): void {
  const check = () => checkHealth(deps.ctx, deps.isAccepting());
  router.operation(route('getHealth', '/health', 'ハブの状態 / State of the hub'), 'probe', async (c) => {
    const health = await check();
    return c.json(health, health.ready ? 200 : 503);
  });
  router.operation(
    route('getReadiness', '/health/ready', '仕事ができるか / Can it do its work?'),
    'probe',
    async (c) => {
      const health = await check();
      return c.json(health, health.ready ? 200 : 503);
    },
  );
  router.operation(liveness, 'probe', (c) => c.json({ live: true } as const, 200));
}
