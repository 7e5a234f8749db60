import { isCalendarDate } from './calendar.ts';

/** Days in Japan on which nothing of a source is published, both inclusive. Without `until` it has no end. */
export interface Pause {
  /** `2026-04-01` */
  readonly from: string;
  readonly until?: string | undefined;
}

/** A list that people look through; a school year has some ten holidays and cut-overs. */
export const pausesMax = 50;

/** Later than every day. */
const never = '9999-12-31';

const endOf = ({ until = never }: Pause) => until;

/** Both days exist, and the first is not after the last. */
export function isPause(pause: Pause): boolean {
  const { from, until } = pause;
  return isCalendarDate(from) && (until === undefined || (isCalendarDate(until) && from <= until));
}

/** `2026-03-31` -> `2026-04-01` */
function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/**
 * The pause that a day is in, with the last day before imports go on: pauses that touch are one. Null for a pause
 * without an end; undefined when the day is in none.
 */
export function pausedUntil(pauses: readonly Pause[], day: string): string | null | undefined {
  let last: string | undefined;
  const sorted = pauses.toSorted((a, b) => a.from.localeCompare(b.from));
  for (const pause of sorted) {
    const reached = last === undefined ? day : dayAfter(last);
    if (pause.from > reached || endOf(pause) < day) continue;
    if (endOf(pause) >= never) return null;
    if (last === undefined || endOf(pause) > last) last = endOf(pause);
  }
  return last;
}
