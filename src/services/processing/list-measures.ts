import type { ClientRecord } from '../../store/clients.ts';
import type { Context } from '../context.ts';

/** Something that protects the data, and whether it is in force. */
export interface Measure {
  readonly ja: string;
  readonly en: string;
  readonly inForce: boolean;
}

const measure = (inForce: boolean, ja: string, en: string): Measure => ({ ja, en, inForce });

/** What protects the data here, from the configuration and from the clients there are. Names no address. */
export function measuresOf(
  { measures: set, auditDays }: Pick<Context, 'measures' | 'auditDays'>,
  clients: readonly ClientRecord[],
  now: Date,
): Measure[] {
  const working = clients.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now);
  const listed = working.filter(({ addressMode }) => addressMode === 'list').length;
  const { trustedProxies, corsOrigins } = set;
  return [
    measure(
      true,
      'すべての操作に API キーかトークンが要り、権限（役割・スコープ）ごとに限っている',
      'every operation takes a key or a token, and is limited by role or scope',
    ),
    measure(
      true,
      'キー・秘密・契約には期限があり、鍵付きハッシュだけを保存している',
      'keys, secrets and contracts end; only keyed digests of them are kept',
    ),
    measure(
      listed > 0,
      `アドレスを限ったクライアント: ${listed} / ${working.length}`,
      `clients limited to addresses: ${listed} of ${working.length}`,
    ),
    measure(
      true,
      '受け取ったファイルと書き出したファイルは AES-256-GCM で暗号化している',
      'uploads and exports are kept under AES-256-GCM',
    ),
    measure(
      true,
      `だれが何をしたかを、書き換えの分かる記録に ${auditDays} 日以上残している`,
      `who did what is kept for at least ${auditDays} days, so that tampering shows`,
    ),
    measure(
      set.auditHeadFile,
      '監査記録の末尾を、別の場所にも毎晩控えている',
      'the end of the audit is written down in a second place every night',
    ),
    measure(
      set.ownerApart,
      'ハブのデータベース利用者は監査記録を変更できない（所有者が別）',
      "the hub's role at the database cannot change the audit (another role owns it)",
    ),
    measure(set.https, '学習ツールとの通信は HTTPS', 'learning tools call over HTTPS'),
    measure(
      trustedProxies > 0,
      `信頼するプロキシの設定: ${trustedProxies} 件`,
      `trusted proxies: ${trustedProxies}`,
    ),
    measure(
      corsOrigins === 0,
      `ブラウザーからの直接の呼び出しを許していない（許可した送信元: ${corsOrigins}）`,
      `pages in browsers may not call the hub (origins allowed: ${corsOrigins})`,
    ),
    measure(
      true,
      '記録（ログ）と問題の報告に氏名などの値を書かない',
      'names and other values are kept out of the log and of reports',
    ),
  ];
}
