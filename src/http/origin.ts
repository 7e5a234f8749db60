import type { Context as HonoContext } from 'hono';
import type { Actor, Origin } from '../model/audit.ts';
import type { Caller } from '../services/access/authenticate.ts';
import type { Context } from '../services/context.ts';
import type { RequestEnvironment } from './environment.ts';

const nobody: Actor = { kind: 'nobody', id: null, keyId: null, name: null };

function actorOf({ id, name, keyId }: Caller): Actor {
  return { kind: keyId === undefined ? 'client' : 'key', id, keyId: keyId ?? null, name };
}

/** Who asks, as far as that is known by now. */
export function originOf(c: HonoContext<RequestEnvironment>): Origin {
  // Without a guard in front, nobody has said who it is.
  const caller: Caller | undefined = c.get('caller');
  const actor = caller === undefined ? nobody : actorOf(caller);
  return { actor, address: c.get('address') || null, requestId: c.get('requestId') };
}

/** The context for what a caller asks for: what it does is written down as the caller's. */
export function asCaller(ctx: Context, c: HonoContext<RequestEnvironment>): Context {
  return { ...ctx, origin: originOf(c) };
}
