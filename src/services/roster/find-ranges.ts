import type { Condition, Filter } from '../../query/condition.ts';
import type { Db } from '../../store/client.ts';
import { lastPublicationBefore } from '../../store/publications.ts';
import type { PublicationRange, Ranges } from '../../store/where.ts';

const everything: PublicationRange = { low: 0, high: Number.MAX_SAFE_INTEGER };

async function rangeOf(db: Db, { operator }: Condition, instant: Date): Promise<PublicationRange> {
  const before = (inclusive: boolean) => lastPublicationBefore(db, instant, inclusive);
  switch (operator) {
    case '>':
      return { low: await before(true), high: everything.high };
    case '>=':
      return { low: await before(false), high: everything.high };
    case '<':
      return { low: everything.low, high: await before(false) };
    case '<=':
      return { low: everything.low, high: await before(true) };
    default:
      return { low: await before(false), high: await before(true) };
  }
}

/** The publications that a filter's conditions on `dateLastModified` stand for. */
export async function findRanges(db: Db, filter: Filter | undefined): Promise<Ranges> {
  const ranges = new Map<Condition, PublicationRange>();
  for (const condition of filter?.conditions ?? []) {
    if (condition.value instanceof Date) {
      ranges.set(condition, await rangeOf(db, condition, condition.value));
    }
  }
  return ranges;
}
