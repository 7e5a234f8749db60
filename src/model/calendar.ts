const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2026-02-29` -> false, `2028-02-29` -> true. Years before 1 do not exist. */
export function isCalendarDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year > 0 && day > 0 && day <= (monthLengths[month - 1] ?? 0) + (leap ? 1 : 0);
}

const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** `2026-04-01T00:00:00.000Z` -> true: the one form of dateLastModified (CSV binding 1.2.1). */
export function isInstant(text: string): boolean {
  const match = instantPattern.exec(text);
  return match !== null && isCalendarDate(match[1] ?? '');
}

const japanOffsetMs = 9 * 60 * 60 * 1_000;

/** The day in Japan at an instant, `2026-04-01`. */
export function dayInJapan(instant: Date): string {
  return new Date(instant.getTime() + japanOffsetMs).toISOString().slice(0, 10);
}

const dayMs = 24 * 60 * 60 * 1_000;

/** So many times 24 hours before an instant. */
export function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * dayMs);
}

/** `2027-03-31` -> the moment at which that day ends in Japan; undefined for text that is no date. */
export function endOfDayInJapan(day: string): Date | undefined {
  return isCalendarDate(day) ? new Date(Date.parse(`${day}T00:00:00Z`) - japanOffsetMs + dayMs) : undefined;
}

/** The last day, in Japan, of what ends at an instant. */
export function lastDayInJapan(end: Date): string {
  return dayInJapan(new Date(end.getTime() - 1));
}
