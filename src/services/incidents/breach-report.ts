import {
  type BreachHeading,
  breachHeadingNames,
  breachHeadings,
  reportedPersonsMin,
} from '../../model/breach.ts';
import { findColumnLabel } from '../../model/column-labels.ts';
import type { Incident } from './read-incident.ts';
import type { IncidentFigures } from './summarise-incident.ts';

/** A heading of the report on a breach, and what the hub knows of it. */
export interface BreachSection {
  readonly heading: BreachHeading;
  readonly title: { readonly ja: string; readonly en: string };
  /** Blank where a person has to write it. */
  readonly text: { readonly ja: string; readonly en: string };
}

type Texts = readonly [ja: string, en: string];

const inJapan = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
});

function outline({ client, from, to, lists, files }: Incident): Texts {
  const reads = [...lists, ...files].reduce((sum, one) => sum + one.reads, 0);
  const [begin, end] = [inJapan.format(from), inJapan.format(to)];
  return [
    `クライアント「${client.name}」（${client.id}）が、${begin} から ${end} まで（日本時間）に名簿を読んだか、読めた。一覧とファイルの要求 ${reads} 件。利用目的: ${client.purpose || '（なし）'}。連絡先: ${client.contact || '（なし）'}。`,
    `The client ${client.name} (${client.id}) read rosters, or could, from ${begin} to ${end} in Japan; requests for lists and files: ${reads}.`,
  ];
}

function items({ mayRead, permissions }: Incident): Texts {
  const files = mayRead.map(({ file, columns }) => {
    const labels = columns.map((column) => findColumnLabel(column) ?? column);
    return [`${file}: ${labels.join('、')}`, `${file}: ${columns.join(', ')}`] as const;
  });
  const doubt: Texts = permissions.certain
    ? ['', '']
    : [
        '（期間中の権限の変更前が記録にないため、最も広いものとして数えた）',
        ' (what the client was allowed before a change is not on record; the widest is assumed)',
      ];
  return [
    `${files.map(([ja]) => ja).join('／')}${doubt[0]}`,
    `${files.map(([, en]) => en).join(' / ')}${doubt[1]}`,
  ];
}

function number({ range }: Incident, { persons, gone, overThreshold }: IncidentFigures): Texts {
  const { read, possible, could } = persons;
  const over: Texts = overThreshold
    ? [
        `${reportedPersonsMin - 1} 人を超える（行政機関等の報告の対象。法第 68 条、規則第 43 条）。`,
        ` More than ${reportedPersonsMin - 1}: a public body reports it (APPI Art. 68).`,
      ]
    : [`${reportedPersonsMin - 1} 人以下。`, ` Not more than ${reportedPersonsMin - 1}.`];
  const erased: Texts =
    gone === 0
      ? ['', '']
      : [`このほか、名指しされたが今は消去されている ${gone} 人。`, ` Named, and erased since: ${gone}.`];
  const lost: Texts =
    range === undefined || range.kept
      ? ['', '']
      : [
          '（期間のはじめの名簿はもう保存されていないため、少なく数えている可能性がある）',
          ' The roster of the beginning is no longer kept, so there may be more.',
        ];
  return [
    `確実に読まれた ${read} 人、一覧などで読まれた可能性がある ${possible} 人、読めたが読まれた記録がない ${could} 人。${erased[0]}${over[0]}${lost[0]}`,
    `Read for certain: ${read}; possibly read in lists or files: ${possible}; could be read, without any record of it: ${could}.${erased[1]}${over[1]}${lost[1]}`,
  ];
}

function prevention({ client }: Incident): Texts {
  if (client.revokedAt === null) {
    return [
      'クライアントはまだ止めていない（POST /admin/clients/{id}/revoke で 5 秒以内に止まる）。',
      'The client is not stopped yet (POST /admin/clients/{id}/revoke stops it within five seconds).',
    ];
  }
  const at = inJapan.format(client.revokedAt);
  return [`クライアントを ${at}（日本時間）に止めた。`, `The client was stopped at ${at} in Japan.`];
}

function other({ addresses, client }: Incident): Texts {
  const list = addresses.map(({ address, requests }) => `${address} (${requests})`).join(', ');
  const limit = client.addressMode === 'any' ? 'any' : client.addresses.join(', ');
  return [
    `呼び出し元のアドレスと件数: ${list || '（記録なし）'}。許可していたアドレス: ${limit}。`,
    `Called from (requests): ${list || 'none on record'}. Allowed addresses: ${limit}.`,
  ];
}

/** The nine headings, with what the hub knows filled in. Nothing of any person is in it. */
export function breachReport(incident: Incident, figures: IncidentFigures): BreachSection[] {
  const known: Partial<Record<BreachHeading, Texts>> = {
    outline: outline(incident),
    items: items(incident),
    number: number(incident, figures),
    prevention: prevention(incident),
    other: other(incident),
  };
  return breachHeadingNames.map((heading) => {
    const [title, text] = [breachHeadings[heading], known[heading] ?? ['', '']];
    return { heading, title: { ja: title[0], en: title[1] }, text: { ja: text[0], en: text[1] } };
  });
}
