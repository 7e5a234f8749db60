import { defineEntity } from '../entity.ts';
import { field } from '../field.ts';

/** Profile §2.9; OpenAPI UserProfileDType and CredentialDType, which appear only inside a user. */
export const userProfiles = defineEntity({
  name: 'userProfiles',
  one: 'userProfile',
  csvFile: 'userProfiles.csv',
  ownedBy: 'user',
  idAs: 'profileId',
  fields: {
    user: field.ref('user', { csv: 'userSourcedId', required: true, csvOnly: true, rule: 'JP-UP-001' }),
    profileType: field.string({ required: true, rule: 'JP-UP-002' }),
    vendorId: field.string({ required: true, rule: 'JP-UP-002' }),
    applicationId: field.string(),
    description: field.string(),
    credentialType: field.string({
      required: true,
      rule: 'JP-UP-002',
      inside: { array: 'credentials', property: 'type' },
    }),
    username: field.string({
      required: true,
      personal: true,
      rule: 'JP-UP-002',
      inside: { array: 'credentials', property: 'username' },
    }),
    password: field.string({ personal: true, writeOnly: true }),
  },
  school: [{ kind: 'record', entity: 'users', by: 'user' }],
});
