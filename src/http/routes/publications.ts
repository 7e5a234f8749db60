import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { getPublications } from '../../services/roster/read-publications.ts';
import type { PublicationRecord } from '../../store/publications.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { inFileOrder } from '../file-order.ts';
import { requireRole } from '../middleware/access.ts';
import { numberOf } from '../number-parameter.ts';
import { fileCountsSchema, refusals, wrongPage } from './import-schemas.ts';

const pageMax = 200;

const publicationSchema = z
  .strictObject({
    id: z.int().openapi({ description: 'asOf で使える番号 / The number that asOf takes' }),
    publishedAt: z.iso.datetime(),
    importId: z.uuid(),
    source: z.string(),
    sentBy: z.string().openapi({ description: '送ったキーの ID / Id of the key that sent it' }),
    files: z.record(z.string(), fileCountsSchema),
    kept: z.boolean().openapi({
      description: 'この時点の名簿をまだ読めるか / Whether its roster can still be put together',
    }),
    undoOf: z.int().nullable().openapi({
      description: '取り消した反映の番号 / The publication that it undoes',
    }),
  })
  .openapi('Publication');

/** A page of publications. */
export const publicationListSchema = z.strictObject({
  publications: z.array(publicationSchema),
  total: z.int().min(0),
});

const list = createRoute({
  tags: ['Administration'],
  security: [{ apiKey: [] }],
  method: 'get',
  path: '/publications',
  operationId: 'listPublications',
  summary: '反映の一覧（新しい順） / All publications, newest first',
  request: { query: z.object({ limit: z.string().optional(), offset: z.string().optional() }) },
  responses: {
    200: {
      description: '1 ページ / A page',
      content: { 'application/json': { schema: publicationListSchema } },
    },
    ...refusals,
    400: wrongPage,
  },
});

function shown(record: PublicationRecord): z.infer<typeof publicationSchema> {
  return { ...record, publishedAt: record.publishedAt.toISOString(), files: inFileOrder(record.files) };
}

/** What was published when, and by whom; for administrators. */
export function mountPublications(app: OpenAPIHono<RequestEnvironment>, deps: AppDeps): void {
  app.use(list.path, requireRole(deps.authenticate, 'admin'));

  app.openapi(list, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const { publications, total } = await getPublications(deps.ctx, {
      limit: numberOf(limit, 'limit', 50, 1, pageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    });
    return c.json({ publications: publications.map(shown), total }, 200);
  });
}
