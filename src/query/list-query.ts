import { RosterError } from '../errors.ts';
import type { Entity } from '../model/entity.ts';
import { type Filter, readFilter } from './condition.ts';
import { readFields, type UnknownFields } from './fields.ts';
import { findPath, isSortable, type Path } from './path.ts';

/** Default of the standard (OpenAPI, parameter `limit`). */
export const pageSizeDefault = 100;
/** Clients ask for up to 10,000; larger wishes get that much, never a refusal. */
export const pageSizeMax = 10_000;

/** How the two disputed passages of the standard are read. */
export interface Readings {
  readonly unknownFields: UnknownFields;
  /** A `sort` by something that the entity does not have: the default order, or 400. */
  readonly unknownSort: 'ignore' | 'reject';
}

export interface Sort {
  readonly path: Path;
  readonly descending: boolean;
}

/** What a collection is asked for: parsed and checked, before any connection is used. */
export interface ListQuery {
  readonly limit: number;
  readonly offset: number;
  readonly filter: Filter | undefined;
  /** Undefined for the default order, ascending by `sourcedId`. */
  readonly sort: Sort | undefined;
  /** Properties to be served; undefined for all. */
  readonly fields: ReadonlySet<string> | undefined;
  /** An opaque cursor from a `next` link. */
  readonly cursor: string | undefined;
  /** What decides which records there are and in which order; a cursor is good for this text only. */
  readonly question: string;
}

/** Parameters that the hub answers to and that may be given once. */
const once = ['limit', 'offset', 'filter', 'cursor', 'sort', 'orderBy'] as const;

/** Parses the query string of a collection GET. Throws `invalid_parameter`, `invalid_filter` or `invalid_fields`. */
export function parseListQuery(search: URLSearchParams, entity: Entity, readings: Readings): ListQuery {
  for (const name of once) {
    if (search.getAll(name).length > 1) throw invalid(name, '1 回だけ', 'given once');
  }
  const filter = search.get('filter');
  const [sort, orderBy] = [search.get('sort'), search.get('orderBy')];
  return {
    limit: Math.min(wholeNumber(search, 'limit', pageSizeDefault, 1), pageSizeMax),
    offset: wholeNumber(search, 'offset', 0, 0),
    filter: filter === null ? undefined : readFilter(entity, filter),
    sort: readSort(entity, sort, orderBy, readings),
    fields: readFields(entity, search.getAll('fields'), readings.unknownFields),
    cursor: search.get('cursor') ?? undefined,
    question: JSON.stringify([filter, sort, orderBy]),
  };
}

function invalid(name: string, expectedJa: string, expected: string): RosterError {
  return new RosterError('invalid_parameter', { name, expectedJa: `期待する形: ${expectedJa}`, expected });
}

/** Digits only: `1e3`, `+5` and an empty value are refused, as the OpenAPI's int32 asks. */
function wholeNumber(search: URLSearchParams, name: string, otherwise: number, least: number): number {
  const text = search.get(name);
  if (text === null) return otherwise;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (value < least || value > 2_147_483_647) {
    throw invalid(name, `${least} 以上の整数`, `a whole number from ${least}`);
  }
  return value;
}

function readSort(
  entity: Entity,
  name: string | null,
  orderBy: string | null,
  readings: Readings,
): Sort | undefined {
  if (orderBy !== null && orderBy !== 'asc' && orderBy !== 'desc') {
    throw invalid('orderBy', 'asc または desc', 'asc or desc');
  }
  if (name === null) return undefined;
  const path = findPath(entity, name);
  if (path === undefined || !isSortable(path)) {
    if (readings.unknownSort === 'ignore') return undefined;
    throw invalid('sort', `${entity.name} の項目名`, `a field of ${entity.name}`);
  }
  const descending = orderBy === 'desc';
  // Ascending by sourcedId is the default order, whose pages cost the same however deep they are.
  return path.at === 'sourcedId' && !descending ? undefined : { path, descending };
}
