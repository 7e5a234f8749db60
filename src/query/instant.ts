import { isCalendarDate } from '../model/calendar.ts';

/** A full RFC 3339 instant, or a date alone, which means its first moment in UTC. */
const instantPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2}))?$/;

/**
 * `2026-04-01T09:00:00+09:00` -> 2026-04-01T00:00:00.000Z. Undefined when it is not an instant that exists.
 * Digits below the millisecond are cut off: stamps have whole milliseconds.
 */
export function findInstant(text: string): Date | undefined {
  const match = instantPattern.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour] = match;
  if (!isCalendarDate(`${year}-${month}-${day}`) || Number(hour ?? 0) > 23) return undefined;
  const instant = new Date(hour === undefined ? `${text}T00:00:00Z` : text.toUpperCase());
  // Beyond these years the database has another way to write them, and nothing ever happened.
  const inRange = instant.getUTCFullYear() >= 1 && instant.getUTCFullYear() <= 9_999;
  return inRange ? instant : undefined;
}
