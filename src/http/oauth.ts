import { z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import type { RosterError } from '../errors.ts';
import { type Scope, scopes, scopeTexts, scopeUrl } from '../model/scope.ts';

/** Where access tokens are given out; documents name the first. */
export const tokenPaths = ['/oauth/token', '/oauth2/token'] as const;

/** With or without a slash at the end, as routes are. */
export function isTokenPath(path: string): boolean {
  return tokenPaths.some((one) => path === one || path === `${one}/`);
}

/** The name of the scheme in the official OpenAPI documents. */
export const oauthSchemeName = 'OAuth2CC';

/** The security scheme for OpenAPI documents, of the whole hub or of a service with these scopes. */
export function oauthScheme(publicUrl: string, announced: readonly Scope[] = scopes) {
  return {
    type: 'oauth2' as const,
    description:
      'OAuth 2.0 client credentials。操作に書かれたスコープのどれか一つで使えます。 / Any one of the scopes that an operation names opens it.',
    flows: {
      clientCredentials: {
        tokenUrl: publicUrl + tokenPaths[0],
        scopes: Object.fromEntries(announced.map((scope) => [scopeUrl(scope), scopeTexts[scope]])),
      },
    },
  };
}

const oauthErrors = [
  'invalid_request',
  'invalid_client',
  'unsupported_grant_type',
  'unauthorized_client',
  'invalid_scope',
  'temporarily_unavailable',
  'server_error',
] as const;

/** Failures of the token endpoint (RFC 6749 §5.2). */
export const oauthErrorSchema = z
  .strictObject({
    error: z.enum(oauthErrors),
    error_description: z.string(),
    requestId: z.string(),
  })
  .openapi('OAuthError');

/** RFC 6749 has no words for a server's own troubles at this endpoint; these are its words of §4.1.2.1. */
function oauthErrorOf({ code, row }: RosterError): (typeof oauthErrors)[number] {
  if (row.status === 503 || row.status === 429) return 'temporarily_unavailable';
  if (row.status >= 500) return 'server_error';
  if (code === 'address_refused') return 'unauthorized_client';
  return oauthErrors.find((one) => one === code) ?? 'invalid_request';
}

/** A failure as the token endpoint says it. */
export function oauthProblem(c: HonoContext, error: RosterError, requestId: string): Response {
  if (error.row.status === 401) c.header('WWW-Authenticate', 'Basic realm="rosterhub"');
  const body: z.infer<typeof oauthErrorSchema> = {
    error: oauthErrorOf(error),
    error_description: error.texts.en,
    requestId,
  };
  // What is neither the client's identity nor the server's trouble is 400 here (RFC 6749 §5.2).
  return c.json(body, error.row.status === 403 ? 400 : error.row.status);
}
