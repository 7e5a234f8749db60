import { schoolCheckDigit } from './school-code.ts';

/**
 * Shape of a 学校コード: school type, prefecture 01-47, establisher (1 national, 2 public, 3 private), seven digits,
 * check digit (profile §2.11).
 */
export const schoolCodePattern = /^([ACDFH][12]|[BEG]1)(0[1-9]|[1-3]\d|4[0-7])[123]\d{7}\d$/;

/** Shape of a 教育委員会コード: prefecture 01-47 and four digits (profile §2.11). */
export const boardCodePattern = /^(0[1-9]|[1-3]\d|4[0-7])\d{4}$/;

/** Shape and check digit: `B127210000018` -> true. */
export function isSchoolCode(text: string): boolean {
  return schoolCodePattern.test(text) && String(schoolCheckDigit(text.slice(0, -1))) === text.at(-1);
}
