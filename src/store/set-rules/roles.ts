import { entities } from '../../model/entities/index.ts';
import { literal } from '../column.ts';
import { comingRows, presentRows } from '../stage-rows.ts';
import {
  check,
  fieldsOf,
  headerIn,
  type SetRule,
  type StageContext,
  shortened,
  singleRows,
} from './check.ts';
import { doubledRows } from './rivals.ts';

const { orgs, roles } = entities;
const s = fieldsOf(roles, 's');
const p = fieldsOf(roles, 'p');

/** Offices that a teacher holds beside teaching (profile §2.8). */
const leading = `(${['principal', 'districtAdministrator', 'siteAdministrator'].map(literal).join(', ')})`;

const rowsOf = (context: StageContext) => comingRows(context, roles);
/** The user of `s` has a primary role, or a row that may be meant as one: a faulty cell is staged as blank. */
const hasPrimary = (context: StageContext, more = '') => `EXISTS (SELECT FROM ${presentRows(context, roles)} p
  WHERE ${p('user')} = ${s('user')} AND coalesce(${p('roleType')}, 'primary') = 'primary'${more})`;

const primaryTwice: SetRule = (context) => {
  const r = fieldsOf(roles, 'r');
  return check(
    context,
    roles,
    {
      fault: 'rows_conflict',
      column: headerIn(context, roles, 'roleType'),
      code: 'JP-RO-008',
      params: { first: 's.first' },
    },
    doubledRows({
      from: `FROM ${rowsOf(context)} r WHERE ${r('roleType')} = 'primary'`,
      shared: [r('user'), r('org')],
      differ: 'r.sourced_id',
    }),
  );
};

/** Told once for each user, at the first secondary role. */
const secondaryAlone: SetRule = (context) =>
  check(
    context,
    roles,
    {
      fault: 'row_lacks',
      column: headerIn(context, roles, 'roleType'),
      code: 'JP-RO-009',
      params: { found: literal('secondary'), target: literal(roles.csvFile) },
    },
    `FROM (SELECT ${s('user')}, min(s.line) AS line FROM ${rowsOf(context)} s
  WHERE ${s('roleType')} = 'secondary' GROUP BY ${s('user')}) s
WHERE NOT ${hasPrimary(context)}`,
  );

const leaderIsPrimary: SetRule = (context) =>
  check(
    context,
    roles,
    {
      fault: 'value_wrong',
      column: headerIn(context, roles, 'roleType'),
      code: 'JP-RO-010',
      params: { found: s('roleType') },
    },
    `FROM ${rowsOf(context)} s
WHERE ${s('role')} IN ${leading} AND ${s('roleType')} <> 'secondary'`,
  );

/** A user without any primary role breaks JP-RO-009. */
const leaderIsNoTeacher: SetRule = (context) =>
  check(
    context,
    roles,
    {
      fault: 'row_lacks',
      column: headerIn(context, roles, 'role'),
      code: 'JP-RO-010',
      params: { found: s('role'), target: literal(roles.csvFile) },
    },
    `FROM ${rowsOf(context)} s
WHERE ${s('role')} IN ${leading} AND ${s('roleType')} = 'secondary'
  AND ${hasPrimary(context)}
  AND NOT ${hasPrimary(context, ` AND coalesce(${p('role')}, 'teacher') = 'teacher'`)}`,
  );

const studentOfSchool: SetRule = (context) => {
  const orgRows = singleRows(context, orgs);
  if (orgRows === undefined) return undefined;
  const wanted = literal('school');
  return check(
    context,
    roles,
    {
      fault: 'reference_type',
      column: headerIn(context, roles, 'org'),
      code: 'JP-RO-014',
      params: { found: shortened(s('org')), target: literal(orgs.csvFile), wanted },
    },
    `FROM ${rowsOf(context)} s
JOIN ${orgRows} o ON o.sourced_id = ${s('org')}
WHERE ${s('role')} = 'student' AND ${fieldsOf(orgs, 'o')('type')} <> ${wanted}`,
  );
};

/** JP-RO-008, JP-RO-009, JP-RO-010 and JP-RO-014. */
export const roleRules: readonly SetRule[] = [
  primaryTwice,
  secondaryAlone,
  leaderIsPrimary,
  leaderIsNoTeacher,
  studentOfSchool,
];
