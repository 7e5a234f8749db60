import { error, mild, warning } from './fault.ts';

/** The zip and what lies in it. */
export const zipFaults = {
  not_a_zip: error(
    'JP-F-001',
    'ZIP ファイルとして開けません。',
    'This does not open as a zip file.',
    '校務支援システムが書き出した ZIP ファイルをそのまま送ってください（CSV だけ、7z、パスワード付きは使えません）。',
    'The zip file as exported; not a bare CSV, 7z or a protected archive.',
  ),
  zip_extension: error(
    'JP-F-001',
    'ファイルの名前「{found}」が .zip で終わっていません。',
    'The name of the file, "{found}", does not end in .zip.',
    '{rule}',
    '{rule}',
  ),
  zip_name: warning(
    'JP-F-005',
    'ZIP の名前「{found}」が決まりの形ではありません。',
    'The name of the zip, "{found}", is not of the form agreed on.',
    '{rule}',
    '{rule}',
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
  file_ignored: mild(
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
} as const;
