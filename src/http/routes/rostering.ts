import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { envelopeSchema } from '../../json/schema.ts';
import { type Endpoint, endpoints, serviceBases } from '../../model/endpoints.ts';
import { scopeUrl } from '../../model/scope.ts';
import { readFields } from '../../query/fields.ts';
import { parseListQuery } from '../../query/list-query.ts';
import type { Page } from '../../services/roster/read-roster.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { requireScope } from '../middleware/access.ts';
import { oauthSchemeName } from '../oauth.ts';
import { statusInfoSchema } from '../problem.ts';

/** Says which publication a page shows, by id and by stamp. A poller keeps the stamp of its walk's first page. */
export const publicationHeader = 'X-Publication-Id';
export const publishedAtHeader = 'X-Published-At';

const failures = {
  400: 'A parameter is not valid.',
  401: 'No valid API key or token.',
  403: 'The key or token may not read this.',
  404: 'Unknown object.',
  410: 'The cursor is older than what is kept: start again.',
  500: 'A fault inside the hub.',
  503: 'Try again shortly.',
} as const;

const fields = z.string().optional().openapi({
  description: 'Names of properties, separated by commas: only these are returned',
  example: 'sourcedId,familyName,givenName',
});

const listParameters = z.object({
  limit: z
    .string()
    .optional()
    .openapi({ description: '1 or more, default 100; above 10,000 means 10,000', example: '100' }),
  offset: z.string().optional().openapi({ description: 'Zero based; not with cursor', example: '0' }),
  filter: z.string().optional().openapi({
    description: 'One comparison, or two joined by AND or OR: = != > >= < <= ~ and a value in single quotes',
    example: "dateLastModified>'2026-04-01T00:00:00.000Z'",
  }),
  sort: z.string().optional().openapi({ description: 'A field to sort by', example: 'familyName' }),
  orderBy: z.string().optional().openapi({ description: 'asc (default) or desc', example: 'asc' }),
  fields,
  cursor: z.string().optional().openapi({ description: "From the previous page's Link header" }),
});

/** Path parameters in the order of the path. */
function pathNames(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function summaryOf({ kind, path, parents }: Endpoint): string {
  const parts = path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  if (kind === 'single') return `One record of ${parts[0]}`;
  const owners = parents.map(({ entity }) => entity.one).toReversed();
  return [`The collection ${parts.at(-1)}`, ...owners.map((one) => `of one ${one}`)].join(' ');
}

function routeOf(endpoint: Endpoint) {
  const { operationId, path, kind, entity, envelope, scopes } = endpoint;
  const single = kind === 'single';
  const names = pathNames(path);
  const params = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  const refused = Object.entries(failures).filter(
    ([status]) => (status !== '404' || names.length > 0) && (status !== '410' || !single),
  );
  return createRoute({
    method: 'get',
    path: serviceBases[0] + path,
    operationId,
    tags: ['OneRoster 1.2 Rostering'],
    summary: summaryOf(endpoint),
    description: `Scopes: ${scopes.map(scopeUrl).join(' or ')}`,
    security: [{ apiKey: [] }, ...scopes.map((scope) => ({ [oauthSchemeName]: [scopeUrl(scope)] }))],
    request: {
      ...(names.length > 0 ? { params } : {}),
      query: single ? z.object({ fields }) : listParameters,
    },
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

/** Pages by number where the client counts; pages of the pinned walk where it follows cursors. */

function links(url: URL, publicUrl: string, limit: number, offset: number, page: Page): string {
  const to = (rel: string, parameters: Readonly<Record<string, string | number>>) => {
    const search = new URLSearchParams(url.search);
    for (const name of pagingNames) search.delete(name);
    for (const [name, value] of Object.entries(parameters)) search.set(name, String(value));
    return `<${publicUrl}${url.pathname}?${search}>; rel="${rel}"`;
  };
  const { walk } = page;
  const lastOffset = Math.max(0, Math.ceil(page.total / limit) - 1) * limit;
  const counted = {
    prev: offset > 0 ? { offset: Math.max(0, offset - limit) } : undefined,
    last: { offset: lastOffset },
  };
  const pinned = walk && {
    prev: walk.prev === undefined ? undefined : { cursor: walk.prev },
    last: { cursor: walk.last },
  };
  const { prev, last } = pinned ?? counted;
  return [
    ...(page.next === undefined ? [] : [to('next', { limit, cursor: page.next })]),
    ...(prev === undefined ? [] : [to('prev', { limit, ...prev })]),
    to('first', { limit, offset: 0 }),
    to('last', { limit, ...last }),
  ].join(', ');
}

const json = { 'content-type': 'application/json; charset=UTF-8' };

async function answerList(c: HonoContext, deps: AppDeps, endpoint: Endpoint): Promise<Response> {
  const url = new URL(c.req.url);
  const query = parseListQuery(url.searchParams, endpoint.entity, deps.readings);
  const ids = Object.fromEntries(endpoint.parents.map(({ param }) => [param, c.req.param(param) ?? '']));
  const page = await deps.roster.listRecords({ endpoint, ids, query });
  c.header('X-Total-Count', String(page.total));
  c.header('Link', links(url, deps.ctx.publicUrl, query.limit, query.offset, page));
  if (page.publication !== undefined) {
    c.header(publicationHeader, String(page.publication.id));
    c.header(publishedAtHeader, page.publication.publishedAt);
  }
  return c.body(page.body, 200, json);
}

async function answerSingle(c: HonoContext, deps: AppDeps, endpoint: Endpoint): Promise<Response> {
  const given = c.req.queries('fields') ?? [];
  const fields = readFields(endpoint.entity, given, deps.readings.unknownFields);
  return c.body(await deps.roster.getRecord(endpoint, c.req.param('sourcedId') ?? '', fields), 200, json);
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
      const path = base + endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
      app.get(path, requireScope(deps.authenticate, endpoint.scopes), (c) => answer(c, deps, endpoint));
    }
  }
}
