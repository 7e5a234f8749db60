import { error, mild } from './fault.ts';

/**
 * Ways in which rows break rules of the profile. What was expected is the rule's own text, so one row serves many
 * rules; the issue names its rule.
 */
export const ruleFaults = {
  value_wrong: error(
    'RH-C-010',
    '列 {column} の「{found}」が決まりに合いません。',
    '"{found}" in {column} does not fit the rule.',
    '{rule}',
    '{rule}',
  ),
  value_missing: error('RH-C-010', '列 {column} が空です。', '{column} is blank.', '{rule}', '{rule}'),
  value_unneeded: error(
    'RH-C-010',
    '列 {column} に値（{found}）があります。',
    '{column} has a value ({found}).',
    '{rule}',
    '{rule}',
  ),
  value_doubled: error(
    'RH-C-010',
    '列 {column} の「{found}」が {first} 行目と同じです。',
    '"{found}" in {column} is already on line {first}.',
    '{rule}',
    '{rule}',
  ),
  values_disagree: error(
    'RH-C-010',
    '列 {column} の「{found}」が「{other}」と合いません。',
    '"{found}" in {column} does not agree with "{other}".',
    '{rule}',
    '{rule}',
  ),
  rows_conflict: error(
    'RH-C-010',
    '{first} 行目と重なっています（列 {column}）。',
    'This row conflicts with line {first} ({column}).',
    '{rule}',
    '{rule}',
  ),
  row_lacks: error(
    'RH-C-010',
    '列 {column} の「{found}」に必要な行が {target} にありません。',
    '"{found}" in {column} needs a row in {target} that is not there.',
    '{rule}',
    '{rule}',
  ),
  values_reversed: error(
    'RH-C-010',
    '列 {column} の日付が開始日より前です。',
    'The date in {column} is before the begin date.',
    '{rule}',
    '{rule}',
  ),
  check_digit: error(
    'JP-OR-005',
    '学校コード「{found}」の検査数字が合いません。打ちまちがいではありませんか。',
    'The check digit of the school code "{found}" is wrong: is it mistyped?',
    '文部科学省の学校コード一覧にある 13 文字',
    'The 13 characters in the list of school codes of the ministry of education.',
  ),
  date_future: mild(
    'JP-DE-002',
    '列 {column} が未来の日付です。',
    'The date in {column} is in the future.',
    '{rule}',
    '{rule}',
  ),
  code_rare: mild(
    'RH-C-010',
    '列 {column} の「{found}」はあまり使われないコードです（取り込みます）。',
    '"{found}" in {column} is rarely used; it is imported.',
    '{rule}',
    '{rule}',
  ),
  characters_unusual: error(
    'JP-F-012',
    '列 {column} に、外字か JIS X 0213 にない文字（{found}）があります。',
    '{column} has characters outside JIS X 0213: {found}.',
    '{rule}',
    '{rule}',
  ),
  still_referred: error(
    'RH-C-011',
    '「{found}」は、{target} の {count} 件がまだ必要としています。',
    '{count} record(s) of {target} still need "{found}".',
    '必要としている {target} の行も、同じ送信で削除するか直す',
    'Delete or change those records of {target} in the same bundle.',
  ),
  deletions_withheld: mild(
    'RH-S-002',
    '除いた行の中に、どのデータの行か分からないものがあります。このファイルにない {count} 件は、削除せずに残しました。',
    'It is not certain whose the rows are that were left out, so {count} record(s) missing from this file were not deleted.',
    'このファイルのエラーを直して、もう一度送る',
    'Mend the errors of this file and send it again.',
  ),
  left_out: mild(
    'RH-S-001',
    '列 {column} が指す {target} の「{found}」が取り込まれないので、この行も除きました。',
    'This row was left out, because "{found}" of {target}, which {column} names, was left out.',
    '{target} の「{found}」を直すと、この行も取り込まれます。',
    'Mend "{found}" in {target}, and this row comes in too.',
  ),
} as const;
