import type { Row } from './headers.ts';
import { type Board, schoolYear } from './plan.ts';
import type { SchoolClass } from './school.ts';

/** Keys of the sessions that other rows point at. */
export const sessionIds = {
  year: String(schoolYear),
  terms: ['term-1', 'term-2', 'term-3', 'term-4'],
} as const;
/** First and last day of the 年度; the Japan profile writes the last day, not the one after it. */
export const yearDates = { first: `${schoolYear}-04-01`, last: `${schoolYear + 1}-03-31` } as const;

type Session = readonly [
  key: string,
  title: string,
  type: string,
  first: string,
  last: string,
  parent: string,
];

const tree: readonly Session[] = [
  ['semester-1', '前期', 'semester', '2026-04-01', '2026-09-30', sessionIds.year],
  ['semester-2', '後期', 'semester', '2026-10-01', '2027-03-31', sessionIds.year],
  ['term-1', '前期前半', 'term', '2026-04-01', '2026-06-30', 'semester-1'],
  ['term-2', '前期後半', 'term', '2026-07-01', '2026-09-30', 'semester-1'],
  ['term-3', '後期前半', 'term', '2026-10-01', '2026-12-31', 'semester-2'],
  ['term-4', '後期後半', 'term', '2027-01-01', '2027-03-31', 'semester-2'],
  ['marks-1', '第1回成績', 'gradingPeriod', '2026-04-01', '2026-06-30', 'term-1'],
  ['marks-2', '第2回成績', 'gradingPeriod', '2026-07-01', '2026-09-30', 'term-2'],
  ['marks-3', '第3回成績', 'gradingPeriod', '2026-10-01', '2026-12-31', 'term-3'],
  ['marks-4', '第4回成績', 'gradingPeriod', '2027-01-01', '2027-03-31', 'term-4'],
  ['summer', '夏期講習', 'ext:intensive', '2026-08-01', '2026-08-14', sessionIds.year],
];

/** academicSessions.csv: the 年度 alone, or in the base layer the tree below it. */
export function* sessionRows(board: Board): Iterable<Row> {
  const japan = board.layer !== 'base';
  yield {
    sourcedId: board.id('academicSession', sessionIds.year),
    title: `${schoolYear}年度`,
    type: 'schoolYear',
    startDate: yearDates.first,
    endDate: yearDates.last,
    // The base binding names a school year after the year in which it ends, the Japan profile after its start.
    schoolYear: String(japan ? schoolYear : schoolYear + 1),
  };
  if (japan) return;
  for (const [key, title, type, startDate, endDate, parent] of tree) {
    yield {
      sourcedId: board.id('academicSession', key),
      title: `${schoolYear}年度${title}`,
      type,
      startDate,
      endDate,
      parentSourcedId: board.id('academicSession', parent),
      schoolYear: String(schoolYear + 1),
    };
  }
}

/** `termSourcedIds` of a class: the 年度; in the base layer all terms, or the first two for a short course. */
export function sessionsOfClass(board: Board, { subject }: SchoolClass): string {
  if (board.layer !== 'base') return board.id('academicSession', sessionIds.year);
  const terms =
    subject !== undefined && subject.code === undefined ? sessionIds.terms.slice(0, 2) : sessionIds.terms;
  return terms.map((term) => board.id('academicSession', term)).join(',');
}
