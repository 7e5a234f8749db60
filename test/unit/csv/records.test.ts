import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '../../../src/csv/decode.ts';
import { readRecords, recordLengthMax } from '../../../src/csv/records.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { collect, pieces, refusalOf } from '../../support/pieces.ts';

interface Read {
  cells: (readonly string[])[];
  lines: number[];
  issues: { fault: string; line: number }[];
}

/** How a file is written does not change what is read: told once, and tested in form.test.ts. */
const formFaults = ['line_feed_only', 'value_unquoted'];

async function read(...texts: string[]): Promise<Read> {
  const issues: Issue[] = [];
  const parts = await collect(readRecords(pieces(...texts), 'users.csv', (found) => issues.push(found)));
  return {
    cells: parts.flatMap((part) => part.cells),
    lines: parts.flatMap((part) => part.lines),
    issues: issues
      .filter(({ fault }) => !formFaults.includes(fault))
      .map(({ fault, line }) => ({ fault, line })),
  };
}

const sound: [name: string, text: string, cells: string[][], lines: number[]][] = [
  [
    'LF',
    'a,b\nc,d\ne,f\n',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
    [1, 2, 3],
  ],
  [
    'CRLF',
    'a,b\r\nc,d\r\ne,f\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
    [1, 2, 3],
  ],
  [
    'no line end after the last row',
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    [1, 2],
  ],
  ['no line end at all', 'a,b', [['a', 'b']], [1]],
  [
    'quoted cells',
    '"a","b"\r\n"c","d"\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    [1, 2],
  ],
  [
    'quoted cells, no line end after the last',
    '"a","b"\r\n"c","d"',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    [1, 2],
  ],
  [
    'commas and quotes inside',
    '"a,1","b""2"""\n"""","c"\n',
    [
      ['a,1', 'b"2"'],
      ['"', 'c'],
    ],
    [1, 2],
  ],
  [
    'blank cells',
    'a,,\r\n"","",b\r\n',
    [
      ['a', '', ''],
      ['', '', 'b'],
    ],
    [1, 2],
  ],
  ['blank lines', 'a\n\n\nb\n\nc', [['a'], ['b'], ['c']], [1, 4, 6]],
  ['blank lines with CRLF', 'a\r\n\r\nb\r\n\r\n', [['a'], ['b']], [1, 3]],
  [
    'four-byte kanji',
    '𠮷,﨑\r\n"𠮷","髙"\r\n',
    [
      ['𠮷', '﨑'],
      ['𠮷', '髙'],
    ],
    [1, 2],
  ],
  [
    'a line feed inside',
    'a,"1\n2"\nb,"3\n\n4"\nc,5\n',
    [
      ['a', '1\n2'],
      ['b', '3\n\n4'],
      ['c', '5'],
    ],
    [1, 3, 6],
  ],
  ['a CRLF inside', 'a,"1\r\n2"\r\nb,3\r\nc', [['a', '1\r\n2'], ['b', '3'], ['c']], [1, 3, 4]],
  ['a line feed inside CRLF rows', 'h\r\n"1\n2"\r\n3\r\n4', [['h'], ['1\n2'], ['3'], ['4']], [1, 2, 4, 5]],
  [
    'a carriage return inside',
    '"a\rb","c\r"\r\nd,e\r\n',
    [
      ['a\rb', 'c\r'],
      ['d', 'e'],
    ],
    [1, 2],
  ],
];

describe('records and their lines', () => {
  test.each(sound)('are the same wherever the text is cut: %s', async (_name, text, cells, lines) => {
    const wanted = { cells, lines, issues: [] };
    expect(await read(text)).toEqual(wanted);
    expect(await read(...text)).toEqual(wanted);
    for (let first = 0; first <= text.length; first += 1) {
      expect(await read(text.slice(0, first), text.slice(first)), `cut at ${first}`).toEqual(wanted);
      for (let second = first + 1; second <= text.length; second += 1) {
        const parts = [text.slice(0, first), text.slice(first, second), text.slice(second)];
        expect(await read(...parts), `cut at ${first} and ${second}`).toEqual(wanted);
      }
    }
  });

  test('are the same for a thousand rows in chunks of any size', async () => {
    const rows = Array.from({ length: 1_000 }, (_, row) => [
      `id-${row}`,
      row % 7 === 0 ? '𠮷\n"野"' : '髙橋',
      '',
    ]);
    const text = rows
      .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
      .join('');
    let line = 1;
    const lines = rows.map(([, name]) => {
      const at = line;
      line += name === '髙橋' ? 1 : 2;
      return at;
    });
    for (const size of [1, 2, 3, 7, 64, 1_000, 4_096, text.length]) {
      const parts: string[] = [];
      for (let at = 0; at < text.length; at += size) parts.push(text.slice(at, at + size));
      expect(await read(...parts), `chunks of ${size}`).toEqual({ cells: rows, lines, issues: [] });
    }
  });

  test('nothing comes out of nothing', async () => {
    expect(await read()).toEqual({ cells: [], lines: [], issues: [] });
    expect(await read('', '\n', '\r\n')).toEqual({ cells: [], lines: [], issues: [] });
  });
});

describe('a misplaced quote', () => {
  test.each([
    ['inside a quoted cell', '"a","b"\r\n"c"x","d"\r\n"e","f"\r\n', 2],
    ['a quote that closes on the next line', '"a","b"\r\n"c","d\r\n"e","f"\r\n"g","h"\r\n', 2],
    ['in the last row', '"a","b"\n"e","f"\n"c"x","d"', 3],
  ])('is told with its line, once, wherever the text is cut: %s', async (_name, text, line) => {
    for (let border = 0; border <= text.length; border += 1) {
      const { issues } = await read(text.slice(0, border), text.slice(border));
      expect(issues, `cut at ${border}`).toEqual([{ fault: 'quote_malformed', line }]);
    }
  });
});

describe('an unclosed quote', () => {
  test('ends the file and names the line on which it opened, wherever the text is cut', async () => {
    const text = 'id,name\r\n1,a\r\n2,"b\r\n3,c\r\n4,d\r\n';
    for (let border = 0; border <= text.length; border += 1) {
      const refusal = await refusalOf(() => read(text.slice(0, border), text.slice(border)));
      expect(refusal instanceof UnreadableFile && refusal.issue, `cut at ${border}`).toEqual({
        file: 'users.csv',
        line: 3,
        column: '',
        code: 'JP-F-010',
        fault: 'quote_unclosed',
        level: 'error',
        params: { line: 3 },
      });
    }
  });

  test('is noticed before the rest of a long file is held in memory', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      yield 'id,name\n1,"a\n';
      for (;;) {
        given += 1;
        yield '2,b\n'.repeat(25_000);
      }
    }
    const refusal = await refusalOf(() => collect(readRecords(endless(), 'users.csv', () => undefined)));
    expect(refusal instanceof UnreadableFile && refusal.issue).toMatchObject({
      fault: 'quote_unclosed',
      line: 2,
      params: { line: 2 },
    });
    expect(given).toBeLessThanOrEqual(recordLengthMax / 100_000 + 1);
  });

  test('and a line without end are told apart', async () => {
    const refusal = await refusalOf(() => read('id\n', 'x'.repeat(recordLengthMax + 1)));
    expect(refusal instanceof UnreadableFile && refusal.issue).toMatchObject({
      fault: 'record_too_long',
      code: 'RH-F-006',
      line: 2,
      params: { limit: recordLengthMax },
    });
  });
});
