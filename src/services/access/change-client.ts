import { RosterError } from '../../errors.ts';
import { notesOn, readAllowList } from '../../model/allow-list.ts';
import {
  type ClientRecord,
  type ClientSettings,
  findClient,
  revokeClient,
  updateClient,
} from '../../store/clients.ts';
import { type AccessContext, recordAccess } from './record-access.ts';
import { checkScopes, type NotedClient } from './register-client.ts';

/** What changes; what is absent stays. */
export type ClientChange = { readonly [Name in keyof ClientSettings]?: ClientSettings[Name] | undefined } & {
  /** `0.0.0.0/0` or `::/0` in the list is meant. */
  readonly everybody?: boolean | undefined;
};

/** What changes; of what it was allowed, also what it was: whoever looks into an incident has to know. */
function detailOf({ role, scopes }: ClientRecord, settings: Partial<ClientSettings>): object {
  const changed = Object.keys(settings);
  const allowed = settings.role !== undefined || settings.scopes !== undefined;
  return { changed, ...(allowed ? { before: { role, scopes } } : {}) };
}

/**
 * Changes a client, on every copy of the hub within five seconds. Throws `unknown_object`, `client_ended` for one that
 * was revoked, `invalid_parameter`, `address_everybody`.
 */
export async function changeClient(
  ctx: AccessContext,
  id: string,
  { everybody = false, ...change }: ClientChange,
): Promise<NotedClient> {
  const list = change.addresses === undefined ? undefined : readAllowList(change.addresses, everybody);
  const settings: Partial<ClientSettings> = Object.fromEntries(
    Object.entries({ ...change, addresses: list?.addresses }).filter(([, value]) => value !== undefined),
  );
  return ctx.store.db.transaction(async (tx) => {
    const before = await findClient(tx, id);
    if (before === undefined) throw new RosterError('unknown_object');
    checkScopes(settings.role ?? before.role, settings.scopes ?? before.scopes);
    const unchanged = Object.keys(settings).length === 0;
    const client = unchanged ? before : await updateClient(tx, id, settings);
    if (client === undefined) throw new RosterError('client_ended');
    await recordAccess(ctx, tx, { action: 'client.change', object: id, detail: detailOf(before, settings) });
    return { client, notes: [...(list?.notes ?? []), ...notesOn(client.addressMode, client.addresses)] };
  });
}

/** Stops a client and all that it proves itself with, on every copy of the hub within five seconds. Throws `unknown_object`, `client_ended`. */
export async function stopClient(ctx: AccessContext, id: string): Promise<NotedClient> {
  return ctx.store.db.transaction(async (tx) => {
    const revoked = await revokeClient(tx, id);
    const client = await findClient(tx, id);
    if (client === undefined) throw new RosterError('unknown_object');
    if (!revoked) throw new RosterError('client_ended');
    await recordAccess(ctx, tx, { action: 'client.revoke', object: id });
    return { client, notes: [] };
  });
}
