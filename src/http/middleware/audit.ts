import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { serviceBases } from '../../model/endpoints.ts';
import { recordBefore } from '../../services/audit/record-action.ts';
import { type AuditedOperation, auditedOperations } from '../audited-operations.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { tokenPaths } from '../oauth.ts';
import { asCaller, originOf } from '../origin.ts';
import { toRosterError } from '../problem.ts';

/** An operation that nobody has declared is written down all the same. */
const undeclared: AuditedOperation = { action: 'roster.read', entity: 'unknown', how: 'read' };

/** Addresses that documents do not name, and those of the same operation that they do. */
function documentedPath(path: string): string {
  const [first, second] = serviceBases;
  if (path.startsWith(`${second}/`)) return first + path.slice(second.length);
  return path === tokenPaths[1] ? tokenPaths[0] : path;
}

/** `paths` are those of all routes that match: guards before and behind the operation, too. */
type Find = (method: string, paths: readonly string[]) => AuditedOperation | undefined;

/** Finds what a route is in the audit, by the operations that are registered when it is first asked. */
function createFinder(app: OpenAPIHono<RequestEnvironment>): Find {
  let found: Map<string, AuditedOperation | undefined> | undefined;
  const read = () => {
    const routes = app.openAPIRegistry.definitions.flatMap((one) =>
      one.type === 'route' ? [one.route] : [],
    );
    return new Map(
      routes.map(({ method, path, operationId = '' }) => {
        const operation = auditedOperations.get(operationId) ?? undeclared;
        const key = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
        return [key, operation === 'public' ? undefined : operation];
      }),
    );
  };
  return (method, paths) => {
    found ??= read();
    const keys = paths.map((path) => `${method === 'HEAD' ? 'GET' : method} ${documentedPath(path)}`);
    // Of two operations that match, the first answers.
    const key = keys.find((one) => found?.has(one));
    return key === undefined ? undefined : found.get(key);
  };
}

/** Ids of the hub's things. What else stands in an address may be anything. */
const ownId = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Za-z]{22}|\d{1,15})$/;

function objectOf(c: HonoContext, { object }: AuditedOperation, refused: boolean): string | null {
  const text = object === undefined ? undefined : c.req.param(object);
  if (text === undefined) return null;
  // A name that the hub knows is fit to be kept; an unknown one might be anybody's.
  return ownId.test(text) || (object === 'name' && !refused) ? text : null;
}

/** Writes down who did what, as `auditedOperations` says. */
export function auditTrail(app: OpenAPIHono<RequestEnvironment>, { ctx, trail }: AppDeps) {
  const find = createFinder(app);
  return createMiddleware<RequestEnvironment>(async (c, next) => {
    const operation = find(
      c.req.method,
      matchedRoutes(c).map(({ path }) => path),
    );
    if (operation === undefined) return next();
    trail.admit();
    const at = new Date();
    await next();
    const { status } = c.res;
    const refused = status >= 400;
    if (operation.how === 'transaction' && !refused) return;
    const { action, entity } = operation;
    const object = objectOf(c, operation, refused);
    const shown = refused ? {} : (c.get('shown') ?? {});
    if (operation.how === 'export' && !refused) {
      const { query, count, publicationId, named = [] } = shown;
      await beforeAnswer(c, () =>
        recordBefore(asCaller(ctx, c), {
          ...{ action, entity, object: object ?? undefined },
          ...{ query: query ?? undefined, count: count ?? undefined, status },
          ...{ publicationId: publicationId ?? undefined, named },
        }),
      );
      return;
    }
    const error = c.error === undefined ? null : toRosterError(c.error).code;
    const nothing = { named: [], query: null, publicationId: null, count: null };
    const origin = originOf(c);
    trail.note({ ...nothing, ...shown, at, origin, action, entity, object, status, error });
  });
}

/** Headers that speak of what is not sent. */
const ofBody = /^(content-(?!security)|link$|location$)/;

/** Nothing of an answer has left the hub by now. What cannot be written down does not. */
async function beforeAnswer(c: HonoContext, record: () => Promise<void>): Promise<void> {
  try {
    await record();
  } catch (error) {
    const { body, headers } = c.res;
    // A response takes over the headers of the one before, unless there is none.
    c.res = undefined;
    c.res = new Response(null, { headers: [...headers].filter(([name]) => !ofBody.test(name)) });
    // What is broken off fails, and nobody is there to be told.
    await body?.cancel().catch(() => undefined);
    throw error;
  }
}
