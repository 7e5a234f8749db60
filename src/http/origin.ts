import type { Context as HonoContext } from 'hono';
import type { Actor, Origin } from '../model/audit.ts';
import type { Context } from '../services/context.ts';
import type { RequestEnvironment } from './environment.ts';

const nobody: Actor = { kind: 'nobody', id: null, name: null };

/** The address that a request comes from: the socket's. Null inside a process, where there is no socket. */
function addressOf(c: HonoContext): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? null;
}

/** Who asks, as far as that is known by now. */
export function originOf(c: HonoContext<RequestEnvironment>): Origin {
  // Without a guard in front, nobody has said who it is.
  const caller: RequestEnvironment['Variables']['caller'] | undefined = c.get('caller');
  const actor = caller === undefined ? nobody : { kind: caller.kind, id: caller.id, name: caller.name };
  return { actor, address: addressOf(c), requestId: c.get('requestId') };
}

/** The context for what a caller asks for: what it does is written down as the caller's. */
export function asCaller(ctx: Context, c: HonoContext<RequestEnvironment>): Context {
  return { ...ctx, origin: originOf(c) };
}
