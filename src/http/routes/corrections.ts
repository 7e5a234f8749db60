import { createRoute, z } from '@hono/zod-openapi';
import { correctableFields } from '../../model/correction.ts';
import { personReasonLengthMax } from '../../model/erasure.ts';
import { correctPerson } from '../../services/persons/correct-person.ts';
import { correctionStates, countCorrections, listCorrections } from '../../store/corrections.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller } from '../origin.ts';
import type { Router } from '../router.ts';
import { correctionSchema, shownCorrection } from './held-schemas.ts';
import { failed, jsonRefusals, refusals, wrongPage } from './import-schemas.ts';

const own = { tags: ['Personal data'] };
const pageMax = 200;
const valueLengthMax = 4_000;
const texts = z.strictObject({ ja: z.string(), en: z.string() });

/** What a correction has done. */
export const correctedSchema = z
  .strictObject({
    publication: z.strictObject({ id: z.int(), publishedAt: z.iso.datetime() }),
    corrections: z.array(correctionSchema),
    warnings: z
      .array(z.strictObject({ field: z.string(), message: texts, expected: texts }))
      .openapi({ description: '公開はしたが確かめてほしいこと / Published, and to be looked at' }),
  })
  .openapi('CorrectedPerson');

export const correctionListSchema = z.strictObject({
  corrections: z.array(correctionSchema),
  total: z.int().min(0),
});

const correct = createRoute({
  ...own,
  method: 'patch',
  path: '/admin/persons/{sourcedId}',
  operationId: 'correctPerson',
  summary: 'ある人の値を訂正する（すぐに公開） / Correct values of a person, published at once',
  description:
    '取り込み元のデータは取り込み元のものなので、次のファイルで元に戻ることがあります（その確認と報告に出ます）。校務支援システムも直してください。\n\n' +
    'The source goes on to own its data: its next file may put the old values back, and its preview and report say so. Have the system mended that they come from.',
  request: {
    params: z.object({ sourcedId: z.string() }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              fields: z.record(z.string(), z.string().max(valueLengthMax)).openapi({
                description: `CSV の列名と、CSV のセルの値（空は消す） / CSV cells by column, a blank one takes the value away: ${[...correctableFields.keys()].join(', ')}`,
                example: { familyName: '高橋', 'metadata.jp.kanaFamilyName': 'タカハシ' },
              }),
              reason: z.string().openapi({
                description: `理由 / Why, 1 to ${personReasonLengthMax} characters`,
                minLength: 1,
              }),
            })
            .openapi('CorrectionOrder'),
        },
      },
    },
  },
  responses: {
    200: {
      description: '訂正しました / Corrected',
      content: { 'application/json': { schema: correctedSchema } },
    },
    ...refusals,
    ...jsonRefusals,
    404: failed('その人（か記録）は名簿にありません。 / There is no such active record.'),
    409: failed('名簿はすでにその値です。 / The roster has these values already.'),
    422: failed('ファイルにあればエラーになる値です。 / In a file the values would be errors.'),
  },
});

const list = createRoute({
  ...own,
  method: 'get',
  path: '/admin/corrections',
  operationId: 'listCorrections',
  summary: '訂正の一覧（新しい順） / All corrections, newest first',
  request: {
    query: z.object({
      state: z.enum(correctionStates).optional(),
      limit: z.string().optional(),
      offset: z.string().optional(),
    }),
  },
  responses: {
    200: {
      description: '1 ページ / A page',
      content: { 'application/json': { schema: correctionListSchema } },
    },
    ...refusals,
    400: wrongPage,
  },
});

/** Values that people correct by hand; for administrators. */
export function mountCorrections(router: Router, { ctx }: AppDeps): void {
  router.operation(correct, administrators, async (c) => {
    const { sourcedId } = c.req.valid('param');
    const { publication, corrections, warnings } = await correctPerson(asCaller(ctx, c), {
      sourcedId,
      ...c.req.valid('json'),
    });
    return c.json(
      {
        publication: { id: publication.id, publishedAt: publication.publishedAt.toISOString() },
        corrections: corrections.map(shownCorrection),
        warnings: [...warnings],
      },
      200,
    );
  });

  router.operation(list, administrators, async (c) => {
    const { state, limit, offset } = c.req.valid('query');
    const { db } = ctx.store;
    const corrections = await listCorrections(
      db,
      { state },
      numberOf(limit, 'limit', 50, 1, pageMax),
      numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    );
    c.set('shown', {
      named: corrections.map(({ person }) => ({ entity: 'users', sourcedId: person })),
      count: corrections.length,
    });
    return c.json(
      { corrections: corrections.map(shownCorrection), total: await countCorrections(db, { state }) },
      200,
    );
  });
}
