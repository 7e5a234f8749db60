import { RosterError } from '../../errors.ts';
import { type KeyRole, type Scope, scopesOfRole } from '../../model/scope.ts';
import { findValidKey, type KeyRecord } from '../../store/keys.ts';
import type { Context } from '../context.ts';
import { digestOf, findKeyText, sameDigest } from './key-text.ts';

/** Who is calling, whatever they proved it with. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly role: KeyRole;
  readonly scopes: readonly Scope[];
}

/** A revoked key works no longer than this on any copy of the hub. */
const cacheMs = 5_000;
const cacheMax = 1_000;

interface Cached {
  readonly record: KeyRecord | undefined;
  readonly until: number;
}

/** Finds callers by their API keys. Keeps rows for a few seconds, so that a page walk does not ask for each page. */
export function createAuthenticator(ctx: Context): (text: string | undefined) => Promise<Caller> {
  const cache = new Map<string, Cached>();
  const nobody = Buffer.alloc(32);
  const find = async (id: string): Promise<KeyRecord | undefined> => {
    const known = cache.get(id);
    const now = performance.now();
    if (known !== undefined && known.until > now) return known.record;
    const record = await findValidKey(ctx.store.db, id);
    if (cache.size >= cacheMax) cache.clear();
    cache.set(id, { record, until: now + cacheMs });
    return record;
  };
  return async (text) => {
    const key = text === undefined ? undefined : findKeyText(text);
    if (key === undefined) throw new RosterError('unauthorised');
    const record = await find(key.id);
    const digest = digestOf(key.secret, ctx.keys.apiKeys);
    // An unknown id costs the same work as a wrong secret.
    if (!sameDigest(digest, record?.digest ?? nobody) || record === undefined) {
      throw new RosterError('unauthorised');
    }
    return { id: record.id, name: record.name, role: record.role, scopes: scopesOfRole[record.role] };
  };
}
