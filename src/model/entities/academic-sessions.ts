import { defineEntity } from '../entity.ts';
import { field } from '../field.ts';
import { sessionType } from '../vocabulary.ts';

/** Profile §2.2; OpenAPI AcademicSessionDType. */
export const academicSessions = defineEntity({
  name: 'academicSessions',
  one: 'academicSession',
  csvFile: 'academicSessions.csv',
  knownBy: ['title'],
  fields: {
    title: field.string({ required: true, rule: 'JP-AS-001' }),
    type: field.vocabulary(sessionType, { required: true, rule: 'JP-AS-003' }),
    startDate: field.date({ required: true, rule: 'JP-AS-004' }),
    endDate: field.date({ required: true, rule: 'JP-AS-004' }),
    parent: field.ref('academicSession', { csv: 'parentSourcedId', rule: 'JP-AS-009', nullWord: true }),
    schoolYear: field.year({ required: true, rule: 'JP-AS-007' }),
  },
  embeds: { children: { kind: 'children', by: 'parent' } },
});
