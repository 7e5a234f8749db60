import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { envelopeSchema } from '../../json/schema.ts';
import { type Endpoint, endpoints, serviceBases } from '../../model/endpoints.ts';
import { scopeUrl } from '../../model/scope.ts';
import { parseListQuery } from '../../query/list-query.ts';
import type { Page } from '../../services/roster/read-roster.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { requireScope } from '../middleware/access.ts';
import { statusInfoSchema } from '../problem.ts';

/** Says which publication a page shows, by id and by stamp. A poller keeps the stamp of its walk's first page. */
export const publicationHeader = 'X-Publication-Id';
export const publishedAtHeader = 'X-Published-At';

const failures = {
  400: 'A parameter is not valid.',
  401: 'No valid API key.',
  403: 'The key may not read this.',
  404: 'Unknown object.',
  500: 'A fault inside the hub.',
  503: 'Try again shortly.',
} as const;

const listParameters = z.object({
  limit: z.string().optional().openapi({ description: '1 to 10,000; default 100', example: '100' }),
  offset: z.string().optional().openapi({ description: 'Zero based; not with cursor', example: '0' }),
  filter: z.string().optional().openapi({
    description: 'dateLastModified compared with an instant',
    example: "dateLastModified>'2026-04-01T00:00:00.000Z'",
  }),
  cursor: z.string().optional().openapi({ description: "From the previous page's Link header" }),
});

function routeOf(endpoint: Endpoint) {
  const { operationId, path, kind, entity, envelope, scopes } = endpoint;
  const single = kind === 'single';
  const refused = Object.entries(failures).filter(([status]) => single || status !== '404');
  return createRoute({
    method: 'get',
    path: serviceBases[0] + path,
    operationId,
    tags: ['OneRoster 1.2 Rostering'],
    summary: single ? `One record of ${path.split('/')[1]}` : `The collection ${path.slice(1)}`,
    description: `Scopes: ${scopes.map(scopeUrl).join(' or ')}`,
    security: [{ apiKey: [] }],
    request: single ? { params: z.object({ sourcedId: z.string() }) } : { query: listParameters },
    responses: {
      200: {
        description: single ? 'The record' : 'A page of the collection',
        content: { 'application/json': { schema: envelopeSchema(envelope, entity, kind) } },
      },
      ...Object.fromEntries(
        refused.map(([status, description]) => [
          status,
          { description, content: { 'application/json': { schema: statusInfoSchema } } },
        ]),
      ),
    },
  });
}

/** Names that `links` writes itself; everything else of the request's query is repeated. */
const pagingNames = ['cursor', 'offset', 'limit'];

function links(url: URL, publicUrl: string, limit: number, offset: number, page: Page): string {
  const to = (rel: string, parameters: Readonly<Record<string, string | number>>) => {
    const search = new URLSearchParams(url.search);
    for (const name of pagingNames) search.delete(name);
    for (const [name, value] of Object.entries(parameters)) search.set(name, String(value));
    return `<${publicUrl}${url.pathname}?${search}>; rel="${rel}"`;
  };
  const counted = !url.searchParams.has('cursor');
  const lastOffset = Math.max(0, Math.ceil(page.total / limit) - 1) * limit;
  return [
    ...(page.next === undefined ? [] : [to('next', { limit, cursor: page.next })]),
    ...(counted && offset > 0 ? [to('prev', { limit, offset: Math.max(0, offset - limit) })] : []),
    to('first', { limit, offset: 0 }),
    ...(counted ? [to('last', { limit, offset: lastOffset })] : []),
  ].join(', ');
}

const json = { 'content-type': 'application/json; charset=UTF-8' };

async function answerList(c: HonoContext, deps: AppDeps, endpoint: Endpoint): Promise<Response> {
  const url = new URL(c.req.url);
  const query = parseListQuery(url.searchParams);
  const page = await deps.roster.listRecords(endpoint, query);
  c.header('X-Total-Count', String(page.total));
  c.header('Link', links(url, deps.ctx.publicUrl, query.limit, query.offset, page));
  if (page.publication !== undefined) {
    c.header(publicationHeader, String(page.publication.id));
    c.header(publishedAtHeader, page.publication.publishedAt);
  }
  return c.body(page.body, 200, json);
}

async function answerSingle(c: HonoContext, deps: AppDeps, endpoint: Endpoint): Promise<Response> {
  return c.body(await deps.roster.getRecord(endpoint, c.req.param('sourcedId') ?? ''), 200, json);
}

/**
 * Every operation of the endpoint table. The document describes the first base; both answer. Bodies are JSON text
 * from the store already, so routes are registered beside their handlers, which no response type could describe.
 */
export function mountRostering(app: OpenAPIHono<RequestEnvironment>, deps: AppDeps): void {
  for (const endpoint of endpoints) {
    const route = routeOf(endpoint);
    app.openAPIRegistry.registerPath(route);
    const answer = endpoint.kind === 'single' ? answerSingle : answerList;
    for (const base of serviceBases) {
      const path = base + endpoint.path.replace('{sourcedId}', ':sourcedId');
      app.get(path, requireScope(deps.authenticate, endpoint.scopes), (c) => answer(c, deps, endpoint));
    }
  }
}
