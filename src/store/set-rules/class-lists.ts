import { entities } from '../../model/entities/index.ts';
import { comingRows } from '../stage-rows.ts';
import {
  check,
  fieldsOf,
  headerIn,
  hidden,
  isJapan,
  type SetRule,
  type StageContext,
  singleRows,
  targetRows,
  trulyBlank,
} from './check.ts';
import { doubledRows } from './rivals.ts';

const { academicSessions, classes, enrollments } = entities;
const s = fieldsOf(enrollments, 's');
const r = fieldsOf(enrollments, 'r');
const c = fieldsOf(classes, 'c');
const y = fieldsOf(academicSessions, 'y');

/** First and last day of each class whose sessions are all there, with dates. */
function classPeriods(context: StageContext): string | undefined {
  const classRows = targetRows(context, classes);
  const sessions = singleRows(context, academicSessions);
  if (classRows === undefined || sessions === undefined) return undefined;
  return `(SELECT c.sourced_id, min(${y('startDate')}) AS first, max(${y('endDate')}) AS last
  FROM ${classRows} c CROSS JOIN unnest(${c('terms')}) t (id)
  LEFT JOIN ${sessions} y ON y.sourced_id = t.id COLLATE "C"
  GROUP BY c.sourced_id
  HAVING count(*) = count(${y('startDate')}) AND count(*) = count(${y('endDate')}))`;
}

/**
 * The Japan profile writes the last day of a session where the binding writes the day after it (profile §2.2); the end
 * of an enrollment is the day after it in both.
 */
function outsideSessions(field: 'beginDate' | 'endDate'): SetRule {
  return (context) => {
    const periods = classPeriods(context);
    if (periods === undefined) return undefined;
    const after = isJapan(context) ? 'c.last + 1' : 'c.last';
    return check(
      context,
      enrollments,
      {
        fault: 'values_disagree',
        column: headerIn(context, enrollments, field),
        code: 'JP-EN-010',
        params: { found: `${s(field)}::text`, other: `concat(c.first, ' – ', c.last)` },
      },
      `FROM ${comingRows(context, enrollments)} s
JOIN ${periods} c ON c.sourced_id = ${s('class')}
WHERE ${s(field)} NOT BETWEEN c.first AND ${after}`,
    );
  };
}

const isStudent = (context: StageContext, field: (name: string) => string) =>
  `${field('role')} = 'student' AND EXISTS (SELECT FROM ${targetRows(context, classes)} c
  WHERE c.sourced_id = ${field('class')} AND ${c('classType')} = 'homeroom')`;

const withoutNumber: SetRule = (context) => {
  if (!isJapan(context) || targetRows(context, classes) === undefined) return undefined;
  return check(
    context,
    enrollments,
    {
      fault: 'value_missing',
      column: headerIn(context, enrollments, 'shussekiNo'),
      code: 'JP-EN-012',
      params: {},
    },
    `FROM ${comingRows(context, enrollments)} s
WHERE ${trulyBlank(context, enrollments, 'shussekiNo')}
  AND ${isStudent(context, s)}`,
  );
};

const numberTwice: SetRule = (context) => {
  if (!isJapan(context) || targetRows(context, classes) === undefined) return undefined;
  return check(
    context,
    enrollments,
    {
      fault: 'value_doubled',
      column: headerIn(context, enrollments, 'shussekiNo'),
      code: 'JP-EN-012',
      params: { found: hidden, first: 's.first' },
    },
    doubledRows({
      from: `FROM ${comingRows(context, enrollments)} r WHERE ${isStudent(context, r)}`,
      shared: [r('class'), r('shussekiNo')],
      differ: r('user'),
    }),
  );
};

/** JP-EN-010 and JP-EN-012. */
export const classListRules: readonly SetRule[] = [
  outsideSessions('beginDate'),
  outsideSessions('endDate'),
  withoutNumber,
  numberTwice,
];
