/** Names of sources stand in addresses, reports and settings. */
const pattern = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u;

/** Where an upload comes from when its sender does not say. */
export const sourceDefault = 'default';

export const sourceNameTexts = {
  ja: '文字・数字・空白・. _ - で 64 文字まで',
  en: 'up to 64 letters, digits, blanks and . _ -',
} as const;

export function isSourceName(text: string): boolean {
  return pattern.test(text);
}
