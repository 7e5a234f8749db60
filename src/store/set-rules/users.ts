import { entities } from '../../model/entities/index.ts';
import { literal } from '../column.ts';
import { comingRows } from '../stage-rows.ts';
import {
  check,
  fieldsOf,
  headerIn,
  hidden,
  type SetRule,
  shortened,
  singleRows,
  targetRows,
  trulyBlank,
} from './check.ts';
import { doubledRows } from './rivals.ts';

const { classes, roles, users } = entities;
const s = fieldsOf(users, 's');

const personTwice: SetRule = (context) =>
  check(
    context,
    users,
    {
      fault: 'value_doubled',
      column: headerIn(context, users, 'userMasterIdentifier'),
      code: 'JP-US-012',
      params: { found: hidden, first: 's.first' },
    },
    doubledRows({
      from: `FROM ${comingRows(context, users)} r WHERE true`,
      // A UUID is the same in capitals.
      shared: [`lower(${fieldsOf(users, 'r')('userMasterIdentifier')} COLLATE "C")`],
      differ: 'r.sourced_id',
    }),
  );

const studentWithoutGrade: SetRule = (context) => {
  const roleRows = targetRows(context, roles);
  if (roleRows === undefined) return undefined;
  const r = fieldsOf(roles, 'r');
  return check(
    context,
    users,
    { fault: 'value_missing', column: headerIn(context, users, 'grades'), code: 'JP-US-014', params: {} },
    `FROM ${comingRows(context, users)} s
WHERE ${trulyBlank(context, users, 'grades')}
  AND EXISTS (SELECT FROM ${roleRows} r WHERE ${r('user')} = s.sourced_id AND ${r('role')} = 'student')`,
  );
};

const homeClassIsHomeroom: SetRule = (context) => {
  const classRows = singleRows(context, classes);
  if (classRows === undefined) return undefined;
  const wanted = literal('homeroom');
  return check(
    context,
    users,
    {
      fault: 'reference_type',
      column: headerIn(context, users, 'homeClass'),
      code: 'JP-US-019',
      params: { found: shortened(s('homeClass')), target: literal(classes.csvFile), wanted },
    },
    `FROM ${comingRows(context, users)} s
JOIN ${classRows} c ON c.sourced_id = ${s('homeClass')}
WHERE ${fieldsOf(classes, 'c')('classType')} <> ${wanted}`,
  );
};

/** JP-US-012, JP-US-014 and JP-US-019. */
export const userRules: readonly SetRule[] = [personTwice, studentWithoutGrade, homeClassIsHomeroom];
