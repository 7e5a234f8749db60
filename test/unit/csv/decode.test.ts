import { describe, expect, test } from 'vitest';
import { countBreaks, decodeText, UnreadableFile } from '../../../src/csv/decode.ts';
import type { TextEncoding } from '../../../src/csv/encoding-strict.ts';
import { encodeJapanese, encodeWide } from '../../support/japanese-bytes.ts';
import { collect, pieces, refusalOf } from '../../support/pieces.ts';

const text = '髙橋,﨑,𠮷野家\r\nÉva,Ω\r\n';
const bytes = Buffer.from(text);

const ignore = () => undefined;

function decode(
  chunks: readonly Uint8Array[],
  onMark: () => void = ignore,
  encoding: TextEncoding = 'utf-8',
): Promise<string[]> {
  return collect(decodeText(pieces(...chunks), 'users.csv', encoding, onMark));
}

async function issueOf(chunks: readonly Uint8Array[], encoding: TextEncoding = 'utf-8') {
  const refusal = await refusalOf(() => decode(chunks, ignore, encoding));
  if (!(refusal instanceof UnreadableFile)) throw refusal;
  const { fault, file, line, code, level, params } = refusal.issue;
  return { fault, file, line, code, level, params };
}

describe('characters', () => {
  test('survive a chunk border at every byte', async () => {
    for (let border = 0; border <= bytes.length; border += 1) {
      const parts = await decode([bytes.subarray(0, border), bytes.subarray(border)]);
      expect(parts.join(''), `border at ${border}`).toBe(text);
    }
  });

  test('survive chunks of one byte', async () => {
    const parts = await decode([...bytes].map((byte) => Uint8Array.of(byte)));
    expect(parts.join('')).toBe(text);
  });

  test('no chunk is given out empty', async () => {
    expect(await decode([Buffer.alloc(0), bytes, Buffer.alloc(0)])).toEqual([text]);
  });
});

describe('a byte order mark', () => {
  test('is taken off and told once, wherever the chunks are cut', async () => {
    const marked = Buffer.concat([Buffer.from('\uFEFF'), bytes]);
    for (let border = 0; border <= 5; border += 1) {
      let marks = 0;
      const parts = await decode([marked.subarray(0, border), marked.subarray(border)], () => {
        marks += 1;
      });
      expect(parts.join('')).toBe(text);
      expect(marks).toBe(1);
    }
  });

  test('is a character like any other after the beginning', async () => {
    let marks = 0;
    const parts = await decode([Buffer.from('a\uFEFFb'), Buffer.from('\uFEFFc')], () => {
      marks += 1;
    });
    expect(parts.join('')).toBe('a\uFEFFb\uFEFFc');
    expect(marks).toBe(0);
  });
});

describe('bytes that are not UTF-8', () => {
  const lines = 'sourcedId\r\n一行目\r\n二行目';

  test.each([
    ['Shift_JIS', [0x8d, 0x82]],
    ['a lone continuation byte', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a code point beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ])('%s is refused with its line and its byte', async (_name, wrong) => {
    const all = Buffer.concat([Buffer.from(lines), Buffer.from(wrong), Buffer.from(',b\r\nc\r\n')]);
    const wanted = {
      fault: 'utf8_invalid',
      file: 'users.csv',
      line: 3,
      code: 'JP-F-007',
      level: 'error',
      params: { offset: Buffer.byteLength(lines) },
    };
    for (let border = 0; border <= all.length; border += 1) {
      expect(await issueOf([all.subarray(0, border), all.subarray(border)]), `border at ${border}`).toEqual(
        wanted,
      );
    }
    expect(await issueOf([...all].map((byte) => Uint8Array.of(byte)))).toEqual(wanted);
  });

  test('a character that the end of the file cuts is refused', async () => {
    const cut = Buffer.from(`${lines}髙`).subarray(0, -1);
    const found = await issueOf([cut]);
    expect(found).toMatchObject({ fault: 'utf8_invalid', line: 3 });
    expect(found.params).toEqual({ offset: Buffer.byteLength(lines) });
  });
});

describe('a NUL', () => {
  test('is refused with its line, in any chunk', async () => {
    const all = Buffer.from('a\nb\nc\0d\n');
    for (let border = 0; border <= all.length; border += 1) {
      expect(await issueOf([all.subarray(0, border), all.subarray(border)])).toEqual({
        fault: 'nul_byte',
        file: 'users.csv',
        line: 3,
        code: 'RH-F-005',
        level: 'error',
        params: {},
      });
    }
  });
});

const others: readonly [TextEncoding, (text: string) => Buffer, wrong: readonly number[], name: string][] = [
  ['shift_jis', (text) => encodeJapanese(text, 'shift_jis'), [0x8d, 0x22], 'Shift_JIS'],
  ['shift_jis', (text) => encodeJapanese(text, 'shift_jis'), [0x80], 'Shift_JIS'],
  ['utf-16le', (text) => encodeWide(text, 'le', false), [0x00, 0xdc], 'UTF-16 (LE)'],
  ['utf-16le', (text) => encodeWide(text, 'le', false), [0x3d, 0xd8, 0x61, 0x00], 'UTF-16 (LE)'],
  ['utf-16be', (text) => encodeWide(text, 'be', false), [0xd8, 0x3d, 0x00, 0x61], 'UTF-16 (BE)'],
];

describe.each(others)('%s', (encoding, encode, wrong, name) => {
  const lines = '髙橋,1,ｱﾍﾞ\r\n表,能\r\nソ';

  test('survives a chunk border at every byte', async () => {
    const all = encode(lines);
    for (let border = 0; border <= all.length; border += 1) {
      const parts = await decode([all.subarray(0, border), all.subarray(border)], ignore, encoding);
      expect(parts.join(''), `border at ${border}`).toBe(lines);
    }
    const single = [...all].map((byte) => Uint8Array.of(byte));
    expect((await decode(single, ignore, encoding)).join('')).toBe(lines);
  });

  test('is refused at the first bytes that are not, with their line', async () => {
    const all = Buffer.concat([encode(lines), Buffer.from(wrong), encode('b\r\nc\r\n')]);
    const wanted = {
      fault: 'encoding_damaged',
      file: 'users.csv',
      line: 3,
      code: 'JP-F-007',
      level: 'error',
      params: { name, offset: encode(lines).length },
    };
    for (let border = 0; border <= all.length; border += 1) {
      const found = await issueOf([all.subarray(0, border), all.subarray(border)], encoding);
      expect(found, `border at ${border}`).toEqual(wanted);
    }
    expect(
      await issueOf(
        [...all].map((byte) => Uint8Array.of(byte)),
        encoding,
      ),
    ).toEqual(wanted);
  });

  test('is refused when its end is cut inside a character', async () => {
    const all = encode(lines);
    const found = await issueOf([all.subarray(0, 9), all.subarray(9, -1)], encoding);
    const offset = all.length - encode('ソ').length;
    expect(found).toMatchObject({ fault: 'encoding_damaged', line: 3, params: { name, offset } });
  });

  test('has its byte order mark taken off, and a NUL refused', async () => {
    let marks = 0;
    const marked = encoding === 'shift_jis' ? [] : [encode('\uFEFF')];
    const parts = await decode([...marked, encode('a\n')], () => (marks += 1), encoding);
    expect([parts.join(''), marks]).toEqual(['a\n', marked.length]);
    expect(await issueOf([encode('a\nb\0')], encoding)).toMatchObject({ fault: 'nul_byte', line: 2 });
  });
});

test('countBreaks counts line feeds', () => {
  expect(['', 'a', '\n', 'a\r\nb\n\n'].map(countBreaks)).toEqual([0, 0, 1, 3]);
});
