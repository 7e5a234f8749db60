import { createRoute, z } from '@hono/zod-openapi';
import { conflictPolicies, errorPolicies } from '../../model/import-settings.ts';
import { profiles } from '../../model/profiles/index.ts';
import { ruleLevels } from '../../model/rules/rule.ts';
import { strictnesses } from '../../model/strictness.ts';
import { getSource, getSources } from '../../services/sources/read-sources.ts';
import { setSource } from '../../services/sources/set-source.ts';
import type { Source } from '../../store/sources.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller } from '../origin.ts';
import type { Router } from '../router.ts';
import { failed, refusals, wrongPage } from './import-schemas.ts';
import {
  pausesSchema,
  shownSourceSettings,
  sourceSettingsSchema,
  thresholdsChange,
} from './settings-schemas.ts';

const pageMax = 200;
const own = { tags: ['Administration'] };

/** One source. */
export const sourceSchema = z
  .strictObject({ name: z.string(), createdAt: z.iso.datetime(), settings: sourceSettingsSchema })
  .openapi('Source');

export const sourceListSchema = z.strictObject({ sources: z.array(sourceSchema), total: z.int().min(0) });

/** What may be changed, and nothing else: the body never reaches the database as it is. */
const changeSchema = z
  .strictObject({
    profile: z.enum(profiles.map(({ id }) => id)).nullable(),
    interoperability: z.boolean().nullable(),
    strictness: z.enum(strictnesses).nullable(),
    onError: z.enum(errorPolicies).nullable(),
    thresholds: thresholdsChange.nullable(),
    onConflict: z.enum(conflictPolicies).nullable(),
    pauses: pausesSchema.nullable(),
    rules: z.record(z.string(), z.enum(ruleLevels).nullable()).openapi({
      description: '重さを変えられる規則だけ / Adjustable rules only; null: as the profile says',
    }),
  })
  .partial()
  .openapi('SettingsChange');

const nameParameter = z.object({ name: z.string() });
const oneSource = {
  description: '取り込み元 / The source',
  content: { 'application/json': { schema: sourceSchema } },
};
const unknownSource = failed('その取り込み元はありません。 / No such source.');

const list = createRoute({
  ...own,
  method: 'get',
  path: '/admin/sources',
  operationId: 'listSources',
  summary: '取り込み元の一覧（名前順） / All sources, by name',
  request: { query: z.object({ limit: z.string().optional(), offset: z.string().optional() }) },
  responses: {
    200: { description: '1 ページ / A page', content: { 'application/json': { schema: sourceListSchema } } },
    ...refusals,
    400: wrongPage,
  },
});

const show = createRoute({
  ...own,
  method: 'get',
  path: '/admin/sources/{name}',
  operationId: 'getSource',
  summary: '取り込み元 1 件とその設定 / One source and its settings',
  request: { params: nameParameter },
  responses: { 200: oneSource, ...refusals, 404: unknownSource },
});

const change = createRoute({
  ...own,
  method: 'patch',
  path: '/admin/sources/{name}',
  operationId: 'changeSource',
  summary: '取り込み元の設定を変える / Change the settings of a source',
  description:
    '書いた項目だけを変えます。null は標準に戻します。まだない取り込み元は作ります。次の取り込みから使います。\n\n' +
    'Only what is named changes; null goes back to the default. A source that is not there is made. Used from the next import on.',
  request: {
    params: nameParameter,
    body: { required: true, content: { 'application/json': { schema: changeSchema } } },
  },
  responses: {
    200: oneSource,
    ...refusals,
    400: failed('設定が正しくありません。 / The settings are not valid.'),
  },
});

function shown({ name, createdAt, settings }: Source): z.infer<typeof sourceSchema> {
  return { name, createdAt: createdAt.toISOString(), settings: shownSourceSettings(settings) };
}

/** Where records come from, and how its files are judged; for administrators. */
export function mountSources(router: Router, deps: AppDeps): void {
  const { ctx } = deps;
  router.operation(list, administrators, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const { sources, total } = await getSources(ctx, {
      limit: numberOf(limit, 'limit', 50, 1, pageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    });
    return c.json({ sources: sources.map(shown), total }, 200);
  });

  router.operation(show, administrators, async (c) =>
    c.json(shown(await getSource(ctx, c.req.valid('param').name)), 200),
  );

  router.operation(change, administrators, async (c) => {
    const { name } = c.req.valid('param');
    return c.json(shown(await setSource(asCaller(ctx, c), name, c.req.valid('json'))), 200);
  });
}
