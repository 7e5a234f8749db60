import type { Level } from '../issue-level.ts';

/** What breaking a rule means; `off`: nothing is said. */
export type RuleLevel = Level | 'off';
export const ruleLevels: readonly RuleLevel[] = ['off', 'warning', 'error'];

/**
 * Who is asking: OneRoster 1.2.1 as it stands, the Japan profile (every generation), or the Japan profile with the
 * interoperability model (学習eポータル標準モデル / 相互運用標準モデル, PSE V6) on top.
 */
export const ruleLayers = ['base', 'japan', 'interoperability'] as const;
export type RuleLayer = (typeof ruleLayers)[number];

/** One rule of the profile: what must hold, and how much it matters under each layer. */
export interface Rule {
  /** `JP-US-003` */
  readonly id: string;
  /** CSV file, `manifest.csv`, `zip`, or `*.csv` for every data file. */
  readonly file: string;
  /** CSV headers that it is about; blank where it is about rows or files. */
  readonly columns: string;
  readonly levels: Readonly<Record<RuleLayer, RuleLevel>>;
  /** What must hold, in the words of a report's column 直し方. */
  readonly ja: string;
  readonly en: string;
  /** Where the sources disagree, or only advice is given: a source may set another level. */
  readonly adjustable: boolean;
}

const letters: Readonly<Record<string, RuleLevel>> = { E: 'error', W: 'warning', '-': 'off' };

/**
 * `-WE`: off in base 1.2.1, a warning in the Japan profile, an error with the interoperability model. What is an
 * error in the Japan profile cannot be lowered. A `*` says that the sources disagree: its mild forms can be set.
 */
export function rulesOf(
  prefix: string,
  file: string,
  rows: readonly (readonly [number: number, columns: string, levels: string, ja: string, en: string])[],
): Rule[] {
  return rows.map(([number, columns, levels, ja, en]) => {
    const [base, japan, interoperability] = [...levels].map((letter) => letters[letter] ?? 'off');
    const level = { base: base ?? 'off', japan: japan ?? 'off', interoperability: interoperability ?? 'off' };
    return {
      id: `${prefix}-${String(number).padStart(3, '0')}`,
      file,
      columns,
      levels: level,
      ja,
      en,
      adjustable: levels.endsWith('*') || level.japan !== 'error',
    };
  });
}
