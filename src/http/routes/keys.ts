import { createRoute, z } from '@hono/zod-openapi';
import {
  createCredential,
  graces,
  type IssuedCredential,
  rollCredential,
  stopCredential,
} from '../../services/access/create-credential.ts';
import { getCredential, getCredentials } from '../../services/access/read-clients.ts';
import { credentialKinds } from '../../store/credentials.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller } from '../origin.ts';
import type { Router } from '../router.ts';
import {
  credentialListSchema,
  credentialSchema,
  issuedSchema,
  lastDay,
  shownCredential,
} from './client-schemas.ts';
import { failed, jsonRefusals, refusals, wrongPage } from './import-schemas.ts';
import { json } from './json-parts.ts';

const pageMax = 200;
const own = { tags: ['Clients'] };
const idParameter = z.object({ id: z.string() });
const unknownKey = failed('そのキーはありません。 / No such key or secret.');
const ended = failed('もう使えないか、取り替えられています。 / It does not work any more, or was rolled.');
const expires = lastDay.optional().openapi({
  description:
    '最後の日（日本時間）。なければ契約の終わりまで / Its last day, in Japan; none: the end of the contract',
});

const list = createRoute({
  ...own,
  method: 'get',
  path: '/admin/keys',
  operationId: 'listKeys',
  summary: 'キーと秘密の一覧（作った順） / All keys and secrets, oldest first',
  request: {
    query: z.object({
      client: z.string().optional().openapi({ description: 'このクライアントだけ / Of this client only' }),
      kind: z.enum(credentialKinds).optional(),
      limit: z.string().optional(),
      offset: z.string().optional(),
    }),
  },
  responses: { 200: json('1 ページ / A page', credentialListSchema), ...refusals, 400: wrongPage },
});

const create = createRoute({
  ...own,
  method: 'post',
  path: '/admin/keys',
  operationId: 'createKey',
  summary: 'キーか OAuth2 の秘密を作る / Make an API key, or a secret of OAuth2',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              client: z.string().openapi({ description: 'クライアントの ID / Id of the client' }),
              kind: z.enum(credentialKinds),
              expires,
            })
            .openapi('NewCredential'),
        },
      },
    },
  },
  responses: {
    201: json('作りました / Made', issuedSchema),
    ...refusals,
    ...jsonRefusals,
    404: failed('そのクライアントはありません。 / No such client.'),
    409: ended,
  },
});

const show = createRoute({
  ...own,
  method: 'get',
  path: '/admin/keys/{id}',
  operationId: 'getKey',
  summary: 'キーか秘密 1 件 / One key or secret',
  request: { params: idParameter },
  responses: { 200: json('キーか秘密 / The key or secret', credentialSchema), ...refusals, 404: unknownKey },
});

const roll = createRoute({
  ...own,
  method: 'post',
  path: '/admin/keys/{id}/roll',
  operationId: 'rollKey',
  summary: 'キーか秘密を取り替える / Roll a key or secret',
  description:
    '新しいものを作り、古いものは `grace` のあいだ（元の期限まで）使えます。 / Another one is made; the old one goes on for `grace`, and never beyond its own end.',
  request: {
    params: idParameter,
    body: {
      required: true,
      content: {
        'application/json': { schema: z.strictObject({ grace: z.enum(graces), expires }).openapi('Roll') },
      },
    },
  },
  responses: {
    201: json(
      '新しいものと、古いもの / The new one, and the old one',
      issuedSchema.extend({ previous: credentialSchema }).openapi('RolledCredential'),
    ),
    ...refusals,
    ...jsonRefusals,
    404: unknownKey,
    409: ended,
  },
});

const revoke = createRoute({
  ...own,
  method: 'post',
  path: '/admin/keys/{id}/revoke',
  operationId: 'revokeKey',
  summary: 'キーか秘密を止める（5 秒以内に） / Stop a key or secret, within 5 seconds',
  request: { params: idParameter },
  responses: {
    200: json('止めました / As it is now', credentialSchema),
    ...refusals,
    404: unknownKey,
    409: ended,
  },
});

const shownIssued = (issued: IssuedCredential) => ({ text: issued.text, key: shownCredential(issued) });

/** What clients prove themselves with; for administrators. */
export function mountKeys(router: Router, { ctx }: AppDeps): void {
  router.operation(list, administrators, async (c) => {
    const { client, kind, limit, offset } = c.req.valid('query');
    const page = {
      limit: numberOf(limit, 'limit', 50, 1, pageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    };
    const { credentials, total } = await getCredentials(ctx, { clientId: client, kind }, page);
    return c.json({ keys: credentials.map(shownCredential), total }, 200);
  });

  router.operation(create, administrators, async (c) => {
    const { client, kind, expires: expiresAt } = c.req.valid('json');
    const issued = await createCredential(asCaller(ctx, c), client, { kind, expiresAt });
    c.header('Location', `/admin/keys/${issued.credential.id}`);
    return c.json(shownIssued(issued), 201);
  });

  router.operation(show, administrators, async (c) =>
    c.json(shownCredential(await getCredential(ctx, c.req.valid('param').id)), 200),
  );

  router.operation(roll, administrators, async (c) => {
    const { grace, expires: expiresAt } = c.req.valid('json');
    const { issued, previous } = await rollCredential(asCaller(ctx, c), c.req.valid('param').id, {
      grace,
      expiresAt,
    });
    c.header('Location', `/admin/keys/${issued.credential.id}`);
    const old = shownCredential({ client: issued.client, credential: previous });
    return c.json({ ...shownIssued(issued), previous: old }, 201);
  });

  router.operation(revoke, administrators, async (c) =>
    c.json(shownCredential(await stopCredential(asCaller(ctx, c), c.req.valid('param').id)), 200),
  );
}
