import { type KeyObject, randomUUID } from 'node:crypto';
import { JOSEError } from 'jose/errors';
import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import { standardPrefix } from '../../model/endpoints.ts';
import { findScope, type Scope, scopeUrl } from '../../model/scope.ts';
import type { Context } from '../context.ts';
import { validKeys } from './derive-keys.ts';

/** What an access token says. */
export interface TokenClaims {
  readonly clientId: string;
  readonly scopes: readonly Scope[];
}

type TokenContext = Pick<Context, 'keys' | 'publicUrl'>;

/** How long a token works. */
export const tokenSeconds = 3_600;
/** The only algorithm: what a token's own header says never chooses one. */
const algorithm = 'HS256';
/** RFC 9068: an access token, and no other kind of JWT. */
const tokenType = 'at+jwt';
/** A token with all scopes has some 2,000 characters. */
const tokenLengthMax = 4_096;

const audienceOf = (ctx: TokenContext) => ctx.publicUrl + standardPrefix;

/** Makes a token that works for `tokenSeconds` from `now`, at this hub only. */
export function signToken(ctx: TokenContext, { clientId, scopes }: TokenClaims, now: Date): Promise<string> {
  return new SignJWT({ client_id: clientId, scope: scopes.map(scopeUrl).join(' ') })
    .setProtectedHeader({ alg: algorithm, typ: tokenType })
    .setIssuer(ctx.publicUrl)
    .setAudience(audienceOf(ctx))
    .setSubject(clientId)
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + tokenSeconds * 1_000))
    .setJti(randomUUID())
    .sign(ctx.keys.tokens);
}

/** The claims of a token that works at `now`; undefined for one of another hub, key, kind or time, and for other text. */
export async function findTokenClaims(
  ctx: TokenContext,
  text: string,
  now: Date,
): Promise<TokenClaims | undefined> {
  if (text.length > tokenLengthMax) return undefined;
  for (const key of validKeys(ctx.keys, 'tokens')) {
    const claims = await findClaimsUnder(key, ctx, text, now);
    if (claims !== undefined) return claims;
  }
  return undefined;
}

async function findClaimsUnder(
  key: KeyObject,
  ctx: TokenContext,
  text: string,
  now: Date,
): Promise<TokenClaims | undefined> {
  try {
    const { payload } = await jwtVerify(text, key, {
      algorithms: [algorithm],
      typ: tokenType,
      issuer: ctx.publicUrl,
      audience: audienceOf(ctx),
      requiredClaims: ['sub', 'scope', 'iat', 'exp', 'jti'],
      currentDate: now,
    });
    // The library asks that they are there, not what they are.
    const { sub, scope } = payload;
    if (typeof sub !== 'string' || typeof scope !== 'string') return undefined;
    const scopes = scope.split(' ').map(findScope);
    return { clientId: sub, scopes: scopes.filter((found) => found !== undefined) };
  } catch (error) {
    if (error instanceof JOSEError) return undefined;
    throw error;
  }
}
