import { RosterError } from '../../errors.ts';
import { type AddressList, addressList, parseAddress, parseNetwork } from '../../model/address.ts';
import type { RateLimit } from '../../model/rate-limit.ts';
import type { KeyRole, Scope } from '../../model/scope.ts';
import { type ClientRecord, findValidClient } from '../../store/clients.ts';
import { findValidKeys } from '../../store/credentials.ts';
import type { Context } from '../context.ts';
import { findTokenClaims } from './access-token.ts';
import { batchLookups } from './batch-lookups.ts';
import { keepRows } from './kept-rows.ts';
import { findKeyText, type KeyText } from './key-text.ts';
import { noteUse } from './note-use.ts';
import { provesRow } from './prove.ts';

/** Who is calling, whatever they proved it with. */
export interface Caller {
  /** Id of the client. */
  readonly id: string;
  readonly name: string;
  /** Id of the API key; undefined for access tokens. */
  readonly keyId: string | undefined;
  /** Access tokens have none: they read rosters by scope, and nothing else. */
  readonly role: KeyRole | undefined;
  readonly scopes: readonly Scope[];
  /** How often it may call. */
  readonly limit: RateLimit;
}

/** A client that proved itself by OAuth2 as a caller, with no more scopes than it may have by now. */
export function callerOfClient(
  client: ClientRecord,
  granted: readonly Scope[],
  byDefault: RateLimit,
): Caller {
  const { id, name, scopes } = client;
  const both = granted.filter((scope) => scopes.includes(scope));
  return { id, name, keyId: undefined, role: undefined, scopes: both, limit: limitOf(client, byDefault) };
}

/** How often a client may call. */
function limitOf({ requestsPerHour, requestsPerSecond }: ClientRecord, byDefault: RateLimit): RateLimit {
  return {
    perHour: requestsPerHour ?? byDefault.perHour,
    perSecond: requestsPerSecond ?? byDefault.perSecond,
  };
}

/** The networks of a client; undefined where it may call from anywhere. */
function listOf({ addressMode, addresses }: ClientRecord): AddressList | undefined {
  if (addressMode === 'any') return undefined;
  return addressList(addresses.map(parseNetwork).filter((network) => network !== undefined));
}

function checkList(list: AddressList | undefined, address: string): void {
  if (list === undefined) return;
  const parsed = parseAddress(address);
  if (parsed === undefined || !list.has(parsed)) throw new RosterError('address_refused', { address });
}

/** Throws `address_refused` where a client may not call from an address, which is blank when nobody knows it. */
export function checkAddress(client: ClientRecord, address: string): void {
  checkList(listOf(client), address);
}

/**
 * Finds callers by the text of an API key or of an access token, and by the address from which it came. Throws
 * `unauthorised` for a key that does not work and for any other text, `invalid_token` for a token that does not work,
 * `address_refused`.
 */
export function createAuthenticator(
  ctx: Context,
): (text: string | undefined, address: string) => Promise<Caller> {
  const { keys } = ctx;
  const lookUpKey = batchLookups((ids) => findValidKeys(ctx.store.db, ids));
  const findKey = keepRows(async (id) => {
    const found = await lookUpKey(id);
    return found && { ...found, list: listOf(found.client), noted: false };
  });
  const findClient = keepRows(async (id) => {
    const client = await findValidClient(ctx.store.db, id);
    return client && { client, list: listOf(client) };
  });

  const callerByKey = async ({ id, secret }: KeyText, address: string): Promise<Caller> => {
    const found = await findKey(id);
    const proved = provesRow(secret, keys, 'key', found?.credential);
    if (found === undefined || !proved) throw new RosterError('unauthorised');
    checkList(found.list, address);
    const { credential, client, due } = found;
    // Once for as long as the row is kept.
    if (!found.noted) noteUse(ctx, { credential, due, secret, address });
    found.noted = true;
    const { name, role, scopes } = client;
    return { id: client.id, name, keyId: id, role, scopes, limit: limitOf(client, ctx.rateLimit) };
  };
  const callerByToken = async (text: string, address: string): Promise<Caller> => {
    const claims = await findTokenClaims(ctx, text, new Date());
    const found = claims === undefined ? undefined : await findClient(claims.clientId);
    if (claims === undefined || found === undefined) throw new RosterError('invalid_token');
    checkList(found.list, address);
    return callerOfClient(found.client, claims.scopes, ctx.rateLimit);
  };
  return async (text = '', address) => {
    const key = findKeyText(text, keys.environment);
    if (key !== undefined) return callerByKey(key, address);
    // Keys have no dot, tokens have two.
    if (text.includes('.')) return callerByToken(text, address);
    throw new RosterError('unauthorised');
  };
}
