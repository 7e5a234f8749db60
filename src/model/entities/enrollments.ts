import { defineEntity } from '../entity.ts';
import { field } from '../field.ts';
import { enrollmentRole } from '../vocabulary.ts';

/** Profile §2.6; OpenAPI EnrollmentDType. */
export const enrollments = defineEntity({
  name: 'enrollments',
  one: 'enrollment',
  csvFile: 'enrollments.csv',
  fields: {
    class: field.ref('class', { csv: 'classSourcedId', required: true, rule: 'JP-EN-001' }),
    school: field.ref('org', {
      csv: 'schoolSourcedId',
      required: true,
      targetType: 'school',
      rule: 'JP-EN-002',
    }),
    user: field.ref('user', { csv: 'userSourcedId', required: true, rule: 'JP-EN-003' }),
    role: field.vocabulary(enrollmentRole, { required: true, rule: 'JP-EN-004' }),
    primary: field.flag({ rule: 'JP-EN-005' }),
    beginDate: field.date({ rule: 'JP-EN-009' }),
    endDate: field.date({ rule: 'JP-EN-009' }),
  },
  jp: {
    shussekiNo: field.integer({ rule: 'JP-EN-011', personal: true, formerly: 'ShussekiNo' }),
    publicFlg: field.flag({ rule: 'JP-EN-013', formerly: 'PublicFlg' }),
  },
  school: [{ kind: 'org', by: 'school' }],
});
