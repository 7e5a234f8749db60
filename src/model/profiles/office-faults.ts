import { error, mild } from './fault.ts';

/** What spreadsheets and office habits do to values, and what the lenient reading repairs. */
export const officeFaults = {
  misspelt: error(
    'RH-X-001',
    '列 {column} の「{found}」は{what}です。',
    '"{found}" in {column} is {whatEn}.',
    '{form}{example}。',
    '{formEn}{exampleEn}.',
  ),
  repaired: mild(
    'RH-R-001',
    '列 {column} の「{found}」（{what}）を「{wanted}」に直して読みました。',
    '"{found}" in {column} ({whatEn}) was read as "{wanted}".',
    '{form}{example}。',
    '{formEn}{exampleEn}.',
  ),
  exponent: error(
    'RH-X-002',
    '列 {column} の「{found}」は、Excel が長い番号を 1.23E+11 の形に変えたものです。もとの番号は失われています。',
    '"{found}" in {column} is a long number that Excel rewrote; the digits are lost.',
    'もとのファイルを書き出し直し、Excel では「データ」→「テキストまたは CSV から」で列を文字列として開きます。',
    'Export the file again, and open it in Excel by Data > From Text/CSV with this column as text.',
  ),
  sheet_error: error(
    'RH-X-003',
    '列 {column} に Excel のエラー「{found}」が入っています。',
    '{column} has the spreadsheet error "{found}".',
    'もとの値。数式ではなく値として貼り付けます。',
    'The value itself, pasted as a value and not as a formula.',
  ),
  sheet_date: mild(
    'RH-X-004',
    '列 {column} の「{found}」は、Excel が「1-1」のような値を日付に変えたものではありませんか。',
    '"{found}" in {column} looks like a value such as 1-1 that Excel took for a date.',
    'もとの値（日付でよければそのままで構いません）',
    'The value itself; if it is meant so, leave it.',
  ),
  zeros_lost: mild(
    'RH-X-006',
    '列 {column} の番号は先頭の 0 がなくなったようです。{rows} 行が {target} と合いません（「{found}」、{target} では「{wanted}」）。',
    'The numbers in {column} seem to have lost their leading zeros: {rows} row(s) do not agree with {target} ("{found}" here, "{wanted}" there).',
    'もとのファイルを書き出し直し、Excel では「データ」→「テキストまたは CSV から」で列を文字列として開きます。',
    'Export the file again, and open it in Excel by Data > From Text/CSV with this column as text.',
  ),
  zero_lost: error(
    'JP-OR-006',
    '列 {column} の「{found}」は先頭の 0 がなくなったようです。',
    '"{found}" in {column} seems to have lost its leading zero.',
    '「0{found}」。Excel では「データ」→「テキストまたは CSV から」で列を文字列として開きます。',
    '"0{found}". In Excel, open the file by Data > From Text/CSV with this column as text.',
  ),
  full_width: mild(
    'RH-X-005',
    '列 {column} の「{found}」に全角の英数字か見えない文字があります。',
    '"{found}" in {column} has full-width letters or invisible characters.',
    '「{wanted}」（半角）',
    '"{wanted}", in half-width characters.',
  ),
  blanks_around: mild(
    'JP-C-011',
    '列 {column} の値の前か後に空白があります。',
    'The value of {column} begins or ends with a blank.',
    '{rule}',
    '{rule}',
  ),
  null_word: mild(
    'JP-C-012',
    '列 {column} の値が文字の NULL です。',
    'The value of {column} is the word NULL.',
    '{rule}',
    '{rule}',
  ),
  value_long: mild(
    'JP-F-015',
    '列 {column} の値が {length} 文字あります。',
    'The value of {column} has {length} characters.',
    '{rule}',
    '{rule}',
  ),
  value_too_long: error(
    'RH-C-012',
    '列 {column} の値が {length} 文字あります。この列は {limit} 文字までしか保存できません。',
    'The value of {column} has {length} characters; no more than {limit} can be kept in this column.',
    '{limit} 文字まで。引用符（"）が閉じているか確かめてください。',
    'At most {limit} characters; check that quotes are closed.',
  ),
} as const;
