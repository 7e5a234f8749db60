import { expect, test } from 'vitest';
import { encodeShiftJis } from '../../../src/csv/shift-jis.ts';

const decoder = new TextDecoder('shift_jis', { fatal: true });

test('what Windows has comes through, its own characters too', () => {
  const text = 'A~\\\r\n山田ｱ髙﨑①㈱Ⅰ、「ー」～∥－￠￡￢―＼￥';
  const { bytes, lost } = encodeShiftJis(text);
  expect(lost).toEqual([]);
  expect(decoder.decode(bytes)).toBe(text);
});

test('characters to which Windows gives another code point are written as that', () => {
  const { bytes, lost } = encodeShiftJis('1〜2‖−¢£¬¦—');
  expect(lost).toEqual([]);
  expect(decoder.decode(bytes)).toBe('1～2∥－￠￡￢￤―');
});

test('characters that do not fit are named once, and are ? in the bytes', () => {
  const { bytes, lost } = encodeShiftJis('𠮟る?é髙𠮟か゚葛\u{E0100}😀\uE000¥');
  expect(lost).toEqual(['𠮟', 'é', '\u309A', '\u{E0100}', '😀', '\uE000', '¥']);
  expect(decoder.decode(bytes)).toBe('?る??髙?か?葛???\\');
});

test('nothing gives nothing', () => {
  expect(encodeShiftJis('')).toEqual({ bytes: Buffer.alloc(0), lost: [] });
});
