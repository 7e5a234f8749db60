import { describe, expect, test } from 'vitest';
import type { EntityName } from '../../../src/model/entities/index.ts';
import { getEntity } from '../../../src/model/entities/index.ts';
import { headerOf } from '../../../src/model/entity.ts';
import { defaultSettings } from '../../../src/model/import-settings.ts';
import { base } from '../../../src/model/profiles/base.ts';
import { japan, japanRev2 } from '../../../src/model/profiles/japan.ts';
import { rowRules } from '../../../src/model/rules/row-rules.ts';
import { readRow } from '../../support/read-row.ts';
import type { Case, Cells } from '../../support/rule-cases/row-rule-case.ts';
import { cases, sound } from '../../support/rule-cases/row-rules.ts';

const id = '0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a';
const settings = { ...defaultSettings, today: '2026-04-01' };
const interoperable = { ...settings, interoperability: true };

const words: Readonly<Record<string, string>> = { E: 'error', W: 'warning' };

/** The tables here have an entry for every entity and for nothing else. */
function entityName(name: string): EntityName {
  return name as EntityName;
}

const every = Object.entries(cases).flatMap(([name, of]) =>
  of.map((one) => ({ ...one, entity: entityName(name) })),
);

/** Rules that no row can break without breaking these too, under the Japan profile. */
const companions: Readonly<
  Record<string, readonly (readonly [fault: string, code: string, column: string])[]>
> = {
  'JP-AS-004': [['value_wrong', 'JP-AS-006', 'endDate']],
};
/** What the same cell is told besides, whatever the rules: blanks around a value. */
const asText = (one: Case) => {
  const cell = one.broken[one.column] ?? '';
  if (one.params.found === '***' || cell === cell.trim()) return [];
  return [{ fault: 'blanks_around', column: one.column, code: 'JP-C-011', level: 'warning', params: {} }];
};

describe.each(every)('$entity $rule $column $broken', (one) => {
  const { entity, rule, levels, column, fault, params, broken, kept } = one;
  const read = (cells: Cells, profile = japan, how = settings) =>
    readRow(entity, { sourcedId: id, ...sound[entity], ...cells }, profile, how).issues;
  const told = (letter: string | undefined) => {
    const level = words[letter ?? ''];
    return level === undefined ? [] : [{ fault, column, code: rule, level, params }];
  };
  const beside = (companions[rule] ?? []).map(([its, code, where]) => ({
    fault: its,
    column: where,
    code,
    level: 'warning',
    params,
  }));

  test('is broken by it alone, at the level of each layer', () => {
    expect({
      base: read(broken, base),
      japan: read(broken),
      interoperability: read(broken, japan, interoperable),
    }).toEqual({
      base: told(levels[0]),
      japan: [...asText(one), ...told(levels[1]), ...beside],
      interoperability: [...asText(one), ...told(levels[2]), ...beside],
    });
  });

  test('is kept by what comes close, in every layer', () => {
    for (const cells of kept) {
      for (const issues of [read(cells, base), read(cells), read(cells, japan, interoperable)])
        expect(issues, JSON.stringify(cells)).toEqual([]);
    }
  });
});

describe('the table above', () => {
  test.each(Object.entries(sound))('begins from a row of %s that breaks nothing', (name, cells) => {
    const entity = entityName(name);
    for (const [profile, how] of [
      [base, settings],
      [japan, settings],
      [japan, interoperable],
    ] as const)
      expect(readRow(entity, { sourcedId: id, ...cells }, profile, how).issues).toEqual([]);
  });

  test('has every rule of every field at least once, broken and kept', () => {
    for (const [name, of] of Object.entries(rowRules)) {
      const entity = getEntity(name);
      for (const { rule, field, fault } of of) {
        const found = entity.columns.find((one) => one.name === field);
        const header = found && headerOf(found, 'japan');
        const mine = every.filter((one) => one.rule === rule && one.column === header && one.fault === fault);
        expect(mine.length, `${rule} ${field} ${fault}`).toBeGreaterThan(0);
        const keeps = every.filter((one) => one.rule === rule && one.column === header);
        expect(
          keeps.some(({ kept }) => kept.length > 0),
          `${rule} ${field}`,
        ).toBe(true);
      }
    }
  });
});

describe('a rule is not asked', () => {
  const read = (entity: EntityName, cells: Cells, own = {}) =>
    readRow(entity, { sourcedId: id, ...sound[entity], ...cells }, japan, { ...settings, ...own }).issues.map(
      ({ code, column }) => `${code} ${column}`,
    );

  test('about a cell that could not be read, which has been told', () => {
    expect(read('academicSessions', { startDate: 'x' })).toEqual(['JP-C-009 startDate']);
    expect(read('academicSessions', { schoolYear: 'x' })).toEqual(['JP-AS-007 schoolYear']);
    expect(read('enrollments', { role: 'x', primary: 'true' })).toEqual(['JP-EN-004 role']);
    expect(read('enrollments', { primary: 'x' })).toEqual(['JP-EN-005 primary']);
    expect(read('orgs', { type: 'x', identifier: 'y' })).toEqual(['JP-OR-003 type']);
    expect(read('users', { password: 'a\rb' })).toEqual(['JP-F-010 password']);
    expect(read('users', { userMasterIdentifier: '1.23E+11' })).toEqual(['RH-X-002 userMasterIdentifier']);
  });

  test('that its source has turned off', () => {
    expect(read('orgs', { identifier: '' }, { rules: { 'JP-OR-007': 'off' } })).toEqual([]);
  });

  test('about a column that the files of the profile do not have', () => {
    const cells = { 'metadata.jp.kanaGivenName': 'はな', 'metadata.jp.kanaPreferredGivenName': 'はな' };
    expect(read('users', cells)).toEqual([
      'JP-US-009 metadata.jp.kanaGivenName',
      'JP-US-009 metadata.jp.kanaPreferredGivenName',
    ]);
    const row = { sourcedId: id, ...sound.users, ...cells };
    expect(readRow('users', row, base, settings).issues).toEqual([]);
    expect(readRow('users', row, japanRev2, settings).issues.map(({ column }) => column)).toEqual([
      'metadata.jp.kanaGivenName',
    ]);
  });
});

test('a flag in capitals is judged as what it means', () => {
  const read = (cells: Cells) =>
    readRow('enrollments', { sourcedId: id, ...sound.enrollments, ...cells }, japan, settings).issues.map(
      ({ fault, code }) => `${fault} ${code}`,
    );
  expect(read({ primary: 'TRUE' })).toEqual(['flag_case JP-EN-005', 'value_wrong JP-EN-007']);
  expect(read({ primary: 'FALSE' })).toEqual(['flag_case JP-EN-005']);
});
