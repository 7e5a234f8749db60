import { isCalendarDate } from '../model/calendar.ts';
import type { Column } from '../model/entity.ts';
import type { FaultKind } from '../model/profiles/faults.ts';

/** A value as it was meant, where only one meaning is possible. */
export interface Correction {
  readonly value: string;
  /** What the cell has in its place. */
  readonly what: string;
  readonly whatEn: string;
  /** How it is written. */
  readonly form: string;
  readonly formEn: string;
}

interface Repair extends Omit<Correction, 'value'> {
  /** The value that is meant; undefined when the cell is not of this kind. */
  find(cell: string, column: Column): string | undefined;
}

/** ISO date of a day that exists: (2026, 4, 1) -> `2026-04-01`. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(date) ? date : undefined;
}

/** The eras in which living people were born, with the first day of each. */
const eras: readonly (readonly [names: string, year: number, first: string])[] = [
  ['令和|令|R', 2019, '2019-05-01'],
  ['平成|平|H', 1989, '1989-01-08'],
  ['昭和|昭|S', 1926, '1926-12-25'],
  ['大正|大|T', 1912, '1912-07-30'],
];
const eraPatterns = eras.map(([names, year, first], index) => ({
  pattern: new RegExp(
    `^(?:${names})\\s?(\\d{1,2}|元)(?:年\\s?(\\d{1,2})月\\s?(\\d{1,2})日|[./-](\\d{1,2})[./-](\\d{1,2}))$`,
  ),
  year,
  first,
  /** First day of the era after it. */
  end: eras[index - 1]?.[2] ?? '9999-12-31',
}));

/** `令和8年4月1日`, `R8.4.1` -> `2026-04-01`. A day outside its era has no certain meaning. */
function eraDate(cell: string): string | undefined {
  for (const { pattern, year, first, end } of eraPatterns) {
    const match = pattern.exec(cell);
    if (match === null) continue;
    const [, count = '', month = match[4], day = match[5]] = match;
    const date = dateOf(year - 1 + (count === '元' ? 1 : Number(count)), Number(month), Number(day));
    return date !== undefined && date >= first && date < end ? date : undefined;
  }
  return undefined;
}

const westernDate =
  /^(\d{4})(?:[/.](\d{1,2})[/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|-(\d{1,2})-(\d{1,2})|(\d{2})(\d{2}))(?: 0?0:00(?::00)?)?$/;

/** `2026/4/1`, `2026.4.1`, `2026年4月1日`, `20260401` -> `2026-04-01`; the year is first, so the order is certain. */
function writtenDate(cell: string): string | undefined {
  const match = westernDate.exec(cell);
  if (match === null) return undefined;
  const [year = '', month = '', day = ''] = match.slice(1).filter((part) => part !== undefined);
  return dateOf(Number(year), Number(month), Number(day));
}

/** Full-width letters and digits as half-width ones, without invisible characters. Never for names. */
export function halfWidth(cell: string): string {
  return cell.normalize('NFKC').replace(/[\p{Cf}\u00AD]/gu, '');
}

const differing = (cell: string, value: string) => (value === cell ? undefined : value);
const blanksAround: Repair = {
  what: '前後に空白のある値',
  whatEn: 'a value with blanks around it',
  form: '前後の空白を除きます',
  formEn: 'Leave the blanks out',
  find: (cell) => differing(cell, cell.trim()),
};
const cleaned = (cell: string) => differing(cell, halfWidth(cell).trim());
const cleanedWords = {
  what: '全角の英数字か見えない文字のある値',
  whatEn: 'a value with full-width or invisible characters',
  form: '半角の英数字で書きます',
  formEn: 'Write half-width characters',
};
const widths: Repair = { ...cleanedWords, find: cleaned };
const letterCase: Repair = {
  what: '大文字と小文字の違う値',
  whatEn: 'a value in other letter case',
  form: '小文字で書きます',
  formEn: 'Write small letters',
  find: (cell) => {
    const half = halfWidth(cell).trim();
    return differing(half, half.toLowerCase());
  },
};
const terms: Repair = {
  what: '大文字と小文字の違う用語',
  whatEn: 'a term in other letter case',
  form: '決まりのとおりの大文字と小文字で書きます',
  formEn: 'Write the term as the rule has it',
  find: (cell, { vocabulary }) => {
    const half = halfWidth(cell).trim().toLowerCase();
    return differing(cell, vocabulary?.terms.find((term) => term.toLowerCase() === half) ?? cell);
  },
};
const slashes: Repair = {
  what: '別の書き方の日付',
  whatEn: 'a date in another form',
  form: '西暦の YYYY-MM-DD で書きます',
  formEn: 'Write YYYY-MM-DD',
  find: (cell) => writtenDate(halfWidth(cell).trim()),
};
const era: Repair = {
  what: '和暦の日付',
  whatEn: 'a date of the Japanese calendar',
  form: '西暦の YYYY-MM-DD で書きます',
  formEn: 'Write YYYY-MM-DD',
  find: (cell) => eraDate(halfWidth(cell).trim()),
};
const nullWord: Repair = {
  what: '文字の NULL',
  whatEn: 'the word NULL',
  form: '空欄にします',
  formEn: 'Leave it blank',
  find: (cell) => (/^null$/i.test(cell.trim()) ? '' : undefined),
};
/** Null is a family name, so in names only the word in capitals is none. */
const nullInName: Repair = {
  ...nullWord,
  find: (cell) => (cell.trim() === 'NULL' ? '' : undefined),
};

/** What can be wrong with a value that its column's kind refuses, by what has one certain meaning only. */
const ofKind: Readonly<Partial<Record<Column['kind'], readonly Repair[]>>> = {
  date: [slashes, era, widths, nullWord],
  year: [widths, nullWord],
  integer: [widths, nullWord],
  flag: [letterCase, widths, nullWord],
  vocabulary: [blanksAround, widths, terms, nullWord],
  pairs: [widths, nullWord],
};

/** The one meaning of a cell that its kind refuses. `accepts` says whether the kind takes a value. */
export function findCorrection(
  column: Column,
  cell: string,
  accepts: (value: string) => boolean,
): Correction | undefined {
  for (const { find, ...words } of ofKind[column.kind] ?? []) {
    const value = find(cell, column);
    if (value !== undefined && (value === '' ? !column.required : accepts(value))) return { value, ...words };
  }
  return undefined;
}

/** `ﾔﾏﾀﾞ`, `やまだ` -> `ヤマダ`: a reading has one spelling in katakana. */
function fullKatakana(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

const kanaRepair: Repair = {
  what: '半角カナかひらがな',
  whatEn: 'half-width kana or hiragana',
  form: '全角のカタカナで書きます',
  formEn: 'Write full-width katakana',
  find: (cell) => (/[\uFF61-\uFF9Fぁ-ゖ]/.test(cell) ? differing(cell, fullKatakana(cell)) : undefined),
};

/**
 * Repairs of text that its kind takes as it is: only codes, readings and the word NULL. Names are never touched:
 * every normalisation changes somebody's.
 */
export function findTextCorrection(column: Column, cell: string): Correction | undefined {
  const repairs = [
    column.personal ? nullInName : nullWord,
    ...(column.code || column.target !== undefined ? [widths] : []),
    ...(column.kana ? [kanaRepair] : []),
    ...(column.personal ? [] : [blanksAround]),
  ];
  for (const { find, ...words } of repairs) {
    const value = find(cell, column);
    if (value !== undefined && !(value === '' && column.required)) return { value, ...words };
  }
  return undefined;
}

/** The repair of a sourcedId, which is never left blank. */
export function findIdCorrection(cell: string): Correction | undefined {
  const value = cleaned(cell);
  return value === undefined || value === '' ? undefined : { value, ...cleanedWords };
}

/** `1.23E+11`: every program writes the sign, and `5E1` is the code of somebody's class. */
export const exponent = /^\d(?:\.\d+)?E\+\d{1,3}$/i;
const sheetError = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!)$/;
const sheetDate = /^\d{1,2}月\d{1,2}日$/;

/** Damage that a spreadsheet did, and that nobody can undo: what it is, or undefined. */
export function findDamage(column: Column, cell: string): FaultKind | undefined {
  const first = cell.charCodeAt(0);
  if (first === 0x23) return sheetError.test(cell) ? 'sheet_error' : undefined;
  if (first < 0x30 || first > 0x39) return undefined;
  if ((column.code || column.target !== undefined) && exponent.test(cell)) return 'exponent';
  return sheetDate.test(cell) ? 'sheet_date' : undefined;
}
