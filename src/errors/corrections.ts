import type { ErrorRow } from '../error-row.ts';

/** What may be wrong with a correction. */
export const correctionErrors = {
  correction_refused: {
    status: 422,
    minor: 'invaliddata',
    ja: 'この値には訂正できません。{problemsJa}',
    en: 'These values cannot be published. {problems}',
  },
  correction_unchanged: {
    status: 409,
    minor: 'invaliddata',
    ja: '名簿はすでにこの値です。訂正するものはありません。',
    en: 'The roster has these values already: there is nothing to correct.',
  },
} as const satisfies Readonly<Record<string, ErrorRow>>;
