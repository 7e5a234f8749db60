import { reportLine, reportMark } from '../../csv/report.ts';
import { auditActions } from '../../model/audit.ts';
import type { FileWithPerson } from './find-files.ts';
import type { RecipientRead } from './find-recipients.ts';
import type { PersonRecord, PersonReport } from './read-person.ts';

const header = [
  '区分 section',
  'ファイル file',
  'ID',
  '列 column',
  '項目',
  '値 value',
  'いつから from',
  'いつまで until',
  'どこから source',
];

/** As the header has them. */
type Cells = readonly string[];

function recordLines(section: string, record: PersonRecord, stamps: ReadonlyMap<number, string>): Cells[] {
  const stamp = (id: number | null) => (id === null ? '' : `${stamps.get(id) ?? ''} (${id})`.trim());
  const cells = (column: string, label: string, value: string): Cells => [
    section,
    `${record.title.ja} ${record.file}`,
    record.sourcedId,
    ...[column, label, value],
    ...[stamp(record.from), stamp(record.until), record.source],
  ];
  return [
    cells('status', '状態', record.status),
    ...record.fields.map(({ column, label, value }) => cells(column, label, value)),
  ];
}

const fileLine = (section: string, { name, id, byName, by, at, until }: FileWithPerson): Cells => [
  section,
  name,
  id,
  '',
  '送った人・頼んだ人 by',
  byName ?? by,
  at,
  until,
  '',
];

const readLine = (section: string, read: RecipientRead): Cells => [
  section,
  read.entity,
  read.actorId ?? '',
  read.mayRead.map(({ file, columns }) => `${file}: ${columns.join(' ')}`).join('／'),
  (auditActions[read.action] ?? [read.action])[0],
  `${read.actorName ?? read.actorKind}（${read.count} 回 times）`,
  read.first,
  read.last,
  read.contact ?? '',
];

/** Everything that is held on a person, for Excel: a marked header, and a line for each value. */
export function personCsv(report: PersonReport): string {
  const stamps = new Map(report.publications.map(({ id, publishedAt }) => [id, publishedAt]));
  const { current, earlier, publications, namedBy, corrections, files, issues, recipients } = report;
  const lines: Cells[] = [
    ...current.flatMap((record) => recordLines('今の値 current', record, stamps)),
    ...earlier.flatMap((record) => recordLines('以前の値 earlier', record, stamps)),
    ...publications.map(
      (one): Cells => [
        '反映 publications',
        one.fileName ?? '',
        String(one.id),
        one.kind,
        '送った人 sent by',
        one.sentByName ?? one.sentBy ?? '',
        one.publishedAt,
        '',
        one.source ?? '',
      ],
    ),
    ...namedBy.map(
      (one): Cells => [
        '名指ししている記録 named by',
        one.entity,
        one.sourcedId,
        one.column,
        '状態',
        one.status,
        '',
        '',
        '',
      ],
    ),
    ...corrections.map(
      (one): Cells => [
        '訂正 corrections',
        one.entity,
        one.person,
        one.field,
        one.reason,
        one.value,
        one.madeAt.toISOString(),
        one.settledAt?.toISOString() ?? '',
        one.state,
      ],
    ),
    ...files.uploads.map((file) => fileLine('受け取ったファイル uploads', file)),
    ...files.exports.map((file) => fileLine('書き出したファイル exports', file)),
    ...issues.map(
      (one): Cells => [
        '報告の問題 issues',
        one.file,
        one.importId,
        one.column,
        one.level,
        one.code,
        '',
        '',
        String(one.line),
      ],
    ),
    ...recipients.named.map((read) => readLine('提供先（名指し） recipients who named the person', read)),
    ...recipients.lists.map((read) =>
      readLine('提供先（一覧、可能性） recipients of lists, an upper bound', read),
    ),
  ];
  return reportMark + reportLine(header) + lines.map(reportLine).join('');
}
