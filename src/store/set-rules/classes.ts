import { entities } from '../../model/entities/index.ts';
import { stageTable } from '../stage.ts';
import { check, fieldsOf, headerIn, type SetRule, shortened, singleRows, targetRows } from './check.ts';

const { classes, courses, orgs } = entities;
const s = fieldsOf(classes, 's');
const c = fieldsOf(courses, 'c');
const o = fieldsOf(orgs, 'o');

const courseOfSchool: SetRule = (context) => {
  const courseRows = singleRows(context, courses);
  const schools = singleRows(context, orgs);
  const owners = targetRows(context, orgs);
  if (courseRows === undefined || schools === undefined || owners === undefined) return undefined;
  return check(
    context,
    classes,
    {
      fault: 'values_disagree',
      column: headerIn(context, classes, 'course'),
      code: 'JP-CL-012',
      params: { found: shortened(s('course')), other: shortened(s('school')) },
    },
    `FROM ${stageTable(context.importId, classes)} s
JOIN ${courseRows} c ON c.sourced_id = ${s('course')}
JOIN ${schools} o ON o.sourced_id = ${s('school')}
WHERE ${c('org')} <> ${s('school')} AND ${c('org')} IS DISTINCT FROM ${o('parent')}
  AND EXISTS (SELECT FROM ${owners} w WHERE w.sourced_id = ${c('org')})`,
  );
};

/** JP-CL-012. */
export const classRules: readonly SetRule[] = [courseOfSchool];
