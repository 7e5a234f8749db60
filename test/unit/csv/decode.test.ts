import { describe, expect, test } from 'vitest';
import { countBreaks, decodeUtf8, UnreadableFile } from '../../../src/csv/decode.ts';
import { collect, pieces, refusalOf } from '../../support/pieces.ts';

const text = '髙橋,﨑,𠮷野家\r\nÉva,Ω\r\n';
const bytes = Buffer.from(text);

function decode(chunks: readonly Uint8Array[], onMark: () => void = () => undefined): Promise<string[]> {
  return collect(decodeUtf8(pieces(...chunks), 'users.csv', onMark));
}

async function issueOf(chunks: readonly Uint8Array[]) {
  const refusal = await refusalOf(() => decode(chunks));
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

test('countBreaks counts line feeds', () => {
  expect(['', 'a', '\n', 'a\r\nb\n\n'].map(countBreaks)).toEqual([0, 0, 1, 3]);
});
