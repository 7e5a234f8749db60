import { RosterError } from '../errors.ts';
import { findInstant } from './instant.ts';

/** Comparison operators of the OneRoster filter, longest first so that `>=` is not read as `>`. */
export const operators = ['!=', '>=', '<=', '=', '>', '<', '~'] as const;
export type Operator = (typeof operators)[number];

/** One comparison, as it was written: `dateLastModified>='2026-04-01T00:00:00.000Z'`. Positions count from 1. */
export interface Comparison {
  /** Dotted name. */
  readonly field: string;
  readonly fieldAt: number;
  readonly operator: Operator;
  readonly operatorAt: number;
  /** The value without its quotes, `''` undone. */
  readonly value: string;
  readonly valueAt: number;
}

/** A filter as it was written: one comparison, or two that are joined. */
export interface FilterText {
  readonly comparisons: readonly Comparison[];
  readonly join?: 'AND' | 'OR';
}

/** A longer filter has no use that we know of, and what parses it must stay cheap. */
export const filterLengthMax = 2048;

export function refuseFilter(at: number, expected: string): RosterError {
  return new RosterError('invalid_filter', { at, expected });
}

/**
 * Reads a filter in a single pass: one comparison, or two with AND or OR between them.
 *
 * `familyName='O''Hara' AND status='active'`
 */
export function parseFilter(text: string): FilterText {
  if (text.length > filterLengthMax) {
    throw refuseFilter(filterLengthMax + 1, `at most ${filterLengthMax} characters`);
  }
  const first = readComparison(text, 0);
  let at = skipBlanks(text, first.end);
  if (at === text.length) return { comparisons: [first.comparison] };
  const join = (['AND', 'OR'] as const).find((word) => text.startsWith(`${word} `, at));
  if (join === undefined) throw refuseFilter(at + 1, 'AND, OR or the end of the filter');
  const second = readComparison(text, at + join.length);
  at = skipBlanks(text, second.end);
  if (at < text.length) throw refuseFilter(at + 1, 'the end of the filter: it has at most one AND or OR');
  return { comparisons: [first.comparison, second.comparison], join };
}

function readComparison(text: string, from: number): { comparison: Comparison; end: number } {
  const fieldAt = skipBlanks(text, from);
  let at = runOf(isNameCharacter, text, fieldAt);
  const field = text.slice(fieldAt, at);
  if (field === '') throw refuseFilter(at + 1, 'a field name');
  const operatorAt = skipBlanks(text, at);
  const operator = operators.find((candidate) => text.startsWith(candidate, operatorAt));
  if (operator === undefined) throw refuseFilter(operatorAt + 1, `one of ${operators.join(' ')}`);
  at = skipBlanks(text, operatorAt + operator.length);
  const value = text[at] === "'" ? readQuoted(text, at) : readBareDate(text, at);
  return {
    comparison: {
      field,
      fieldAt: fieldAt + 1,
      operator,
      operatorAt: operatorAt + 1,
      value: value.text,
      valueAt: at + 1,
    },
    end: value.end,
  };
}

function isBetween(character: string, low: string, high: string): boolean {
  return character >= low && character <= high;
}

function isAlphanumeric(character: string): boolean {
  return isBetween(character, 'a', 'z') || isBetween(character, 'A', 'Z') || isBetween(character, '0', '9');
}

const isNameCharacter = (character: string) =>
  isAlphanumeric(character) || character === '_' || character === '.';
const isDateCharacter = (character: string) => isAlphanumeric(character) || '+-:.'.includes(character);

/** Where a run of such characters ends. */
function runOf(belongs: (character: string) => boolean, text: string, from: number): number {
  let at = from;
  while (at < text.length && belongs(text.charAt(at))) at += 1;
  return at;
}

function skipBlanks(text: string, from: number): number {
  return runOf((character) => character === ' ', text, from);
}

/** `'it''s' …` -> { text: "it's", end: 7 } */
function readQuoted(text: string, from: number): { text: string; end: number } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf("'", at);
    if (close === -1) throw refuseFilter(text.length + 1, "a closing '");
    value += text.slice(at, close);
    // The database has no such character in a text, so no record can have it.
    const nul = text.slice(at, close).indexOf('\0');
    if (nul !== -1) throw refuseFilter(at + nul + 1, 'a text without NUL characters');
    if (text[close + 1] !== "'") return { text: value, end: close + 1 };
    value += "'";
    at = close + 2;
  }
}

/** Clients write dates without quotes; any other bare word is more likely a mistake. */
function readBareDate(text: string, from: number): { text: string; end: number } {
  const end = runOf(isDateCharacter, text, from);
  const word = text.slice(from, end);
  if (findInstant(word) === undefined) throw refuseFilter(from + 1, 'a value in single quotes');
  return { text: word, end };
}
