import type { Context } from '../context.ts';
import { insertMade } from './create-credential.ts';
import { type ClientInput, insertRegistered } from './register-client.ts';

/** A client without anything said of its role: a learning tool. */
export type OauthClientInput = Omit<ClientInput, 'role'> & {
  readonly role?: ClientInput['role'] | undefined;
};

/** Makes a client with a secret of OAuth2. Returns its id and the text of its secret, which is kept nowhere. */
export function createClient(
  { store, keys }: Pick<Context, 'store' | 'keys'>,
  input: OauthClientInput,
): Promise<{ readonly id: string; readonly secret: string }> {
  return store.db.transaction(async (tx) => {
    const { client } = await insertRegistered(tx, { ...input, role: input.role ?? 'reader' });
    const { text } = await insertMade(tx, keys, client, { kind: 'secret', expiresAt: null });
    return { id: client.id, secret: text };
  });
}
