import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../src/csv/manifest.ts';
import { japan } from '../../../src/model/profiles/japan.ts';
import { createRulebook } from '../../../src/model/rules/rulebook.ts';

/** CSV binding 1.2.1: the 21 rows, in its order. */
const files = [
  'academicSessions',
  'categories',
  'classes',
  'classResources',
  'courses',
  'courseResources',
  'demographics',
  'enrollments',
  'lineItemLearningObjectiveIds',
  'lineItems',
  'lineItemScoreScales',
  'orgs',
  'resources',
  'resultLearningObjectiveIds',
  'results',
  'resultScoreScales',
  'roles',
  'scoreScales',
  'userProfiles',
  'userResources',
  'users',
];
const bulk = ['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'roles', 'users'];
const header = 'propertyName,value';

function rowsOf(version: string): string[] {
  return [
    'manifest.version,1.0',
    `oneroster.version,${version}`,
    ...files.map((name) => `file.${name},${bulk.includes(name) ? 'bulk' : 'absent'}`),
    'source.systemName,校務支援システム',
    'source.systemCode,1',
  ];
}

function manifest(change: (rows: string[]) => string[] = (rows) => rows, version = '1.2_JP') {
  return readManifest(`${[header, ...change(rowsOf(version))].join('\r\n')}\r\n`);
}

function issuesOf(change: (rows: string[]) => string[]) {
  return manifest(change).issues.map(({ fault, code, level, line, column, params, file }) => {
    expect(file).toBe('manifest.csv');
    return [fault, code, level, line, column, params];
  });
}

const replaced = (from: string, to: string) => (rows: string[]) =>
  rows.map((row) => (row === from ? to : row));

describe('a sound manifest', () => {
  // What a version means is chooseProfile's to say.
  test.each(['1.2_JP', '1.2', '1.2.1', '1.1', ''])(
    'announces its version (%j) and the mode of all 21 files',
    (version) => {
      const found = manifest(undefined, version);
      expect(found.issues).toEqual([]);
      expect(found.version).toEqual({ text: version, line: 3 });
      expect([...found.modes.keys()]).toEqual(files.map((name) => `${name}.csv`));
      expect([...found.modes].filter(([, mode]) => mode === 'bulk').map(([file]) => file)).toEqual(
        bulk.map((name) => `${name}.csv`),
      );
    },
  );

  test('may be quoted, have LF, blank lines and another order', () => {
    const rows = rowsOf('1.2_JP');
    const quoted = [header, ...rows.reverse()].map((row) => `"${row.replace(',', '","')}"`);
    const found = readManifest(quoted.join('\n\n'));
    expect(found.issues).toEqual([]);
    expect(found.version).toEqual({ text: '1.2_JP', line: 49 });
    expect(found.modes.size).toBe(21);
  });
});

describe('a faulty manifest', () => {
  test.each(['', 'propertyname,value', 'value,propertyName', 'propertyName,value,x', 'propertyName'])(
    'with the header %j is refused as a whole',
    (wrong) => {
      const found = readManifest([wrong, ...rowsOf('1.2_JP')].join('\r\n'));
      expect(found.version).toBeUndefined();
      expect(found.modes.size).toBe(0);
      expect(found.issues.map(({ fault, code, line }) => [fault, code, line])).toEqual([
        ['manifest_header', 'JP-M-001', 1],
      ]);
    },
  );

  test('with another manifest.version is told what it should be', () => {
    expect(issuesOf(replaced('manifest.version,1.0', 'manifest.version,1.1'))).toEqual([
      ['manifest_version', 'JP-M-002', 'error', 2, 'value', { found: '1.1' }],
    ]);
  });

  test('without a oneroster.version announces none', () => {
    const found = manifest((rows) => rows.filter((row) => !row.startsWith('oneroster')));
    expect(found.version).toBeUndefined();
    expect(found.modes.size).toBe(21);
  });

  test.each(['source.systemName', 'source.systemCode'])(
    'without %s, or with a blank one, is warned',
    (name) => {
      const wanted = [['manifest_row_wanted', 'JP-M-011', 'warning', 0, '', { name }]];
      expect(issuesOf((rows) => rows.filter((row) => !row.startsWith(name)))).toEqual(wanted);
      expect(issuesOf((rows) => rows.map((row) => (row.startsWith(name) ? `${name},` : row)))).toEqual(
        wanted,
      );
    },
  );

  test('with an optional row twice breaks the rule of the optional ones, which is a warning', () => {
    const change = (rows: string[]) => [...rows, 'source.systemCode,2'];
    expect(issuesOf(change)).toEqual([
      ['manifest_row_twice', 'JP-M-012', 'error', 27, 'propertyName', { name: 'source.systemCode' }],
    ]);
    const rulebook = createRulebook(japan);
    expect(manifest(change).issues.map((found) => rulebook.judge(found)?.level)).toEqual(['warning']);
  });

  test.each(['manifest.version,1.0', 'oneroster.version,1.2_JP', 'file.users,bulk', 'file.results,absent'])(
    'without the row %s is told which one is missing',
    (row) => {
      expect(issuesOf((rows) => rows.filter((one) => one !== row))).toEqual([
        ['manifest_row_missing', 'JP-M-004', 'error', 0, '', { name: row.split(',')[0] }],
      ]);
    },
  );

  test('with a row twice is told on which line, and the first one counts', () => {
    expect(issuesOf((rows) => [...rows, 'file.users,absent'])).toEqual([
      ['manifest_row_twice', 'JP-M-004', 'error', 27, 'propertyName', { name: 'file.users' }],
    ]);
    expect(manifest((rows) => [...rows, 'file.users,absent']).modes.get('users.csv')).toBe('bulk');
  });

  test('with a property that OneRoster 1.2 does not have is only warned', () => {
    expect(issuesOf((rows) => [...rows, 'file.pupils,bulk'])).toEqual([
      ['manifest_row_unknown', 'JP-M-012', 'warning', 27, 'propertyName', { name: 'file.pupils' }],
    ]);
  });

  test.each(['Bulk', 'full', ''])('with the mode %j is told on its line', (mode) => {
    expect(issuesOf(replaced('file.users,bulk', `file.users,${mode}`))).toEqual([
      ['mode_unknown', 'JP-M-005', 'error', 24, 'value', { name: 'file.users', found: mode }],
    ]);
  });

  test('with rows of another width is told each of them', () => {
    const change = (rows: string[]) => [...rows, 'file.users', 'a,b,c'];
    expect(issuesOf(change)).toEqual([
      ['ragged', 'JP-F-013', 'error', 27, '', { found: 1, wanted: 2 }],
      ['ragged', 'JP-F-013', 'error', 28, '', { found: 3, wanted: 2 }],
    ]);
  });

  test('with many faults is told all of them', () => {
    const change = (rows: string[]) => [
      'manifest.version,2',
      ...rows.slice(2).map((row) => row.replace('bulk', 'BULK')),
    ];
    expect(issuesOf(change).map(([fault]) => fault)).toEqual([
      'manifest_version',
      'manifest_row_missing',
      ...bulk.map(() => 'mode_unknown'),
    ]);
  });
});
