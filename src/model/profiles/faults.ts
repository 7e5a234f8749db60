/** Only an error keeps a bundle from being published. */
export type Level = 'error' | 'warning';

/** One way in which a bundle can be wrong: its rule, its level and its texts. `{…}` is filled from the issue. */
export interface Fault {
  /** Rule id that it breaks when the field names none of its own. */
  readonly code: string;
  readonly level: Level;
  readonly ja: string;
  readonly en: string;
  readonly expectedJa: string;
  readonly expectedEn: string;
}

type Texts = readonly [ja: string, en: string, expectedJa: string, expectedEn: string];

const fault =
  (level: Level) =>
  (code: string, ...[ja, en, expectedJa, expectedEn]: Texts): Fault => ({
    code,
    level,
    ja,
    en,
    expectedJa,
    expectedEn,
  });
const error = fault('error');
const warning = fault('warning');

const rows = {
  // Zip
  not_a_zip: error(
    'JP-F-001',
    'ZIP ファイルとして開けません。',
    'This does not open as a zip file.',
    '校務支援システムが書き出した ZIP ファイルをそのまま送ってください（CSV だけ、7z、パスワード付きは使えません）。',
    'The zip file as exported; not a bare CSV, 7z or a protected archive.',
  ),
  zip_empty: error(
    'JP-F-004',
    'ZIP の中にファイルが 1 つもありません。',
    'The zip holds no files.',
    'manifest.csv と名簿の CSV が入った ZIP',
    'A zip with manifest.csv and the roster files.',
  ),
  zip_damaged: error(
    'RH-F-002',
    'ZIP の中の {name} が壊れています。',
    '{name} inside the zip is damaged.',
    'もう一度書き出して送ってください。',
    'Export it again and send the new file.',
  ),
  zip_encrypted: error(
    'RH-F-003',
    'ZIP の中の {name} は暗号化されています。',
    '{name} inside the zip is encrypted.',
    'パスワードなしの ZIP（通信は暗号化されています）',
    'A zip without a password; the transfer itself is encrypted.',
  ),
  zip_limit: error(
    'RH-F-001',
    'ZIP の{what}が上限を超えています（{found}、上限 {limit}）。',
    'The zip exceeds the limit for {whatEn}: {found}, limit {limit}.',
    '名簿の CSV だけを入れた ZIP',
    'A zip with the roster files only.',
  ),
  folder: error(
    'JP-F-002',
    'ZIP の中にフォルダーがあります（{name}）。',
    'There is a folder inside the zip ({name}).',
    'CSV をフォルダーに入れず、ZIP の直下に置いてください。',
    'The CSV files at the root of the zip, without a folder.',
  ),
  file_unknown: error(
    'JP-F-003',
    'OneRoster のファイルではないもの（{name}）が入っています。',
    '{name} is not a OneRoster file.',
    'manifest.csv と OneRoster の CSV だけ（ファイル名は大文字・小文字まで同じに）',
    'manifest.csv and OneRoster files only, with the exact names.',
  ),
  file_twice: error(
    'JP-F-003',
    '{name} が ZIP の中に 2 つあります。',
    '{name} is in the zip twice.',
    '各ファイルは 1 つだけ',
    'Each file once.',
  ),
  file_ignored: warning(
    'RH-F-004',
    '{name} は読み飛ばしました（パソコンが自動で作るファイルです）。',
    '{name} was skipped: the computer makes such files by itself.',
    'なくても構いません。',
    'It can be left out.',
  ),
  manifest_missing: error(
    'JP-F-004',
    'manifest.csv がありません。',
    'manifest.csv is missing.',
    'OneRoster 1.2 の manifest.csv（どの CSV が入っているかの一覧）',
    'The manifest.csv of OneRoster 1.2, which lists the files.',
  ),

  // Text
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

  // Manifest
  manifest_header: error(
    'JP-M-001',
    'manifest.csv の見出しが正しくありません。',
    'The header of manifest.csv is wrong.',
    'propertyName,value',
    'propertyName,value',
  ),
  manifest_version: error(
    'JP-M-002',
    'manifest.version が「{found}」です。',
    'manifest.version is "{found}".',
    '1.0',
    '1.0',
  ),
  oneroster_version: error(
    'JP-M-003',
    'oneroster.version が「{found}」です。',
    'oneroster.version is "{found}".',
    '{wanted}',
    '{wanted}',
  ),
  profile_unsupported: error(
    'JP-M-003',
    'oneroster.version は {found} ですが、{file} に日本プロファイルの列があります。古い版の日本プロファイルと思われます。',
    'oneroster.version is {found}, but {file} has Japan columns: this looks like an older Japan profile.',
    '日本プロファイル 1.0（oneroster.version は 1.2_JP）で書き出してください。',
    'An export in Japan profile 1.0 (oneroster.version 1.2_JP).',
  ),
  manifest_row_missing: error(
    'JP-M-004',
    'manifest.csv に {name} の行がありません。',
    'manifest.csv has no row {name}.',
    '{name} と、値 absent か bulk',
    '{name} with absent or bulk.',
  ),
  manifest_row_twice: error(
    'JP-M-004',
    'manifest.csv に {name} が 2 回あります。',
    'manifest.csv has {name} twice.',
    '各行は 1 回だけ',
    'Each row once.',
  ),
  manifest_row_unknown: warning(
    'JP-M-012',
    'manifest.csv の {name} は OneRoster 1.2 にない項目です（読み飛ばしました）。',
    '{name} in manifest.csv is not a property of OneRoster 1.2; it was skipped.',
    'OneRoster 1.2 の項目だけ',
    'Properties of OneRoster 1.2 only.',
  ),
  mode_unknown: error(
    'JP-M-005',
    '{name} の値が「{found}」です。',
    '{name} is "{found}".',
    'absent、bulk、delta のどれか（小文字）',
    'absent, bulk or delta, in lower case.',
  ),
  declared_missing: error(
    'JP-M-006',
    'manifest.csv では {name} が {mode} ですが、ZIP の中にありません。',
    'manifest.csv says {mode} for {name}, but it is not in the zip.',
    'ファイルを入れるか、absent にする',
    'The file itself, or absent.',
  ),
  present_undeclared: error(
    'JP-M-007',
    '{name} が ZIP の中にありますが、manifest.csv では absent です。',
    '{name} is in the zip, but manifest.csv says absent.',
    'bulk にするか、ファイルを外す',
    'bulk, or a zip without the file.',
  ),
  required_file: error(
    'JP-M-008',
    '{name} は必ず要るファイルですが、{mode} になっています。',
    '{name} is required, but it is {mode}.',
    'bulk',
    'bulk',
  ),
  file_unsupported: warning(
    'JP-M-009',
    '{name} は名簿のファイルではないので、取り込みません。',
    '{name} is not a rostering file; it is not imported.',
    'absent',
    'absent',
  ),
  delta_unsupported: error(
    'JP-M-010',
    '{name} が delta（差分）です。この版では bulk（全件）だけを取り込めます。',
    '{name} is delta; this version imports bulk only.',
    'bulk（全件）',
    'bulk',
  ),

  // Header
  header_missing: error(
    'JP-H-001',
    '見出しの行がありません。',
    'There is no header row.',
    '1 行目に見出し',
    'The header on line 1.',
  ),
  column_missing: error(
    'JP-H-002',
    '列 {column} がありません。',
    'Column {column} is missing.',
    '{position} 列目に {column}（大文字・小文字まで同じに）',
    '{column} as column {position}, in exactly this spelling.',
  ),
  column_order: error(
    'JP-H-003',
    '列 {column} の位置が違います（{found} 列目）。',
    'Column {column} is in the wrong place ({found}).',
    '{position} 列目',
    'Column {position}.',
  ),
  column_twice: error(
    'JP-H-004',
    '列 {column} が 2 つあります。',
    'Column {column} is there twice.',
    '各列は 1 つだけ',
    'Each column once.',
  ),
  column_unknown: error(
    'JP-H-005',
    '知らない列 {column} があります（{found} 列目）。',
    'Column {column} ({found}) is not known.',
    '決められた列だけ。追加の列は右端に metadata. で始まる名前で',
    'The columns of the standard; further ones at the right end, named metadata.…',
  ),
  metadata_unknown: warning(
    'JP-H-006',
    '列 {column} は日本プロファイルにない追加の列です（そのまま保存します）。',
    'Column {column} is an addition that the profile does not know; it is kept.',
    'なくても構いません。',
    'It can be left out.',
  ),

  // Cells
  guid_blank: error(
    'JP-C-001',
    'sourcedId が空です。',
    'sourcedId is blank.',
    'その行を見分ける ID',
    'The id of the record.',
  ),
  guid_shape: error(
    'JP-C-002',
    '列 {column} の ID「{found}」に使えない文字があるか、長すぎます。',
    'The id "{found}" in {column} has characters that are not allowed, or is too long.',
    '255 文字まで。英数字と . - _ / @',
    'At most 255 characters: letters, digits and . - _ / @',
  ),
  guid_not_uuid: warning(
    'JP-C-003',
    'sourcedId「{found}」が小文字の UUID ではありません。',
    'The sourcedId "{found}" is not a lower-case UUID.',
    '小文字の UUID（例 0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a）',
    'A lower-case UUID.',
  ),
  duplicate_id: error(
    'JP-C-004',
    'sourcedId「{found}」が {first} 行目と同じです。',
    'The sourcedId "{found}" is already on line {first}.',
    'ファイルの中で 1 回だけ',
    'Once in the file.',
  ),
  status_in_bulk: error(
    'JP-C-005',
    'bulk（全件）のファイルで status に値があります。',
    'status has a value in a bulk file.',
    '空欄',
    'Blank.',
  ),
  modified_in_bulk: error(
    'JP-C-006',
    'bulk（全件）のファイルで dateLastModified に値があります。',
    'dateLastModified has a value in a bulk file.',
    '空欄',
    'Blank.',
  ),
  blank: error(
    'RH-C-002',
    '列 {column} が空です。',
    '{column} is blank.',
    '必ず値を入れる列です。',
    'A value: this column is required.',
  ),
  date_invalid: error(
    'JP-C-009',
    '列 {column} の「{found}」は日付として正しくありません。',
    '"{found}" in {column} is not a date.',
    'YYYY-MM-DD の実在する日付（例 2026-04-01）',
    'YYYY-MM-DD, a date that exists (2026-04-01).',
  ),
  year_invalid: error(
    'JP-AS-007',
    '列 {column} の「{found}」は年度として正しくありません。',
    '"{found}" in {column} is not a year.',
    '4 桁の西暦（例 2026）',
    'Four digits (2026).',
  ),
  integer_invalid: error(
    'RH-C-003',
    '列 {column} の「{found}」は数字ではありません。',
    '"{found}" in {column} is not a number.',
    '半角数字（9 桁まで）',
    'Digits, at most nine.',
  ),
  flag_invalid: error(
    'RH-C-004',
    '列 {column} の「{found}」は使えません。',
    '"{found}" is not possible in {column}.',
    'true か false（小文字）',
    'true or false, in lower case.',
  ),
  flag_case: warning(
    'RH-C-005',
    '列 {column} の「{found}」を小文字に直して読みました。',
    '"{found}" in {column} was read in lower case.',
    'true か false（小文字）',
    'true or false, in lower case.',
  ),
  term_unknown: error(
    'RH-C-006',
    '列 {column} の「{found}」は使えません。',
    '"{found}" is not possible in {column}.',
    '{wanted}',
    '{wanted}',
  ),
  term_tolerated: warning(
    'RH-C-007',
    '列 {column} の「{found}」は日本プロファイルで扱いが定まっていません（取り込みます）。',
    '"{found}" in {column} is not settled in the Japan profile; it is imported.',
    '{wanted}',
    '{wanted}',
  ),
  list_invalid: error(
    'JP-C-010',
    '列 {column} のリストに空の要素があります。',
    'The list in {column} has an empty element.',
    '値をコンマで区切る（例 P1,P2）。空の要素は入れない',
    'Values separated by commas, none of them empty.',
  ),
  pairs_invalid: error(
    'JP-US-004',
    '列 {column} の書き方が正しくありません。',
    'The value of {column} is malformed.',
    '{種類:ID} をコンマで区切る（例 {Koumu:1234},{MS:abcd}）',
    'Elements {type:id}, separated by commas.',
  ),
  reference_missing: error(
    'RH-C-008',
    '列 {column} の「{found}」が {target} にありません。',
    '"{found}" in {column} is not in {target}.',
    '{target} にある sourcedId',
    'A sourcedId of {target}.',
  ),
  reference_type: error(
    'RH-C-009',
    '列 {column} の「{found}」は {target} の中の {wanted} ではありません。',
    '"{found}" in {column} is not a {wanted} of {target}.',
    '{target} のうち type が {wanted} のもの',
    'A record of {target} with type {wanted}.',
  ),
  embed_missing: error(
    'JP-RO-013',
    'この利用者の行が {target} に 1 つもありません。',
    'This user has no row in {target}.',
    '{target} に 1 行以上',
    'At least one row in {target}.',
  ),
  other_source: error(
    'RH-C-001',
    'sourcedId「{found}」は別の取り込み元「{owner}」のデータです。',
    'The sourcedId "{found}" belongs to another source, "{owner}".',
    '1 つの sourcedId は 1 つの取り込み元から',
    'A sourcedId from one source only.',
  ),
} as const satisfies Record<string, Fault>;

export type FaultKind = keyof typeof rows;
export const faults: Readonly<Record<FaultKind, Fault>> = rows;
