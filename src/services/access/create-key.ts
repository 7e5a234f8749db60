import type { KeyRole } from '../../model/scope.ts';
import { insertFirstKey, insertKey } from '../../store/keys.ts';
import type { Context } from '../context.ts';
import { digestOf, makeKeyText } from './key-text.ts';

type KeyContext = Pick<Context, 'store' | 'keys'>;

function prepare(ctx: KeyContext, name: string, role: KeyRole) {
  const made = makeKeyText();
  return {
    text: made.text,
    row: { id: made.id, name, role, digest: digestOf(made.secret, ctx.keys.apiKeys) },
  };
}

/** Makes an API key and returns its text, which is kept nowhere. */
export async function createKey(
  ctx: KeyContext,
  input: { readonly name: string; readonly role: KeyRole },
): Promise<string> {
  const { text, row } = prepare(ctx, input.name, input.role);
  await insertKey(ctx.store.db, row);
  return text;
}

/** On a hub without any key, makes one for its administrator and returns its text; otherwise undefined. */
export async function createFirstKey(ctx: KeyContext): Promise<string | undefined> {
  const { text, row } = prepare(ctx, '最初の管理者 / first administrator', 'admin');
  return (await insertFirstKey(ctx.store.db, row)) ? text : undefined;
}
