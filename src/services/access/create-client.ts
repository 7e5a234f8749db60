import { hubOrigin } from '../../model/audit.ts';
import type { Scope } from '../../model/scope.ts';
import { insertClient } from '../../store/clients.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';
import { digestOf, makeClientSecret, makeId } from './key-text.ts';

export interface CreateClientInput {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The first moment at which it does not work any more. */
  readonly expiresAt?: Date | undefined;
}

/** Makes an OAuth2 client. Returns its id and the text of its secret, which is kept nowhere. */
export async function createClient(
  ctx: Pick<Context, 'store' | 'keys'> & Partial<Pick<Context, 'origin'>>,
  { name, scopes, expiresAt }: CreateClientInput,
): Promise<{ readonly id: string; readonly secret: string }> {
  const id = makeId();
  const { secret, text } = makeClientSecret();
  const digest = digestOf(secret, ctx.keys.clients);
  await ctx.store.db.transaction(async (tx) => {
    await insertClient(tx, { id, name, scopes, digest, expiresAt: expiresAt ?? null });
    const what = { action: 'client.create', entity: 'client', object: id } as const;
    const by = { keys: ctx.keys, origin: ctx.origin ?? hubOrigin };
    await recordAction(by, tx, { ...what, detail: JSON.stringify({ scopes }) });
  });
  return { id, secret: text };
}
