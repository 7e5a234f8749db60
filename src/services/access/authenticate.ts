import { RosterError } from '../../errors.ts';
import { type KeyRole, type Scope, scopesOfRole } from '../../model/scope.ts';
import { type ClientRecord, findValidClient } from '../../store/clients.ts';
import { findValidKey } from '../../store/keys.ts';
import type { Context } from '../context.ts';
import { findTokenClaims } from './access-token.ts';
import { keepRows } from './kept-rows.ts';
import { findKeyText, type KeyText, provesRow } from './key-text.ts';

/** Who is calling, whatever they proved it with. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  /** Whether the id is that of an API key or of an OAuth2 client. */
  readonly kind: 'key' | 'client';
  /** Clients have none: they read rosters by scope, and nothing else. */
  readonly role: KeyRole | undefined;
  readonly scopes: readonly Scope[];
}

/** A client as a caller, with no more scopes than it may have by now. */
export function callerOfClient({ id, name, scopes }: ClientRecord, granted: readonly Scope[]): Caller {
  return {
    id,
    name,
    kind: 'client',
    role: undefined,
    scopes: granted.filter((scope) => scopes.includes(scope)),
  };
}

/**
 * Finds callers by the text of an API key or of an access token. Throws `unauthorised` for a key that does not work and
 * for any other text, `invalid_token` for a token that does not work.
 */
export function createAuthenticator(ctx: Context): (text: string | undefined) => Promise<Caller> {
  const findKey = keepRows((id) => findValidKey(ctx.store.db, id));
  const findClient = keepRows((id) => findValidClient(ctx.store.db, id));

  const callerByKey = async ({ id, secret }: KeyText): Promise<Caller> => {
    const record = await findKey(id);
    if (!provesRow(secret, ctx.keys.apiKeys, record)) throw new RosterError('unauthorised');
    const { name, role } = record;
    return { id, name, kind: 'key', role, scopes: scopesOfRole[role] };
  };
  const callerByToken = async (text: string): Promise<Caller> => {
    const claims = await findTokenClaims(ctx, text, new Date());
    const record = claims === undefined ? undefined : await findClient(claims.clientId);
    if (claims === undefined || record === undefined) throw new RosterError('invalid_token');
    return callerOfClient(record, claims.scopes);
  };
  return async (text = '') => {
    const key = findKeyText(text);
    if (key !== undefined) return callerByKey(key);
    // Keys have no dot, tokens have two.
    if (text.includes('.')) return callerByToken(text);
    throw new RosterError('unauthorised');
  };
}
