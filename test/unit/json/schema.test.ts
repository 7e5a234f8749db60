import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { envelopeSchema, recordSchema } from '../../../src/json/schema.ts';
import { entities, getEntity } from '../../../src/model/entities/index.ts';
import { officialFaults, officialProperties, officialSchemaOf } from '../../support/official-json.ts';

interface JsonSchema {
  properties?: Record<string, unknown>;
  required?: string[];
  additionalProperties?: unknown;
}

function jsonSchema(schema: z.ZodType): JsonSchema {
  return JSON.parse(JSON.stringify(z.toJSONSchema(schema)));
}

/** What the hub never serves: passwords, and resources, which are another service. */
const neverServed = ['password', 'resources'];

const all = [
  ...Object.entries(officialSchemaOf),
  ['roles', 'RoleDType'],
  ['userProfiles', 'UserProfileDType'],
] as const;

describe.each(all)('a record of %s', (name, official) => {
  const made = jsonSchema(recordSchema(getEntity(name)));
  const properties = officialProperties(official as Parameters<typeof officialProperties>[0]);

  test('has exactly the properties of the official schema, and is closed', () => {
    const wanted = properties.filter((one) => !neverServed.includes(one.name)).map((one) => one.name);
    expect(Object.keys(made.properties ?? {}).sort()).toEqual(wanted.sort());
    expect(made.additionalProperties).toBe(false);
  });

  test('requires exactly what the official schema requires', () => {
    const required = properties.filter((one) => one.required).map((one) => one.name);
    expect([...(made.required ?? [])].sort()).toEqual(required.sort());
  });
});

const href = 'https://hub.example.jp/ims/oneroster/rostering/v1p2';
const head = { sourcedId: 'a', status: 'active', dateLastModified: '2026-04-01T00:00:00.000Z' };
const ref = (collection: string, type: string) => ({ href: `${href}/${collection}/x`, sourcedId: 'x', type });
const user = { ...head, enabledUser: 'true', givenName: '花', familyName: '山田', roles: [] };
const enrollment = {
  ...head,
  user: ref('users', 'user'),
  class: ref('classes', 'class'),
  school: ref('orgs', 'org'),
  role: 'ext:guardian',
};

describe('a value', () => {
  const accepts = (name: keyof typeof entities, record: unknown) =>
    recordSchema(entities[name]).safeParse(record).success;

  test('of the right form is accepted, by ours and by the official table alike', () => {
    const profiled = {
      ...user,
      userProfiles: [
        {
          profileId: 'urn:uuid:1',
          profileType: 't',
          vendorId: 'v',
          credentials: [{ type: 'a', username: 'b' }],
        },
      ],
      roles: [{ roleType: 'primary', role: 'student', org: ref('orgs', 'org'), userProfile: 'urn:uuid:1' }],
      metadata: { jp: { kanaGivenName: 'ハナ', homeClass: 'c', extra: 1 }, vendor: { a: 1 } },
    };
    for (const record of [user, profiled]) {
      expect(accepts('users', record)).toBe(true);
      expect(officialFaults('UserDType', record)).toEqual([]);
    }
    expect(accepts('enrollments', enrollment)).toBe(true);
    expect(officialFaults('EnrollmentDType', enrollment)).toEqual([]);
  });

  test.each([
    ['a boolean in place of a string', { enabledUser: true }],
    ['null', { middleName: null }],
    ['an unknown property', { middlename: 'x' }],
    ['a password', { password: 'x' }],
    ['an empty list', { grades: [] }],
    ['a bare reference', { primaryOrg: 'x' }],
    ['a reference of another type', { primaryOrg: ref('classes', 'class') }],
    ['another stamp', { dateLastModified: '2026-04-01T00:00:00Z' }],
    ['another status', { status: 'inactive' }],
    ['another role', { roles: [{ roleType: 'primary', role: 'janitor', org: ref('orgs', 'org') }] }],
    ['nothing where something is required', { givenName: undefined }],
  ])('that is %s is refused, by ours and by the official table alike', (_name, change) => {
    const record = JSON.parse(JSON.stringify({ ...user, ...change }));
    expect(accepts('users', record)).toBe(false);
    const faults = officialFaults('UserDType', record);
    // The official schema has a password; that none is served is the hub's own promise.
    expect(faults.length > 0).toBe(!('password' in change));
  });

  test('under metadata.jp is of its declared kind', () => {
    const withNumber = (shussekiNo: unknown) => ({ ...enrollment, metadata: { jp: { shussekiNo } } });
    expect(accepts('enrollments', withNumber(7))).toBe(true);
    expect(accepts('enrollments', withNumber('7'))).toBe(false);
  });
});

test('an envelope has its one key and nothing else', () => {
  const collection = envelopeSchema('users', entities.users, 'collection');
  const single = envelopeSchema('user', entities.users, 'single');
  expect(collection.safeParse({ users: [user] }).success).toBe(true);
  expect(collection.safeParse({ users: [] }).success).toBe(true);
  expect(single.safeParse({ user }).success).toBe(true);
  for (const wrong of [{}, { user: [user] }, { users: user }, { users: [user], total: 1 }]) {
    expect(collection.safeParse(wrong).success).toBe(false);
  }
});
