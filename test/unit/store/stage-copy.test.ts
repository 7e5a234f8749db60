import { describe, expect, test } from 'vitest';
import { stageLines } from '../../../src/store/stage.ts';
import { type CopyValue, copyText } from '../../../src/store/stage-copy.ts';

/** What the server makes of a field in COPY's text format (PostgreSQL manual, COPY, "Text Format"). */
function serverReads(text: string): string | null {
  if (text === '\\N') return null;
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };
  return text.replace(/\\(.)/gs, (_whole, character: string) => escapes[character] ?? character);
}

/** What the server makes of an array literal whose elements are all quoted. */
function arrayReads(text: string): string[] {
  return [...text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, inner = '']) =>
    inner.replace(/\\(.)/gs, '$1'),
  );
}

const nasty = [
  '',
  'a',
  'NULL',
  '\\N',
  '\\.',
  '\\',
  '\\\\n',
  'a\tb',
  'a\nb',
  'a\r\nb',
  '"',
  "'",
  '{}',
  ',',
  ' x ',
  '𠮷野家',
  '\u0001',
  '\u2028',
  '=1',
];

describe('a value in COPY text', () => {
  test.each(nasty)('is one field of one line, and the server reads it back: %j', (value) => {
    const text = copyText(value);
    expect(text).not.toMatch(/[\t\n\r]/);
    expect(serverReads(text)).toBe(value);
  });

  test.each([
    [null, '\\N'],
    [true, 't'],
    [false, 'f'],
    [0, '0'],
    [-12, '-12'],
  ] as [CopyValue, string][])('%j is %s', (value, text) => expect(copyText(value)).toBe(text));

  test('a list is an array literal, whatever its elements hold', () => {
    for (const list of [['a'], nasty, ['a,b', 'c"d', '}'], []]) {
      const text = copyText(list);
      expect(text).not.toMatch(/[\t\n\r]/);
      expect(arrayReads(serverReads(text) ?? '')).toEqual(list);
    }
  });

  test('pairs and metadata are JSON', () => {
    const pairs = [{ type: 'Koumu', identifier: 'a\t"b"\\' }];
    expect(JSON.parse(serverReads(copyText(pairs)) ?? '')).toEqual(pairs);
    const metadata = { jp: { kanaGivenName: 'ハナ\n' }, a: { __proto__: null, b: '\\N' } };
    expect(JSON.parse(serverReads(copyText(metadata)) ?? '')).toEqual({
      jp: { kanaGivenName: 'ハナ\n' },
      a: { b: '\\N' },
    });
  });
});

describe('rows for staging', () => {
  const row = {
    line: 2,
    sourcedId: 'a\tb',
    deleted: false,
    modified: null,
    values: ['髙', null, true, ['P1', 'P2']],
    metadata: { jp: { x: 1 } },
  };

  test('are lines of line, sourcedId, values and metadata', () => {
    const modified = '2026-04-01T00:00:00.000Z';
    expect(stageLines([row, { ...row, line: 3, deleted: true, modified, metadata: null }])).toBe(
      '2\ta\\tb\tf\t\\N\t髙\t\\N\tt\t{"P1","P2"}\t{"jp":{"x":1}}\n' +
        '3\ta\\tb\tt\t2026-04-01T00:00:00.000Z\t髙\t\\N\tt\t{"P1","P2"}\t\\N\n',
    );
  });

  test('without a sourcedId are left out', () => {
    expect(stageLines([{ ...row, sourcedId: '' }])).toBe('');
  });
});
