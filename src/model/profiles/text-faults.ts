import { error, type Fault, warning } from './fault.ts';

/** Faults of a file's text: its encoding, its delimiter, its line ends, its quotes. */
export const textFaults = {
  encoding_refused: error(
    'JP-F-007',
    'この表は {name} です。UTF-8 で保存し直してください（{name} として読んだ例：{samples}）。',
    'This file is {name}, not UTF-8. Save it again as UTF-8. Read as {name}, for example: {samples}',
    '文字コードは UTF-8。Excel では「ファイル」→「名前を付けて保存」→ ファイルの種類「CSV UTF-8（コンマ区切り）(*.csv)」で保存してください。',
    'UTF-8. In Excel: File > Save As > file type "CSV UTF-8 (Comma delimited) (*.csv)".',
  ),
  encoding_read: warning(
    'RH-F-010',
    'この表は {name} なので、UTF-8 に直して読みました（例：{samples}）。',
    'This file is {name}; it was read as such. For example: {samples}',
    '文字コードは UTF-8。Excel では「CSV UTF-8（コンマ区切り）(*.csv)」で保存してください。',
    'UTF-8. In Excel, save as "CSV UTF-8 (Comma delimited) (*.csv)".',
  ),
  encoding_damaged: error(
    'JP-F-007',
    'この表は {name} ですが、{name} として読めない文字があります（先頭から {offset} バイト目付近）。',
    'This file is {name}, but there are bytes that are not, near byte {offset}.',
    '文字コードは UTF-8。もう一度 UTF-8 で書き出してください。',
    'UTF-8: export the file again, as UTF-8.',
  ),
  delimiter_refused: error(
    'RH-F-011',
    'この表は{nameJa}区切りです。コンマ区切りで保存し直してください（見出しの初め：{samples}）。',
    'The values of this file are separated by {name}, not by commas. Its header begins: {samples}',
    'コンマ区切り。Excel では「CSV UTF-8（コンマ区切り）(*.csv)」で保存してください。',
    'Commas. In Excel, save as "CSV UTF-8 (Comma delimited) (*.csv)".',
  ),
  delimiter_read: warning(
    'RH-F-011',
    'この表は{nameJa}区切りなので、そのように読みました（見出しの初め：{samples}）。',
    'The values of this file are separated by {name}; it was read that way. Its header begins: {samples}',
    'コンマ区切り',
    'Commas.',
  ),
  line_end_refused: error(
    'RH-F-012',
    'この表の改行は CR だけ（古い Mac の形式）です。改行を CRLF にして保存し直してください。',
    'The lines of this file end in CR alone, as on an old Mac. Save it again with CRLF.',
    '改行は CRLF。Excel では「CSV UTF-8（コンマ区切り）(*.csv)」で保存してください（「CSV (Macintosh)」は使えません）。',
    'CRLF. In Excel, save as "CSV UTF-8 (Comma delimited) (*.csv)", not as "CSV (Macintosh)".',
  ),
  line_end_read: warning(
    'RH-F-012',
    'この表の改行は CR だけ（古い Mac の形式）なので、そのように読みました。',
    'The lines of this file end in CR alone, as on an old Mac; it was read that way.',
    '改行は CRLF',
    'CRLF at the end of each line.',
  ),
  line_feed_only: warning(
    'JP-F-009',
    'この表の改行は LF だけです（そのまま読みました）。',
    'The lines of this file end in LF alone; it was read that way.',
    '改行は CRLF',
    'CRLF at the end of each line.',
  ),
  value_unquoted: warning(
    'JP-F-011',
    '引用符（"）で囲まれていない値があります（この行が最初。そのまま読みました）。',
    'There are values without quotes, here for the first time; they were read as they are.',
    '見出しより下の値は、空欄のほかはすべて " で囲む',
    'Every value below the header in double quotes; a blank one needs none.',
  ),
} as const satisfies Record<string, Fault>;
