import { RosterError } from '../../errors.ts';
import type { Tx } from '../../store/client.ts';
import { type ClientRecord, findClient, lockValidClient } from '../../store/clients.ts';
import {
  type CredentialKind,
  type CredentialRecord,
  findCredential,
  insertCredential,
  lockUnrolled,
  type OwnedCredential,
  retireCredential,
  revokeCredential,
} from '../../store/credentials.ts';
import type { DerivedKeys } from './derive-keys.ts';
import { digestOf, makeClientSecret, makeId, makeKeyText } from './key-text.ts';
import { purposeOf } from './prove.ts';
import { type AccessContext, recordAccess } from './record-access.ts';

/** A credential that was just made. */
export interface IssuedCredential extends OwnedCredential {
  /** Shown once, and kept nowhere. */
  readonly text: string;
}

/** Inserts a new credential of a client in the caller's transaction. `expiresAt` null: the end of the contract. */
export async function insertMade(
  tx: Tx,
  keys: DerivedKeys,
  client: ClientRecord,
  { kind, expiresAt }: Pick<CredentialRecord, 'kind' | 'expiresAt'>,
): Promise<IssuedCredential> {
  const made =
    kind === 'key' ? makeKeyText(keys.environment) : { id: makeId(), ...makeClientSecret(keys.environment) };
  const { id, secret, text, prefix, lastFour } = made;
  const digest = digestOf(secret, keys[purposeOf[kind]]);
  const { pepperId } = keys;
  const credential = await insertCredential(tx, {
    ...{ id, clientId: client.id, kind, prefix, lastFour, digest, pepperId, expiresAt },
  });
  return { text, client, credential };
}

/** Makes a key or a secret for a client. Throws `unknown_object`, `client_ended`. */
export function createCredential(
  ctx: AccessContext,
  clientId: string,
  { kind, expiresAt }: { readonly kind: CredentialKind; readonly expiresAt?: Date | undefined },
): Promise<IssuedCredential> {
  return ctx.store.db.transaction(async (tx) => {
    const client = await lockValidClient(tx, clientId);
    if (client === undefined) {
      throw new RosterError((await findClient(tx, clientId)) ? 'client_ended' : 'unknown_object');
    }
    const issued = await insertMade(tx, ctx.keys, client, { kind, expiresAt: expiresAt ?? null });
    const detail = { client: clientId, kind };
    await recordAccess(ctx, tx, { action: 'key.create', object: issued.credential.id, detail });
    return issued;
  });
}

const hourSeconds = 3_600;
/** For how long what was rolled goes on working. */
export const graceSeconds = {
  '0': 0,
  '1h': hourSeconds,
  '24h': 24 * hourSeconds,
  '7d': 7 * 24 * hourSeconds,
} as const;
export type Grace = keyof typeof graceSeconds;
export const graces = ['0', '1h', '24h', '7d'] as const satisfies readonly Grace[];

/** What was rolled, and what takes its place. */
export interface Rolled {
  readonly issued: IssuedCredential;
  readonly previous: CredentialRecord;
}

/**
 * Makes another credential in place of one, which goes on for a while and never beyond its own end. The new one has the
 * end that is given, or the old one's own. Throws `unknown_object`, and `credential_ended` for one that does not work any
 * more or was rolled already.
 */
export function rollCredential(
  ctx: AccessContext,
  id: string,
  { grace, expiresAt }: { readonly grace: Grace; readonly expiresAt?: Date | undefined },
): Promise<Rolled> {
  return ctx.store.db.transaction(async (tx) => {
    const old = await lockUnrolled(tx, id);
    if (old === undefined) {
      throw new RosterError((await findCredential(tx, id)) ? 'credential_ended' : 'unknown_object');
    }
    const { client, credential } = old;
    const issued = await insertMade(tx, ctx.keys, client, {
      kind: credential.kind,
      expiresAt: expiresAt ?? credential.expiresAt,
    });
    const previous = await retireCredential(tx, id, issued.credential.id, graceSeconds[grace]);
    const detail = { client: client.id, into: issued.credential.id, grace };
    await recordAccess(ctx, tx, { action: 'key.roll', object: id, detail });
    return { issued, previous };
  });
}

/** Stops a credential on every copy of the hub within five seconds. Throws `unknown_object`, `credential_ended`. */
export function stopCredential(ctx: AccessContext, id: string): Promise<OwnedCredential> {
  return ctx.store.db.transaction(async (tx) => {
    const revoked = await revokeCredential(tx, id);
    const found = await findCredential(tx, id);
    if (found === undefined) throw new RosterError('unknown_object');
    if (!revoked) throw new RosterError('credential_ended');
    await recordAccess(ctx, tx, { action: 'key.revoke', object: id, detail: { client: found.client.id } });
    return found;
  });
}
