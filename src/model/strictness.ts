/** Strict reads what the profile allows. Lenient also reads what can be proved, and repairs what is certain. */
export const strictnesses = ['strict', 'lenient'] as const;
export type Strictness = (typeof strictnesses)[number];
