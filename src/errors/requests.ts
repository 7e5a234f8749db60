import type { ErrorRow } from '../error-row.ts';

/** What may be wrong with a request, or keeps it from being answered. */
export const requestErrors = {
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
    ja: 'この続きは、もう保存されていないか、途中で人が除かれた名簿のものです。最初のページからやり直してください。',
    en: 'This cursor belongs to a roster that is no longer kept, or out of which a person was taken meanwhile: start again from the first page.',
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
  not_undoable: {
    status: 409,
    minor: 'invaliddata',
    ja: 'この公開は取り込みではなく{whatJa}なので、元に戻せません。',
    en: 'This publication is {what}, not an import, and cannot be undone.',
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
} as const satisfies Record<string, ErrorRow>;
