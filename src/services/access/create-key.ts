import { scopesOfRole } from '../../model/scope.ts';
import type { Tx } from '../../store/client.ts';
import { ifNoKeys } from '../../store/credentials.ts';
import { insertMade } from './create-credential.ts';
import { type AccessContext, recordAccess } from './record-access.ts';
import { type ClientInput, insertRegistered } from './register-client.ts';

/** A client with what its role reads, unless told. */
export type KeyInput = Omit<ClientInput, 'scopes'> & {
  readonly scopes?: ClientInput['scopes'] | undefined;
};

async function insertWithKey(ctx: AccessContext, tx: Tx, input: KeyInput): Promise<string> {
  const scopes = input.scopes ?? scopesOfRole[input.role];
  const { client } = await insertRegistered(tx, { ...input, scopes });
  const { text, credential } = await insertMade(tx, ctx.keys, client, { kind: 'key', expiresAt: null });
  const detail = { client: client.id, role: input.role, scopes };
  await recordAccess(ctx, tx, { action: 'key.create', object: credential.id, detail });
  return text;
}

/** Makes a client with an API key and returns the key's text, which is kept nowhere. */
export function createKey(ctx: AccessContext, input: KeyInput): Promise<string> {
  return ctx.store.db.transaction((tx) => insertWithKey(ctx, tx, input));
}

/** On a hub without any key, makes one for its administrator and returns its text; otherwise undefined. */
export async function createFirstKey(ctx: AccessContext): Promise<string | undefined> {
  let text: string | undefined;
  await ifNoKeys(ctx.store.db, async (tx) => {
    text = await insertWithKey(ctx, tx, { name: '最初の管理者 / first administrator', role: 'admin' });
  });
  return text;
}
