import type { ErrorRow } from '../error-row.ts';

/** What may be wrong with the hub itself. */
export const hubErrors = {
  // While it runs
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
