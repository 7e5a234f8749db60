import { defineEntity } from '../entity.ts';
import { field } from '../field.ts';
import { orgType } from '../vocabulary.ts';

/** Profile §2.7; OpenAPI OrgDType. */
export const orgs = defineEntity({
  name: 'orgs',
  one: 'org',
  csvFile: 'orgs.csv',
  knownBy: ['name'],
  fields: {
    name: field.string({ required: true, rule: 'JP-OR-001' }),
    type: field.vocabulary(orgType, { required: true, rule: 'JP-OR-003' }),
    identifier: field.string({ json: 'required', code: true }),
    parent: field.ref('org', { csv: 'parentSourcedId', rule: 'JP-OR-010', nullWord: true }),
  },
  embeds: { children: { kind: 'children', by: 'parent' } },
  school: [{ kind: 'self' }],
});
