import { createRoute, z } from '@hono/zod-openapi';
import { changeClient, stopClient } from '../../services/access/change-client.ts';
import { getClient, getClients, testAddress } from '../../services/access/read-clients.ts';
import { type NotedClient, registerClient } from '../../services/access/register-client.ts';
import { addressModes } from '../../store/clients.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller } from '../origin.ts';
import type { Router } from '../router.ts';
import {
  clientChangeSchema,
  clientListSchema,
  clientSchema,
  newClientSchema,
  notedClientSchema,
  shownClient,
} from './client-schemas.ts';
import { failed, jsonRefusals, refusals, wrongPage } from './import-schemas.ts';
import { body, json } from './json-parts.ts';

const pageMax = 200;
const own = { tags: ['Clients'] };
const idParameter = z.object({ id: z.string() });
const unknownClient = failed('そのクライアントはありません。 / No such client.');
const ended = failed('停止されたか、契約が終わっています。 / It was revoked, or its contract has ended.');

const list = createRoute({
  ...own,
  method: 'get',
  path: '/admin/clients',
  operationId: 'listClients',
  summary: 'クライアントの一覧（作った順） / All clients, oldest first',
  request: { query: z.object({ limit: z.string().optional(), offset: z.string().optional() }) },
  responses: { 200: json('1 ページ / A page', clientListSchema), ...refusals, 400: wrongPage },
});

const create = createRoute({
  ...own,
  method: 'post',
  path: '/admin/clients',
  operationId: 'createClient',
  summary: 'クライアントを登録する / Register a client',
  description:
    'キーも秘密もまだありません（`POST /admin/keys` で作ります）。 / It has nothing yet to prove itself with: see `POST /admin/keys`.',
  request: { body: body(newClientSchema) },
  responses: { 201: json('登録しました / Registered', notedClientSchema), ...refusals, ...jsonRefusals },
});

const show = createRoute({
  ...own,
  method: 'get',
  path: '/admin/clients/{id}',
  operationId: 'getClient',
  summary: 'クライアント 1 件 / One client',
  request: { params: idParameter },
  responses: { 200: json('クライアント / The client', clientSchema), ...refusals, 404: unknownClient },
});

const change = createRoute({
  ...own,
  method: 'patch',
  path: '/admin/clients/{id}',
  operationId: 'changeClient',
  summary: 'クライアントを変える（5 秒以内に有効） / Change a client, within 5 seconds',
  description: '書いた項目だけを変えます。 / Only what is named changes.',
  request: { params: idParameter, body: body(clientChangeSchema) },
  responses: {
    200: json('変えました / As it is now', notedClientSchema),
    ...refusals,
    ...jsonRefusals,
    404: unknownClient,
    409: ended,
  },
});

const revoke = createRoute({
  ...own,
  method: 'post',
  path: '/admin/clients/{id}/revoke',
  operationId: 'revokeClient',
  summary:
    'クライアントを止める（キーもトークンも、5 秒以内に） / Stop a client, its keys and tokens, within 5 seconds',
  request: { params: idParameter },
  responses: {
    200: json('止めました / As it is now', clientSchema),
    ...refusals,
    404: unknownClient,
    409: ended,
  },
});

const addressTest = createRoute({
  ...own,
  method: 'post',
  path: '/admin/clients/{id}/address-test',
  operationId: 'testAddress',
  summary: 'このアドレスから使えるか / Would this address be allowed?',
  request: { params: idParameter, body: body(z.strictObject({ address: z.string().max(60) })) },
  responses: {
    200: json(
      '使えるか、どの項目によるか / Whether, and by which entry',
      z
        .strictObject({
          address: z.string().openapi({ description: 'ハブの書き方で / As the hub writes it' }),
          allowed: z.boolean(),
          mode: z.enum(addressModes),
          entry: z
            .string()
            .nullable()
            .openapi({ description: 'はじめに当てはまる項目 / The first that holds it' }),
        })
        .openapi('AddressVerdict'),
    ),
    ...refusals,
    ...jsonRefusals,
    404: unknownClient,
  },
});

function shownNoted({ client, notes }: NotedClient): z.infer<typeof notedClientSchema> {
  return { client: shownClient(client), notes: notes.map((note) => ({ ...note })) };
}

/** Programs that may call the hub; for administrators. */
export function mountClients(router: Router, { ctx }: AppDeps): void {
  router.operation(list, administrators, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const { clients, total } = await getClients(ctx, {
      limit: numberOf(limit, 'limit', 50, 1, pageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    });
    return c.json({ clients: clients.map(shownClient), total }, 200);
  });

  router.operation(create, administrators, async (c) => {
    const { contractEnd, ...input } = c.req.valid('json');
    const noted = await registerClient(asCaller(ctx, c), { ...input, expiresAt: contractEnd });
    c.header('Location', `/admin/clients/${noted.client.id}`);
    return c.json(shownNoted(noted), 201);
  });

  router.operation(show, administrators, async (c) =>
    c.json(shownClient(await getClient(ctx, c.req.valid('param').id)), 200),
  );

  router.operation(change, administrators, async (c) => {
    const { contractEnd, ...settings } = c.req.valid('json');
    const { id } = c.req.valid('param');
    return c.json(
      shownNoted(await changeClient(asCaller(ctx, c), id, { ...settings, expiresAt: contractEnd })),
      200,
    );
  });

  router.operation(revoke, administrators, async (c) => {
    const { client } = await stopClient(asCaller(ctx, c), c.req.valid('param').id);
    return c.json(shownClient(client), 200);
  });

  router.operation(addressTest, administrators, async (c) => {
    const { address } = c.req.valid('json');
    return c.json(await testAddress(ctx, c.req.valid('param').id, address), 200);
  });
}
