import { createRoute, z } from '@hono/zod-openapi';
import { tokenSeconds } from '../../services/access/access-token.ts';
import { issueToken } from '../../services/access/issue-token.ts';
import type { AppDeps } from '../environment.ts';
import { oauthErrorSchema, tokenPaths } from '../oauth.ts';
import type { Router } from '../router.ts';
import { parseTokenRequest, readForm } from '../token-request.ts';

const withoutBasic = z
  .string()
  .optional()
  .openapi({ description: 'Basic ヘッダーを使わないときだけ / Only without a Basic header' });

const requestSchema = z.object({
  grant_type: z.literal('client_credentials'),
  scope: z.string().optional().openapi({
    description:
      'スコープの URL（空白区切り）。なければ許されたすべて。知らないものは無視します。 / Full URLs, separated by blanks; none asks for all that the client may have; unknown ones are ignored',
    example: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly',
  }),
  client_id: withoutBasic,
  client_secret: withoutBasic,
});

const tokenSchema = z
  .strictObject({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().openapi({ description: '秒 / Seconds', example: tokenSeconds }),
    scope: z
      .string()
      .openapi({ description: '許したスコープ / What was granted; it may be less than what was asked for' }),
  })
  .openapi('AccessToken');

const refused = (description: string) => ({
  description,
  content: { 'application/json': { schema: oauthErrorSchema } },
});

const route = createRoute({
  method: 'post',
  path: tokenPaths[0],
  operationId: 'getToken',
  tags: ['OAuth2'],
  summary: '1 時間のアクセストークンを得る / Get an access token for one hour',
  description: `OAuth 2.0 client credentials (RFC 6749 §4.4): \`client_id\` and \`client_secret\` in a Basic header, or in the form. \`${tokenPaths[1]}\` is the same.`,
  request: {
    body: { required: true, content: { 'application/x-www-form-urlencoded': { schema: requestSchema } } },
  },
  responses: {
    200: { description: 'トークン / The token', content: { 'application/json': { schema: tokenSchema } } },
    400: refused('要求の形が違います。 / invalid_request, unsupported_grant_type or invalid_scope'),
    401: refused(
      'クライアントが無効か、秘密が違います。 / invalid_client: unknown, stopped or expired, or a wrong secret',
    ),
    500: refused('ハブの内部エラーです。 / A fault inside the hub.'),
    503: refused('混み合っています。少し待ってください。 / Try again shortly.'),
  },
});

/** Access tokens for OAuth2 clients. */
export function mountToken(router: Router, deps: AppDeps): void {
  const [, ...others] = tokenPaths;
  router.raw(
    route,
    'public',
    async (c) => {
      // RFC 6749 §5.1 wants it beside `Cache-Control: no-store`, which every answer has.
      c.header('Pragma', 'no-cache');
      const form = await readForm(c.req.raw.headers, c.req.raw.body);
      const request = parseTokenRequest(form, c.req.header('authorization'));
      const { caller, token, scope } = await issueToken(deps.ctx, { ...request, address: c.get('address') });
      c.set('caller', caller);
      const body: z.infer<typeof tokenSchema> = {
        access_token: token,
        token_type: 'Bearer',
        expires_in: tokenSeconds,
        scope,
      };
      return c.json(body, 200);
    },
    others,
  );
}
