import { createRoute } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { RosterError } from '../../errors.ts';
import { type Endpoint, endpoints, serviceBases } from '../../model/endpoints.ts';
import { type AsOf, readAsOf } from '../../query/as-of.ts';
import { readFields } from '../../query/fields.ts';
import { type ListQuery, parseListQuery } from '../../query/list-query.ts';
import { describeQuery } from '../../services/audit/describe-query.ts';
import { shownPeople } from '../../services/audit/shown-records.ts';
import type { Page } from '../../services/roster/read-roster.ts';
import { withAsOf } from '../docs/as-of.ts';
import { describeOperation } from '../docs/describe-operation.ts';
import { parametersOf } from '../docs/parameters.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { deltasFromHeader, publicationHeader, publishedAtHeader } from '../roster-headers.ts';
import type { Router } from '../router.ts';

function routeOf(endpoint: Endpoint) {
  return createRoute({
    method: 'get',
    path: serviceBases[0] + endpoint.path,
    ...withAsOf(describeOperation(endpoint), parametersOf(endpoint)),
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

/** Older rosters are the administrators' to look at: they show who was there, to whom it may concern no longer. */
function asOfOf(c: HonoContext<RequestEnvironment>): AsOf | undefined {
  const given = c.req.queries('asOf') ?? [];
  if (given.length > 0 && c.get('caller').role !== 'admin')
    throw new RosterError('forbidden', { needed: 'admin' });
  return readAsOf(given);
}

function sayPublication(c: HonoContext, publication: Page['publication']): void {
  if (publication === undefined) return;
  c.header(publicationHeader, String(publication.id));
  c.header(publishedAtHeader, publication.publishedAt);
}

/** What a page is in the audit: with the publication, it says who was shown. */
function shownList(
  endpoint: Endpoint,
  search: URLSearchParams,
  query: ListQuery,
  ids: Readonly<Record<string, string>>,
  { body, shown, position, publication }: Page,
): RequestEnvironment['Variables']['shown'] {
  const { text, omits } = describeQuery(search, query, position);
  const parents = endpoint.parents.map(({ param, entity }) => ({
    entity: entity.name,
    sourcedId: ids[param] ?? '',
  }));
  const people = omits ? shownPeople(endpoint, body, shown) : [];
  return {
    named: [...parents, ...people],
    query: `${endpoint.path}?${text}`,
    publicationId: publication?.id ?? null,
    count: shown,
  };
}

type Answer = (c: HonoContext<RequestEnvironment>, deps: AppDeps, endpoint: Endpoint) => Promise<Response>;

const answerList: Answer = async (c, deps, endpoint) => {
  const asOf = asOfOf(c);
  const url = new URL(c.req.url);
  const query = parseListQuery(url.searchParams, endpoint.entity, deps.readings);
  const ids = Object.fromEntries(endpoint.parents.map(({ param }) => [param, c.req.param(param) ?? '']));
  const page = await deps.roster.listRecords({ endpoint, ids, query, asOf });
  c.set('shown', shownList(endpoint, url.searchParams, query, ids, page));
  c.header('X-Total-Count', String(page.total));
  c.header('Link', links(url, deps.ctx.publicUrl, query.limit, query.offset, page));
  sayPublication(c, page.publication);
  if (page.deltasFrom !== undefined) c.header(deltasFromHeader, page.deltasFrom);
  return c.body(page.body, 200, json);
};

const answerSingle: Answer = async (c, deps, endpoint) => {
  const asOf = asOfOf(c);
  const given = c.req.queries('fields') ?? [];
  const fields = readFields(endpoint.entity, given, deps.readings.unknownFields);
  const sourcedId = c.req.param('sourcedId') ?? '';
  const { body, publication } = await deps.roster.getRecord({ endpoint, sourcedId, fields, asOf });
  c.set('shown', {
    named: [{ entity: endpoint.entity.name, sourcedId }],
    query: fields === undefined ? null : `fields=${[...fields].join(',')}`,
    publicationId: publication?.id ?? null,
    count: 1,
  });
  sayPublication(c, publication);
  return c.body(body, 200, json);
};

/**
 * Every operation of the endpoint table. The document describes the first base; both answer. Bodies are JSON text
 * from the store already, so routes are registered beside their handlers, which no response type could describe.
 */
export function mountRostering(router: Router, deps: AppDeps): void {
  const [, ...otherBases] = serviceBases;
  for (const endpoint of endpoints) {
    const route = routeOf(endpoint);
    const answer = endpoint.kind === 'single' ? answerSingle : answerList;
    const others = otherBases.map((base) => base + endpoint.path);
    router.raw(route, { scopes: endpoint.scopes }, (c) => answer(c, deps, endpoint), others);
  }
}
