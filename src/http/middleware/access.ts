import type { MiddlewareHandler } from 'hono';
import { RosterError } from '../../errors.ts';
import { scopeUrl } from '../../model/scope.ts';
import type { Access } from '../access.ts';
import { findBearer } from '../bearer.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import type { RequestCounter } from './limits.ts';

type Authenticate = AppDeps['authenticate'];

/** The key or token of a request. */
function credentialOf(authorization: string | undefined, apiKey: string | undefined): string | undefined {
  return authorization === undefined ? apiKey : findBearer(authorization);
}

/** Why a caller may not do what asks for `access`; undefined when it may. */
function refusalOf(
  access: Exclude<Access, 'public' | 'probe'>,
  { role, scopes }: RequestEnvironment['Variables']['caller'],
): RosterError | undefined {
  if ('roles' in access) {
    if (access.roles.some((one) => one === role)) return undefined;
    return new RosterError('forbidden', { needed: access.roles.join(', ') });
  }
  if (access.scopes.some((one) => scopes.includes(one))) return undefined;
  return new RosterError('insufficient_scope', { scope: access.scopes.map(scopeUrl).join(' ') });
}

/** What an operation is guarded with. */
export interface Guards {
  readonly authenticate: Authenticate;
  readonly counter: RequestCounter;
}

/** Nobody who may call: their attempts count against their address, so that guessing has an end. */
const isRefusal = (error: unknown) => error instanceof RosterError && error.row.status < 500;

/** Lets in whom `access` names, and says who it is (`caller`). Everybody's operations have no caller. */
export function guard(
  { authenticate, counter }: Guards,
  access: Access,
): MiddlewareHandler<RequestEnvironment> {
  if (access === 'probe') return (_c, next) => next();
  if (access === 'public') {
    return async (c, next) => {
      await counter.ofAddress(c);
      await next();
    };
  }
  return async (c, next) => {
    const text = credentialOf(c.req.header('authorization'), c.req.header('x-api-key'));
    const caller = await authenticate(text, c.get('address')).catch(async (error: unknown) => {
      if (isRefusal(error)) await counter.ofAddress(c);
      throw error;
    });
    c.set('caller', caller);
    await counter.ofClient(c, caller);
    const refusal = refusalOf(access, caller);
    if (refusal !== undefined) throw refusal;
    await next();
  };
}
