import { insertMade } from './create-credential.ts';
import { type AccessContext, recordAccess } from './record-access.ts';
import { type ClientInput, insertRegistered } from './register-client.ts';

/** A client without anything said of its role: a learning tool. */
export type OauthClientInput = Omit<ClientInput, 'role'> & {
  readonly role?: ClientInput['role'] | undefined;
};

/** Makes a client with a secret of OAuth2. Returns its id and the text of its secret, which is kept nowhere. */
export function createClient(
  ctx: AccessContext,
  input: OauthClientInput,
): Promise<{ readonly id: string; readonly secret: string }> {
  return ctx.store.db.transaction(async (tx) => {
    const { client } = await insertRegistered(tx, { ...input, role: input.role ?? 'reader' });
    const { text } = await insertMade(tx, ctx.keys, client, { kind: 'secret', expiresAt: null });
    await recordAccess(ctx, tx, {
      action: 'client.create',
      object: client.id,
      detail: { scopes: client.scopes },
    });
    return { id: client.id, secret: text };
  });
}
