import { RosterError } from '../errors.ts';

/** Comparison operators of the OneRoster filter, longest first so that `>=` is not read as `>`. */
const operators = ['!=', '>=', '<=', '=', '>', '<', '~'] as const;
export type Operator = (typeof operators)[number];

/** One comparison, as it was written: `dateLastModified>='2026-04-01T00:00:00.000Z'`. */
export interface Comparison {
  /** Dotted name. */
  readonly field: string;
  readonly operator: Operator;
  /** The value without its quotes, `''` undone. */
  readonly value: string;
  /** Position of the value, counted from 1, for error texts. */
  readonly at: number;
}

/** A longer filter has no use that we know of, and what parses it must stay cheap. */
export const filterLengthMax = 2048;

const nameCharacter = /[A-Za-z0-9_.]/;

function refuse(at: number, expected: string): RosterError {
  return new RosterError('invalid_filter', { at, expected });
}

/**
 * Reads one comparison in a single pass.
 *
 * `familyName='O''Hara'` -> { field: 'familyName', operator: '=', value: "O'Hara", at: 12 }
 */
export function parseComparison(text: string): Comparison {
  if (text.length > filterLengthMax)
    throw refuse(filterLengthMax + 1, `at most ${filterLengthMax} characters`);
  let at = skipBlanks(text, 0);
  const start = at;
  while (at < text.length && nameCharacter.test(text.charAt(at))) at += 1;
  const field = text.slice(start, at);
  if (field === '') throw refuse(at + 1, 'a field name');
  at = skipBlanks(text, at);
  const operator = operators.find((candidate) => text.startsWith(candidate, at));
  if (operator === undefined) throw refuse(at + 1, `one of ${operators.join(' ')}`);
  at = skipBlanks(text, at + operator.length);
  const value = readQuoted(text, at);
  const rest = skipBlanks(text, value.end);
  if (rest < text.length) throw refuse(rest + 1, 'the end of the filter');
  return { field, operator, value: value.text, at: at + 1 };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

/** `'it''s' …` -> { text: "it's", end: 7 } */
function readQuoted(text: string, from: number): { text: string; end: number } {
  if (text[from] !== "'") throw refuse(from + 1, 'a value in single quotes');
  let value = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf("'", at);
    if (close === -1) throw refuse(text.length + 1, "a closing '");
    value += text.slice(at, close);
    if (text[close + 1] !== "'") return { text: value, end: close + 1 };
    value += "'";
    at = close + 2;
  }
}
