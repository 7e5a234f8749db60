import { scopesOfRole } from '../../model/scope.ts';
import type { Tx } from '../../store/client.ts';
import { ifNoKeys } from '../../store/credentials.ts';
import type { Context } from '../context.ts';
import { insertMade } from './create-credential.ts';
import { type ClientInput, insertRegistered } from './register-client.ts';

type KeyContext = Pick<Context, 'store' | 'keys'>;

/** A client with what its role reads, unless told. */
export type KeyInput = Omit<ClientInput, 'scopes'> & {
  readonly scopes?: ClientInput['scopes'] | undefined;
};

async function insertWithKey(tx: Tx, keys: Context['keys'], input: KeyInput): Promise<string> {
  const scopes = input.scopes ?? scopesOfRole[input.role];
  const { client } = await insertRegistered(tx, { ...input, scopes });
  return (await insertMade(tx, keys, client, { kind: 'key', expiresAt: null })).text;
}

/** Makes a client with an API key and returns the key's text, which is kept nowhere. */
export function createKey({ store, keys }: KeyContext, input: KeyInput): Promise<string> {
  return store.db.transaction((tx) => insertWithKey(tx, keys, input));
}

/** On a hub without any key, makes one for its administrator and returns its text; otherwise undefined. */
export async function createFirstKey({ store, keys }: KeyContext): Promise<string | undefined> {
  let text: string | undefined;
  await ifNoKeys(store.db, async (tx) => {
    text = await insertWithKey(tx, keys, { name: '最初の管理者 / first administrator', role: 'admin' });
  });
  return text;
}
