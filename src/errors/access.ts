import type { ErrorRow } from '../error-row.ts';

/** Who may call, from where, and with what body. */
export const accessErrors = {
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
  too_many_requests: {
    status: 429,
    minor: 'server_busy',
    ja: '要求が多すぎます（1 時間に {perHour} 回、1 秒に {perSecond} 回まで）。{retryAfterSeconds} 秒後にもう一度送ってください。',
    en: 'Too many requests: up to {perHour} an hour and {perSecond} a second. Try again after {retryAfterSeconds} seconds.',
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
} as const satisfies Record<string, ErrorRow>;
