import { describe, expect, test } from 'vitest';
import { errorTable, fillText, RosterError } from '../../src/errors.ts';
import { issue, issueTexts } from '../../src/model/issue.ts';
import { faults } from '../../src/model/profiles/faults.ts';
import { findRule } from '../../src/model/rules/index.ts';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
const names = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

describe('the error table', () => {
  test.each(Object.entries(errorTable))(
    '%s speaks both languages and asks for the same facts',
    (_code, row) => {
      expect(row.ja).toMatch(japanese);
      expect(row.en).not.toMatch(japanese);
      expect(row.en).toMatch(/[a-z]/);
      expect(new Set([...names(row.ja)].map((name) => name?.replace(/Ja$/, '')))).toEqual(names(row.en));
    },
  );

  test('server faults are 5xx with a minor code that says so', () => {
    for (const { status, minor } of Object.values(errorTable)) {
      const ours = minor === 'server_busy' || minor === 'internal_server_error';
      expect(status >= 500).toBe(ours);
    }
  });
});

describe('a RosterError', () => {
  test('fills its texts from its parameters', () => {
    const error = new RosterError('upload_too_large', { limitMiB: 1024 });
    expect(error.texts).toEqual({
      ja: 'ファイルが大きすぎます（上限 1024 MiB）。',
      en: 'The file is too large (limit 1024 MiB).',
    });
    expect(error).toMatchObject({ name: 'RosterError', code: 'upload_too_large', row: { status: 413 } });
  });

  test('keeps its cause', () => {
    const cause = new Error('x');
    expect(new RosterError('internal', {}, { cause }).cause).toBe(cause);
  });

  test('leaves a name without a parameter visible', () => {
    expect(fillText('{a} {b} {a} {toString}', { a: 1 })).toBe('1 {b} 1 {toString}');
  });

  test('fills a parameter as it is, whatever it looks like', () => {
    expect(fillText('{a}', { a: '$& $1 {a} {b}', b: 'no' })).toBe('$& $1 {a} {b}');
  });
});

describe('the fault table', () => {
  test.each(Object.entries(faults))(
    '%s speaks both languages, says what was expected, and has a rule',
    (_kind, row) => {
      expect(row.ja).toMatch(japanese);
      expect(row.en).not.toMatch(japanese);
      expect(row.en).toMatch(/[a-z]/);
      for (const text of [row.ja, row.en, row.expectedJa, row.expectedEn]) expect(text.trim()).not.toBe('');
      expect(row.expectedEn).not.toMatch(japanese);
      expect(row.code).toMatch(/^(JP-(F|M|H|C|AS|CL|CO|DE|EN|OR|RO|UP|US)|RH-[CFPRSX])-\d{3}$/);
      expect(findRule(row.code) !== undefined).toBe(row.code.startsWith('JP-'));
      expect(['error', 'warning']).toContain(row.level);
      if (row.mild) expect(row.level).toBe('warning');
    },
  );

  test.each(Object.entries(faults))('%s asks for facts that both languages have', (_kind, row) => {
    // What it is called differs by language: `what` and `whatEn`, `expected` names the rule in both.
    const facts = (...texts: string[]) => new Set(texts.flatMap((text) => [...names(text)]));
    const english = [...facts(row.en, row.expectedEn)].map((name) => name?.replace(/En$/, ''));
    const both = [...facts(row.ja, row.expectedJa)];
    for (const name of english) expect(both).toContain(name);
    expect(row.expectedEn.includes('{rule}')).toBe(row.expectedJa.includes('{rule}'));
    // The rule is the whole expectation, and there is one: the fault's own, or the one that every caller names.
    if (!row.expectedJa.includes('{rule}')) return;
    expect([row.expectedJa, row.expectedEn]).toEqual(['{rule}', '{rule}']);
    expect(findRule(row.code) !== undefined || row.code === 'RH-C-010').toBe(true);
  });

  test('one of the hub’s own codes stands for one thing, those of the rules apart', () => {
    const own = Object.values(faults).flatMap(({ code }) =>
      code.startsWith('RH-') && code !== 'RH-C-010' ? [code] : [],
    );
    expect(new Set(own).size).toBe(own.length);
  });

  test('an expectation that is the rule’s is filled from the rule, in both languages', () => {
    const found = issue('value_missing', { column: 'identifier', code: 'JP-OR-007' });
    expect(issueTexts(found)).toEqual({
      message: { ja: '列 identifier が空です。', en: 'identifier is blank.' },
      expected: {
        ja: '学校コードか教育委員会コードを入れる',
        en: '学校コード or 教育委員会コード is there',
      },
    });
    expect(issueTexts({ ...found, code: 'RH-C-010' }).expected).toEqual({ ja: '{rule}', en: '{rule}' });
  });

  test('an issue takes the rule of the fault unless its place has one, and fills all four texts', () => {
    const found = issue(
      'reference_missing',
      { file: 'users.csv', line: 3, column: 'x', code: 'JP-US-016' },
      {
        found: 'org-1',
        target: 'orgs.csv',
      },
    );
    expect(found.code).toBe('JP-US-016');
    expect(issue('reference_missing').code).toBe('RH-C-008');
    expect(issueTexts(found)).toEqual({
      message: { ja: '列 x の「org-1」が orgs.csv にありません。', en: '"org-1" in x is not in orgs.csv.' },
      expected: { ja: 'orgs.csv にある sourcedId', en: 'A sourcedId of orgs.csv.' },
    });
  });
});
