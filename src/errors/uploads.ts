import type { ErrorRow } from '../error-row.ts';

/** What may be wrong with a file that is sent. */
export const uploadErrors = {
  upload_not_multipart: {
    status: 415,
    minor: 'invaliddata',
    ja: 'multipart/form-data で、項目 file に ZIP ファイルを入れて送ってください。',
    en: 'Send multipart/form-data with the zip file in the field "file".',
  },
  upload_no_file: {
    status: 400,
    minor: 'invaliddata',
    ja: 'ファイルがありません。項目 file に ZIP ファイルを 1 つ入れて送ってください。',
    en: 'There is no file: send one zip file in the field "file".',
  },
  upload_two_files: {
    status: 400,
    minor: 'invaliddata',
    ja: 'ファイルが 2 つ以上あります。ZIP ファイルを 1 つだけ送ってください。',
    en: 'There is more than one file: send exactly one zip file.',
  },
  upload_empty: {
    status: 400,
    minor: 'invaliddata',
    ja: 'ファイルが空（0 バイト）です。もう一度書き出してから送ってください。',
    en: 'The file is empty (0 bytes): export it again and send it once more.',
  },
  upload_cut: {
    status: 400,
    minor: 'invaliddata',
    ja: '送信が途中で切れました。何も取り込まれていません。もう一度送ってください。',
    en: 'The upload was cut in the middle. Nothing was kept: send it again.',
  },
  upload_malformed: {
    status: 400,
    minor: 'invaliddata',
    ja: 'multipart/form-data の形が正しくありません（{detail}）。何も取り込まれていません。',
    en: 'The multipart body is malformed ({detail}). Nothing was kept.',
  },
  upload_too_large: {
    status: 413,
    minor: 'invaliddata',
    ja: 'ファイルが大きすぎます（上限 {limitMiB} MiB）。',
    en: 'The file is too large (limit {limitMiB} MiB).',
  },
  upload_stalled: {
    status: 408,
    minor: 'invaliddata',
    ja: '{seconds} 秒間データが届かなかったので、受信を終わりました。何も取り込まれていません。',
    en: 'No data arrived for {seconds} seconds, so the upload was ended. Nothing was kept.',
  },
  upload_too_slow: {
    status: 408,
    minor: 'invaliddata',
    ja: 'データの届く速さが毎秒 {bytes} バイトより遅いので、受信を終わりました。何も取り込まれていません。',
    en: 'The upload arrived at less than {bytes} bytes a second, so it was ended. Nothing was kept.',
  },
  upload_mode_with_zip: {
    status: 400,
    minor: 'invaliddata',
    ja: 'mode は CSV ファイルを 1 つだけ送るときの項目です。ZIP では manifest.csv が決めるので、mode を付けずに送ってください。',
    en: 'The field "mode" is for a single CSV file. In a zip manifest.csv says it: send the zip without "mode".',
  },
  upload_csv_name: {
    status: 400,
    minor: 'invaliddata',
    ja: 'ファイルの名前から何の CSV か分かりません。次のどれかの名前（大文字・小文字も同じ）にしてください: {expected}',
    en: 'The name of the file does not say which CSV file it is. Name it, to the letter, one of: {expected}',
  },
  report_removed: {
    status: 410,
    minor: 'invaliddata',
    ja: 'この取り込みの報告は保存期間（{days} 日）が過ぎたので削除されました。取り込みの結果と件数は残っています。',
    en: 'The report is no longer kept: it is older than {days} days. What became of the import, and its counts, are still known.',
  },
  upload_removed: {
    status: 410,
    minor: 'invaliddata',
    ja: 'このファイルは、保存期間（{days} 日）が過ぎたか、個人の消去のために削除されました。取り込みの結果は残っています。',
    en: 'The file is no longer kept: it is older than {days} days, or a person in it was erased. What became of it is still known.',
  },
  idempotency_key_reused: {
    status: 422,
    minor: 'invaliddata',
    ja: 'この Idempotency-Key は別の内容の送信に使われています。内容が違うときは新しい値を付けてください。',
    en: 'This Idempotency-Key belongs to an upload with other content: give a new one to what is new.',
  },
  validation_too_long: {
    status: 422,
    minor: 'invaliddata',
    ja: '{minutes} 分で検証が終わりませんでした。取り込む（POST /csv/import）か、コマンド rosterhub validate を使ってください。',
    en: 'The file could not be judged within {minutes} minutes: import it (POST /csv/import), or use the command rosterhub validate.',
  },
} as const satisfies Record<string, ErrorRow>;
