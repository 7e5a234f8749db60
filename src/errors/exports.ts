import type { ErrorRow } from '../error-row.ts';

/** The roster on its way out. */
export const exportErrors = {
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
    ja: 'このファイルは、保存期間（{days} 日）が過ぎたか、人が名簿から除かれたために削除されました。もう一度書き出してください。',
    en: 'The file is no longer kept: it is older than {days} days, or a person was taken out of the roster. Export again.',
  },
  export_too_long: {
    status: 503,
    minor: 'server_busy',
    ja: '書き出しが 10 分で終わりませんでした。時間をおいてもう一度お試しください。',
    en: 'The export did not end within 10 minutes: try again later.',
  },
  nothing_published: {
    status: 409,
    minor: 'invaliddata',
    ja: 'まだ名簿がありません。先に取り込んでください。',
    en: 'There is no roster yet: import one first.',
  },
} as const satisfies Record<string, ErrorRow>;
