import { defineEntity } from '../entity.ts';
import { field } from '../field.ts';
import { classType } from '../vocabulary.ts';

/** Profile §2.3; OpenAPI ClassDType. */
export const classes = defineEntity({
  name: 'classes',
  one: 'class',
  csvFile: 'classes.csv',
  knownBy: ['title'],
  fields: {
    title: field.string({ required: true, rule: 'JP-CL-001' }),
    grades: field.list({ code: true }),
    course: field.ref('course', { csv: 'courseSourcedId', required: true, rule: 'JP-CL-004' }),
    classCode: field.string({ code: true }),
    classType: field.vocabulary(classType, { required: true, json: 'optional', rule: 'JP-CL-003' }),
    location: field.string(),
    school: field.ref('org', {
      csv: 'schoolSourcedId',
      required: true,
      targetType: 'school',
      rule: 'JP-CL-005',
      targetRule: 'JP-CL-006',
    }),
    terms: field.refs('academicSession', { csv: 'termSourcedIds', required: true, rule: 'JP-CL-007' }),
    subjects: field.list(),
    subjectCodes: field.list({ code: true }),
    periods: field.list(),
  },
  absent: ['resources'],
  jp: { specialNeeds: field.flag({ rule: 'JP-CL-011', personal: true }) },
  school: [{ kind: 'org', by: 'school' }],
});
