import { defineEntity } from '../entity.ts';
import { field } from '../field.ts';

/** Profile §2.4; OpenAPI CourseDType. */
export const courses = defineEntity({
  name: 'courses',
  one: 'course',
  csvFile: 'courses.csv',
  knownBy: ['title'],
  fields: {
    schoolYear: field.ref('academicSession', {
      csv: 'schoolYearSourcedId',
      targetType: 'schoolYear',
      rule: 'JP-CO-005',
    }),
    title: field.string({ required: true, rule: 'JP-CO-001' }),
    courseCode: field.string({ json: 'required', rule: 'JP-CO-004' }),
    grades: field.list({ code: true }),
    org: field.ref('org', { csv: 'orgSourcedId', required: true, json: 'optional', rule: 'JP-CO-007' }),
    subjects: field.list(),
    subjectCodes: field.list({ code: true }),
  },
  absent: ['resources'],
  school: [{ kind: 'org', by: 'org' }],
});
