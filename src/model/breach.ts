/** Above this many people a public body reports to the 個人情報保護委員会 (APPI Art. 68, rules Art. 43). */
export const reportedPersonsMin = 101;

/** The nine headings of the report on a breach, in its order. */
export const breachHeadings = {
  outline: ['概要', 'outline'],
  items: ['漏えい等が発生し、又はそのおそれがある個人データの項目', 'items of personal data'],
  number: ['漏えい等が発生し、又はそのおそれがある本人の数', 'number of persons'],
  cause: ['原因', 'cause'],
  damage: ['二次被害又はそのおそれの有無及びその内容', 'secondary damage'],
  measures: ['本人への対応の実施状況', 'what was done for the persons'],
  publication: ['公表の実施状況', 'publication'],
  prevention: ['再発防止のための措置', 'prevention'],
  other: ['その他参考となる事項', 'other matters'],
} as const satisfies Readonly<Record<string, readonly [ja: string, en: string]>>;

export type BreachHeading = keyof typeof breachHeadings;
export const breachHeadingNames = Object.keys(breachHeadings) as readonly BreachHeading[];
