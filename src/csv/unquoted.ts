import type { Delimiter } from './dialect.ts';

/**
 * Where the first value begins that is neither blank nor in quotes, from a place in a text on; -1 when there is none.
 * What lies between a closing quote and the next opening one can only be delimiters and line ends, so the text is
 * passed over from quote to quote.
 *
 * `"a",,"b",c` -> 9; `"a",,"b"` -> -1
 */
export function findUnquoted(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  let begins = true;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const until = quote < 0 ? text.length : quote;
    for (let place = at; place < until; place += 1) {
      const character = text[place];
      if (character === delimiter || character === '\n' || character === '\r') begins = true;
      else if (begins) return place;
    }
    if (quote < 0) return -1;
    const close = text.indexOf('"', quote + 1);
    if (close < 0) return -1;
    begins = false;
    at = close + 1;
  }
  return -1;
}
