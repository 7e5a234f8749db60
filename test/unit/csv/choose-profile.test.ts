import { describe, expect, test } from 'vitest';
import { chooseProfile } from '../../../src/csv/choose-profile.ts';
import { entities } from '../../../src/model/entities/index.ts';
import { csvHeaders, type HeaderLayer } from '../../../src/model/entity.ts';

const { enrollments, orgs, users } = entities;
const layers = ['base', 'japan-rev2', 'japan-1.2.1', 'japan'] as const;
type FileName = 'enrollments.csv' | 'users.csv' | 'orgs.csv';

/** Header lines of a bundle of one layer, of these files only. */
function headersOf(
  layer: HeaderLayer,
  files: readonly FileName[] = ['enrollments.csv', 'users.csv', 'orgs.csv'],
) {
  const every = [enrollments, users, orgs].map(
    (entity) => [entity.csvFile, csvHeaders(entity, layer)] as const,
  );
  return new Map(every.filter(([file]) => files.some((one) => one === file)));
}

function choose(version: string, headers: ReadonlyMap<string, readonly string[]>, pinned?: string) {
  const { profile, issues } = chooseProfile({ text: version, line: 3 }, headers, pinned);
  return { profile: profile.id, issues };
}

const place = { file: 'manifest.csv', line: 3, column: 'value', code: 'JP-M-003' };
const near = (found: string, wanted: string) => [
  { ...place, fault: 'oneroster_version_near', level: 'warning', params: { found, wanted } },
];
const wrong = (found: string, wanted: string, profile: string) => [
  { ...place, fault: 'oneroster_version', level: 'error', params: { found, wanted, profile } },
];
const titles = {
  base: 'OneRoster 1.2.1（日本プロファイルなし）',
  rev2: '日本プロファイル 第 2 版（rev2）',
  v121: '日本プロファイル v.1.2.1',
  final: '日本プロファイル 1.0（最終版）',
} as const;

describe('the profile is found from version and headers', () => {
  test.each([
    ['1.2_JP', 'japan', 'japan-1.0', []],
    ['1.2', 'japan-1.2.1', 'japan-1.2.1', []],
    ['1.2', 'japan-rev2', 'japan-2-rev2', []],
    ['1.2', 'base', 'base-1.2.1', []],
    // Nearly right.
    ['1.2.1', 'japan-1.2.1', 'japan-1.2.1', near('1.2.1', '1.2')],
    ['1.2.1', 'japan-rev2', 'japan-2-rev2', near('1.2.1', '1.2')],
    ['1.2.1', 'base', 'base-1.2.1', near('1.2.1', '1.2')],
    // The headers weigh more than the version.
    ['1.2', 'japan', 'japan-1.0', wrong('1.2', '1.2_JP', titles.final)],
    ['1.2.1', 'japan', 'japan-1.0', wrong('1.2.1', '1.2_JP', titles.final)],
    ['1.1', 'japan', 'japan-1.0', wrong('1.1', '1.2_JP', titles.final)],
    ['1.1', 'japan-1.2.1', 'japan-1.2.1', wrong('1.1', '1.2', titles.v121)],
    ['', 'japan-rev2', 'japan-2-rev2', wrong('', '1.2', titles.rev2)],
    // Nothing tells which profile was meant.
    ['1.1', 'base', 'base-1.2.1', wrong('1.1', '1.2_JP, 1.2', titles.base)],
    ['1.2_jp', 'base', 'base-1.2.1', wrong('1.2_jp', '1.2_JP, 1.2', titles.base)],
    // Only the final profile has this version: its headers are then judged as such.
    ['1.2_JP', 'japan-1.2.1', 'japan-1.0', []],
    ['1.2_JP', 'japan-rev2', 'japan-1.0', []],
    ['1.2_JP', 'base', 'japan-1.0', []],
  ] as const)('version %j with the headers of %s: %s', (version, layer, profile, issues) => {
    expect(choose(version, headersOf(layer))).toEqual({ profile, issues });
  });

  test.each([
    // The final profile shows in enrollments.csv only, the second edition in users.csv only.
    ['japan', ['enrollments.csv'], 'japan-1.0'],
    ['japan', ['users.csv', 'orgs.csv'], 'japan-1.2.1'],
    ['japan-1.2.1', ['enrollments.csv'], 'japan-1.2.1'],
    ['japan-rev2', ['users.csv'], 'japan-2-rev2'],
    ['japan-rev2', ['enrollments.csv', 'orgs.csv'], 'japan-1.2.1'],
    ['japan', ['orgs.csv'], 'base-1.2.1'],
    ['base', [], 'base-1.2.1'],
  ] as const)('version 1.2 with the headers of %s in %j only: %s', (layer, files, profile) => {
    expect(choose('1.2', headersOf(layer, files)).profile).toBe(profile);
  });

  test('one column of the final profile is enough', () => {
    const header = csvHeaders(enrollments, 'japan').filter((name) => name !== 'metadata.jp.publicFlg');
    expect(choose('1.2', new Map([['enrollments.csv', header]])).profile).toBe('japan-1.0');
  });

  test('resourceSourcedIds without a Japan column is base 1.2.0, not the second edition', () => {
    const header = [...csvHeaders(users, 'base'), 'resourceSourcedIds'];
    expect(choose('1.2', new Map([['users.csv', header]]))).toEqual({ profile: 'base-1.2.1', issues: [] });
  });

  test('additions of a vendor are no Japan columns', () => {
    const header = [...csvHeaders(users, 'base'), 'metadata.vendor.jp', 'metadata.jpx.a'];
    expect(choose('1.2', new Map([['users.csv', header]])).profile).toBe('base-1.2.1');
  });

  test('a very long version does not fill the report', () => {
    const [found] = choose('9'.repeat(5000), headersOf('base')).issues;
    expect(found?.params.found).toBe(`${'9'.repeat(40)}…`);
  });
});

describe('a source with a profile of its own', () => {
  test.each(['base-1.2.1', 'japan-2-rev2', 'japan-1.2.1', 'japan-1.0'])(
    'has its bundles judged by %s, whatever they say',
    (pinned) => {
      for (const layer of layers) {
        for (const version of ['1.2_JP', '1.2', '1.2.1', '1.1'])
          expect(choose(version, headersOf(layer), pinned).profile).toBe(pinned);
      }
    },
  );

  test.each([
    ['base-1.2.1', '1.2', []],
    ['base-1.2.1', '1.2.1', near('1.2.1', '1.2')],
    ['base-1.2.1', '1.2_JP', wrong('1.2_JP', '1.2', titles.base)],
    ['japan-1.2.1', '1.2', []],
    ['japan-1.2.1', '1.2_JP', wrong('1.2_JP', '1.2', titles.v121)],
    ['japan-2-rev2', '1.1', wrong('1.1', '1.2', titles.rev2)],
    ['japan-1.0', '1.2_JP', []],
    ['japan-1.0', '1.2', wrong('1.2', '1.2_JP', titles.final)],
    ['japan-1.0', '1.1', wrong('1.1', '1.2_JP', titles.final)],
  ] as const)('%s is told of the version %j what it should be', (pinned, version, issues) => {
    expect(choose(version, headersOf('base'), pinned)).toEqual({ profile: pinned, issues });
  });

  test('that does not exist any more has its bundles judged by what they are', () => {
    expect(choose('1.2_JP', headersOf('japan'), 'japan-0.9')).toEqual({ profile: 'japan-1.0', issues: [] });
  });
});
