import { expect, test } from 'vitest';
import { reportLine, reportMark } from '../../../src/csv/report.ts';

test('a report begins with the mark by which Excel knows UTF-8', () => {
  expect([...Buffer.from(reportMark)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('every cell is quoted, quotes are doubled, and the line ends with CRLF', () => {
  expect(reportLine(['a', 'b"c', 'd,e', '', 12, 'line\nfeed'])).toBe(
    '"a","b""c","d,e","","12","line\nfeed"\r\n',
  );
});

test.each([
  '=1+1',
  '+81-3',
  '-1',
  '@SUM(A1)',
  '|cmd',
  '＝1',
  '＋1',
  '－1',
  '＠A1',
  '｜A1',
  ' =1',
  '\t=1',
  '\r\n=1',
  '　＝1',
  '\u00a0=1',
  '\u200b=1',
  '\uFEFF=1',
  '\u202e=1',
  '\u0000=1',
  '\u0007 \u200b =1',
])('a cell that a spreadsheet could take for a formula is made text: %j', (cell) => {
  expect(reportLine([cell])).toBe(`"'${cell}"\r\n`);
});

test.each(['a=1', '1-2', "'=1", '山田', '1', ' a', '', '（=1）'])(
  'any other cell stays as it is: %j',
  (cell) => {
    expect(reportLine([cell])).toBe(`"${cell}"\r\n`);
  },
);

test('a negative number is a number', () => {
  expect(reportLine([-1])).toBe('"-1"\r\n');
});
