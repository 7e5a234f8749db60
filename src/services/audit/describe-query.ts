import type { Condition } from '../../query/condition.ts';
import { parseFilter } from '../../query/filter.ts';
import type { ListQuery } from '../../query/list-query.ts';
import type { Path } from '../../query/path.ts';

/** What a list was asked for, fit to be kept for years. */
export interface DescribedQuery {
  /** `filter=familyName=? AND status='active'&limit=100&offset=200` */
  readonly text: string;
  /** Whether a value was left out, so that the text does not say which records there were. */
  readonly omits: boolean;
}

/** Values that say nothing of anybody: terms of the standard, flags, and when a record changed. */
function isKept(path: Path): boolean {
  switch (path.at) {
    case 'embedded':
      return isKept(path.inner);
    case 'status':
    case 'dateLastModified':
      return true;
    case 'column':
      return path.column.kind === 'vocabulary' || path.column.kind === 'flag';
    default:
      return false;
  }
}

const valueText = ({ value }: Condition) => (value instanceof Date ? value.toISOString() : String(value));

/**
 * Names and ids in a filter are personal data: their values are left out. `position` is how many records come before
 * the page, however it was reached. Names are of fields that there are: the query was parsed.
 */
export function describeQuery(search: URLSearchParams, query: ListQuery, position: number): DescribedQuery {
  const { comparisons, join } = parsedFilter(search, query);
  const conditions = query.filter?.conditions ?? [];
  const shown = conditions.map((condition, index) => {
    const kept = isKept(condition.path);
    const text = `${comparisons[index]?.field}${condition.operator}${kept ? `'${valueText(condition)}'` : '?'}`;
    return { text, kept };
  });
  const parts = [
    ...(shown.length === 0 ? [] : [`filter=${shown.map(({ text }) => text).join(` ${join} `)}`]),
    ...(query.sort === undefined ? [] : [`sort=${search.get('sort')}`]),
    ...(query.sort?.descending ? ['orderBy=desc'] : []),
    ...(query.fields === undefined ? [] : [`fields=${[...query.fields].join(',')}`]),
    `limit=${query.limit}`,
    `offset=${position}`,
  ];
  return { text: parts.join('&'), omits: shown.some(({ kept }) => !kept) };
}

function parsedFilter(search: URLSearchParams, { filter }: ListQuery) {
  const text = search.get('filter');
  return filter === undefined || text === null ? { comparisons: [] } : parseFilter(text);
}
