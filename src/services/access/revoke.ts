import { revokeClient } from '../../store/clients.ts';
import { revokeKey } from '../../store/keys.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';

/** Stops a key or client for good. False when there is no active one with the id. */
export function revokeCredential(
  ctx: Pick<Context, 'store' | 'keys' | 'origin'>,
  kind: 'key' | 'client',
  id: string,
): Promise<boolean> {
  return ctx.store.db.transaction(async (tx) => {
    const stopped = kind === 'key' ? await revokeKey(tx, id) : await revokeClient(tx, id);
    if (stopped) await recordAction(ctx, tx, { action: `${kind}.revoke`, entity: kind, object: id });
    return stopped;
  });
}
