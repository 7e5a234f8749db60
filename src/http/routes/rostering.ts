import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { type Endpoint, endpoints, serviceBases } from '../../model/endpoints.ts';
import { readFields } from '../../query/fields.ts';
import { parseListQuery } from '../../query/list-query.ts';
import type { Page } from '../../services/roster/read-roster.ts';
import { describeOperation } from '../docs/describe-operation.ts';
import { parametersOf } from '../docs/parameters.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { requireScope } from '../middleware/access.ts';
import { deltasFromHeader, publicationHeader, publishedAtHeader } from '../roster-headers.ts';

function routeOf(endpoint: Endpoint) {
  return createRoute({
    method: 'get',
    path: serviceBases[0] + endpoint.path,
    ...describeOperation(endpoint),
    request: parametersOf(endpoint),
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
  if (page.deltasFrom !== undefined) c.header(deltasFromHeader, page.deltasFrom);
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
