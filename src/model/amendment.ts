/** What a person does to the roster without an import. */
export const amendmentKinds = ['erasure', 'restriction', 'lift', 'correction'] as const;
export type AmendmentKind = (typeof amendmentKinds)[number];

/** Those that change older rosters too: nobody sees the person in any, or sees the person again. */
export const rewritingKinds: readonly AmendmentKind[] = ['erasure', 'restriction', 'lift'];

/** What has made a publication. */
export const publicationKinds = ['import', 'undo', ...amendmentKinds] as const;
export type PublicationKind = (typeof publicationKinds)[number];

/** In words, for those who look at publications. */
export const amendmentTexts: Readonly<Record<AmendmentKind, { readonly ja: string; readonly en: string }>> = {
  erasure: { ja: '個人の消去', en: 'the erasure of a person' },
  restriction: { ja: '個人の利用停止', en: 'the restriction of a person' },
  lift: { ja: '利用停止の解除', en: 'the lift of a restriction' },
  correction: { ja: '個人の訂正', en: 'a correction of a person' },
};
