import { defaultSettings } from '../../src/model/import-settings.ts';
import { japan } from '../../src/model/profiles/japan.ts';
import { readRow } from './read-row.ts';
import { sound } from './rule-cases/row-rules.ts';

type Cells = Readonly<Record<string, string>>;

const id = '0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a';
export const lenient = { ...defaultSettings, strictness: 'lenient' } as const;

const rows = {
  ...sound,
  orgs: { name: '星見市教育委員会', type: 'district', identifier: '052019' },
};

type Name = keyof typeof rows;

/** A sound row with these cells: what it becomes, and what it says. */
export function readCells(
  name: Name,
  cells: Cells,
  settings: typeof defaultSettings = defaultSettings,
  profile = japan,
) {
  return readRow(name, { sourcedId: id, ...rows[name], ...cells }, profile, settings);
}

const kinds = {
  written: {
    what: '別の書き方の日付',
    whatEn: 'a date in another form',
    form: '西暦の YYYY-MM-DD で書きます',
    formEn: 'Write YYYY-MM-DD',
  },
  era: {
    what: '和暦の日付',
    whatEn: 'a date of the Japanese calendar',
    form: '西暦の YYYY-MM-DD で書きます',
    formEn: 'Write YYYY-MM-DD',
  },
  widths: {
    what: '全角の英数字か見えない文字のある値',
    whatEn: 'a value with full-width or invisible characters',
    form: '半角の英数字で書きます',
    formEn: 'Write half-width characters',
  },
  letters: {
    what: '大文字と小文字の違う値',
    whatEn: 'a value in other letter case',
    form: '小文字で書きます',
    formEn: 'Write small letters',
  },
  blanks: {
    what: '前後に空白のある値',
    whatEn: 'a value with blanks around it',
    form: '前後の空白を除きます',
    formEn: 'Leave the blanks out',
  },
  null: { what: '文字の NULL', whatEn: 'the word NULL', form: '空欄にします', formEn: 'Leave it blank' },
  kana: {
    what: '半角カナかひらがな',
    whatEn: 'half-width kana or hiragana',
    form: '全角のカタカナで書きます',
    formEn: 'Write full-width katakana',
  },
} as const;
type Kind = keyof typeof kinds;

/** What an issue says of a correction; a value that is hidden or blank is no example. */
function params(found: string, wanted: string, kind: Kind) {
  const hide = wanted === '' || wanted === '***';
  const example = { example: hide ? '' : `（${wanted}）`, exampleEn: hide ? '' : ` (${wanted})` };
  return { found, wanted, ...kinds[kind], ...example };
}

/** The issue of a value in another form, when read strictly. */
export const misspelt = (column: string, code: string, found: string, wanted: string, kind: Kind) => ({
  fault: 'misspelt',
  column,
  code,
  level: 'error',
  params: params(found, wanted, kind),
});
/** The issue of the same value, when read leniently. */
export const repaired = (column: string, found: string, wanted: string, kind: Kind) => ({
  fault: 'repaired',
  column,
  code: 'RH-R-001',
  level: 'warning',
  params: params(found, wanted, kind),
});
/** A warning of any kind. */
export const warned = (fault: string, column: string, code: string, params: Cells = {}) => ({
  fault,
  column,
  code,
  level: 'warning',
  params,
});
