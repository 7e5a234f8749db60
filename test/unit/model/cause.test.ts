import { expect, test } from 'vitest';
import { type Cause, causeTexts, fileFaults, reportOrder } from '../../../src/model/cause.ts';
import { collectionTexts } from '../../../src/model/collection-texts.ts';
import { entityList } from '../../../src/model/entities/index.ts';
import { issue } from '../../../src/model/issue.ts';
import type { FaultKind } from '../../../src/model/profiles/faults.ts';

function cause(fault: FaultKind, file: string, params: Cause['params'], rest: Partial<Cause> = {}): Cause {
  return {
    ...issue(fault, { file, column: 'sourcedId' }, params),
    weight: 1,
    byFile: {},
    examples: [],
    ...rest,
  };
}

test('a record that is not there is told with its kind and its consequences', () => {
  const params = { target: 'orgs.csv', found: 'B101' };
  expect(causeTexts(cause('reference_missing', 'orgs.csv', params, { weight: 4312 })).message).toEqual({
    ja: '組織 B101 がありません: 4,312 行に影響',
    en: 'There is no organisation B101: 4,312 rows affected',
  });
});

test('every kind of record has its words for every way to be referred to', () => {
  for (const { name, csvFile } of entityList) {
    for (const fault of ['reference_missing', 'reference_type', 'left_out'] as const) {
      const params = { target: csvFile, found: 'X', wanted: 'school' };
      const { message, expected } = causeTexts(cause(fault, csvFile, params));
      expect(message.ja).toContain(`${collectionTexts(name).ja} X`);
      for (const text of [message, expected].flatMap(({ ja, en }) => [ja, en])) {
        expect(text).not.toMatch(/undefined|\{\w+\}/);
      }
    }
  }
});

test('a cause of one row has the text of its issue, and more rows their number', () => {
  const one = cause('blank', 'users.csv', {}, { column: 'givenName', byFile: { 'users.csv': 1 } });
  expect(causeTexts(one).message.ja).toBe('列 givenName が空です。');
  const many = causeTexts({ ...one, weight: 1200, byFile: { 'users.csv': 1200 } });
  expect(many.message).toEqual({
    ja: '列 givenName が空です。同じ種類が 1,200 行あります。',
    en: 'givenName is blank. 1,200 rows have this.',
  });
});

test('a file that cannot be read tells what cannot be judged without it', () => {
  const broken = cause('nul_byte', 'orgs.csv', {}, { weight: 6, byFile: { 'orgs.csv': 1, 'roles.csv': 5 } });
  expect(causeTexts(broken).message.ja).toContain('ほかのファイルの 5 行も確かめられません');
  expect(fileFaults).toContain('nul_byte');
});

test('files are mended in the order in which they depend on each other, the zip and its manifest first', () => {
  expect(reportOrder).toEqual(['', 'manifest.csv', ...entityList.map(({ csvFile }) => csvFile)]);
});
