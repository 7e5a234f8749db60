/**
 * What the audit speaks of. A name once used keeps its meaning; `<thing>.<verb>`, the verb in the words of the routes.
 */
export const auditActions = {
  'roster.read': ['名簿の読み取り', 'read the roster'],
  'token.issue': ['アクセストークンの発行', 'issued an access token'],
  'import.upload': ['ファイルの受け取り', 'sent a file'],
  'import.publish': ['確認済みの取り込みを公開へ', 'published a dry run'],
  'import.approve': ['保留の承認', 'approved what was held'],
  'import.discard': ['取り込みをやめる', 'discarded an import'],
  'import.cancel': ['取り込みの中止', 'cancelled an import'],
  'import.published': ['名簿へ反映', 'became the roster'],
  'import.list': ['取り込みの一覧', 'listed imports'],
  'import.read': ['取り込みの状態', 'looked at an import'],
  'import.validate': ['ファイルの検証', 'had a file judged'],
  'report.read': ['報告の閲覧', 'read a report'],
  'report.download': ['報告のダウンロード', 'downloaded a report'],
  'changes.read': ['変更の閲覧', 'looked at changes'],
  'changes.download': ['変更のダウンロード', 'downloaded changes'],
  'upload.download': ['送られたファイルの取り出し', 'took an upload'],
  'upload.downloads': ['取り出しの記録の閲覧', 'looked at who took an upload'],
  'export.start': ['書き出しの依頼', 'asked for an export'],
  'export.made': ['書き出しの作成', 'an export was made'],
  'export.read': ['書き出しの状態', 'looked at an export'],
  'export.download': ['書き出しの取り出し', 'took an export'],
  'publication.list': ['反映の一覧', 'listed publications'],
  'publication.undo': ['反映の取り消し', 'undid a publication'],
  'source.list': ['取り込み元の一覧', 'listed sources'],
  'source.read': ['取り込み元の設定の閲覧', 'read settings of a source'],
  'source.change': ['取り込み元の設定の変更', 'changed settings of a source'],
  'key.list': ['キーの一覧', 'listed keys'],
  'key.read': ['キーの閲覧', 'looked at a key'],
  'key.create': ['キーの発行', 'made a key or a secret'],
  'key.roll': ['キーの交換', 'rolled a key'],
  'key.revoke': ['キーの停止', 'revoked a key'],
  'client.list': ['クライアントの一覧', 'listed clients'],
  'client.read': ['クライアントの閲覧', 'looked at a client'],
  'client.change': ['クライアントの変更', 'changed a client'],
  'client.create': ['クライアントの登録', 'made a client'],
  'client.revoke': ['クライアントの停止', 'revoked a client'],
  'person.erase': ['個人の消去', 'erased a person'],
  'person.restrict': ['個人の利用停止', 'restricted a person'],
  'person.lift': ['利用停止の解除', 'lifted the restriction of a person'],
  'erasure.list': ['消去の一覧', 'listed erasures'],
  'erasure.read': ['消去の閲覧', 'looked at an erasure'],
  'erasure.release': ['消去した人の受け入れ', 'let files bring an erased person back'],
  'restriction.list': ['利用停止の一覧', 'listed restrictions'],
  'audit.read': ['監査記録の閲覧', 'read the audit'],
  'audit.download': ['監査記録のダウンロード', 'downloaded the audit'],
  'audit.drop': ['古い監査記録の削除', 'dropped old audit records'],
  'person.search': ['人を探す', 'looked for somebody'],
  'person.read': ['本人に関するすべての閲覧', 'looked at everything that is held on somebody'],
  'person.correct': ['値の訂正', 'corrected values of somebody'],
  'correction.list': ['訂正の一覧', 'listed corrections'],
  'incident.read': ['漏えいの調査', 'looked into what a client could and did read'],
  'processing.read': ['処理の記録の閲覧', 'looked at the record of processing'],
  'retention.read': ['保存期間の閲覧', 'looked at what is kept for how long'],
  'access.refused': ['認証できない要求', 'could not say who it was'],
} as const satisfies Readonly<Record<string, readonly [ja: string, en: string]>>;

/** A kind of thing that somebody did. */
export type AuditAction = keyof typeof auditActions;

/** All of them. */
export const auditActionNames = Object.keys(auditActions) as readonly AuditAction[];

/** By these a whole roster, or much of one, leaves the hub. */
export const fileActions: readonly AuditAction[] = [
  'export.download',
  'upload.download',
  'changes.download',
  'changes.read',
];

/** Who acts: a client with an API key, or with an access token, somebody at the command line, the hub by itself, or nobody that is known. */
export const actorKinds = ['key', 'client', 'command', 'hub', 'nobody'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Whoever did something. */
export interface Actor {
  readonly kind: ActorKind;
  /** Id of the client; the account at a command line; null for the hub and for nobody. */
  readonly id: string | null;
  /** Id of the API key that it showed; null for access tokens and for all others. */
  readonly keyId: string | null;
  /** What people call the client. */
  readonly name: string | null;
}

/** Who asks for something, and from where. */
export interface Origin {
  readonly actor: Actor;
  /** Network address of the caller; null when it came over no network. */
  readonly address: string | null;
  readonly requestId: string | null;
}

/** What the hub does by itself. */
export const hubOrigin: Origin = {
  actor: { kind: 'hub', id: null, keyId: null, name: null },
  address: null,
  requestId: null,
};

/** What can be wrong with the chain, at the row that is named. */
export const auditFaults = {
  changed: ['内容が書き換えられています', 'it was changed, put in or moved'],
  missing: ['記録がありません', 'it is not there'],
  inserted: ['番号が重なっています', 'it was put in: its number does not belong there'],
  cut: ['ここから後ろが切り取られています', 'from here on the end was cut off'],
  rewritten: ['控えの値と違います', 'it is not what was written down elsewhere'],
  head: ['末尾の記録が合いません', 'the head of the chain does not fit'],
  unknownKey: ['今の SECRET で作られた記録ではありません', 'it was not made with this SECRET'],
} as const satisfies Readonly<Record<string, readonly [ja: string, en: string]>>;

export type AuditFault = keyof typeof auditFaults;

/** The first row that is not as it was written. */
export interface BadRow {
  readonly seq: number;
  readonly fault: AuditFault;
}
