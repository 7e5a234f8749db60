import { createRoute, z } from '@hono/zod-openapi';
import { getRestrictions, liftRestriction, restrictPerson } from '../../services/persons/restrict-person.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller } from '../origin.ts';
import type { Router } from '../router.ts';
import { failed, jsonRefusals, refusals, wrongPage } from './import-schemas.ts';
import { body, json } from './json-parts.ts';
import {
  reasonSchema,
  restrictionListSchema,
  restrictionSchema,
  shownRestriction,
} from './person-schemas.ts';

const pageMax = 200;
const own = { tags: ['Persons'] };
const request = {
  params: z.object({ sourcedId: z.string() }),
  body: body(reasonSchema),
};
const unknownPerson = failed('その人はいません。 / No such person.');

const restrict = createRoute({
  ...own,
  method: 'post',
  path: '/admin/persons/{sourcedId}/restrict',
  operationId: 'restrictPerson',
  summary: '人の利用を停止する（すぐに、だれにも見えなくなる） / Hide a person from all readers at once',
  description:
    '差分で読む相手には tobedeleted と見えます。作ってある書き出しのファイルは消えます。 / Readers of deltas see tobedeleted. Files of exports go; they can be made again.',
  request,
  responses: {
    200: json('停止しました / Restricted', restrictionSchema),
    ...refusals,
    ...jsonRefusals,
    404: unknownPerson,
    409: failed('すでに停止か消去されています。 / Restricted or erased already.'),
  },
});

const lift = createRoute({
  ...own,
  method: 'post',
  path: '/admin/persons/{sourcedId}/lift',
  operationId: 'liftRestriction',
  summary: '利用停止を解除する（最新のファイルの内容で戻る） / Show a person again, as the last files say',
  request,
  responses: {
    200: json('解除した利用停止 / The restriction that was lifted', restrictionSchema),
    ...refusals,
    ...jsonRefusals,
    404: unknownPerson,
    409: failed('利用停止になっていません。 / Not restricted.'),
  },
});

const list = createRoute({
  ...own,
  method: 'get',
  path: '/admin/restrictions',
  operationId: 'listRestrictions',
  summary: '利用停止の一覧（新しい順） / All restrictions, newest first',
  request: { query: z.object({ limit: z.string().optional(), offset: z.string().optional() }) },
  responses: { 200: json('1 ページ / A page', restrictionListSchema), ...refusals, 400: wrongPage },
});

/** People whom nobody sees at present, and those who were hidden once; for administrators. */
export function mountRestrictions(router: Router, { ctx }: AppDeps): void {
  router.operation(restrict, administrators, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(shownRestriction(await restrictPerson(asCaller(ctx, c), input)), 200);
  });

  router.operation(lift, administrators, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(shownRestriction(await liftRestriction(asCaller(ctx, c), input)), 200);
  });

  router.operation(list, administrators, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const { restrictions, total } = await getRestrictions(ctx, {
      limit: numberOf(limit, 'limit', 50, 1, pageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    });
    return c.json({ restrictions: restrictions.map(shownRestriction), total }, 200);
  });
}
