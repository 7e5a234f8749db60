import { z } from '@hono/zod-openapi';
import { erasureStates, personReasonLengthMax } from '../../model/erasure.ts';
import type { ErasureRecord } from '../../store/erasures.ts';
import type { RestrictionRecord } from '../../store/restrictions.ts';

const count = z.int().min(0);
const instant = z.iso.datetime();
const actor = z.string().nullable().openapi({
  description:
    '行ったクライアントの ID（コマンドならアカウント） / Id of the client; the account of a command',
});

/** Why something is done to a person. */
export const reasonSchema = z.strictObject({
  reason: z.string().openapi({
    description: `理由（名前や ID を書かないでください） / Why, without names or ids; 1 to ${personReasonLengthMax} characters`,
    minLength: 1,
  }),
});

const recipientSchema = z
  .strictObject({
    client: z.string(),
    name: z.string(),
    contact: z.string(),
    lastRead: instant
      .nullable()
      .openapi({ description: '最後に名簿を読んだ日時 / When it last read rosters' }),
    named: z.boolean().openapi({
      description: 'この人を ID で読んだ記録があるか / Whether it asked for this person by id',
    }),
  })
  .openapi('Recipient');

/** One erasure; nothing of it says who it was. */
export const erasureSchema = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(erasureStates).openapi({
      description:
        'running: 保存ファイルを調べている / kept files are being searched。done: すべて消えた / nothing is left。released: 以後のファイルで戻れる / files may bring the person back',
    }),
    source: z.string(),
    publicationId: z.int(),
    erasedAt: instant,
    erasedBy: actor,
    reason: z.string(),
    counts: z.strictObject({
      records: count.openapi({ description: '名簿から消えた行 / Records that readers saw' }),
      versions: count.openapi({ description: '過去の版 / Replaced versions' }),
      named: count.openapi({
        description: 'この人を指していたほかの人の行 / Records of others that named the person',
      }),
      uploads: count,
      exports: count,
    }),
    recipients: z.array(recipientSchema).openapi({
      description: 'この人のデータを受け取った可能性のある相手 / Who could have had the person, to be told',
    }),
    doneAt: instant.nullable(),
    releasedAt: instant.nullable(),
    releasedBy: actor,
    releaseReason: z.string().nullable(),
  })
  .openapi('Erasure');

export const erasureListSchema = z.strictObject({ erasures: z.array(erasureSchema), total: count });

export function shownErasure(record: ErasureRecord): z.infer<typeof erasureSchema> {
  return {
    ...record,
    erasedAt: record.erasedAt.toISOString(),
    doneAt: record.doneAt?.toISOString() ?? null,
    releasedAt: record.releasedAt?.toISOString() ?? null,
    counts: { ...record.counts },
    recipients: record.recipients.map((one) => ({ ...one })),
  };
}

/** Somebody whom nobody sees at present, or who was hidden once. */
export const restrictionSchema = z
  .strictObject({
    id: z.uuid(),
    sourcedId: z.string(),
    source: z.string(),
    publicationId: z.int(),
    restrictedAt: instant,
    restrictedBy: actor,
    reason: z.string(),
    liftedAt: instant.nullable().openapi({ description: '解除した日時 / Null while it holds' }),
    liftedBy: actor,
    liftReason: z.string().nullable(),
  })
  .openapi('Restriction');

export const restrictionListSchema = z.strictObject({
  restrictions: z.array(restrictionSchema),
  total: count,
});

export function shownRestriction(record: RestrictionRecord): z.infer<typeof restrictionSchema> {
  return {
    ...record,
    restrictedAt: record.restrictedAt.toISOString(),
    liftedAt: record.liftedAt?.toISOString() ?? null,
  };
}
