import { expect, test } from 'vitest';
import { issueCsv } from '../../../src/http/issue-csv.ts';
import type { ReportedIssue } from '../../../src/services/imports/read-imports.ts';
import { pieces } from '../../support/pieces.ts';

const issue: ReportedIssue = {
  seq: 1,
  file: 'users.csv',
  line: 3,
  column: 'givenName',
  code: 'JP-US-003',
  level: 'error',
  message: { ja: '列 givenName が空です。', en: 'givenName is blank.' },
  expected: { ja: '必ず値を入れる列です。', en: 'A value: this column is required.' },
};

const header =
  '"ファイル file","行 line","列 column","コード code","種類 level","内容","期待する形","message","expected"\r\n';

async function text(...batches: ReportedIssue[][]): Promise<string> {
  return Buffer.from(await new Response(issueCsv(pieces(...batches))).arrayBuffer()).toString();
}

test('a report is a marked UTF-8 file with one line an issue', async () => {
  expect(await text([issue], [{ ...issue, line: 0, level: 'warning', column: '' }])).toBe(
    `\uFEFF${header}"users.csv","3","givenName","JP-US-003","エラー error","列 givenName が空です。","必ず値を入れる列です。","givenName is blank.","A value: this column is required."\r\n` +
      `"users.csv","","","JP-US-003","警告 warning","列 givenName が空です。","必ず値を入れる列です。","givenName is blank.","A value: this column is required."\r\n`,
  );
});

test('a report without issues is its header', async () => {
  expect(await text()).toBe(`\uFEFF${header}`);
});

test('a column name that a spreadsheet could run is text', async () => {
  expect(await text([{ ...issue, column: '=HYPERLINK("x")' }])).toContain(`"'=HYPERLINK(""x"")"`);
});

test('a reader that goes away ends the reading of the database', async () => {
  let ended = false;
  async function* endless(): AsyncGenerator<ReportedIssue[]> {
    try {
      for (;;) yield [issue];
    } finally {
      ended = true;
    }
  }
  const reader = issueCsv(endless()).getReader();
  await reader.read();
  await reader.read();
  await reader.cancel();
  expect(ended).toBe(true);
});
