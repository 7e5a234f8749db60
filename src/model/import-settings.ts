import type { RuleLevel } from './rules/rule.ts';
import type { Strictness } from './strictness.ts';
import { defaultThresholds, mergeThresholds, type Thresholds } from './thresholds.ts';

/** What one error does: nothing is published, or its row and what hangs on it stay out and the rest goes in. */
export const errorPolicies = ['abort', 'skip'] as const;
export type ErrorPolicy = (typeof errorPolicies)[number];

/** How a source's bundles are judged. */
export interface ImportSettings {
  /** Id of the one profile that its bundles must have; undefined: found from manifest and headers. */
  readonly profile?: string;
  /** The interoperability model (PSE V6) on top of the Japan profile. */
  readonly interoperability: boolean;
  readonly strictness: Strictness;
  readonly onError: ErrorPolicy;
  /** The day of the judgement in Japan, `2026-04-01`: birthdays after it are in the future. */
  readonly today: string;
  /** Levels of adjustable rules, by rule id. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** What it may change without a person being asked. */
  readonly thresholds: Thresholds;
}

export const defaultSettings: ImportSettings = {
  interoperability: false,
  strictness: 'strict',
  onError: 'abort',
  today: '9999-12-31',
  rules: {},
  thresholds: defaultThresholds,
};

/** The settings of one import: what its sender asked for, over what its source has set, over the defaults. */
export function mergeSettings(
  source: Partial<ImportSettings>,
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
