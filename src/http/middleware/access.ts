import { createMiddleware } from 'hono/factory';
import { RosterError } from '../../errors.ts';
import type { KeyRole, Scope } from '../../model/scope.ts';
import type { Caller } from '../../services/access/authenticate.ts';
import type { RequestEnvironment } from '../environment.ts';

type Authenticate = (key: string | undefined) => Promise<Caller>;

/** `Bearer <key>`; any other scheme is no key. */
const bearer = /^Bearer +(\S+)$/i;

/** The key of a request. Keys in the address are not looked at: addresses end up in logs. */
function keyOf(authorization: string | undefined, apiKey: string | undefined): string | undefined {
  return authorization === undefined ? apiKey : bearer.exec(authorization)?.[1];
}

function guard(authenticate: Authenticate, needed: string, allows: (caller: Caller) => boolean) {
  return createMiddleware<RequestEnvironment>(async (c, next) => {
    const caller = await authenticate(keyOf(c.req.header('authorization'), c.req.header('x-api-key')));
    c.set('caller', caller);
    if (!allows(caller)) throw new RosterError('forbidden', { needed });
    await next();
  });
}

/** Lets in callers with one of the roles. */
export function requireRole(authenticate: Authenticate, ...roles: readonly KeyRole[]) {
  return guard(authenticate, roles.join(', '), (caller) => roles.includes(caller.role));
}

/** Lets in callers with one of the scopes. */
export function requireScope(authenticate: Authenticate, scopes: readonly Scope[]) {
  return guard(authenticate, scopes.join(', '), (caller) =>
    scopes.some((scope) => caller.scopes.includes(scope)),
  );
}
