import type { FaultKind } from '../profiles/faults.ts';

/** What a rule may know besides the row. */
export interface RuleSetting {
  /** Under base 1.2.1; the Japan profile asks for more. */
  readonly base: boolean;
  /** Today in Japan, `2026-04-01`. */
  readonly today: string;
}

/**
 * A rule that one row can break by itself. `holds` gets the cells of `of`, blank ones as `''`; it is not asked when
 * one of them could not be read, which has been told already.
 */
export interface RowRule {
  /** `JP-AS-002` */
  readonly rule: string;
  /** The field that is blamed, by JSON name. */
  readonly field: string;
  readonly of: readonly string[];
  readonly fault: FaultKind;
  holds(cells: readonly string[], setting: RuleSetting): boolean;
}

/** Every cell of these fields that has a value. */
export function cells(
  rule: string,
  fields: readonly string[],
  holds: (cell: string, setting: RuleSetting) => boolean,
  fault: FaultKind = 'value_wrong',
): RowRule[] {
  return fields.map((field) => ({
    rule,
    field,
    of: [field],
    fault,
    holds: ([cell = ''], setting) => cell === '' || holds(cell, setting),
  }));
}

/** These fields have a value. */
export function filled(rule: string, fields: readonly string[]): RowRule[] {
  return fields.map((field) => ({
    rule,
    field,
    of: [field],
    fault: 'value_missing',
    holds: ([cell]) => cell !== '',
  }));
}

/** These fields have none. */
export function empty(rule: string, fields: readonly string[]): RowRule[] {
  return fields.map((field) => ({
    rule,
    field,
    of: [field],
    fault: 'value_unneeded',
    holds: ([cell]) => cell === '',
  }));
}

/** Cells of one row together. */
export function row(
  rule: string,
  field: string,
  of: readonly string[],
  holds: (cells: readonly string[], setting: RuleSetting) => boolean,
  fault: FaultKind = 'value_wrong',
): RowRule[] {
  return [{ rule, field, of, fault, holds }];
}
