import { isCalendarDate } from './calendar.ts';

/** `RO_20260401_052019.zip`: the day, and the code of the board or school (profile §3). */
const rosterName = /^RO_(\d{4})(\d{2})(\d{2})_([A-H]\d{12}|\d{6}|\d{2})\.zip$/;

/** The code in the name of a zip; undefined when the name does not follow the rule. */
export function codeInName(name: string): string | undefined {
  const match = rosterName.exec(name);
  if (match === null) return undefined;
  const [, year, month, day, code] = match;
  return isCalendarDate(`${year}-${month}-${day}`) ? code : undefined;
}

/** The name of a roster's zip: the day whose state it shows (`2026-04-01`), and a code. */
export function zipName(day: string, code: string): string {
  return `RO_${day.replaceAll('-', '')}_${code}.zip`;
}
