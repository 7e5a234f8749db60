import type { Level } from '../issue-level.ts';

/** One way in which a bundle can be wrong: its rule, its level and its texts. `{…}` is filled from the issue. */
export interface Fault {
  /** Rule id that it breaks when the field names none of its own. */
  readonly code: string;
  /** Where the rule is not one of the profile's; those have their levels in model/rules. */
  readonly level: Level;
  /** Never more than a warning, whatever the rule's level: it was read, repaired or is only advice. */
  readonly mild?: boolean;
  readonly ja: string;
  readonly en: string;
  /** `{rule}` stands for what the rule asks for. */
  readonly expectedJa: string;
  readonly expectedEn: string;
}

type Texts = readonly [ja: string, en: string, expectedJa: string, expectedEn: string];

const fault =
  (level: Level, mild = false) =>
  (code: string, ...[ja, en, expectedJa, expectedEn]: Texts): Fault => ({
    code,
    level,
    ...(mild ? { mild } : {}),
    ja,
    en,
    expectedJa,
    expectedEn,
  });
export const error = fault('error');
export const warning = fault('warning');
export const mild = fault('warning', true);
