import { expect, test } from 'vitest';
import { causeCsv } from '../../../src/http/cause-csv.ts';
import type { ReportedCause } from '../../../src/services/imports/read-report.ts';

const cause: ReportedCause = {
  rank: 1,
  file: 'orgs.csv',
  column: 'sourcedId',
  code: 'JP-RO-002',
  level: 'error',
  weight: 12,
  byFile: { 'users.csv': 4, 'roles.csv': 8 },
  message: { ja: '組織 X がありません', en: 'There is no organisation X' },
  expected: { ja: '行を入れる', en: 'A row' },
  rule: { ja: '=決まり', en: 'Rule' },
  examples: [
    { file: 'users.csv', line: 2, column: 'primaryOrgSourcedId', message: { ja: 'い', en: 'i' } },
    { file: '', line: 0, column: '', message: { ja: 'ろ', en: 'r' } },
  ],
};

test('a cause is one line with its weight, marked for Excel and without formulas', () => {
  const lines = causeCsv([cause], 1).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFF"順 rank","ファイル file"/);
  expect(lines.slice(1)).toEqual([
    `"1","orgs.csv","sourcedId","JP-RO-002","エラー error","12","users.csv: 4／roles.csv: 8","組織 X がありません","行を入れる","'=決まり","users.csv 2 行目 primaryOrgSourcedId／ZIP","There is no organisation X","A row","Rule"`,
    '',
  ]);
});

test('what is not listed is counted in a last line', () => {
  const last = causeCsv([{ ...cause, rule: null }], 1_300)
    .split('\r\n')
    .at(-2);
  expect(last).toContain('"ほかに 1299 種類あります（issues.csv にすべてあります）。"');
});
