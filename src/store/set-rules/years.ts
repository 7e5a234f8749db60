import { entities } from '../../model/entities/index.ts';
import { comingRows } from '../stage-rows.ts';
import { check, fieldsOf, headerIn, type SetRule, shortened, singleRows, trulyBlank } from './check.ts';
import { doubledRows } from './rivals.ts';

const { academicSessions, courses } = entities;
const s = fieldsOf(courses, 's');
const y = fieldsOf(academicSessions, 'y');

const yearTwice: SetRule = (context) => {
  const r = fieldsOf(academicSessions, 'r');
  return check(
    context,
    academicSessions,
    {
      fault: 'value_doubled',
      column: headerIn(context, academicSessions, 'schoolYear'),
      code: 'JP-AS-010',
      params: { found: 's.shown', first: 's.first' },
    },
    doubledRows({
      from: `FROM ${comingRows(context, academicSessions)} r WHERE ${r('type')} = 'schoolYear'`,
      shared: [r('schoolYear')],
      shown: r('schoolYear'),
      differ: 'r.sourced_id',
    }),
  );
};

const courseWithoutYear: SetRule = (context) =>
  check(
    context,
    courses,
    {
      fault: 'value_missing',
      column: headerIn(context, courses, 'schoolYear'),
      code: 'JP-CO-006',
      params: {},
    },
    `FROM ${comingRows(context, courses)} s
WHERE ${trulyBlank(context, courses, 'schoolYear')}`,
  );

/** A title without a year breaks JP-CO-002, a session of another type JP-CO-005. */
const yearOfTitle: SetRule = (context) => {
  const sessions = singleRows(context, academicSessions);
  if (sessions === undefined) return undefined;
  const titled = `substring(${s('title')} FROM '^([0-9]{4})年度')`;
  return check(
    context,
    courses,
    {
      fault: 'values_disagree',
      column: headerIn(context, courses, 'schoolYear'),
      code: 'JP-CO-006',
      params: { found: shortened(s('schoolYear')), other: titled },
    },
    `FROM ${comingRows(context, courses)} s
JOIN ${sessions} y ON y.sourced_id = ${s('schoolYear')}
WHERE ${y('type')} = 'schoolYear' AND ${y('schoolYear')} <> ${titled}`,
  );
};

/** JP-AS-010. */
export const sessionRules: readonly SetRule[] = [yearTwice];
/** JP-CO-006. */
export const courseRules: readonly SetRule[] = [courseWithoutYear, yearOfTitle];
