/** Only an error keeps a bundle from being published. */
export type Level = 'error' | 'warning';

/** One way in which a bundle can be wrong: its rule, its level and its texts. `{…}` is filled from the issue. */
export interface Fault {
  /** Rule id that it breaks when the field names none of its own. */
  readonly code: string;
  readonly level: Level;
  readonly ja: string;
  readonly en: string;
  readonly expectedJa: string;
  readonly expectedEn: string;
}

type Texts = readonly [ja: string, en: string, expectedJa: string, expectedEn: string];

const fault =
  (level: Level) =>
  (code: string, ...[ja, en, expectedJa, expectedEn]: Texts): Fault => ({
    code,
    level,
    ja,
    en,
    expectedJa,
    expectedEn,
  });
/** A fault that keeps a bundle from being published. */
export const error = fault('error');
/** A fault that is told and no more. */
export const warning = fault('warning');
