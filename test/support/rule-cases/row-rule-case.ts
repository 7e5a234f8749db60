export type Cells = Readonly<Record<string, string>>;

/** Level of the issue under base, Japan and interoperability, as the spec's table has it. */
export type Levels = 'EEE' | '-EE' | '-WE' | '-WW' | 'WWW';

export interface Case {
  readonly rule: string;
  readonly levels: Levels;
  /** Header of the column that is blamed. */
  readonly column: string;
  readonly fault: string;
  readonly params: Readonly<Record<string, string>>;
  /** Cells that break the rule, and it alone. */
  readonly broken: Cells;
  /** Cells that come close and keep it, each in a row of its own. */
  readonly kept: readonly Cells[];
}

export function wrong(rule: string, levels: Levels, column: string, bad: string, ...good: string[]): Case {
  const params = { found: bad };
  const kept = good.map((cell) => ({ [column]: cell }));
  return { rule, levels, column, fault: 'value_wrong', params, broken: { [column]: bad }, kept };
}

export const personal = (one: Case): Case => ({ ...one, params: { found: '***' } });
export const together = (one: Case, others: Cells): Case => ({
  ...one,
  broken: { ...others, ...one.broken },
  kept: one.kept.map((cells) => ({ ...others, ...cells })),
});

export function missing(rule: string, levels: Levels, column: string): Case {
  const kept: readonly Cells[] = [{}];
  return {
    rule,
    levels,
    column,
    fault: 'value_missing',
    params: { found: '' },
    broken: { [column]: '' },
    kept,
  };
}

export function unneeded(rule: string, levels: Levels, column: string, bad: string): Case {
  return { ...wrong(rule, levels, column, bad, ''), fault: 'value_unneeded' };
}

export function rare(rule: string, bad: string, ...good: string[]): Case {
  return { ...wrong(rule, '-WW', 'grades', bad, ...good), fault: 'code_rare' };
}

export const grades = (rule: string): Case[] => [
  ...['5', '01a', 'K', 'P7', 'J4', 'H5', 'E4', '00', '11', 'P1,X', 'p1', 'P1 '].map((bad) =>
    wrong(rule, '-EE', 'grades', bad),
  ),
  wrong(rule, '-EE', 'grades', 'P0', '', 'P1', 'P6', 'J1', 'J3', 'H1', 'H3', 'E1', 'E3'),
  ...['H4', '01', '09', '10', 'zz'].map((bad) => rare(rule, bad)),
];
export const sameCount = (rule: string): Case[] => [
  {
    ...wrong(rule, 'EEE', 'subjectCodes', 'P010,P020'),
    broken: { subjects: '国語', subjectCodes: 'P010,P020' },
    kept: [{ subjects: '国語,社会', subjectCodes: 'P010,P020' }, {}],
  },
  // The binding compares the lengths only where both are there.
  { ...wrong(rule, '-EE', 'subjectCodes', ''), broken: { subjects: '国語' }, kept: [] },
  { ...wrong(rule, '-EE', 'subjectCodes', 'P010'), broken: { subjectCodes: 'P010' }, kept: [] },
];
export const subjectCodes = (rule: string): Case[] => [
  ...['P110', 'P000', 'J100', 'P015', 'T01', 'p010'].map((bad) =>
    together(wrong(rule, '-WW', 'subjectCodes', bad), { subjects: '国語' }),
  ),
  together(wrong(rule, '-WW', 'subjectCodes', 'X', 'P010', 'P090', 'P100', 'J010', 'J090'), {
    subjects: '国語',
  }),
];
export const ordered = (rule: string): Case => ({
  rule,
  levels: 'EEE',
  column: 'endDate',
  fault: 'values_reversed',
  params: { found: '2026-03-31' },
  broken: { beginDate: '2026-04-01', endDate: '2026-03-31' },
  kept: [
    { beginDate: '2026-04-01', endDate: '2026-04-01' },
    { beginDate: '2026-04-01' },
    { endDate: '2026-03-31' },
  ],
});
