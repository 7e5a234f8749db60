import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { dataFiles, fileName, headersOf, type Layer } from '../../scripts/board/headers.ts';
import { Bundle, cell, list } from '../../scripts/board/parsed-bundle.ts';
import { type BoardOptions, boardBuffer } from '../../scripts/board/write-board.ts';
import { schoolCheckDigit } from '../../src/model/school-code.ts';

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function read(options: BoardOptions): Promise<Bundle> {
  return Bundle.of(await boardBuffer(options));
}

/** Values of a column that name nothing in the other file; blank ones only where the column is required. */
function dangling(
  bundle: Bundle,
  from: string,
  column: string,
  targets: Set<string>,
  required: boolean,
): string[] {
  return bundle.rows(from).flatMap((row) => {
    const values = list(row, column);
    return values.length === 0 && required ? ['(blank)'] : values.filter((value) => !targets.has(value));
  });
}

const boards: readonly BoardOptions[] = [
  { people: 20, seed: 1 },
  { people: 200, seed: 2 },
  { people: 3000, seed: 3 },
  { people: 3000, seed: 3, change: 0.2 },
  { people: 20, seed: 1, change: 0.5 },
  { people: 20, seed: 1, layer: 'base' },
  { people: 3000, seed: 4, layer: 'base' },
  { people: 3000, seed: 4, layer: 'base', change: 0.1 },
];

describe.each(boards)('board $people/$seed/$layer/$change', (options) => {
  const layer: Layer = options.layer ?? 'japan';
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await read(options);
  });

  test('every file has the headers of its layer, quoted values and CRLF', () => {
    for (const file of dataFiles) {
      const text = bundle.text.get(fileName(file)) ?? '';
      const lines = text.split('\r\n');
      const headers = headersOf(file, layer);
      expect(lines[0]).toBe(headers.join(','));
      expect(lines.at(-1)).toBe('');
      const data = lines.slice(1, -1);
      expect(data.length).toBeGreaterThan(0);
      expect(data.filter((line) => !/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/.test(line))).toEqual([]);
      const parsed = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
      expect(parsed.filter((row) => row.length !== headers.length)).toEqual([]);
      expect(
        bundle.rows(file).filter((row) => cell(row, 'status') + cell(row, 'dateLastModified') !== ''),
      ).toEqual([]);
    }
  });

  test('sourcedIds are unique, and UUIDs in the Japan layer only', () => {
    for (const file of dataFiles) {
      const ids = bundle.rows(file).map((row) => cell(row, 'sourcedId'));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[0-9a-zA-Z.\-_/@]{1,255}$/.test(id))).toEqual([]);
      expect(ids.filter((id) => uuidV4.test(id)).length).toBe(layer === 'japan' ? ids.length : 0);
    }
  });

  test('every reference names a row of the right kind', () => {
    const orgs = bundle.ids('orgs');
    const schools = bundle.ids('orgs', (row) => row.type === 'school');
    const sessions = bundle.ids('academicSessions');
    const years = bundle.ids('academicSessions', (row) => row.type === 'schoolYear');
    const users = bundle.ids('users');
    const found = [
      ...dangling(bundle, 'academicSessions', 'parentSourcedId', sessions, false),
      ...dangling(bundle, 'orgs', 'parentSourcedId', orgs, false),
      ...dangling(bundle, 'courses', 'schoolYearSourcedId', years, true),
      ...dangling(bundle, 'courses', 'orgSourcedId', orgs, true),
      ...dangling(bundle, 'classes', 'courseSourcedId', bundle.ids('courses'), true),
      ...dangling(bundle, 'classes', 'schoolSourcedId', schools, true),
      ...dangling(bundle, 'classes', 'termSourcedIds', sessions, true),
      ...dangling(bundle, 'users', 'primaryOrgSourcedId', orgs, true),
      ...dangling(bundle, 'users', 'agentSourcedIds', users, false),
      ...dangling(bundle, 'roles', 'userSourcedId', users, true),
      ...dangling(bundle, 'roles', 'orgSourcedId', orgs, true),
      ...dangling(bundle, 'roles', 'userProfileSourcedId', bundle.ids('userProfiles'), false),
      ...dangling(bundle, 'userProfiles', 'userSourcedId', users, true),
      ...dangling(bundle, 'demographics', 'sourcedId', users, true),
      ...dangling(bundle, 'enrollments', 'classSourcedId', bundle.ids('classes'), true),
      ...dangling(bundle, 'enrollments', 'schoolSourcedId', schools, true),
      ...dangling(bundle, 'enrollments', 'userSourcedId', users, true),
    ];
    expect(found).toEqual([]);
  });

  test('enrolments agree with their class and with the roles of the user', () => {
    const classes = bundle.byId('classes');
    const wrongSchool = bundle
      .rows('enrollments')
      .filter(
        (row) => cell(classes.get(cell(row, 'classSourcedId')), 'schoolSourcedId') !== row.schoolSourcedId,
      );
    expect(wrongSchool).toEqual([]);
    const roles = new Set(bundle.rows('roles').map((row) => `${row.userSourcedId} ${row.role}`));
    const strangers = bundle
      .rows('enrollments')
      .filter((row) => ['student', 'teacher'].includes(cell(row, 'role')))
      .filter((row) => !roles.has(`${row.userSourcedId} ${row.role}`));
    expect(strangers).toEqual([]);
    const pairs = bundle
      .rows('enrollments')
      .map((row) => `${row.userSourcedId} ${row.classSourcedId} ${row.role}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('each class has one primary teacher', () => {
    const primary = bundle.rows('enrollments').filter((row) => row.primary === 'true');
    expect(primary.every((row) => row.role === 'teacher')).toBe(true);
    const led = primary.map((row) => cell(row, 'classSourcedId'));
    expect(new Set(led)).toEqual(bundle.ids('classes'));
    expect(led.length).toBe(bundle.rows('classes').length);
  });

  test('every user has one primary role at an org, and a role at all', () => {
    const primary = bundle.rows('roles').filter((row) => row.roleType === 'primary');
    expect(new Set(primary.map((row) => cell(row, 'userSourcedId')))).toEqual(bundle.ids('users'));
    const places = primary.map((row) => `${row.userSourcedId} ${row.orgSourcedId}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('usernames are unique and mail goes to example.jp', () => {
    const users = bundle.rows('users');
    expect(new Set(users.map((row) => row.username)).size).toBe(users.length);
    expect(users.filter((row) => !/^[a-z0-9]+@[a-z]+\.example\.jp$/.test(cell(row, 'email')))).toEqual([]);
  });

  test('subjects and subject codes go in pairs', () => {
    for (const row of [...bundle.rows('classes'), ...bundle.rows('courses')]) {
      expect(list(row, 'subjects').length).toBe(list(row, 'subjectCodes').length);
      expect(list(row, 'subjectCodes').filter((code) => !/^(?:P0[1-9]0|P100|J0[1-9]0)$/.test(code))).toEqual(
        [],
      );
    }
  });

  test('the manifest declares what is there', () => {
    const manifest = new Map(
      bundle.rows('manifest').map((row) => [cell(row, 'propertyName'), cell(row, 'value')]),
    );
    expect(manifest.size).toBe(25);
    expect(manifest.get('oneroster.version')).toBe(layer === 'japan' ? '1.2_JP' : '1.2');
    const bulk = [...manifest]
      .filter(([, value]) => value === 'bulk')
      .map(([name]) => name.slice('file.'.length));
    expect(bulk.toSorted()).toEqual([...dataFiles].toSorted());
  });
});

describe.each(boards.filter((options) => options.layer !== 'base'))(
  'Japan board $people/$seed/$change',
  (options) => {
    let bundle: Bundle;
    beforeAll(async () => {
      bundle = await read(options);
    });

    test('the codes of schools and board have the right shape and check digit', () => {
      for (const row of bundle.rows('orgs')) {
        const code = cell(row, 'identifier');
        if (row.type === 'district') expect(code).toMatch(/^(0[1-9]|[1-3]\d|4[0-7])\d{4}$/);
        else {
          expect(code).toMatch(/^([ACDFH][12]|[BEG]1)(0[1-9]|[1-3]\d|4[0-7])[123]\d{7}\d$/);
          expect(code.at(-1)).toBe(String(schoolCheckDigit(code.slice(0, -1))));
        }
      }
      const codes = bundle.rows('orgs').map((row) => row.identifier);
      expect(new Set(codes).size).toBe(codes.length);
    });

    test('a pupil has one homeroom, and it is homeClass, of the own grade, with a number of one’s own', () => {
      const classes = bundle.byId('classes');
      const homes = bundle.rows('enrollments').filter((row) => {
        const one = classes.get(cell(row, 'classSourcedId'));
        return row.role === 'student' && one?.classType === 'homeroom';
      });
      const pupils = bundle.rows('users').filter((row) => cell(row, 'grades') !== '');
      expect(homes.length).toBe(pupils.length);
      const homeOf = new Map(homes.map((row) => [cell(row, 'userSourcedId'), cell(row, 'classSourcedId')]));
      for (const pupil of pupils) {
        const home = cell(pupil, 'metadata.jp.homeClass');
        expect(homeOf.get(cell(pupil, 'sourcedId'))).toBe(home);
        const one = classes.get(home) ?? {};
        expect(list(one, 'grades')).toContain(pupil.grades);
        expect(cell(one, 'schoolSourcedId')).toBe(pupil.primaryOrgSourcedId);
      }
      const numbers = homes.map((row) => `${row.classSourcedId} ${row['metadata.jp.shussekiNo']}`);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(homes.every((row) => /^\d+$/.test(cell(row, 'metadata.jp.shussekiNo')))).toBe(true);
    });

    test('readings are full-width katakana, and every person has a master identifier', () => {
      const users = bundle.rows('users');
      for (const row of users) {
        const kana = Object.entries(row).filter(([name]) => name.startsWith('metadata.jp.kana'));
        expect(kana.filter(([, value]) => !/^[ァ-ヶー・ ]*$/.test(value))).toEqual([]);
        for (const column of ['preferredGivenName', 'preferredFamilyName', 'givenName', 'familyName']) {
          expect(cell(row, column)).not.toBe('');
        }
        expect(cell(row, 'metadata.jp.kanaFamilyName')).not.toBe('');
        expect(cell(row, 'userMasterIdentifier')).toMatch(uuidV4);
        expect(cell(row, 'preferredFamilyName')).not.toMatch(/[𠮷髙]/u);
      }
      expect(new Set(users.map((row) => row.userMasterIdentifier)).size).toBe(users.length);
    });

    test('leaders are secondary beside a primary teacher, and only known roles occur', () => {
      const teachers = new Set(
        bundle
          .rows('roles')
          .filter((row) => row.role === 'teacher' && row.roleType === 'primary')
          .map((row) => row.userSourcedId),
      );
      const leaders = bundle.rows('roles').filter((row) => /principal|Administrator/.test(cell(row, 'role')));
      expect(leaders.length).toBeGreaterThan(0);
      expect(
        leaders.filter((row) => row.roleType !== 'secondary' || !teachers.has(row.userSourcedId)),
      ).toEqual([]);
      const known = [
        'student',
        'teacher',
        'guardian',
        'principal',
        'siteAdministrator',
        'districtAdministrator',
      ];
      expect(bundle.rows('roles').filter((row) => !known.includes(cell(row, 'role')))).toEqual([]);
    });

    test('grades belong to the school type, course titles to the year', () => {
      const types = new Map(
        bundle.rows('orgs').map((row) => [row.sourcedId, cell(row, 'identifier').slice(0, 2)]),
      );
      const allowed: Record<string, RegExp> = {
        A1: /^E[1-3]$/,
        B1: /^P[1-6]$/,
        C1: /^J[1-3]$/,
        C2: /^(?:P[1-6]|J[1-3])$/,
        D1: /^H[1-3]$/,
        D2: /^[JH][1-3]$/,
        E1: /^(?:P[1-6]|[JH][1-3])$/,
      };
      for (const row of bundle.rows('classes')) {
        const pattern = allowed[types.get(row.schoolSourcedId) ?? ''] ?? /^$/;
        expect(list(row, 'grades').filter((grade) => !pattern.test(grade))).toEqual([]);
      }
      expect(bundle.rows('courses').filter((row) => !/^2026年度\S+$/.test(cell(row, 'title')))).toEqual([]);
      expect(bundle.rows('courses').filter((row) => cell(row, 'courseCode') !== '')).toEqual([]);
    });
  },
);
