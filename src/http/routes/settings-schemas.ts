import { z } from '@hono/zod-openapi';
import { findEntityByFile } from '../../model/entities/index.ts';
import {
  conflictPolicies,
  errorPolicies,
  type ImportSettings,
  type SourceSettings,
} from '../../model/import-settings.ts';
import { pausesMax } from '../../model/pause.ts';
import { ruleLevels } from '../../model/rules/rule.ts';
import { strictnesses } from '../../model/strictness.ts';

export const rulesSchema = z.record(z.string(), z.enum(ruleLevels));

const limit = z
  .strictObject({
    share: z.number().min(0).max(1).openapi({ description: 'Part of what there was', example: 0.1 }),
    rows: z.int().min(0).openapi({ example: 50 }),
  })
  .nullable();
const fileLimits = { deletions: limit, changes: limit };

/** What may change without a person being asked. */
const thresholdsSchema = z
  .strictObject({
    ...fileLimits,
    school: limit,
    replaced: limit,
    files: z.record(z.string(), z.strictObject(fileLimits).partial()),
  })
  .openapi('Thresholds', {
    description:
      '割合と件数の両方を超えると保留になります。null は保留しない。files はファイルごとの上限 / Held above both the share and the rows; null: never. files: limits of single files',
  });

/** A source's own; what is absent is as by default. */
export const thresholdsChange = thresholdsSchema.partial().superRefine(({ files = {} }, context) => {
  for (const file of Object.keys(files)) {
    if (findEntityByFile(file) !== undefined) continue;
    context.addIssue({ code: 'custom', path: ['files', file], message: 'no such CSV file' });
  }
});

/** How bundles are judged. */
export const settingsSchema = z
  .strictObject({
    profile: z.string().nullable().openapi({
      description: '固定したプロファイル。null は自動 / The pinned profile; null: found in the file',
    }),
    interoperability: z.boolean(),
    strictness: z.enum(strictnesses),
    onError: z.enum(errorPolicies),
    thresholds: thresholdsSchema,
    onConflict: z.enum(conflictPolicies).openapi({
      description:
        '別の取り込み元のデータと同じ sourcedId の行。refuse: エラー、keep: 元のまま残す、takeOver: 引き継ぐ / Rows of a record that another source owns: an error, the owner keeps it, or it is taken over',
    }),
    rules: rulesSchema.openapi({ description: '変更した規則の重さ / Levels that differ, by rule' }),
  })
  .openapi('ImportSettings');

/** Settings as the interface shows them: every property, in one order. */
export function shownSettings(settings: ImportSettings): z.infer<typeof settingsSchema> {
  const { profile = null, interoperability, strictness, onError, onConflict, rules, thresholds } = settings;
  const files = Object.fromEntries(
    Object.entries(thresholds.files).map(([file, limits]) => [file, { ...limits }]),
  );
  return {
    ...{ profile, interoperability, strictness, onError, onConflict },
    thresholds: { ...thresholds, files },
    rules: { ...rules },
  };
}

const day = z.string().openapi({ format: 'date' });

/** Days on which imports of a source wait. */
export const pausesSchema = z
  .array(z.strictObject({ from: day, until: day.optional() }))
  .max(pausesMax)
  .openapi({
    description:
      '反映を止める日（日本時間、両端を含む。until なしは終わりなし）。その間の取り込みは待ち、後で届いた順に反映します / ' +
      'Days in Japan, both inclusive, on which its imports wait; without until there is no end. They run afterwards, in the order received',
  });

/** What is set of a source. */
export const sourceSettingsSchema = settingsSchema.extend({ pauses: pausesSchema }).openapi('SourceSettings');

export function shownSourceSettings(settings: SourceSettings): z.infer<typeof sourceSettingsSchema> {
  return { ...shownSettings(settings), pauses: settings.pauses.map((pause) => ({ ...pause })) };
}
