import { expect, test } from 'vitest';
import { isJisX0213, outsideJisX0213 } from '../../../src/model/jis-x-0213.ts';

/** Beyond what Python's shift_jis_2004 decodes: Windows' forms, the full-width backslash and か゚'s mark. */
const added = '～￠￡￢￤—＼\u309A';
const isInside = (character: string) => isJisX0213(character.codePointAt(0) ?? 0);

test('the table has what the codec decodes and what was added, and nothing else', () => {
  let count = 0;
  for (let codePoint = 0x80; codePoint <= 0x10ffff; codePoint += 1) if (isJisX0213(codePoint)) count += 1;
  expect(count).toBe(11_271 + [...added].length);
});

test('all of JIS X 0208 is inside, as another codec reads it', () => {
  const decoder = new TextDecoder('euc-jp', { fatal: true });
  const outside: string[] = [];
  let count = 0;
  for (let row = 1; row <= 84; row += 1) {
    // Rows 9 to 13 are empty in JIS X 0208; this codec has characters of vendors there.
    if (row >= 9 && row <= 13) continue;
    for (let cell = 1; cell <= 94; cell += 1) {
      try {
        const character = decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell));
        count += 1;
        if (!isInside(character)) outside.push(character);
      } catch {
        // A cell without a character.
      }
    }
  }
  expect([count, outside]).toEqual([6879, []]);
});

test.each([...'aA0 \n\t\u007F\u3000あアｱ゛亜腕熙﨑𠮟𪚲塚德黑①㈱Ⅰヷゔヴー〜～‖∥−－¢￠£￡¬￢¦￤―—¥￥‾￣＼゚'])(
  'inside: %j',
  (character) => {
    expect(isInside(character)).toBe(true);
    expect(outsideJisX0213(character)).toEqual([]);
  },
);

// The standard takes 髙 and 高 for one character; 𠮷 is in neither of its editions.
test.each([
  ...'髙𠮷\u9FFF\u{20000}\u{2A6D6}😀\uE000\uF8FF\u{F0000}\uFE00\u{E0100}\u3099\u0080\u200B\uFEFF\uFFFD가',
])('outside: %j', (character) => {
  expect(isInside(character)).toBe(false);
  expect(outsideJisX0213(character)).toEqual([character]);
});

test('a text names each character outside once, in the order found, and half a pair too', () => {
  expect(outsideJisX0213('𠮟る 😀髙橋、髙木😀\uE000 葛\u{E0100}城\uD842')).toEqual([
    '😀',
    '髙',
    '\uE000',
    '\u{E0100}',
    '\uD842',
  ]);
});

test('か゚ and the other pairs of the standard are inside', () => {
  const pairs = ['か゚', 'ト゚', 'ㇷ゚', 'æ̀', 'ɔ́', 'ə̀', '˩˥', '˥˩'];
  expect(pairs.flatMap((pair) => outsideJisX0213(pair))).toEqual([]);
});

test('nothing is made for a text that is inside', () => {
  expect(outsideJisX0213('山田')).toBe(outsideJisX0213('Suzuki'));
  expect(outsideJisX0213('𠮟る')).toBe(outsideJisX0213(''));
});
