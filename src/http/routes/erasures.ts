import { createRoute, z } from '@hono/zod-openapi';
import { erasePerson } from '../../services/persons/erase-person.ts';
import { getErasure, getErasures, releaseErasure } from '../../services/persons/read-erasures.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller } from '../origin.ts';
import type { Router } from '../router.ts';
import { failed, jsonRefusals, refusals, wrongPage } from './import-schemas.ts';
import { body, json } from './json-parts.ts';
import { erasureListSchema, erasureSchema, reasonSchema, shownErasure } from './person-schemas.ts';

const pageMax = 200;
const own = { tags: ['Persons'] };
const idParameter = z.object({ id: z.string().openapi({ format: 'uuid' }) });
const unknownErasure = failed('その消去はありません。 / No such erasure.');

const erase = createRoute({
  ...own,
  method: 'post',
  path: '/admin/persons/{sourcedId}/erase',
  operationId: 'erasePerson',
  summary: '人を消去する（元に戻せません） / Erase a person, which cannot be undone',
  description:
    '名簿と過去の版はすぐに、保存ファイルは順に消えます。差分で読む相手には tobedeleted と見えます。 / The roster and its history at once, kept files one after the other. Readers of deltas see tobedeleted.',
  request: { params: z.object({ sourcedId: z.string() }), body: body(reasonSchema) },
  responses: {
    202: json(
      '消しました。`Location` で保存ファイルの消去を見られます / Done; kept files follow',
      erasureSchema,
    ),
    ...refusals,
    ...jsonRefusals,
    404: failed('その人はいません。 / No such person.'),
    409: failed('すでに消去されています。 / Erased already.'),
  },
});

const list = createRoute({
  ...own,
  method: 'get',
  path: '/admin/erasures',
  operationId: 'listErasures',
  summary: '消去の一覧（新しい順） / All erasures, newest first',
  request: { query: z.object({ limit: z.string().optional(), offset: z.string().optional() }) },
  responses: { 200: json('1 ページ / A page', erasureListSchema), ...refusals, 400: wrongPage },
});

const show = createRoute({
  ...own,
  method: 'get',
  path: '/admin/erasures/{id}',
  operationId: 'getErasure',
  summary: '消去 1 件 / One erasure',
  request: { params: idParameter },
  responses: { 200: json('消去 / The erasure', erasureSchema), ...refusals, 404: unknownErasure },
});

const release = createRoute({
  ...own,
  method: 'post',
  path: '/admin/erasures/{id}/release',
  operationId: 'releaseErasure',
  summary: '以後のファイルでこの人が戻れるようにする / Let files bring the person back',
  request: { params: idParameter, body: body(reasonSchema) },
  responses: {
    200: json('消去 / The erasure as it is now', erasureSchema),
    ...refusals,
    ...jsonRefusals,
    404: unknownErasure,
    409: failed('すでに受け入れ可能です。 / Released already.'),
  },
});

/** People who are no longer in the hub; for administrators. */
export function mountErasures(router: Router, { ctx }: AppDeps): void {
  router.operation(erase, administrators, async (c) => {
    const { sourcedId } = c.req.valid('param');
    const erased = await erasePerson(asCaller(ctx, c), { sourcedId, ...c.req.valid('json') });
    c.header('Location', `/admin/erasures/${erased.id}`);
    return c.json(shownErasure(erased), 202);
  });

  router.operation(list, administrators, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const { erasures, total } = await getErasures(ctx, {
      limit: numberOf(limit, 'limit', 50, 1, pageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    });
    return c.json({ erasures: erasures.map(shownErasure), total }, 200);
  });

  router.operation(show, administrators, async (c) =>
    c.json(shownErasure(await getErasure(ctx, c.req.valid('param').id)), 200),
  );

  router.operation(release, administrators, async (c) => {
    const { reason } = c.req.valid('json');
    const released = await releaseErasure(asCaller(ctx, c), c.req.valid('param').id, reason);
    return c.json(shownErasure(released), 200);
  });
}
