import { createMiddleware } from 'hono/factory';
import { RosterError } from '../../errors.ts';
import { type KeyRole, type RosterScope, scopeUrl } from '../../model/scope.ts';
import type { Caller } from '../../services/access/authenticate.ts';
import { findBearer } from '../bearer.ts';
import type { RequestEnvironment } from '../environment.ts';

type Authenticate = (text: string | undefined) => Promise<Caller>;

/** The key or token of a request. Those in the address are not looked at: addresses end up in logs. */
function credentialOf(authorization: string | undefined, apiKey: string | undefined): string | undefined {
  return authorization === undefined ? apiKey : findBearer(authorization);
}

function guard(authenticate: Authenticate, allows: (caller: Caller) => boolean, refusal: () => RosterError) {
  return createMiddleware<RequestEnvironment>(async (c, next) => {
    const caller = await authenticate(credentialOf(c.req.header('authorization'), c.req.header('x-api-key')));
    c.set('caller', caller);
    if (!allows(caller)) throw refusal();
    await next();
  });
}

/** Lets in callers with one of the roles. */
export function requireRole(authenticate: Authenticate, ...roles: readonly KeyRole[]) {
  return guard(
    authenticate,
    ({ role }) => role !== undefined && roles.includes(role),
    () => new RosterError('forbidden', { needed: roles.join(', ') }),
  );
}

/** Lets in callers with one of the scopes. */
export function requireScope(authenticate: Authenticate, scopes: readonly RosterScope[]) {
  return guard(
    authenticate,
    (caller) => scopes.some((scope) => caller.scopes.includes(scope)),
    () => new RosterError('insufficient_scope', { scope: scopes.map(scopeUrl).join(' ') }),
  );
}
