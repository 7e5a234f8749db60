/** How long something is kept, as a setting of the hub: days, and what may be set. */
interface DaysSetting {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

/** The settings that say periods. Numbers of days. */
export const retentionSettings = {
  // A poller that was away for the summer still hears of every deletion; the most is ten years.
  TOMBSTONE_DAYS: { least: 1, most: 3_660, otherwise: 400 },
  // Long enough to mend a file and ask about it; no longer, since it is all of a board's personal data.
  UPLOAD_DAYS: { least: 1, most: 3_650, otherwise: 90 },
  // Long enough to fetch it; an export can be made again.
  EXPORT_DAYS: { least: 1, most: 365, otherwise: 7 },
  // As long as the versions that a report explains.
  REPORT_DAYS: { least: 1, most: 3_660, otherwise: 400 },
  // Three years are what boards ask for, and a leap year may be one of them.
  AUDIT_DAYS: { least: 1, most: 36_600, otherwise: 1_096 },
} as const satisfies Readonly<Record<string, DaysSetting>>;

export type RetentionSetting = keyof typeof retentionSettings;

/** Days for which an import waits for a person: what it has staged is personal data, and grows old. */
export const waitDays = { checked: 7, held: 30 } as const;

type Texts = readonly [ja: string, en: string];

/** One kind of what the hub keeps. */
export interface RetentionClass {
  readonly title: Texts;
  readonly holds: Texts;
  readonly reason: Texts;
  /** A setting, a number of days that nobody sets, or `source`: until its source, or a person, ends it. */
  readonly period: RetentionSetting | number | 'source';
  /** Job that ends it; the command where only a person does; null where nothing has to. */
  readonly endedBy: string | null;
}

/** Everything that is kept, why, and what ends it. The one place that says so. */
export const retentionClasses = {
  roster: {
    title: ['名簿', 'roster'],
    holds: [
      '今の名簿（利用者、役割、在籍、属性情報など）',
      'the roster as it is: users, roles, enrollments, demographics',
    ],
    reason: [
      '学校の事務に要る間。取り込み元のファイルからなくなった日に「削除」になります',
      'as long as schools need it: a record ends when its source has it no more',
    ],
    period: 'source',
    endedBy: null,
  },
  versions: {
    title: ['以前の版と削除の記録', 'replaced versions and tombstones'],
    holds: ['書き換えられた値、削除された人の記録', 'values that were replaced, records of people who left'],
    reason: [
      '差分で読む学習ツールが削除を知るため、まちがった反映を元に戻すため（正確性の確保、個人情報保護法 第 65 条）',
      'tools that read deltas hear of deletions, and a wrong publication can be undone (accuracy, APPI Art. 65)',
    ],
    period: 'TOMBSTONE_DAYS',
    endedBy: 'expire-roster',
  },
  uploads: {
    title: ['受け取ったファイル', 'uploads'],
    holds: ['送られた ZIP・CSV（暗号化）', 'zips and CSV files as sent, encrypted'],
    reason: [
      'まちがいを調べて直すため。名簿そのものなので長くは置きません（安全管理措置、第 66 条）',
      'to look into mistakes; it is a whole roster, so not for long (safety, Art. 66)',
    ],
    period: 'UPLOAD_DAYS',
    endedBy: 'expire-uploads',
  },
  checked: {
    title: ['確認だけの取り込み', 'dry runs'],
    holds: ['反映を待つ行（一時的な表）', 'rows that wait to be published, in tables of their own'],
    reason: ['人が決めるまで', 'until a person decides'],
    period: waitDays.checked,
    endedBy: 'expire-uploads',
  },
  held: {
    title: ['保留の取り込み', 'imports on hold'],
    holds: ['承認を待つ行（一時的な表）', 'rows that wait for approval, in tables of their own'],
    reason: ['人が決めるまで', 'until a person decides'],
    period: waitDays.held,
    endedBy: 'expire-uploads',
  },
  exports: {
    title: ['書き出したファイル', 'exports'],
    holds: ['頼んで作った ZIP（暗号化）', 'zips that were asked for, encrypted'],
    reason: ['受け取るまで。いつでも作り直せます', 'until it is fetched; it can be made again'],
    period: 'EXPORT_DAYS',
    endedBy: 'expire-uploads',
  },
  reports: {
    title: ['取り込みの報告', 'reports of imports'],
    holds: ['問題の場所と内容、原因、学校ごとの件数', 'what was wrong where, causes, figures by school'],
    reason: [
      '以前の版がなぜそうなったかを説明するため',
      'to explain how the versions that are kept came to be',
    ],
    period: 'REPORT_DAYS',
    endedBy: 'expire-reports',
  },
  corrections: {
    title: ['訂正', 'corrections'],
    holds: ['訂正した項目と値、理由', 'fields and values that were corrected, and why'],
    reason: [
      '取り込み元で直るまで。直るか上書きされたあとは、以前の版と同じ（訂正請求への対応、第 90 条以下）',
      'until the source is mended, and then as long as replaced versions (requests for correction, Art. 90 on)',
    ],
    period: 'TOMBSTONE_DAYS',
    endedBy: 'expire-reports',
  },
  restrictions: {
    title: ['利用停止', 'restrictions'],
    holds: [
      '利用停止中の人の値と以前の版（だれにも見えません）、停止と解除の記録',
      'values and versions of people who are restricted, which nobody sees; when and why they were restricted and lifted',
    ],
    reason: [
      '値は停止が解かれるか消去されるまで（利用停止請求への対応）',
      'values until the restriction is lifted or the person erased (requests to stop the use)',
    ],
    period: 'source',
    endedBy: null,
  },
  erasures: {
    title: ['消去の記録', 'records of erasures'],
    holds: [
      'いつ、だれが、なぜ消したか、受け取った可能性のある相手。消した人は鍵付きハッシュだけ',
      'when, by whom and why, and who could have had the data; the erased by keyed hashes alone',
    ],
    reason: ['消去した人が次のファイルで戻らないように', 'so that later files do not bring the erased back'],
    period: 'source',
    endedBy: null,
  },
  audit: {
    title: ['監査記録', 'audit'],
    holds: [
      'だれが何をしたか。人は鍵付きハッシュで、名前はありません',
      'who did what; people by keyed hashes, without names',
    ],
    reason: [
      'アクセスの記録と分析、漏えい時の調査（安全管理措置、第 66 条・第 68 条）',
      'records of access and their analysis, inquiries after a breach (Art. 66 and 68)',
    ],
    period: 'AUDIT_DAYS',
    endedBy: 'audit drop',
  },
  validations: {
    title: ['検証', 'validations'],
    holds: ['検証だけのファイルの行', 'rows of files that are only judged'],
    reason: [
      '答えを返すまで。残ったものは数秒ごとに消します',
      'until it is answered; what is left is swept every few seconds',
    ],
    period: 0,
    endedBy: 'sweep',
  },
  records: {
    title: ['取り込み・書き出し・反映の記録', 'records of imports, exports and publications'],
    holds: [
      '時刻、ファイル名、件数、送った・取り出したクライアント、同じ要求を見分けるキー。児童生徒の情報はありません',
      'times, file names, counts, which client sent or took what, idempotency keys; nothing of pupils',
    ],
    reason: ['名簿がいつどこから来たかを示すため', 'to say when and from where the roster came'],
    period: 'source',
    endedBy: null,
  },
} as const satisfies Readonly<Record<string, RetentionClass>>;

export type RetentionName = keyof typeof retentionClasses;

/** In the order of the table. */
export const retentionNames = Object.keys(retentionClasses) as readonly RetentionName[];

/** What the hub was told of each setting: days. */
export type RetentionDays = Readonly<Record<RetentionSetting, number>>;

/** Days for which a class is kept; null where no number of days ends it. */
export function daysOf(name: RetentionName, days: RetentionDays): number | null {
  const { period }: RetentionClass = retentionClasses[name];
  if (period === 'source') return null;
  return typeof period === 'number' ? period : days[period];
}
