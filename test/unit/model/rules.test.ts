import { describe, expect, test } from 'vitest';
import { entities, entityList } from '../../../src/model/entities/index.ts';
import { csvHeaders } from '../../../src/model/entity.ts';
import { defaultSettings, type ImportSettings, mergeSettings } from '../../../src/model/import-settings.ts';
import { type Issue, issue } from '../../../src/model/issue.ts';
import { base } from '../../../src/model/profiles/base.ts';
import type { FaultKind } from '../../../src/model/profiles/faults.ts';
import { japan, japan121, japanRev2 } from '../../../src/model/profiles/japan.ts';
import type { Profile } from '../../../src/model/profiles/profile.ts';
import { findRule, rules } from '../../../src/model/rules/index.ts';
import { rowRules } from '../../../src/model/rules/row-rules.ts';
import { type RuleLevel, ruleLayers, rulesOf } from '../../../src/model/rules/rule.ts';
import { createRulebook } from '../../../src/model/rules/rulebook.ts';

/** Japan profile §6: how many rules each section has, in its order. */
const sections = {
  F: 15,
  M: 12,
  H: 8,
  C: 12,
  AS: 10,
  OR: 11,
  CO: 10,
  CL: 12,
  US: 21,
  RO: 14,
  EN: 16,
  UP: 4,
  DE: 5,
} as const;
const listed = Object.entries(sections).flatMap(([letters, count]) =>
  Array.from({ length: count }, (_, index) => `JP-${letters}-${String(index + 1).padStart(3, '0')}`),
);

const interoperable: ImportSettings = { ...defaultSettings, interoperability: true };
const withRules = (own: Readonly<Record<string, RuleLevel>>) => ({ ...defaultSettings, rules: own });

describe('the rules', () => {
  test('are those of the profile’s table, each once, in its order', () => {
    expect(rules.map(({ id }) => id)).toEqual(listed);
    for (const rule of rules) expect(findRule(rule.id)).toBe(rule);
    expect(findRule('RH-C-001')).toBeUndefined();
    expect(findRule('JP-AS-011')).toBeUndefined();
  });

  test('say what must hold in both languages, one line each, in their own words', () => {
    for (const { id, ja, en } of rules) {
      expect(ja, id).toMatch(/[ぁ-んァ-ヶ一-龠]|^BOM|^UTF|^UUID|CRLF/);
      expect(en, id).toMatch(/[a-z]|^UTF-8$/);
      expect(`${ja}${en}`, id).not.toMatch(/[\n|{}]{2}|^\s|\s$/);
    }
  });

  test('are about files and columns that exist', () => {
    const files = ['zip', 'manifest.csv', '*.csv', ...entityList.map(({ csvFile }) => csvFile)];
    for (const { id, file, columns } of rules) {
      expect(files, id).toContain(file);
      const entity = entityList.find(({ csvFile }) => csvFile === file);
      const known =
        entity === undefined
          ? ['sourcedId', 'status', 'dateLastModified', 'value', 'propertyName']
          : (['japan', 'japan-rev2'] as const).flatMap((layer) => csvHeaders(entity, layer));
      for (const column of columns.split(' ').filter((one) => one !== '' && one !== '…')) {
        const matches = column.endsWith('*')
          ? known.some((one) => one.startsWith(column.slice(0, -1)))
          : known.includes(column);
        expect(matches, `${id} ${column}`).toBe(true);
      }
    }
  });

  test('are never stricter in a layer than in the one above it', () => {
    const weight = { off: 0, warning: 1, error: 2 } as const;
    for (const { id, levels } of rules) {
      const [first, second, third] = ruleLayers.map((layer) => weight[levels[layer]]);
      expect([first, second, third], id).toEqual([first, second, third].toSorted());
      expect(levels.japan, id).not.toBe('off');
    }
  });

  test('that fields, keys, faults and row rules name are there', () => {
    const named = [
      ...entityList.flatMap((entity) => [
        entity.keyRule,
        ...entity.columns.flatMap((column) => [column.rule, column.targetRule, column.charactersRule]),
      ]),
      ...Object.values(rowRules).flatMap((of) => of.map(({ rule }) => rule)),
      ...[base, japan].flatMap(({ terms }) => Object.values(terms).map((term) => term.extensionRule)),
    ].filter((one) => one !== undefined);
    for (const one of named) expect(findRule(one)?.id).toBe(one);
  });

  test('of one row stand under the file that their id says, and look at fields that it has', () => {
    for (const [name, of] of Object.entries(rowRules)) {
      const entity = entityList.find((one) => one.name === name);
      const fields = entity?.columns.map((column) => column.name);
      for (const { rule, field, of: fieldsSeen } of of) {
        expect(findRule(rule)?.file, rule).toBe(entity?.csvFile);
        expect(fieldsSeen, rule).toContain(field);
        for (const one of fieldsSeen) expect(fields, `${rule} ${one}`).toContain(one);
      }
    }
    expect(Object.keys(rowRules).toSorted()).toEqual(Object.keys(entities).toSorted());
  });
});

describe('levels', () => {
  test.each([
    // base, Japan, interoperability: Japan profile §6.
    ['JP-F-001', 'error', 'error', 'error'],
    ['JP-F-005', 'off', 'warning', 'warning'],
    ['JP-F-008', 'off', 'warning', 'warning'],
    ['JP-F-011', 'off', 'warning', 'error'],
    ['JP-F-012', 'off', 'warning', 'warning'],
    ['JP-F-015', 'warning', 'warning', 'warning'],
    ['JP-M-003', 'error', 'error', 'error'],
    ['JP-M-008', 'off', 'error', 'error'],
    ['JP-M-012', 'warning', 'warning', 'warning'],
    ['JP-H-006', 'warning', 'warning', 'warning'],
    ['JP-H-007', 'off', 'error', 'error'],
    ['JP-C-002', 'error', 'error', 'error'],
    ['JP-C-003', 'off', 'warning', 'error'],
    ['JP-C-011', 'off', 'warning', 'warning'],
    ['JP-AS-002', 'off', 'error', 'error'],
    ['JP-AS-005', 'off', 'warning', 'warning'],
    ['JP-OR-002', 'off', 'warning', 'error'],
    ['JP-OR-004', 'off', 'error', 'error'],
    ['JP-OR-005', 'off', 'warning', 'warning'],
    ['JP-OR-009', 'off', 'error', 'error'],
    ['JP-CO-002', 'off', 'warning', 'error'],
    ['JP-CO-004', 'off', 'error', 'error'],
    ['JP-CO-009', 'error', 'error', 'error'],
    ['JP-CL-006', 'error', 'error', 'error'],
    ['JP-CL-010', 'off', 'warning', 'warning'],
    ['JP-US-002', 'off', 'warning', 'error'],
    ['JP-US-006', 'off', 'warning', 'error'],
    ['JP-US-009', 'off', 'warning', 'warning'],
    ['JP-US-010', 'off', 'warning', 'error'],
    ['JP-US-011', 'off', 'error', 'error'],
    ['JP-US-014', 'off', 'warning', 'error'],
    ['JP-US-020', 'warning', 'warning', 'warning'],
    ['JP-RO-005', 'off', 'warning', 'error'],
    ['JP-RO-007', 'off', 'error', 'error'],
    ['JP-RO-008', 'error', 'error', 'error'],
    ['JP-EN-004', 'error', 'error', 'error'],
    ['JP-EN-006', 'off', 'warning', 'error'],
    ['JP-EN-007', 'error', 'error', 'error'],
    ['JP-UP-003', 'off', 'warning', 'error'],
    ['JP-DE-005', 'off', 'warning', 'warning'],
  ] as const)('%s: %s under base, %s under Japan, %s with interoperability', (id, first, second, third) => {
    const levels = { base: first, japan: second, interoperability: third };
    expect(findRule(id)?.levels).toEqual(levels);
    expect(createRulebook(base).levelOf(id)).toBe(first);
    // The interoperability model stands on the Japan profile: base does not know it.
    expect(createRulebook(base, interoperable).levelOf(id)).toBe(first);
    for (const profile of [japan, japan121, japanRev2]) {
      expect(createRulebook(profile).levelOf(id)).toBe(second);
      expect(createRulebook(profile, interoperable).levelOf(id)).toBe(third);
    }
  });

  test('are written in letters; what is no error in the Japan profile can be set, and what has a star', () => {
    const made = rulesOf('JP-X', 'x.csv', [
      [1, 'a', 'EEE', 'あ', 'a'],
      [2, 'a', '-WE', 'あ', 'a'],
      [30, '', 'EEE*', 'あ', 'a'],
    ]);
    expect(made.map(({ id, levels, adjustable }) => [id, Object.values(levels), adjustable])).toEqual([
      ['JP-X-001', ['error', 'error', 'error'], false],
      ['JP-X-002', ['off', 'warning', 'error'], true],
      ['JP-X-030', ['error', 'error', 'error'], true],
    ]);
  });

  test('can be set where the Japan profile has no error, and for the roles that the sources dispute', () => {
    for (const { id, levels, adjustable } of rules)
      expect(adjustable, id).toBe(levels.japan !== 'error' || id === 'JP-EN-004');
  });
});

describe('a rulebook', () => {
  test('knows its profile, its settings, and whether it is the base', () => {
    for (const profile of [base, japan, japan121, japanRev2]) {
      const book = createRulebook(profile, interoperable);
      expect(book).toMatchObject({ profile, settings: interoperable, base: profile === base });
    }
    expect(createRulebook(japan).settings).toBe(defaultSettings);
  });

  test.each([
    ['JP-C-003', 'off', 'off'],
    ['JP-C-003', 'error', 'error'],
    ['JP-US-010', 'off', 'off'],
    ['JP-M-010', 'error', 'error'],
    // Not to be set.
    ['JP-C-002', 'off', 'error'],
    ['JP-US-011', 'warning', 'error'],
    // Not in the table.
    ['RH-C-008', 'off', undefined],
    ['constructor', 'off', undefined],
  ] as const)('gives %s, set to %s by its source, the level %s', (id, set, level) => {
    expect(createRulebook(japan, withRules({ [id]: set })).levelOf(id)).toBe(level);
  });

  test('takes a source’s word over the interoperability model, in the base too', () => {
    const own = { 'JP-US-010': 'off', 'JP-F-008': 'warning' } as const;
    expect(createRulebook(japan, { ...interoperable, rules: own }).levelOf('JP-US-010')).toBe('off');
    expect(createRulebook(base, withRules(own)).levelOf('JP-F-008')).toBe('warning');
  });

  describe('judges', () => {
    const judged = (
      fault: FaultKind,
      code: string | undefined,
      profile: Profile,
      settings: ImportSettings = defaultSettings,
    ) => {
      const found: Issue = issue(fault, { file: 'x.csv', line: 2, column: 'c', code }, { found: 'v' });
      const result = createRulebook(profile, settings).judge(found);
      // Nothing but the level is ever another.
      if (result !== undefined) expect(result).toEqual({ ...found, level: result.level });
      if (result?.level === found.level) expect(result).toBe(found);
      return result?.level;
    };

    test.each([
      // What the profile has.
      ['guid_not_uuid', undefined, 'warning', 'error', undefined],
      ['value_wrong', 'JP-OR-005', 'warning', 'warning', undefined],
      ['value_wrong', 'JP-OR-004', 'error', 'error', undefined],
      ['value_missing', 'JP-US-010', 'warning', 'error', undefined],
      ['blank', 'JP-OR-001', 'error', 'error', 'error'],
      ['manifest_row_twice', 'JP-M-012', 'warning', 'warning', 'warning'],
      // Mild ways to break a rule.
      ['code_rare', 'JP-CO-008', 'warning', 'warning', undefined],
      ['date_future', undefined, 'warning', 'warning', 'warning'],
      ['flag_case', 'JP-US-001', 'warning', 'warning', 'warning'],
      ['term_tolerated', 'JP-EN-004', 'warning', 'warning', 'warning'],
      ['oneroster_version_near', undefined, 'warning', 'warning', 'warning'],
      ['blanks_around', undefined, 'warning', 'warning', undefined],
      // The hub's own.
      ['reference_missing', undefined, 'error', 'error', 'error'],
      ['repaired', undefined, 'warning', 'warning', 'warning'],
      ['exponent', undefined, 'error', 'error', 'error'],
    ] as const)(
      '%s (%s): %s under Japan, %s with interoperability, %s under base',
      (fault, code, ...levels) => {
        expect([
          judged(fault, code, japan),
          judged(fault, code, japan, interoperable),
          judged(fault, code, base),
        ]).toEqual(levels);
      },
    );

    test.each([
      ['guid_not_uuid', 'JP-C-003', 'off', undefined],
      ['guid_not_uuid', 'JP-C-003', 'error', 'error'],
      // A mild fault is more than a warning only when its rule was asked to be.
      ['blanks_around', 'JP-C-011', 'error', 'error'],
      ['blanks_around', 'JP-C-011', 'off', undefined],
      ['term_tolerated', 'JP-EN-004', 'error', 'error'],
      ['term_tolerated', 'JP-EN-004', 'off', undefined],
      // What cannot be kept is an error, however much its rule is disputed.
      ['term_unknown', 'JP-EN-004', 'warning', 'error'],
      ['term_unknown', 'JP-EN-004', 'off', 'error'],
      ['blank', 'JP-EN-004', 'off', 'error'],
      // Rules that cannot be set: neither lowered nor raised.
      ['guid_shape', 'JP-C-002', 'off', 'error'],
      ['code_rare', 'JP-CO-008', 'error', 'warning'],
      ['code_rare', 'JP-CO-008', 'off', 'warning'],
      // Codes of the hub's own have no rule to set.
      ['sheet_date', 'RH-X-004', 'error', 'warning'],
      ['exponent', 'RH-X-002', 'off', 'error'],
    ] as const)('%s by %s, set to %s: %s', (fault, code, set, level) => {
      expect(judged(fault, code, japan, withRules({ [code]: set }))).toBe(level);
    });
  });
});

describe('settings', () => {
  test('of one import go over those of its source, and those over the defaults', () => {
    expect(mergeSettings({})).toEqual(defaultSettings);
    expect(
      mergeSettings(
        { strictness: 'lenient', onError: 'skip', rules: { 'JP-C-003': 'off', 'JP-F-008': 'off' } },
        { onError: 'abort', today: '2026-04-01', rules: { 'JP-C-003': 'error' } },
      ),
    ).toEqual({
      interoperability: false,
      strictness: 'lenient',
      onError: 'abort',
      onConflict: 'refuse',
      today: '2026-04-01',
      rules: { 'JP-C-003': 'error', 'JP-F-008': 'off' },
      thresholds: defaultSettings.thresholds,
    });
  });
});
