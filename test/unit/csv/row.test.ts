import { describe, expect, test } from 'vitest';
import type { EntityName } from '../../../src/model/entities/index.ts';
import { defaultSettings } from '../../../src/model/import-settings.ts';
import { base } from '../../../src/model/profiles/base.ts';
import { japan, japanRev2 } from '../../../src/model/profiles/japan.ts';
import type { Profile } from '../../../src/model/profiles/profile.ts';
import { readRow as read } from '../../support/read-row.ts';

const id = '0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a';

const org = { sourcedId: id, name: '星見市教育委員会', type: 'district', identifier: '052019' };
const master = '7c0e6f0a-3d1b-4b7e-8f52-0c7d1e2f3a4b';
/** Nothing that the interoperability model asks for is missing. */
const user = {
  sourcedId: id,
  enabledUser: 'true',
  username: 'y',
  givenName: '花',
  familyName: '山田',
  userMasterIdentifier: master,
  preferredGivenName: 'はな',
  preferredFamilyName: 'やまだ',
  'metadata.jp.kanaGivenName': 'ハナ',
  'metadata.jp.kanaFamilyName': 'ヤマダ',
};

describe('a sound row', () => {
  test('becomes typed values by field, blank cells null, Japan columns metadata', () => {
    const row = {
      ...user,
      userIds: '{Koumu:1}',
      agentSourcedIds: 'a,b',
      grades: 'P1',
      primaryOrgSourcedId: 'o',
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
        userMasterIdentifier: master,
        preferredFirstName: 'はな',
        preferredLastName: 'やまだ',
        primaryOrg: 'o',
      },
      metadata: '{"jp":{"kanaGivenName":"ハナ","kanaFamilyName":"ヤマダ","homeClass":"c"}}',
      issues: [],
    });
  });

  test('has no metadata when it gives none', () => {
    expect(read('orgs', org)).toEqual({
      line: 17,
      sourcedId: id,
      values: { name: org.name, type: 'district', identifier: '052019' },
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
      primary: 'false',
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
  const faultsOf = (sourcedId: string, profile: Profile, settings = defaultSettings) => {
    const found = read('orgs', { ...org, sourcedId }, profile, settings);
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
    'that is no lower-case UUID (%s) is a warning in the Japan profile, an error with the interoperability model',
    (sourcedId) => {
      const found = sourcedId.length > 40 ? `${sourcedId.slice(0, 40)}…` : sourcedId;
      const told = { fault: 'guid_not_uuid', column: 'sourcedId', code: 'JP-C-003', params: { found } };
      const interoperability = { ...defaultSettings, interoperability: true };
      expect(faultsOf(sourcedId, base)).toEqual([]);
      expect(faultsOf(sourcedId, japan)).toEqual([{ ...told, level: 'warning' }]);
      expect(faultsOf(sourcedId, japan, interoperability)).toEqual([{ ...told, level: 'error' }]);
    },
  );

  test('that Excel has rewritten is told so, and a short one with an E in it is not taken for such', () => {
    for (const profile of [japan, base]) {
      expect(faultsOf('1.23E+11', profile)).toEqual([
        {
          fault: 'exponent',
          column: 'sourcedId',
          code: 'JP-C-002',
          level: 'error',
          params: { found: '1.23E+11' },
        },
      ]);
    }
    for (const sourcedId of ['5E1', '1e3', '1E-05']) expect(faultsOf(sourcedId, base)).toEqual([]);
  });
});

/** What the Japan profile asks for besides, where the CSV binding takes a blank. */
const wishes: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  orgs: ['identifier JP-OR-007'],
  users: [
    'preferredGivenName JP-US-006',
    'preferredFamilyName JP-US-006',
    'metadata.jp.kanaGivenName JP-US-007',
    'metadata.jp.kanaFamilyName JP-US-007',
    'userMasterIdentifier JP-US-010',
  ],
  enrollments: ['primary JP-EN-006'],
};

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
    const blank = wanted.map((one) => {
      const [column, code] = one.split(' ');
      return { fault: 'blank', column, code, level: 'error', params: {} };
    });
    expect(read(name, { sourcedId: id }, base).issues).toEqual(blank);
    const asked = read(name, { sourcedId: id }, japan).issues;
    expect(asked.filter(({ level }) => level === 'error')).toEqual(blank);
    expect(asked.filter(({ level }) => level === 'warning')).toEqual(
      (wishes[name] ?? []).map((one) => {
        const [column, code] = one.split(' ');
        return { fault: 'value_missing', column, code, level: 'warning', params: { found: '' } };
      }),
    );
  });

  test('is still read, its faulty cells as blank', () => {
    const row = { ...user, enabledUser: 'yes', userIds: 'Koumu=1', 'metadata.jp.homeClass': 'c' };
    const found = read('users', row);
    expect(found.values).toEqual({
      username: 'y',
      givenName: '花',
      familyName: '山田',
      userMasterIdentifier: master,
      preferredFirstName: 'はな',
      preferredLastName: 'やまだ',
    });
    expect(found.metadata).toBe('{"jp":{"kanaGivenName":"ハナ","kanaFamilyName":"ヤマダ","homeClass":"c"}}');
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
      read('courses', { sourcedId: id, title: '2026年度国語', orgSourcedId: 'o', grades: 'P1,,P2' }).issues,
    ).toEqual([{ fault: 'list_invalid', column: 'grades', code: 'JP-C-010', level: 'error', params: {} }]);
  });

  test('with a carriage return inside a value is told the column', () => {
    expect(read('orgs', { ...org, name: '星見市\r教育委員会' }).issues).toEqual([
      { fault: 'line_break_in_field', column: 'name', code: 'JP-F-010', level: 'error', params: {} },
    ]);
    const issues = read('users', { ...user, password: 'a\rb' }).issues;
    expect(issues).toEqual([
      { fault: 'line_break_in_field', column: 'password', code: 'JP-F-010', level: 'error', params: {} },
    ]);
  });

  test('with a list that only the second edition has is judged by it, and never keeps it', () => {
    const row = { ...user, resourceSourcedIds: 'a,,b' };
    const found = read('users', row, japanRev2);
    expect(found.issues).toEqual([
      { fault: 'list_invalid', column: 'resourceSourcedIds', code: 'JP-C-010', level: 'error', params: {} },
    ]);
    const sound = read('users', { ...user, resourceSourcedIds: 'a,b' }, japanRev2);
    expect(sound.issues).toEqual([]);
    expect(JSON.stringify(sound)).not.toContain('resourceSourcedIds');
  });
});
