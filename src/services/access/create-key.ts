import { hubOrigin } from '../../model/audit.ts';
import type { KeyRole } from '../../model/scope.ts';
import type { Tx } from '../../store/client.ts';
import { insertFirstKey, insertKey } from '../../store/keys.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';
import { digestOf, makeKeyText } from './key-text.ts';

/** Without an origin it is the hub that makes it. */
type KeyContext = Pick<Context, 'store' | 'keys'> & Partial<Pick<Context, 'origin'>>;

function prepare(ctx: KeyContext, name: string, role: KeyRole) {
  const made = makeKeyText();
  return {
    text: made.text,
    row: { id: made.id, name, role, digest: digestOf(made.secret, ctx.keys.apiKeys) },
  };
}

async function recordKey(
  ctx: KeyContext,
  tx: Tx,
  { id, role }: { readonly id: string; readonly role: KeyRole },
): Promise<void> {
  const what = { action: 'key.create', entity: 'key', object: id, detail: JSON.stringify({ role }) } as const;
  await recordAction({ keys: ctx.keys, origin: ctx.origin ?? hubOrigin }, tx, what);
}

/** Makes an API key and returns its text, which is kept nowhere. */
export async function createKey(
  ctx: KeyContext,
  input: { readonly name: string; readonly role: KeyRole },
): Promise<string> {
  const { text, row } = prepare(ctx, input.name, input.role);
  await ctx.store.db.transaction(async (tx) => {
    await insertKey(tx, row);
    await recordKey(ctx, tx, row);
  });
  return text;
}

/** On a hub without any key, makes one for its administrator and returns its text; otherwise undefined. */
export async function createFirstKey(ctx: KeyContext): Promise<string | undefined> {
  const { text, row } = prepare(ctx, '最初の管理者 / first administrator', 'admin');
  const made = await insertFirstKey(ctx.store.db, row, (tx) => recordKey(ctx, tx, row));
  return made ? text : undefined;
}
