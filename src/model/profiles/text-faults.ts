import { error, warning } from './fault.ts';

/** The text of a file. */
export const textFaults = {
  utf8_invalid: error(
    'JP-F-007',
    'UTF-8 として読めない文字があります（先頭から {offset} バイト目付近）。',
    'There are bytes that are not UTF-8, near byte {offset}.',
    '文字コードは UTF-8。Excel では「CSV UTF-8」で保存してください。',
    'UTF-8; in Excel, save as "CSV UTF-8".',
  ),
  byte_order_mark: warning(
    'JP-F-008',
    'ファイルの先頭に BOM があります（読み飛ばしました）。',
    'The file begins with a byte order mark; it was skipped.',
    'BOM なしの UTF-8',
    'UTF-8 without a byte order mark.',
  ),
  nul_byte: error(
    'RH-F-005',
    '使えない制御文字（NUL）が入っています。',
    'There is a NUL byte.',
    '文字だけの CSV。もう一度書き出してください。',
    'Text only: export the file again.',
  ),
  quote_unclosed: error(
    'JP-F-010',
    '{line} 行目で開いた引用符（"）が閉じていません。',
    'The quote opened on line {line} is never closed.',
    '引用符は 2 つで 1 組。値の中の " は "" と書きます。',
    'Quotes in pairs; a quote inside a value is doubled.',
  ),
  quote_malformed: error(
    'JP-F-010',
    '引用符（"）の使い方が正しくありません。',
    'A quote is misplaced.',
    '値全体を " で囲み、値の中の " は "" と書きます。',
    'The whole value in quotes; a quote inside it doubled.',
  ),
  line_break_in_field: error(
    'JP-F-010',
    '列 {column} の値の中に改行（CR）があります。',
    'There is a carriage return inside the value of {column}.',
    '1 つの値は 1 行に。Excel のセル内改行を消してください。',
    'A value on one line.',
  ),
  record_too_long: error(
    'RH-F-006',
    '1 行が長すぎます（上限 {limit} 文字）。',
    'A record is too long (limit {limit} characters).',
    '1 件は 1 行。引用符が閉じているか確かめてください。',
    'One record a line; check that quotes are closed.',
  ),
  ragged: error(
    'JP-F-013',
    '列の数が見出しと違います（{found} 列、見出しは {wanted} 列）。',
    'This row has {found} fields, the header has {wanted}.',
    '見出しと同じ数の列',
    'As many fields as the header has.',
  ),
  no_rows: error(
    'JP-F-014',
    'データの行が 1 行もありません。',
    'There is no data row.',
    '1 行以上のデータ。データがないファイルは入れず、manifest.csv で absent にします。',
    'At least one row; a file without data is left out and absent in manifest.csv.',
  ),
} as const;
