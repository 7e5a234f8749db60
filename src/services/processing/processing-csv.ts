import { reportLine, reportMark } from '../../csv/report.ts';
import { dayInJapan, lastDayInJapan } from '../../model/calendar.ts';
import type { ItemFile, ProcessingRecord, Recipient } from './read-processing.ts';

const header = ['区分 section', '項目 item', '内容 content', '説明 note'];

type Line = readonly [section: string, item: string, content: string | number, note?: string];

const day = (instant: Date | null) => (instant === null ? '' : dayInJapan(instant));
const yes = (is: boolean) => (is ? 'はい yes' : 'いいえ no');

function itemLines({ file, title, records, items }: ItemFile): Line[] {
  return items.map(({ column, label, personal }) => [
    '記録する項目 items',
    `${title.ja} ${file} ${column}`,
    label,
    [`${records} 件 records`, ...(personal ? ['個人情報 personal'] : [])].join('、'),
  ]);
}

function recipientLines(recipient: Recipient): Line[] {
  const section = '提供先・利用者 recipients';
  const { name, purpose, contact, role, scopes, expiresAt, active, lastUsedAt, reach } = recipient;
  const say = (item: string, content: string): Line => [section, `${name} ${item}`, content, recipient.id];
  return [
    say('利用目的 purpose', purpose),
    say('連絡先 contact', contact),
    say('役割とスコープ role and scopes', [role, ...scopes].join(' ')),
    say('契約の最後の日 end of contract', lastDayInJapan(expiresAt)),
    say('有効 active', yes(active)),
    say('最後に使われた日 last used', day(lastUsedAt)),
    ...reach.map(({ file, columns }) => say(`読める項目 may read: ${file}`, columns.join(' '))),
  ];
}

function linesOf(record: ProcessingRecord): Line[] {
  const { organization, persons, byRole, orgs, files, sources, recipients, retention, measures } = record;
  return [
    ['管理者 controller', '名称 name', organization ?? '', organization === null ? 'ORGANIZATION' : ''],
    ['管理者 controller', '作成日 drawn up', day(record.at)],
    ['対象 persons', '名簿の利用者 users', persons],
    ...byRole.map((one): Line => ['対象 persons', `役割 role: ${one.role}`, one.persons]),
    ...orgs.map((one): Line => ['範囲 range', one.name, one.persons, `${one.type} ${one.sourcedId}`]),
    ...files.flatMap(itemLines),
    ...sources.map(
      (one): Line => ['収集先 sources', one.name, one.persons, `最終の反映 last ${day(one.lastPublishedAt)}`],
    ),
    ...recipients.flatMap(recipientLines),
    ...retention.map(
      ({ title, holds, reason, days, endedBy }): Line => [
        '保存期間 retention',
        title.join(' '),
        days === null ? '' : `${days} 日 days`,
        [...holds, ...reason, endedBy ?? ''].filter((text) => text !== '').join('／'),
      ],
    ),
    ...measures.map(({ ja, en, inForce }): Line => ['安全管理措置 measures', ja, yes(inForce), en]),
  ];
}

/** The record for Excel: a marked header, and a line for each thing that it says. */
export function processingCsv(record: ProcessingRecord): string {
  const lines = linesOf(record).map(([section, item, content, note = '']) =>
    reportLine([section, item, content, note]),
  );
  return reportMark + reportLine(header) + lines.join('');
}
