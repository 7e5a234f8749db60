import { defineEntity } from '../entity.ts';
import { field } from '../field.ts';
import { roleType, userRole } from '../vocabulary.ts';

/** Profile §2.8; OpenAPI RoleDType, which appears only inside a user. */
export const roles = defineEntity({
  name: 'roles',
  one: 'role',
  csvFile: 'roles.csv',
  ownedBy: 'user',
  fields: {
    user: field.ref('user', { csv: 'userSourcedId', required: true, csvOnly: true, rule: 'JP-RO-001' }),
    roleType: field.vocabulary(roleType, { required: true, rule: 'JP-RO-003' }),
    role: field.vocabulary(userRole, { required: true, rule: 'JP-RO-004', indexed: true }),
    beginDate: field.date({ rule: 'JP-RO-011' }),
    endDate: field.date({ rule: 'JP-RO-011' }),
    org: field.ref('org', { csv: 'orgSourcedId', required: true, rule: 'JP-RO-002' }),
    userProfile: field.ref('userProfile', { csv: 'userProfileSourcedId', urn: true, rule: 'JP-RO-012' }),
  },
  school: [{ kind: 'org', by: 'org' }],
});
