import { entities } from '../../model/entities/index.ts';
import { literal } from '../column.ts';
import { comingRows } from '../stage-rows.ts';
import { check, fieldsOf, headerIn, type SetRule, shortened, singleRows, targetRows } from './check.ts';
import { overlappingRows } from './rivals.ts';

const { classes, enrollments, orgs, roles } = entities;
const s = fieldsOf(enrollments, 's');
const r = fieldsOf(enrollments, 'r');
const c = fieldsOf(classes, 'c');

/** The end of an enrollment is the first day after it (CSV binding 1.2.1). */
const period = { begin: r('beginDate'), end: r('endDate') };

const primaryTeachers: SetRule = (context) =>
  check(
    context,
    enrollments,
    {
      fault: 'rows_conflict',
      column: headerIn(context, enrollments, 'primary'),
      code: 'JP-EN-008',
      params: { first: 's.first' },
    },
    overlappingRows(
      {
        from: `FROM ${comingRows(context, enrollments)} r
    WHERE ${r('role')} = 'teacher' AND ${r('primary')}`,
        shared: [r('class')],
        differ: r('user'),
      },
      period,
    ),
  );

const enrolledTwice: SetRule = (context) =>
  check(
    context,
    enrollments,
    {
      fault: 'rows_conflict',
      column: headerIn(context, enrollments, 'class'),
      code: 'JP-EN-015',
      params: { first: 's.first' },
    },
    overlappingRows(
      {
        from: `FROM ${comingRows(context, enrollments)} r WHERE true`,
        shared: [r('user'), r('class'), r('role')],
        differ: 'r.sourced_id',
      },
      period,
    ),
  );

/** A school that is missing or none at all is told by itself (JP-EN-002, JP-CL-005, JP-CL-006). */
const schoolOfClass: SetRule = (context) => {
  const classRows = singleRows(context, classes);
  const orgRows = targetRows(context, orgs);
  if (classRows === undefined || orgRows === undefined) return undefined;
  const schools = `(SELECT o.sourced_id FROM ${orgRows} o WHERE ${fieldsOf(orgs, 'o')('type')} = 'school')`;
  return check(
    context,
    enrollments,
    {
      fault: 'values_disagree',
      column: headerIn(context, enrollments, 'school'),
      code: 'JP-EN-014',
      params: { found: shortened(s('school')), other: shortened(c('school')) },
    },
    `FROM ${comingRows(context, enrollments)} s
JOIN ${classRows} c ON c.sourced_id = ${s('class')}
WHERE ${c('school')} <> ${s('school')} AND ${s('school')} IN ${schools} AND ${c('school')} IN ${schools}`,
  );
};

/**
 * What roles.csv may say of whom enrollments.csv calls so. Whoever administers a class is often a plain teacher in
 * roles.csv (教務主任), which is no fault.
 */
const rolesFor: Readonly<Record<string, readonly string[]>> = {
  student: ['student'],
  teacher: ['teacher'],
  administrator: [
    'principal',
    'districtAdministrator',
    'siteAdministrator',
    'systemAdministrator',
    'teacher',
  ],
  proctor: ['proctor'],
  'ext:guardian': ['guardian'],
};

/** A user without any role is told by itself (JP-RO-013), and a blank role may be the one that is looked for. */
const roleOfUser: SetRule = (context) => {
  const roleRows = targetRows(context, roles);
  if (roleRows === undefined) return undefined;
  const o = fieldsOf(roles, 'o');
  const pairs = Object.entries(rolesFor).flatMap(([called, terms]) =>
    terms.map((term) => `(${literal(called)}, ${literal(term)})`),
  );
  const known = Object.keys(rolesFor).map(literal).join(', ');
  return check(
    context,
    enrollments,
    {
      fault: 'row_lacks',
      column: headerIn(context, enrollments, 'role'),
      code: 'JP-EN-016',
      params: { found: s('role'), target: literal(roles.csvFile) },
    },
    // By user and role first, which are six times fewer than the rows.
    `FROM (
  WITH lacking AS MATERIALIZED (
    SELECT DISTINCT ${s('user')} AS who, ${s('role')} AS called FROM ${comingRows(context, enrollments)} s
    WHERE ${s('role')} IN (${known})
    EXCEPT
    SELECT ${o('user')}, t.called FROM ${roleRows} o
    JOIN (VALUES ${pairs.join(', ')}) t (called, term) ON t.term = ${o('role')}
  )
  SELECT s.* FROM lacking
  JOIN ${comingRows(context, enrollments)} s ON ${s('user')} = who AND ${s('role')} = called
  WHERE EXISTS (SELECT FROM ${roleRows} o WHERE ${o('user')} = who)
    AND NOT EXISTS (SELECT FROM ${roleRows} o WHERE ${o('user')} = who AND ${o('role')} IS NULL)
) s`,
  );
};

/** JP-EN-008, JP-EN-014, JP-EN-015 and JP-EN-016. */
export const enrollmentRules: readonly SetRule[] = [
  primaryTeachers,
  schoolOfClass,
  enrolledTwice,
  roleOfUser,
];
