import fc from 'fast-check';
import { dataFiles, fileName, headersOf } from '../../scripts/board/headers.ts';
import { entities } from '../../src/model/entities/index.ts';
import type { Column } from '../../src/model/entity.ts';

/** What is done to the text of one cell. */
export type Change =
  | { readonly kind: 'drop' | 'swap'; readonly at: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'replace'; readonly text: string }
  | { readonly kind: 'other'; readonly row: number }
  | { readonly kind: 'long'; readonly text: string; readonly length: number }
  | { readonly kind: 'varied'; readonly length: number }
  | { readonly kind: 'upper' | 'wide' };

export interface Mutation {
  readonly file: string;
  /** Place among the file's rows, taken round. */
  readonly row: number;
  readonly column: string;
  readonly change: Change;
}

const odd = [
  ...['"', '""', ',', '","', "'", '\\', '\\N', '\t', '\n', '\r', '\r\n', ' ', '\u3000', '{', '}', ':', ';'],
  ...['\u0001', '\u001b', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u200b', '\u202e', '\u2028', '\u2066'],
  ...[
    '\ufeff',
    '\ufffd',
    '\uffff',
    '\ue000',
    '１',
    'Ａ',
    'ｱ',
    'ﾞ',
    'か\u309a',
    '髙',
    '𠮷',
    '葛\u{e0100}',
    '👨‍👩‍👧',
  ],
];
const values = [
  ...['', ' ', 'NULL', 'null', 'true', 'false', 'TRUE', 'True', '0', '1', '-1', '007', '１２', '1.0', '2026'],
  ...[
    '1.23E+11',
    '1E5',
    '#N/A',
    '#REF!',
    '1月1日',
    '=1+1',
    'a',
    'P1',
    'P1,P2',
    'P1,,P2',
    ',',
    'ext:x',
    'ext:',
  ],
  ...['student', 'teacher', 'guardian', 'proctor', 'parent', 'district', 'department', 'homeroom', 'term'],
  ...[
    '2026-04-01',
    '2026-02-29',
    '0000-00-00',
    '9999-12-31',
    '2026/4/1',
    '20260401',
    '2026-4-1',
    '2026年4月1日',
  ],
  ...[
    '令和8年4月1日',
    'R8.4.1',
    '平成40年1月1日',
    '昭和64年1月7日',
    '{a:b}',
    '{a:b},{c:d}',
    '{a}',
    '{:b}',
    '{a:b',
  ],
  ...[
    '2026年度',
    'やまだ',
    'ﾔﾏﾀﾞ',
    'x@y/z',
    "'; DROP TABLE users; --",
    '<script>alert(1)</script>',
    '👨‍👩‍👧',
    '%00',
    '\\x00',
  ],
  ...[
    '00000000-0000-4000-8000-000000000000',
    '__proto__',
    'constructor',
    '{}',
    '[]',
    '{"a":1}',
    '\n',
    '\r',
    '"',
  ],
];

const position = fc.nat({ max: 40 });
/** Any character but NUL, which ends the reading of a file with a fault of its own. */
const anything = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .map((text) => text.replaceAll('\0', '0'));
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('drop', 'swap'), at: position }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('insert'),
      at: position,
      text: fc.oneof(fc.constantFrom(...odd), anything),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('replace'),
      text: fc.oneof(fc.constantFrom(...values), anything),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('other'), row: fc.nat({ max: 500 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('long'),
      text: fc.constantFrom('x', '長', '👨‍👩‍👧', 'a,b ', '９', '𠮷ａ'),
      length: fc.constantFrom(40, 255, 256, 257, 3_000, 100_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('varied'), length: fc.constantFrom(300, 500, 501, 3_000) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('upper', 'wide') }) },
);

/** One change of one cell, of any column of any file of the final Japan profile. */
export const mutation: fc.Arbitrary<Mutation> = fc.constantFrom(...dataFiles).chain((file) =>
  fc.record({
    file: fc.constant(fileName(file)),
    row: fc.nat({ max: 500 }),
    column: fc.constantFrom(...headersOf(file, 'japan')),
    change,
  }),
);

/** Full-width letters and digits in place of ASCII. */
const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** The cell after the change. `others` are the column's values by row. */
export function mutated(text: string, { change: done }: Mutation, others: readonly string[]): string {
  const characters = [...text];
  const at = 'at' in done ? done.at % Math.max(characters.length, 1) : 0;
  switch (done.kind) {
    case 'drop':
      return characters.toSpliced(at, 1).join('');
    case 'swap':
      return characters.toSpliced(at, 2, characters[at + 1] ?? '', characters[at] ?? '').join('');
    case 'insert':
      return characters.toSpliced(done.at % (characters.length + 1), 0, done.text).join('');
    case 'replace':
      return done.text;
    case 'other':
      return others[done.row % others.length] ?? '';
    case 'long':
      return done.text
        .repeat(Math.ceil(done.length / done.text.length))
        .slice(0, done.length)
        .toWellFormed();
    case 'varied':
      // No two characters alike in a row: what a database cannot make shorter.
      return Array.from({ length: done.length }, (_, index) =>
        String.fromCodePoint(0x4e00 + ((index * 7919 + index * index * 31) % 20_000)),
      ).join('');
    case 'upper':
      return text.toUpperCase();
    case 'wide':
      return wide(text);
  }
}

const shapes: Readonly<Partial<Record<Column['kind'], RegExp>>> = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  integer: /^\d+$/,
  flag: /^(true|false)$/i,
  year: /^\d{4}$/,
  pairs: /^\{[^:{}]+:[^{}]+\}(,\{[^:{}]+:[^{}]+\})*$/,
  list: /^[^,]+(,[^,]+)*$/s,
  refs: /^[^,]+(,[^,]+)*$/s,
  ref: /^[0-9A-Za-z.\-_/@]{1,255}$/,
};

/** True where no reading of the standard makes a value of this text: the cell itself has to be reported. */
export function isImpossible(file: string, header: string, text: string): boolean {
  if (header === 'sourcedId') return !/^[0-9A-Za-z.\-_/@]{1,255}$/.test(text);
  if (header === 'status' || header === 'dateLastModified') return text !== '';
  const entity = Object.values(entities).find(({ csvFile }) => csvFile === file);
  const column = entity?.columns.find((one) => one.header === header);
  if (column === undefined) throw new Error(`${file} ${header}`);
  if (text === '') return column.required === true;
  if (text.includes('\r')) return true;
  if (column.nullWord && text === 'NULL') return false;
  return shapes[column.kind]?.test(text) === false;
}
