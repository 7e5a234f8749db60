import type { Scope } from '../../model/scope.ts';
import { insertClient } from '../../store/clients.ts';
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
  ctx: Pick<Context, 'store' | 'keys'>,
  { name, scopes, expiresAt }: CreateClientInput,
): Promise<{ readonly id: string; readonly secret: string }> {
  const id = makeId();
  const { secret, text } = makeClientSecret();
  const digest = digestOf(secret, ctx.keys.clients);
  await insertClient(ctx.store.db, { id, name, scopes, digest, expiresAt: expiresAt ?? null });
  return { id, secret: text };
}
