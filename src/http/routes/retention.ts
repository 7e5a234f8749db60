import { createRoute, z } from '@hono/zod-openapi';
import { retentionNames } from '../../model/retention.ts';
import { type KeptClass, readRetention } from '../../services/retention/read-retention.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import type { Router } from '../router.ts';
import { refusals } from './import-schemas.ts';

const texts = z.strictObject({ ja: z.string(), en: z.string() });
const instant = z.iso.datetime();

/** One kind of what the hub keeps. */
export const keptClassSchema = z
  .strictObject({
    name: z.enum(retentionNames),
    title: texts,
    holds: texts,
    reason: texts,
    setting: z
      .string()
      .nullable()
      .openapi({ description: 'この日数の設定 / The setting that says the days' }),
    days: z
      .int()
      .nullable()
      .openapi({ description: '日数で終わらないものは null / Null where no number of days ends it' }),
    endedBy: z
      .string()
      .nullable()
      .openapi({ description: 'ジョブかコマンド / The job or command that ends it' }),
    oldest: instant
      .nullable()
      .openapi({ description: '今ある最も古いもの / When the oldest came that is there now' }),
    lastRun: z.strictObject({ at: instant, removed: z.int().min(0) }).nullable(),
  })
  .openapi('KeptClass');

export const retentionSchema = z.strictObject({ classes: z.array(keptClassSchema) });

const route = createRoute({
  tags: ['Personal data'],
  method: 'get',
  path: '/admin/retention',
  operationId: 'getRetention',
  summary: '何をどれだけ保存するか、今あるもの / What is kept for how long, and what there is of it',
  responses: {
    200: {
      description: '保存するものの種類ごと / By kind of what is kept',
      content: { 'application/json': { schema: retentionSchema } },
    },
    ...refusals,
  },
});

const bilingual = ([ja, en]: readonly [string, string]) => ({ ja, en });

/** A class as JSON has it. */
export function shownClass(kept: KeptClass): z.infer<typeof keptClassSchema> {
  const { name, title, holds, reason, period, days, endedBy, oldest, lastRun } = kept;
  return {
    name,
    title: bilingual(title),
    holds: bilingual(holds),
    reason: bilingual(reason),
    setting: typeof period === 'string' && period !== 'source' ? period : null,
    ...{ days, endedBy },
    oldest: oldest?.toISOString() ?? null,
    lastRun: lastRun === null ? null : { at: lastRun.ranAt.toISOString(), removed: lastRun.removed },
  };
}

/** How long things are kept; for administrators. */
export function mountRetention(router: Router, { ctx }: AppDeps): void {
  router.operation(route, administrators, async (c) =>
    c.json({ classes: (await readRetention(ctx)).map(shownClass) }, 200),
  );
}
