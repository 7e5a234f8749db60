import { describe, expect, test } from 'vitest';
import { decodeText, UnreadableFile } from '../../../src/csv/decode.ts';
import { findDelimiter, findHeader, findLineEnd } from '../../../src/csv/dialect.ts';
import type { TextEncoding } from '../../../src/csv/encoding-strict.ts';
import { readRecords } from '../../../src/csv/records.ts';
import { findUnquoted } from '../../../src/csv/unquoted.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { encodeJapanese, encodeWide } from '../../support/japanese-bytes.ts';
import { collect, pieces, refusalOf } from '../../support/pieces.ts';

/** What readRecords tells of a text, whatever the chunks. */
async function toldOf(text: string, delimiter: ',' | '\t' | ';' = ','): Promise<string[]> {
  const read = async (...texts: string[]) => {
    const issues: Issue[] = [];
    await collect(readRecords(pieces(...texts), 'users.csv', (found) => issues.push(found), delimiter));
    return issues.map(({ fault, line, code, level }) => `${line} ${code} ${level} ${fault}`);
  };
  const whole = await read(text);
  for (let cut = 1; cut < text.length; cut += 1) {
    expect(await read(text.slice(0, cut), text.slice(cut)), `cut at ${cut}`).toEqual(whole);
  }
  expect(await read(...text)).toEqual(whole);
  return whole;
}

const lineFeed = '1 JP-F-009 warning line_feed_only';
const unquoted = (line: number) => `${line} JP-F-011 warning value_unquoted`;

describe('line ends', () => {
  test.each([
    ['CRLF', 'a,b\r\n"1","2"\r\n', []],
    ['LF', 'a,b\n"1","2"\n"3","4"\n', [lineFeed]],
    ['LF, with a CRLF inside a value', 'a,b\n"1\r\n","2"\n', [lineFeed]],
    ['CRLF, with a line feed inside a quoted name', '"a\n","b"\r\n"1","2"\r\n', []],
    ['CR', 'a,b\r"1","2"\r"3","4"\r', []],
    ['none', 'a,b', []],
  ])('%s', async (_name, text, told) => {
    expect(await toldOf(text)).toEqual(told);
  });

  test('CR alone parts records, with their lines, and what has a line feed in it is not plain', async () => {
    const text = 'a,b\r"1","x\ry"\r"2","z"\r\r"3","v\nw"\r';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const parts = await collect(
        readRecords(pieces(text.slice(0, cut), text.slice(cut)), 'users.csv', () => undefined),
      );
      expect(parts.flatMap(({ cells }) => cells)).toEqual([
        ['a', 'b'],
        ['1', 'x\ry'],
        ['2', 'z'],
        ['3', 'v\nw'],
      ]);
      expect(parts.flatMap(({ lines }) => lines)).toEqual([1, 2, 4, 6]);
      expect(parts.filter(({ cells }) => cells.flat().includes('v\nw')).map(({ plain }) => plain)).toEqual([
        false,
      ]);
    }
  });

  test.each([
    ['a,b\r\nc', false, { at: 3, lineEnd: 'crlf' }],
    ['a,b\nc', false, { at: 3, lineEnd: 'lf' }],
    ['a,b\rc', false, { at: 3, lineEnd: 'cr' }],
    ['a,b\r', false, undefined],
    ['a,b\r', true, { at: 3, lineEnd: 'cr' }],
    ['a,b\r\r\nc', false, { at: 4, lineEnd: 'crlf' }],
    ['"a\n\r",b\n', false, { at: 7, lineEnd: 'lf' }],
    ['"a""\n",b\n', false, { at: 8, lineEnd: 'lf' }],
    ['a"b,c\n', false, { at: 5, lineEnd: 'lf' }],
    ['a,b', true, undefined],
  ] as const)('findLineEnd(%j, %s)', (text, last, found) => {
    expect(findLineEnd(text, last)).toEqual(found);
  });

  test('findHeader passes blank lines over', () => {
    expect(findHeader('\r\n\na,b\n', false)).toEqual({ begin: 3, end: 6 });
    expect(findHeader('a,b', false)).toBeUndefined();
    expect(findHeader('a,b', true)).toEqual({ begin: 0, end: 3 });
    expect(findHeader('\n', true)).toBeUndefined();
  });
});

describe('values without quotes', () => {
  test.each([
    ['none', 'a,b\r\n"1","2"\r\n', []],
    ['a blank one', 'a,b\r\n"1",\r\n,"2"\r\n,\r\n', []],
    ['one', 'a,b\r\n"1","2"\r\n"3",4\r\n"5",6\r\n', [unquoted(3)]],
    ['one after a value of three lines', 'a,b\r\n"1","x\n\ny"\r\n3,"4"\r\n', [unquoted(5)]],
    ['one after quotes and commas inside quotes', 'a,b\r\n"1,2","""x"", y"\r\n"z",4\r\n', [unquoted(3)]],
    ['a space', 'a,b\r\n"1", \r\n', [unquoted(2)]],
    ['in the last row, without line end', 'a,b\r\n"1","2"\r\n"3",4', [unquoted(3)]],
    ['in quotes that hold quotes', 'a,b\r\n"1","""2"",3"\r\n', []],
    ['one after blank lines', '\r\n\r\na,b\r\n\r\n1,"2"\r\n', [unquoted(5)]],
    ['in no row', 'a,b\r\n', []],
  ])('%s', async (_name, text, told) => {
    expect(await toldOf(text)).toEqual(told);
  });

  test('are not looked for where quotes are misplaced', async () => {
    const told = await toldOf('a,b\r\n"x"y","1,2"\r\n"3","4"\r\n');
    expect(told).toEqual(['2 JP-F-010 error quote_malformed']);
  });

  test('are found with tabs', async () => {
    expect(await toldOf('a\tb\r\n"1"\t"2,3"\r\n"4"\t5,6\r\n', '\t')).toEqual([unquoted(3)]);
  });

  test('are told once, wherever in a long file the first one is', async () => {
    const row = '"髙橋","1"\r\n';
    const texts = [
      `a,b\r\n${row.repeat(3)}`,
      row.repeat(1_000),
      `${row}"x",y\r\n`,
      row.repeat(1_000),
      'z,z\r\n',
    ];
    const issues: Issue[] = [];
    await collect(readRecords(pieces(...texts), 'users.csv', (found) => issues.push(found)));
    expect(issues.map(({ fault, line }) => [fault, line])).toEqual([['value_unquoted', 1_006]]);
  });

  test.each([
    ['"a",,"b",c', 9],
    ['"a",,"b"', -1],
    ['"a""b","c"', -1],
    ['a', 0],
    ['"a\r\n', -1],
  ])('findUnquoted(%j) is %i', (text, at) => {
    expect(findUnquoted(text, 0, ',')).toBe(at);
  });
});

describe('the delimiter', () => {
  const known = new Set(['sourcedId', 'status', 'name', 'propertyName', 'value']);

  test.each([
    ['sourcedId,status,name', ','],
    ['sourcedId\tstatus\tname', '\t'],
    ['sourcedId;status;name', ';'],
    ['"sourcedId";"status";"name"', ';'],
    ['propertyName\tvalue', '\t'],
    ['sourcedID;x;y', ';'],
    ['status;name', ';'],
    ['sourcedId,status;name', ','],
    ['sourcedId', ','],
    ['名前;学年', ','],
    ['x\ty\tz', ','],
    ['', ','],
  ])('of %j is %j', (header, delimiter) => {
    expect(findDelimiter(header, known)).toBe(delimiter);
  });
});

describe('an unclosed quote at the top of 100 MB', () => {
  const megabyte = 1_000_000;
  const head = 'sourcedId,familyName\r\n"1","a"\r\n"2","b\r\n';

  test.each([
    ['ASCII', 'utf-8', Buffer.from(head), Buffer.from('"id","name"\r\n'.replaceAll('"', ''))],
    ['Japanese', 'utf-8', Buffer.from(head), Buffer.from('髙橋髙橋髙橋髙橋髙橋\r\n')],
    ['four-byte kanji', 'utf-8', Buffer.from(head), Buffer.from('𠮷𠮷𠮷𠮷𠮷\r\n')],
    [
      'Shift_JIS',
      'shift_jis',
      encodeJapanese(head, 'shift_jis'),
      encodeJapanese('髙橋髙橋髙橋\r\n', 'shift_jis'),
    ],
    ['UTF-16', 'utf-16le', encodeWide(head, 'le'), encodeWide('髙橋髙橋髙橋\r\n', 'le', false)],
  ] as [string, TextEncoding, Buffer, Buffer][])(
    'is refused with its line before 2 MB are read: %s',
    async (_name, encoding, top, line) => {
      const block = Buffer.concat(Array.from({ length: Math.floor(65_536 / line.length) }, () => line));
      let given = 0;
      async function* file(): AsyncGenerator<Buffer> {
        yield top;
        while (given < 100 * megabyte) {
          given += block.length;
          yield block;
        }
      }
      const texts = decodeText(file(), 'users.csv', encoding, () => undefined);
      const refusal = await refusalOf(() => collect(readRecords(texts, 'users.csv', () => undefined)));
      expect(refusal instanceof UnreadableFile && refusal.issue).toEqual({
        file: 'users.csv',
        line: 3,
        column: '',
        code: 'JP-F-010',
        fault: 'quote_unclosed',
        level: 'error',
        params: { line: 3 },
      });
      expect(given).toBeLessThan(2 * megabyte);
    },
  );
});
