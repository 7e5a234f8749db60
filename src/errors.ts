import type { ErrorRow } from './error-row.ts';

export type { ErrorRow };

/**
 * Every way in which the hub says no, as one table. Codes are stable: a retired code is not used again for something
 * else.
 */
const rows = {
  // Requests
  invalid_parameter: {
    status: 400,
    minor: 'invaliddata',
    ja: 'パラメーター {name} が正しくありません。{expectedJa}',
    en: 'Parameter {name} is not valid: {expected}',
  },
  invalid_filter: {
    status: 400,
    minor: 'invalid_filter_field',
    ja: 'filter の {at} 文字目が正しくありません。期待する形: {expected}',
    en: 'filter, at character {at}: expected {expected}',
  },
  invalid_fields: {
    status: 400,
    minor: 'invalid_selection_field',
    ja: 'fields の項目名「{name}」は使えません。使える項目: {expected}',
    en: 'fields: "{name}" is not a field of this collection; known fields: {expected}',
  },
  unauthorised: {
    status: 401,
    minor: 'unauthorisedrequest',
    ja: '有効な API キーかアクセストークンが必要です。Authorization: Bearer（API キーは X-API-Key でも可）で送ってください。',
    en: 'A valid API key or access token is required: send it as Authorization: Bearer (an API key also as X-API-Key).',
  },
  invalid_token: {
    status: 401,
    minor: 'unauthorisedrequest',
    ja: 'このアクセストークンは使えません（期限切れ、クライアントの停止、または別のハブのもの）。新しく取り直してください。',
    en: 'The access token does not work: it has expired, its client was stopped, or it is not of this hub. Get a new one.',
  },
  forbidden: {
    status: 403,
    minor: 'forbidden',
    ja: 'この API キーまたはトークンではこの操作はできません（必要な権限: {needed}）。',
    en: 'This API key or token may not do that (it needs: {needed}).',
  },
  insufficient_scope: {
    status: 403,
    minor: 'forbidden',
    ja: 'この API キーまたはトークンでは読めません。次のスコープのどれかが必要です: {scope}',
    en: 'This API key or token may not read that. It needs one of these scopes: {scope}',
  },
  address_refused: {
    status: 403,
    minor: 'forbidden',
    ja: 'この API キーまたはトークンは、このアドレス（{address}）からは使えません。',
    en: 'This API key or token may not be used from this address ({address}).',
  },
  credential_in_address: {
    status: 400,
    minor: 'invaliddata',
    ja: 'キーや秘密を URL に入れないでください。URL は記録に残ります。Authorization ヘッダーで送り、このキーは取り替えてください。',
    en: 'Keys and secrets do not belong into an address, which ends up in logs: send them in the Authorization header, and roll this one.',
  },
  address_everybody: {
    status: 400,
    minor: 'invaliddata',
    ja: '{network} はすべてのアドレスを許可します。そのつもりなら everybody: true を付けてください。',
    en: '{network} allows every address. If that is meant, say so with everybody: true.',
  },
  client_ended: {
    status: 409,
    minor: 'invaliddata',
    ja: 'このクライアントは停止されたか、契約が終わっています。',
    en: 'The client was revoked, or its contract has ended.',
  },
  credential_ended: {
    status: 409,
    minor: 'invaliddata',
    ja: 'このキー（または秘密）はもう使えないか、すでに取り替えられています。',
    en: 'The key or secret does not work any more, or was rolled already.',
  },
  body_too_large: {
    status: 413,
    minor: 'invaliddata',
    ja: '本文が大きすぎます（上限 {limitKiB} KiB）。',
    en: 'The body is too large (limit {limitKiB} KiB).',
  },
  body_too_slow: {
    status: 408,
    minor: 'invaliddata',
    ja: '{seconds} 秒以内に本文が届きませんでした。',
    en: 'The body did not arrive within {seconds} seconds.',
  },
  body_malformed: {
    status: 400,
    minor: 'invaliddata',
    ja: '本文が JSON ではありません。Content-Type は application/json にしてください。',
    en: 'The body is not JSON: send application/json.',
  },
  unknown_object: {
    status: 404,
    minor: 'unknownobject',
    ja: '指定されたデータはありません。',
    en: 'Unknown Object: there is nothing with this id.',
  },
  unknown_route: {
    status: 404,
    minor: 'unknownobject',
    ja: 'この URL はありません。',
    en: 'Unknown Object: there is no such address.',
  },
  cursor_expired: {
    status: 410,
    minor: 'invaliddata',
    ja: 'この続きは、もう保存されていない古い名簿のものです。最初のページからやり直してください。',
    en: 'This cursor belongs to a roster that is no longer kept: start again from the first page.',
  },
  import_state: {
    status: 409,
    minor: 'invaliddata',
    ja: 'この取り込みの状態は {state} なので、この操作はできません（できる状態: {expected}）。',
    en: 'The import is {state}; that is possible only while it is one of: {expected}.',
  },
  import_superseded: {
    status: 409,
    minor: 'invaliddata',
    ja: '同じ取り込み元の、あとから届いたファイルがすでに公開されています。古いファイルでは上書きできません。必要ならもう一度送ってください。',
    en: 'A file of the same source that came later is published already, and an older one must not go over it. Send it again if it is meant.',
  },
  preview_lost: {
    status: 503,
    minor: 'server_busy',
    ja: '変更の一覧を作り直しています。少し待ってからもう一度見てください。',
    en: 'The preview is being made anew; look again in a moment.',
  },
  unknown_publication: {
    status: 404,
    minor: 'unknownobject',
    ja: 'その時点の名簿はありません。',
    en: 'Unknown Object: there is no roster of that time.',
  },
  publication_gone: {
    status: 410,
    minor: 'invaliddata',
    ja: 'その時点の名簿は、もう保存されていません。',
    en: 'The roster of that time is no longer kept.',
  },
  method_not_allowed: {
    status: 405,
    minor: 'invaliddata',
    ja: 'この URL では {method} は使えません。使えるもの: {allowed}',
    en: '{method} is not possible here; possible: {allowed}',
  },

  // Access tokens (RFC 6749 §5.2; the texts keep to the ASCII that it allows)
  invalid_request: {
    status: 400,
    minor: 'invaliddata',
    ja: 'トークンの要求が正しくありません。{detailJa}',
    en: 'The token request is not valid: {detail}.',
  },
  invalid_client: {
    status: 401,
    minor: 'unauthorisedrequest',
    ja: 'client_id と client_secret の組が正しくないか、クライアントが停止中か期限切れです。',
    en: 'There is no active client with this client_id and client_secret.',
  },
  unsupported_grant_type: {
    status: 400,
    minor: 'invaliddata',
    ja: 'grant_type は client_credentials だけが使えます。',
    en: 'The only grant_type is client_credentials.',
  },
  invalid_scope: {
    status: 400,
    minor: 'invaliddata',
    ja: '求められたスコープのどれも、このクライアントには許可されていません。',
    en: 'The client may have none of the scopes that were asked for.',
  },

  // Uploads
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
  export_incomplete: {
    status: 409,
    minor: 'invaliddata',
    ja: '書き出せません。{files} に書き出す行がありません（プロファイル {profile}）。条件を広げるか、名簿を確かめてください。',
    en: 'Nothing was exported: {files} would have no rows (profile {profile}). Ask for more, or look at the roster.',
  },
  export_state: {
    status: 409,
    minor: 'invaliddata',
    ja: 'この書き出しの状態は {state} なので、ファイルはありません（ファイルがある状態: done）。',
    en: 'The export is {state}; it has a file only when it is done.',
  },
  export_removed: {
    status: 410,
    minor: 'invaliddata',
    ja: 'このファイルは保存期間（{days} 日）が過ぎたので削除されました。もう一度書き出してください。',
    en: 'The file is no longer kept: it is older than {days} days. Export again.',
  },
  nothing_published: {
    status: 409,
    minor: 'invaliddata',
    ja: 'まだ名簿がありません。先に取り込んでください。',
    en: 'There is no roster yet: import one first.',
  },
  upload_removed: {
    status: 410,
    minor: 'invaliddata',
    ja: 'このファイルは保存期間（{days} 日）が過ぎたので削除されました。取り込みの結果は残っています。',
    en: 'The file is no longer kept: it is older than {days} days. What became of it is still known.',
  },
  idempotency_key_reused: {
    status: 422,
    minor: 'invaliddata',
    ja: 'この Idempotency-Key は別の内容の送信に使われています。内容が違うときは新しい値を付けてください。',
    en: 'This Idempotency-Key belongs to an upload with other content: give a new one to what is new.',
  },
  export_too_long: {
    status: 503,
    minor: 'server_busy',
    ja: '書き出しが 10 分で終わりませんでした。時間をおいてもう一度お試しください。',
    en: 'The export did not end within 10 minutes: try again later.',
  },
  validation_too_long: {
    status: 422,
    minor: 'invaliddata',
    ja: '{minutes} 分で検証が終わりませんでした。取り込む（POST /csv/import）か、コマンド rosterhub validate を使ってください。',
    en: 'The file could not be judged within {minutes} minutes: import it (POST /csv/import), or use the command rosterhub validate.',
  },

  // The hub's own state
  storage_full: {
    status: 507,
    minor: 'server_busy',
    ja: 'サーバーの保存領域が足りません。何も失われていません。管理者に連絡してください。',
    en: 'The server has run out of storage. Nothing was lost; please tell the administrator.',
  },
  database_unavailable: {
    status: 503,
    minor: 'server_busy',
    ja: 'データベースに接続できません。少し待ってからもう一度お試しください。',
    en: 'The database cannot be reached at the moment: try again shortly.',
  },
  audit_unavailable: {
    status: 503,
    minor: 'server_busy',
    ja: '監査記録を書けないため、何も行いませんでした。管理者に連絡してください。',
    en: 'The audit cannot be written, so nothing was done. Please tell the administrator.',
  },
  starting: {
    status: 503,
    minor: 'server_busy',
    ja: '起動しています。少し待ってからもう一度お試しください。',
    en: 'The hub is starting: try again shortly.',
  },
  server_busy: {
    status: 503,
    minor: 'server_busy',
    ja: '混み合っています。少し待ってからもう一度お試しください。',
    en: 'The server is busy: try again shortly.',
  },
  internal: {
    status: 500,
    minor: 'internal_server_error',
    ja: '内部エラーが起きました。リクエスト番号を添えて管理者に連絡してください。',
    en: 'Something went wrong inside. Please give the request id to the administrator.',
  },
  upload_unreadable: {
    status: 500,
    minor: 'internal_server_error',
    ja: '保存したファイルを読めません。SECRET が変わったか、データベースの中身が壊れているか書き換えられています。管理者に連絡し、ファイルをもう一度送ってください。',
    en: 'The kept file cannot be read: SECRET is another one now, or its bytes in the database are damaged or were changed. Tell the administrator, and send the file again.',
  },

  // Start-up and commands
  data_dir_in_use: {
    status: 503,
    minor: 'server_busy',
    ja: 'データフォルダー {dataDir} は別の RosterHub（プロセス {pid}）が使っています。',
    en: 'The data folder {dataDir} is in use by another RosterHub (process {pid}).',
  },
  embedded_unavailable: {
    status: 503,
    minor: 'server_busy',
    ja: '内蔵の PostgreSQL を起動できません: {detail}。DATABASE_URL で PostgreSQL 15 以降を指定することもできます。',
    en: 'The embedded PostgreSQL cannot start: {detail}. You can also name a PostgreSQL 15 or later with DATABASE_URL.',
  },
  database_too_old: {
    status: 503,
    minor: 'server_busy',
    ja: 'PostgreSQL 15 以降が必要です（接続先: {found}）。',
    en: 'PostgreSQL 15 or later is required (this server is {found}).',
  },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof rows;

/** The error table, for documents and tests. */
export const errorTable: Readonly<Record<ErrorCode, ErrorRow>> = rows;

/** The code of a RosterError that came over a thread border, where it loses its class. */
export function findErrorCode(error: unknown): ErrorCode | undefined {
  const isCode = (text: unknown): text is ErrorCode => typeof text === 'string' && Object.hasOwn(rows, text);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return isCode(code) ? code : undefined;
}

/** Fills `{name}` from parameters; a name without a parameter stays visible, so that it is noticed. */
export function fillText(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

/** A refusal with a row in the table. `params` fill the texts and must never hold personal data. */
export class RosterError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    params: Readonly<Record<string, unknown>> = {},
    options?: { cause?: unknown },
  ) {
    super(fillText(rows[code].en, params), options);
    this.name = 'RosterError';
    this.code = code;
    this.params = params;
  }

  get row(): ErrorRow {
    return rows[this.code];
  }

  /** The text for people, in both languages. */
  get texts(): { ja: string; en: string } {
    return { ja: fillText(this.row.ja, this.params), en: this.message };
  }
}
