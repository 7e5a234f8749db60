import { entities } from '../../model/entities/index.ts';
import { comingRows } from '../stage-rows.ts';
import { check, fieldsOf, headerIn, type SetRule, shortened, singleRows } from './check.ts';

const { classes, courses, orgs } = entities;
const s = fieldsOf(classes, 's');
const c = fieldsOf(courses, 'c');
const o = fieldsOf(orgs, 'o');

/** A school without a district breaks JP-OR-011 or JP-OR-010; whose the courses of districts are cannot be said there. */
const courseOfSchool: SetRule = (context) => {
  const courseRows = singleRows(context, courses);
  const orgRows = singleRows(context, orgs);
  if (courseRows === undefined || orgRows === undefined) return undefined;
  return check(
    context,
    classes,
    {
      fault: 'values_disagree',
      column: headerIn(context, classes, 'course'),
      code: 'JP-CL-012',
      params: { found: shortened(s('course')), other: shortened(s('school')) },
    },
    `FROM ${comingRows(context, classes)} s
JOIN ${courseRows} c ON c.sourced_id = ${s('course')}
JOIN ${orgRows} o ON o.sourced_id = ${s('school')}
JOIN ${orgRows} w ON w.sourced_id = ${c('org')}
WHERE ${c('org')} <> ${s('school')} AND (${fieldsOf(orgs, 'w')('type')} = 'school'
  OR ${c('org')} <> ${o('parent')} AND ${o('parent')} IN (SELECT p.sourced_id FROM ${orgRows} p))`,
  );
};

/** JP-CL-012. */
export const classRules: readonly SetRule[] = [courseOfSchool];
