import { RosterError } from '../errors.ts';
import { type Comparison, parseComparison } from './filter.ts';
import { findInstant } from './instant.ts';

/** Default of the standard (OpenAPI, parameter `limit`). */
export const pageSizeDefault = 100;
/** Clients ask for up to 10,000; larger wishes get that much, never a refusal. */
export const pageSizeMax = 10_000;

/** Instants that `dateLastModified` must lie between; both ends may be open. */
export interface ModifiedRange {
  readonly after?: { readonly instant: Date; readonly inclusive: boolean };
  readonly before?: { readonly instant: Date; readonly inclusive: boolean };
}

/** What a collection is asked for: parsed and checked, before any connection is used. */
export interface ListQuery {
  readonly limit: number;
  readonly offset: number;
  readonly modified: ModifiedRange;
  /** The filter as it was given, to be repeated in links. */
  readonly filterText?: string;
  /** An opaque cursor from a `next` link. */
  readonly cursor?: string;
}

/** Parameters that the hub answers to; each may be given once. */
const known = ['limit', 'offset', 'filter', 'cursor'] as const;

/** Parses the query string of a collection GET. Throws `invalid_parameter` or `invalid_filter`. */
export function parseListQuery(search: URLSearchParams): ListQuery {
  for (const name of known) {
    if (search.getAll(name).length > 1) throw invalid(name, '1 回だけ', 'given once');
  }
  const filterText = search.get('filter');
  const cursor = search.get('cursor');
  return {
    limit: Math.min(wholeNumber(search, 'limit', pageSizeDefault, 1), pageSizeMax),
    offset: wholeNumber(search, 'offset', 0, 0),
    modified: filterText === null ? {} : modifiedRange(parseComparison(filterText)),
    ...(filterText === null ? {} : { filterText }),
    ...(cursor === null ? {} : { cursor }),
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

function modifiedRange(comparison: Comparison): ModifiedRange {
  if (comparison.field !== 'dateLastModified') {
    throw new RosterError('invalid_filter', { at: 1, expected: 'dateLastModified' });
  }
  const instant = findInstant(comparison.value);
  if (instant === undefined) {
    throw new RosterError('invalid_filter', {
      at: comparison.at,
      expected: "a date or an instant such as '2026-04-01T00:00:00.000Z'",
    });
  }
  switch (comparison.operator) {
    case '>':
    case '>=':
      return { after: { instant, inclusive: comparison.operator === '>=' } };
    case '<':
    case '<=':
      return { before: { instant, inclusive: comparison.operator === '<=' } };
    case '=':
      return { after: { instant, inclusive: true }, before: { instant, inclusive: true } };
    default:
      throw new RosterError('invalid_filter', {
        at: 'dateLastModified'.length + 1,
        expected: 'one of = > >= < <= for dateLastModified',
      });
  }
}
