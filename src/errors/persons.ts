import type { ErrorRow } from '../error-row.ts';

/** What may be wrong with an act on a person. */
export const personErrors = {
  person_erased: {
    status: 409,
    minor: 'invaliddata',
    ja: 'この人はすでに消去されています。',
    en: 'This person was erased already.',
  },
  erasure_released: {
    status: 409,
    minor: 'invaliddata',
    ja: 'この消去は、すでに受け入れ可能になっています。',
    en: 'This erasure was released already.',
  },
  person_restricted: {
    status: 409,
    minor: 'invaliddata',
    ja: 'この人はすでに利用停止になっています。',
    en: 'This person is restricted already.',
  },
  person_not_restricted: {
    status: 409,
    minor: 'invaliddata',
    ja: 'この人は利用停止になっていません。',
    en: 'This person is not restricted.',
  },
} as const satisfies Record<string, ErrorRow>;
