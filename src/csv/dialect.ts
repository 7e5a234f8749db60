import { manifestHeaders } from '../model/bundle-files.ts';
import { baseHeaders } from '../model/entity.ts';

export type Delimiter = ',' | '\t' | ';';
export type LineEnd = 'crlf' | 'lf' | 'cr';

/** How the values of a file are kept apart, and its lines. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly lineEnd: LineEnd;
}

/** Names for people. */
export const delimiterNames: Readonly<Record<Delimiter, { readonly ja: string; readonly en: string }>> = {
  ',': { ja: 'コンマ', en: 'commas' },
  '\t': { ja: 'タブ', en: 'tabs' },
  ';': { ja: 'セミコロン', en: 'semicolons' },
};

export const lineEnds: Readonly<Record<LineEnd, string>> = { crlf: '\r\n', lf: '\n', cr: '\r' };

const firstNames = new Set<string>([baseHeaders[0], manifestHeaders[0]].map((name) => name.toLowerCase()));

/** The end of a line in a text: where it begins, and which it is. */
export interface FoundEnd {
  readonly at: number;
  readonly lineEnd: LineEnd;
}

/**
 * The first end of a line that is not inside quotes. Undefined while there is none, and while a carriage return is
 * the last character: a line feed may follow. `last` says that nothing follows.
 *
 * `"a\nb",c\r\nd` -> { at: 7, lineEnd: 'crlf' }
 */
export function findLineEnd(text: string, last: boolean): FoundEnd | undefined {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      // A quote in the middle of a bare value is a character like any other.
      if (quoted || at === 0 || /[,\t;\r\n"]/.test(text[at - 1] ?? '')) quoted = !quoted;
    } else if (quoted) continue;
    else if (character === '\n') return { at, lineEnd: 'lf' };
    else if (character === '\r') {
      // `\r\r\n`, an end that was converted twice, has one carriage return too many and is no old Mac's.
      let next = at + 1;
      while (text[next] === '\r') next += 1;
      if (next === text.length && !last) return undefined;
      return text[next] === '\n' ? { at: next - 1, lineEnd: 'crlf' } : { at, lineEnd: 'cr' };
    }
  }
  return undefined;
}

/** The header line, which is the first that is not blank: where it begins and ends. Undefined as for findLineEnd. */
export function findHeader(text: string, last: boolean): { begin: number; end: number } | undefined {
  const begin = text.search(/[^\r\n]/);
  if (begin < 0) return undefined;
  const found = findLineEnd(text.slice(begin), last);
  if (found === undefined) return last ? { begin, end: text.length } : undefined;
  return { begin, end: begin + found.at };
}

/**
 * The delimiter that makes names of the standard out of a header line: it begins with sourcedId or propertyName, or
 * has two known names. Commas when no delimiter does: what is wrong with the header is told elsewhere.
 *
 * `sourcedId\tstatus` -> tab
 */
export function findDelimiter(header: string, known: ReadonlySet<string>): Delimiter {
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of [',', '\t', ';'] as const) {
    const names = splitHeader(header, delimiter);
    const count = names.filter((name) => known.has(name)).length;
    const proved = count >= 2 || (names.length > 1 && firstNames.has(names[0]?.toLowerCase() ?? ''));
    if (proved && count + 1 > most) {
      best = delimiter;
      most = count + 1;
    }
  }
  return best;
}

/** `"a","b"` -> ['a', 'b'] */
export function splitHeader(header: string, delimiter: Delimiter): string[] {
  return header.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
}
