import { createRoute, z } from '@hono/zod-openapi';
import { publicationKinds } from '../../model/amendment.ts';
import { startUndo } from '../../services/imports/start-undo.ts';
import { getPublications } from '../../services/roster/read-publications.ts';
import type { PublicationRecord } from '../../store/publications.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import { inFileOrder } from '../file-order.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller } from '../origin.ts';
import type { Router } from '../router.ts';
import { failed, fileCountsSchema, refusals, wrongPage } from './import-schemas.ts';

const pageMax = 200;

const publicationSchema = z
  .strictObject({
    id: z.int().openapi({ description: 'asOf で使える番号 / The number that asOf takes' }),
    publishedAt: z.iso.datetime(),
    kind: z.enum(publicationKinds).openapi({
      description:
        'import・undo のほかは、人が名簿を直接直したもの（元に戻せません） / Others than import and undo are what a person amended directly, and cannot be undone',
    }),
    importId: z.uuid().nullable(),
    source: z.string().nullable(),
    sentBy: z.string().nullable().openapi({
      description:
        '送った、または直したクライアントの ID（コマンドならアカウント） / Id of the client that sent it or amended; the account of a command',
    }),
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

const undo = createRoute({
  tags: ['Administration'],
  method: 'post',
  path: '/publications/{id}/undo',
  operationId: 'undoPublication',
  summary: '公開を元に戻す / Undo a publication',
  description:
    'その取り込み元のデータを、その公開の直前の内容に戻します。新しい公開になるので、差分で読むツールにも届きます。あとの公開の変更も失われるときは保留になります。\n\n' +
    'The source’s records become what they were just before it, as a new publication that deltas carry. It is held when later publications would be lost with it.',
  request: {
    params: z.object({ id: z.string().openapi({ description: '公開の番号 / Number of the publication' }) }),
    body: {
      content: {
        'application/json': {
          schema: z.strictObject({
            dryRun: z.boolean().optional().openapi({ description: '確認だけ / Only look', default: false }),
          }),
        },
      },
    },
  },
  responses: {
    202: {
      description: '受け付けました。`Location` で結果を見られます。 / Queued; `Location` names it.',
      content: {
        'application/json': { schema: z.strictObject({ id: z.uuid(), state: z.literal('queued') }) },
      },
    },
    ...refusals,
    400: failed('番号か本文が正しくありません。 / The number or the body is not valid.'),
    404: failed('その公開はありません。 / No such publication.'),
    409: failed('取り込みによる公開ではありません。 / No import has made it.'),
    410: failed('その公開の名簿は、もう保存されていません。 / That roster is no longer kept.'),
  },
});

function shown(record: PublicationRecord): z.infer<typeof publicationSchema> {
  return { ...record, publishedAt: record.publishedAt.toISOString(), files: inFileOrder(record.files) };
}

/** What was published when, and by whom; for administrators. */
export function mountPublications(router: Router, deps: AppDeps): void {
  router.operation(list, administrators, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const { publications, total } = await getPublications(deps.ctx, {
      limit: numberOf(limit, 'limit', 50, 1, pageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    });
    return c.json({ publications: publications.map(shown), total }, 200);
  });

  router.operation(undo, administrators, async (c) => {
    const { dryRun = false } = c.req.valid('json') ?? {};
    const publicationId = numberOf(c.req.param('id'), 'id', 0, 1, Number.MAX_SAFE_INTEGER);
    const { id } = await startUndo(asCaller(deps.ctx, c), { publicationId, by: c.get('caller').id, dryRun });
    c.header('Location', `/csv/import/${id}`);
    return c.json({ id, state: 'queued' as const }, 202);
  });
}
