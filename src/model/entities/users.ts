import { defineEntity } from '../entity.ts';
import { field } from '../field.ts';

const name = { personal: true } as const;
/** What screens show: it has a rule of its own for characters. */
const shownName = { ...name, charactersRule: 'JP-US-021' } as const;
const code = { personal: true, code: true } as const;
const kana = { personal: true, kana: true } as const;
const requiredName = { required: true, personal: true, rule: 'JP-US-003' } as const;

/** New in v.1.2.1. */
const newKana = { ...kana, layers: ['japan-1.2.1', 'japan'] } as const;

/** Profile §2.10; OpenAPI UserDType. */
export const users = defineEntity({
  name: 'users',
  one: 'user',
  csvFile: 'users.csv',
  knownBy: ['familyName', 'givenName'],
  fields: {
    enabledUser: field.flag({ required: true, rule: 'JP-US-001' }),
    username: field.string({ ...requiredName, json: 'optional', indexed: true, code: true }),
    userIds: field.pairs({ personal: true, rule: 'JP-US-004' }),
    givenName: field.string(requiredName),
    familyName: field.string({ ...requiredName, indexed: true }),
    middleName: field.string(name),
    identifier: field.string({ ...code, indexed: true }),
    email: field.string({ ...code, indexed: true }),
    sms: field.string(code),
    phone: field.string(code),
    agents: field.refs('user', { csv: 'agentSourcedIds', rule: 'JP-US-017' }),
    grades: field.list({ code: true }),
    password: field.string({ personal: true, writeOnly: true }),
    userMasterIdentifier: field.string(code),
    // Of base 1.2.0, on which the second edition stands.
    resourceSourcedIds: field.list({ csvOnly: true, writeOnly: true, layers: ['japan-rev2'] }),
    preferredFirstName: field.string({ ...shownName, csv: 'preferredGivenName' }),
    preferredMiddleName: field.string(shownName),
    preferredLastName: field.string({ ...shownName, csv: 'preferredFamilyName' }),
    primaryOrg: field.ref('org', { csv: 'primaryOrgSourcedId', rule: 'JP-US-016' }),
    pronouns: field.string({ personal: true }),
  },
  absent: ['resources'],
  jp: {
    kanaGivenName: field.string(kana),
    kanaFamilyName: field.string(kana),
    kanaMiddleName: field.string(kana),
    homeClass: field.ref('class', { rule: 'JP-US-018' }),
    kanaPreferredFamilyName: field.string(newKana),
    kanaPreferredGivenName: field.string(newKana),
    kanaPreferredMiddleName: field.string(newKana),
  },
  embeds: {
    roles: { kind: 'objects', entity: 'roles', by: 'user', required: true },
    userProfiles: { kind: 'objects', entity: 'userProfiles', by: 'user', required: false },
  },
  school: [
    { kind: 'org', by: 'primaryOrg' },
    { kind: 'rows', entity: 'roles', owner: 'user', by: 'org' },
  ],
});
