import { RosterError } from '../../errors.ts';
import { findScope, type Scope, scopeUrl } from '../../model/scope.ts';
import { listValidSecrets } from '../../store/credentials.ts';
import type { Context } from '../context.ts';
import { signToken } from './access-token.ts';
import { type Caller, callerOfClient, checkAddress } from './authenticate.ts';
import { findClientSecret, isId } from './key-text.ts';
import { noteUse } from './note-use.ts';
import { provesRow } from './prove.ts';

/** `client_id` and `client_secret`, as they were sent. */
export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
}

export interface TokenRequest {
  /** Ways to read what was sent; the first that has the form of ours is judged. */
  readonly credentials: readonly ClientCredentials[];
  /** Names of scopes, separated by blanks; undefined or blank asks for all that the client may have. */
  readonly scope: string | undefined;
  /** From where; blank when nobody knows. */
  readonly address: string;
}

export interface IssuedToken {
  readonly caller: Caller;
  readonly token: string;
  /** The granted scopes, each in the spelling in which it was asked for. */
  readonly scope: string;
}

/** Granted scopes by the spelling in which they were asked for. Names that are not known are left out. */
export function grantScopes(asked: string | undefined, allowed: readonly Scope[]): Map<string, Scope> {
  const words = (asked ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return new Map(allowed.map((scope) => [scopeUrl(scope), scope]));
  const granted = new Map<string, Scope>();
  for (const word of words) {
    const scope = findScope(word);
    if (scope !== undefined && allowed.includes(scope)) granted.set(word, scope);
  }
  if (granted.size === 0) throw new RosterError('invalid_scope');
  return granted;
}

/** The credentials that have the form of ours. Others are refused without asking the database. */
function readable(
  credentials: readonly ClientCredentials[],
  environment: string,
): ClientCredentials | undefined {
  for (const { id, secret: text } of credentials) {
    const secret = findClientSecret(text, environment);
    if (isId(id) && secret !== undefined) return { id, secret };
  }
  return undefined;
}

/**
 * Gives a client an access token (RFC 6749 §4.4). The row is read anew, so a client that was revoked gets no more
 * tokens at once. Throws `invalid_client`, `address_refused` and `invalid_scope`.
 */
export async function issueToken(ctx: Context, request: TokenRequest): Promise<IssuedToken> {
  const { address } = request;
  const given = readable(request.credentials, ctx.keys.environment);
  if (given === undefined) throw new RosterError('invalid_client');
  const { secret } = given;
  const found = await listValidSecrets(ctx.store.db, given.id);
  // A client without a secret costs what one with a wrong secret costs.
  if (found.length === 0) provesRow(secret, ctx.keys, 'secret', undefined);
  const proved = found.find(({ credential }) => provesRow(secret, ctx.keys, 'secret', credential));
  if (proved === undefined) throw new RosterError('invalid_client');
  const { client: record, credential, due } = proved;
  checkAddress(record, address);
  noteUse(ctx, { credential, due, secret, address });
  const granted = grantScopes(request.scope, record.scopes);
  const scopes = [...new Set(granted.values())];
  const token = await signToken(ctx, { clientId: record.id, scopes }, new Date());
  return {
    caller: callerOfClient(record, scopes, ctx.rateLimit),
    token,
    scope: [...granted.keys()].join(' '),
  };
}
