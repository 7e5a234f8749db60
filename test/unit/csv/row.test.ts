import { describe, expect, test } from 'vitest';
import { base } from '../../../src/model/profiles/base.ts';
import { japan } from '../../../src/model/profiles/japan.ts';
import type { Profile } from '../../../src/model/profiles/profile.ts';
import { readRow as read } from '../../support/read-row.ts';

const id = '0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a';

const org = { sourcedId: id, name: '星見市教育委員会', type: 'district' };
const user = { sourcedId: id, enabledUser: 'true', username: 'y', givenName: '花', familyName: '山田' };

describe('a sound row', () => {
  test('becomes typed values by field, blank cells null, Japan columns metadata', () => {
    const row = {
      ...user,
      userIds: '{Koumu:1}',
      agentSourcedIds: 'a,b',
      grades: 'P1',
      preferredGivenName: 'はな',
      primaryOrgSourcedId: 'o',
      'metadata.jp.kanaGivenName': 'ハナ',
      'metadata.jp.homeClass': 'c',
    };
    expect(read('users', row)).toEqual({
      line: 17,
      sourcedId: id,
      values: {
        enabledUser: true,
        username: 'y',
        userIds: [{ type: 'Koumu', identifier: '1' }],
        givenName: '花',
        familyName: '山田',
        agents: ['a', 'b'],
        grades: ['P1'],
        preferredFirstName: 'はな',
        primaryOrg: 'o',
      },
      metadata: '{"jp":{"kanaGivenName":"ハナ","homeClass":"c"}}',
      issues: [],
    });
  });

  test('has no metadata when it gives none', () => {
    expect(read('orgs', org)).toEqual({
      line: 17,
      sourcedId: id,
      values: { name: org.name, type: 'district' },
      metadata: null,
      issues: [],
    });
  });

  test('keeps numbers as numbers and flags as words under metadata.jp', () => {
    const { metadata, issues } = read('enrollments', {
      sourcedId: id,
      classSourcedId: 'c',
      schoolSourcedId: 's',
      userSourcedId: 'u',
      role: 'student',
      'metadata.jp.shussekiNo': '07',
      'metadata.jp.publicFlg': 'false',
    });
    expect(issues).toEqual([]);
    expect(metadata).toBe('{"jp":{"shussekiNo":7,"publicFlg":"false"}}');
  });

  test('never carries a password', () => {
    const { values } = read('users', { ...user, password: 'himitsu' });
    expect(JSON.stringify(values)).not.toContain('himitsu');
  });
});

describe('a sourcedId', () => {
  const faultsOf = (sourcedId: string, profile: Profile) => {
    const found = read('orgs', { ...org, sourcedId }, profile);
    expect(found.sourcedId).toBe(sourcedId);
    return found.issues;
  };

  test('must be there', () => {
    for (const profile of [japan, base]) {
      expect(faultsOf('', profile)).toEqual([
        { fault: 'guid_blank', column: 'sourcedId', code: 'JP-C-001', level: 'error', params: {} },
      ]);
    }
  });

  test.each(['a b', 'ア', 'a?b', 'a%2F', 'x'.repeat(256)])('may not be %j', (sourcedId) => {
    for (const profile of [japan, base]) {
      const found = [...sourcedId].length > 40 ? `${sourcedId.slice(0, 40)}…` : sourcedId;
      expect(faultsOf(sourcedId, profile)).toEqual([
        { fault: 'guid_shape', column: 'sourcedId', code: 'JP-C-002', level: 'error', params: { found } },
      ]);
    }
  });

  test.each(['usr-1', 'A.b-c_d/e@f', id.toUpperCase(), 'x'.repeat(255)])(
    'that is no lower-case UUID (%s) is a warning in the Japan layer only',
    (sourcedId) => {
      expect(faultsOf(sourcedId, base)).toEqual([]);
      expect(faultsOf(sourcedId, japan).map(({ fault, code, level }) => [fault, code, level])).toEqual([
        ['guid_not_uuid', 'JP-C-003', 'warning'],
      ]);
    },
  );
});

describe('a faulty row', () => {
  test('with status or dateLastModified in a bulk file is told both', () => {
    const { issues } = read('orgs', {
      ...org,
      status: 'active',
      dateLastModified: '2026-04-01T00:00:00.000Z',
    });
    expect(issues).toEqual([
      { fault: 'status_in_bulk', column: 'status', code: 'JP-C-005', level: 'error', params: {} },
      {
        fault: 'modified_in_bulk',
        column: 'dateLastModified',
        code: 'JP-C-006',
        level: 'error',
        params: {},
      },
    ]);
  });

  test.each([
    ['orgs', ['name JP-OR-001', 'type JP-OR-003']],
    [
      'academicSessions',
      [
        'title JP-AS-001',
        'type JP-AS-003',
        'startDate JP-AS-004',
        'endDate JP-AS-004',
        'schoolYear JP-AS-007',
      ],
    ],
    ['courses', ['title JP-CO-001', 'orgSourcedId JP-CO-007']],
    [
      'classes',
      [
        'title JP-CL-001',
        'courseSourcedId JP-CL-004',
        'classType JP-CL-003',
        'schoolSourcedId JP-CL-005',
        'termSourcedIds JP-CL-007',
      ],
    ],
    ['users', ['enabledUser JP-US-001', 'username JP-US-003', 'givenName JP-US-003', 'familyName JP-US-003']],
    [
      'userProfiles',
      [
        'userSourcedId JP-UP-001',
        'profileType JP-UP-002',
        'vendorId JP-UP-002',
        'credentialType JP-UP-002',
        'username JP-UP-002',
      ],
    ],
    ['roles', ['userSourcedId JP-RO-001', 'roleType JP-RO-003', 'role JP-RO-004', 'orgSourcedId JP-RO-002']],
    [
      'enrollments',
      ['classSourcedId JP-EN-001', 'schoolSourcedId JP-EN-002', 'userSourcedId JP-EN-003', 'role JP-EN-004'],
    ],
    ['demographics', []],
  ] as const)('of %s with nothing but an id is told every required column and its rule', (name, wanted) => {
    for (const profile of [japan, base]) {
      const { issues } = read(name, { sourcedId: id }, profile);
      expect(issues.map(({ column, code }) => `${column} ${code}`).toSorted()).toEqual(wanted.toSorted());
      expect(new Set(issues.map(({ fault }) => fault)).size).toBeLessThanOrEqual(1);
    }
  });

  test('is still read, its faulty cells as blank', () => {
    const row = { ...user, enabledUser: 'yes', userIds: 'Koumu=1', 'metadata.jp.homeClass': 'c' };
    const found = read('users', row);
    expect(found.values).toEqual({ username: 'y', givenName: '花', familyName: '山田' });
    expect(found.metadata).toBe('{"jp":{"homeClass":"c"}}');
    expect(found.issues.map(({ fault, column, code }) => [fault, column, code])).toEqual([
      ['flag_invalid', 'enabledUser', 'JP-US-001'],
      ['pairs_invalid', 'userIds', 'JP-US-004'],
    ]);
  });

  test('breaks the rule of the type, not of the field, where the type is wrong', () => {
    const found = read('demographics', { sourcedId: id, birthDate: '2026-02-30' });
    expect(found.issues).toEqual([
      {
        fault: 'date_invalid',
        column: 'birthDate',
        code: 'JP-C-009',
        level: 'error',
        params: { found: '***' },
      },
    ]);
    expect(
      read('courses', { sourcedId: id, title: 't', orgSourcedId: 'o', grades: 'P1,,P2' }).issues,
    ).toEqual([{ fault: 'list_invalid', column: 'grades', code: 'JP-C-010', level: 'error', params: {} }]);
  });

  test('with a carriage return inside a value is told the column', () => {
    expect(read('orgs', { ...org, name: '星見市\r教育委員会' }).issues).toEqual([
      { fault: 'line_break_in_field', column: 'name', code: 'JP-F-010', level: 'error', params: {} },
    ]);
    expect(read('users', { ...user, password: 'a\rb' }).issues.map(({ column }) => column)).toEqual([
      'password',
    ]);
  });
});
