import type { Pause } from './pause.ts';
import type { RuleLevel } from './rules/rule.ts';
import type { Strictness } from './strictness.ts';
import { defaultThresholds, mergeThresholds, type Thresholds } from './thresholds.ts';

/** What one error does: nothing is published, or its row and what hangs on it stay out and the rest goes in. */
export const errorPolicies = ['abort', 'skip'] as const;
export type ErrorPolicy = (typeof errorPolicies)[number];

/**
 * What becomes of rows whose record another source owns: an error; or the owner keeps it and they are not published;
 * or this source takes it over.
 */
export const conflictPolicies = ['refuse', 'keep', 'takeOver'] as const;
export type ConflictPolicy = (typeof conflictPolicies)[number];

/** How a source's bundles are judged. */
export interface ImportSettings {
  /** Id of the one profile that its bundles must have; undefined: found from manifest and headers. */
  readonly profile?: string;
  /** The interoperability model (PSE V6) on top of the Japan profile. */
  readonly interoperability: boolean;
  readonly strictness: Strictness;
  readonly onError: ErrorPolicy;
  /** Of the source, never of one upload: whose a record is must not depend on how a file was sent. */
  readonly onConflict: ConflictPolicy;
  /** The day of the judgement in Japan, `2026-04-01`: birthdays after it are in the future. */
  readonly today: string;
  /** Levels of adjustable rules, by rule id. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** What it may change without a person being asked. */
  readonly thresholds: Thresholds;
}

/** What is set of a source: how its bundles are judged, and when they wait. */
export interface SourceSettings extends ImportSettings {
  readonly pauses: readonly Pause[];
}

export const defaultSettings: ImportSettings = {
  interoperability: false,
  strictness: 'strict',
  onError: 'abort',
  onConflict: 'refuse',
  today: '9999-12-31',
  rules: {},
  thresholds: defaultThresholds,
};

/** The settings of one import: what its sender asked for, over what its source has set, over the defaults. */
export function mergeSettings(
  { pauses: _, ...source }: Partial<SourceSettings>,
  own: Partial<ImportSettings> = {},
): ImportSettings {
  return {
    ...defaultSettings,
    ...source,
    ...own,
    rules: { ...source.rules, ...own.rules },
    thresholds: mergeThresholds({ ...source.thresholds, ...own.thresholds }),
  };
}
