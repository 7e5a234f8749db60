import { z } from '@hono/zod-openapi';
import { correctionTexts } from '../../model/correction.ts';
import { type Decision, decisionKinds } from '../../model/decision.ts';
import { changeKinds, type HoldReason, holdKinds, holdTexts, type Proposal } from '../../model/proposal.ts';

const count = z.int().min(0);
const texts = z.strictObject({ ja: z.string(), en: z.string() });
const limitSchema = z.strictObject({ share: z.number(), rows: count });

const kinds = {
  added: count,
  changed: count,
  returning: count.openapi({ description: 'Deleted before, and there again' }),
  leaving: count,
};

const fileChangesSchema = z
  .strictObject({
    mode: z.enum(['bulk', 'delta']),
    before: count.openapi({ description: 'Records of the source that are published now' }),
    ...kinds,
    unchanged: count,
  })
  .openapi('FileChanges');

const schoolSchema = z
  .strictObject({
    sourcedId: z.string(),
    name: z.string(),
    file: z.string(),
    ...kinds,
    departing: count.openapi({ description: 'Deleted, or at another school afterwards' }),
    arriving: count,
    before: count.openapi({ description: 'Records now; 0 where none departs' }),
  })
  .openapi('SchoolChanges');

const reasonSchema = z
  .strictObject({
    kind: z.enum(holdKinds),
    file: z.string(),
    school: z.strictObject({ sourcedId: z.string(), name: z.string() }).nullable(),
    count,
    of: count,
    limit: limitSchema.nullable(),
    erasures: z.array(z.uuid()).openapi({
      description:
        '戻ってきた人の消去の番号（erased のとき） / With erased: the erasures of those who came back',
    }),
    places: z.array(z.strictObject({ file: z.string(), lines: z.array(z.int()), count })).openapi({
      description: '行番号（erased のとき、ファイルごとに 20 まで） / With erased: lines, 20 of each file',
    }),
    message: texts,
  })
  .openapi('HoldReason');

/** What publishing would do, as the import's record shows it. */
export const proposalSchema = z
  .strictObject({
    basis: z.int().openapi({ description: 'The publication that it was compared with' }),
    files: z.record(z.string(), fileChangesSchema),
    reasons: z.array(reasonSchema).openapi({ description: 'Why a person is asked; empty: nobody is' }),
    corrections: z.strictObject({ putBack: count, confirmed: count, message: texts }).optional().openapi({
      description:
        '手で訂正した値のうち、元に戻すものと、ファイルにもあるもの / Values that were corrected by hand: those that it puts back, and those that the file has too',
    }),
  })
  .openapi('Proposal');

/** The same with the schools. */
export const wholeProposalSchema = proposalSchema
  .extend({ schools: z.array(schoolSchema).openapi({ description: 'Those with most changes, at most 500' }) })
  .openapi('WholeProposal');

export const decisionSchema = z
  .strictObject({
    kind: z.enum(decisionKinds),
    by: z.string().openapi({ description: 'Id of the client' }),
    at: z.iso.datetime(),
    reason: z.string().nullable(),
  })
  .openapi('Decision');

/** One change, field by field. */
export const changeSchema = z
  .strictObject({
    file: z.string(),
    kind: z.enum(changeKinds),
    sourcedId: z.string(),
    fields: z.array(z.strictObject({ column: z.string(), before: z.string(), after: z.string() })).openapi({
      description: 'As in the CSV; personal values are *** unless the key is an administrator’s',
    }),
  })
  .openapi('Change');

export const changeListSchema = z.strictObject({
  changes: z.array(changeSchema),
  next: z.string().nullable().openapi({ description: 'Value of `after` for the next page' }),
});

export function shownProposal({
  basis,
  files,
  reasons,
  corrections,
}: Proposal): z.infer<typeof proposalSchema> {
  return {
    basis,
    files: Object.fromEntries(Object.entries(files).map(([file, counts]) => [file, { ...counts }])),
    reasons: reasons.map(shownReason),
    ...(corrections === undefined
      ? {}
      : { corrections: { ...corrections, message: correctionTexts(corrections) } }),
  };
}

function shownReason(reason: HoldReason): z.infer<typeof reasonSchema> {
  const { erasures = [], places = [] } = reason;
  return {
    ...reason,
    erasures: [...erasures],
    places: places.map((place) => ({ ...place, lines: [...place.lines] })),
    message: holdTexts(reason),
  };
}

export function shownDecision({ kind, by, at, reason }: Decision): z.infer<typeof decisionSchema> {
  return { kind, by, at, reason };
}
