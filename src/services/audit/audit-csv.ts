import { reportLine, reportMark } from '../../csv/report.ts';
import { type ActorKind, auditActions } from '../../model/audit.ts';
import type { ChainedEntry } from '../../store/audit-chain.ts';

const header = [
  '番号 seq',
  '日時（日本） at (Japan)',
  'だれ actor',
  'ID actor id',
  '名前 actor name',
  'キー key',
  'アドレス address',
  '操作 action',
  '内容',
  'what',
  '対象 entity',
  '対象の ID object',
  '問い合わせ query',
  '反映 publication',
  '件数 count',
  '結果 status',
  'エラー error',
  'リクエスト request id',
  '詳細 detail',
];

const actorTexts: Readonly<Record<ActorKind, string>> = {
  key: 'API キー key',
  client: 'クライアント client',
  command: 'コマンド command',
  hub: 'ハブ hub',
  nobody: '不明 nobody',
};

const inJapan = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function lineOf(entry: ChainedEntry): string {
  // A row of a later version of the hub may have another action.
  const [ja, en] = auditActions[entry.action] ?? ['', ''];
  return reportLine([
    entry.seq,
    inJapan.format(entry.at),
    actorTexts[entry.actorKind] ?? entry.actorKind,
    entry.actorId ?? '',
    entry.actorName ?? '',
    entry.actorKey ?? '',
    entry.address ?? '',
    entry.action,
    ja,
    en,
    entry.entity ?? '',
    entry.object ?? '',
    entry.query ?? '',
    entry.publicationId ?? '',
    entry.count ?? '',
    entry.status,
    entry.error ?? '',
    entry.requestId ?? '',
    entry.detail ?? '',
  ]);
}

/** The audit for Excel as pieces of text. */
export async function* auditCsvTexts(
  batches: AsyncIterable<readonly ChainedEntry[]>,
): AsyncGenerator<string> {
  yield reportMark + reportLine(header);
  for await (const batch of batches) yield batch.map(lineOf).join('');
}
