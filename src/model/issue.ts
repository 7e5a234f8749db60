import { fillText } from '../errors.ts';
import type { Level } from './issue-level.ts';
import { type FaultKind, faults } from './profiles/faults.ts';
import { findRule } from './rules/index.ts';

/**
 * Something in an uploaded bundle that its maker should know. `found` and `params` never hold personal data.
 */
export interface Issue {
  /** CSV file, or the zip itself as `''`. */
  readonly file: string;
  /** Line in the file, 1 = header; 0 where no line is meant. */
  readonly line: number;
  /** CSV header of the cell; `''` where no cell is meant. */
  readonly column: string;
  /** Rule that is broken: a rule id of the profile (`JP-…`), or of the hub's own (`RH-…`). */
  readonly code: string;
  readonly fault: FaultKind;
  readonly level: Level;
  /** What fills the texts. */
  readonly params: Readonly<Record<string, string | number>>;
}

export interface IssueTexts {
  readonly message: { readonly ja: string; readonly en: string };
  readonly expected: { readonly ja: string; readonly en: string };
}

export interface IssuePlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  /** Takes the place of the fault's own rule, where the field has one. */
  readonly code?: string | undefined;
  readonly level?: Level;
}

export function issue(
  fault: FaultKind,
  place: IssuePlace = {},
  params: Readonly<Record<string, string | number>> = {},
): Issue {
  const row = faults[fault];
  return {
    file: place.file ?? '',
    line: place.line ?? 0,
    column: place.column ?? '',
    code: place.code ?? row.code,
    fault,
    level: place.level ?? row.level,
    params,
  };
}

/** The message and the expectation in both languages, from the tables of faults and rules. */
export function issueTexts(found: Pick<Issue, 'fault' | 'params' | 'column' | 'code'>): IssueTexts {
  const row = faults[found.fault];
  const params = { column: found.column, ...found.params };
  const rule = findRule(found.code);
  return {
    message: { ja: fillText(row.ja, params), en: fillText(row.en, params) },
    expected: {
      ja: fillText(row.expectedJa, rule === undefined ? params : { ...params, rule: rule.ja }),
      en: fillText(row.expectedEn, rule === undefined ? params : { ...params, rule: rule.en }),
    },
  };
}

/** A value for `found`: cut to a length that fits a report line. */
export function excerpt(value: string): string {
  const characters = [...value.slice(0, 120)];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}
