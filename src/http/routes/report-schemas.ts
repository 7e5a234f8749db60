import { z } from '@hono/zod-openapi';
import { rowChoices } from '../../csv/annotate.ts';
import { idParameter } from './import-schemas.ts';

const count = z.int().min(0);
const texts = z.strictObject({ ja: z.string(), en: z.string() });
const levels = { errors: count, warnings: count };

/** What is wrong, where, and what was expected. */
export const issueSchema = z
  .strictObject({
    seq: z.int(),
    file: z.string(),
    line: count.openapi({ description: '1 is the header; 0 means no line' }),
    column: z.string(),
    code: z.string().openapi({ description: 'Rule of the profile (JP-…) or of the hub (RH-…)' }),
    level: z.string(),
    message: texts,
    expected: texts,
  })
  .openapi('Issue');

export const issueListSchema = z.strictObject({
  issues: z.array(issueSchema),
  total: count,
  next: z.int().nullable().openapi({ description: 'Value of `after` for the next page' }),
});

/** The profile that a bundle was judged by. */
export const profileSchema = z.strictObject({ id: z.string(), title: texts });

const exampleSchema = z.strictObject({ file: z.string(), line: count, column: z.string(), message: texts });

/** One thing to mend. */
export const causeSchema = z
  .strictObject({
    rank: z.int().min(1).openapi({ description: '直す順番 / Position in the report, from 1' }),
    file: z.string().openapi({ description: 'Where to mend it; the zip itself is empty' }),
    column: z.string(),
    code: z.string(),
    level: z.string(),
    message: texts,
    expected: texts,
    rule: texts.nullable().openapi({ description: 'Text of the rule of the profile; null for RH-…' }),
    weight: count.openapi({ description: '影響する行 / Rows that it affects, in all files' }),
    byFile: z.record(z.string(), count),
    examples: z.array(exampleSchema),
  })
  .openapi('Cause');

/** Counts by rule, file and school. */
export const figuresSchema = z
  .strictObject({
    ...levels,
    byRule: z.record(z.string(), z.strictObject(levels)),
    byFile: z.record(z.string(), z.strictObject({ rows: count, ...levels, rejectedRows: count })),
    bySchool: z.array(
      z.strictObject({
        sourcedId: z.string(),
        name: z.string(),
        ...levels,
        rows: count.openapi({ description: 'Rows with at least one issue' }),
      }),
    ),
    causes: z.strictObject({
      total: count,
      errors: count,
      kept: count.openapi({ description: 'The report lists at most 1,000' }),
    }),
  })
  .openapi('ImportFigures');

/** The report of one import. */
export const reportSchema = z
  .strictObject({
    id: z.uuid(),
    state: z.string(),
    source: z.string(),
    fileName: z.string().nullable(),
    summary: texts,
    profile: profileSchema.nullable(),
    figures: figuresSchema,
    causes: z.array(causeSchema),
    next: z.int().nullable().openapi({ description: 'Value of `after` for the next page' }),
  })
  .openapi('ImportReport');

/** Address and query of a file given back. */
export const fileParameters = idParameter.extend({
  file: z.string().openapi({ description: 'CSV の名前 / Name of the CSV file', example: 'users.csv' }),
});
export const fileQuery = z.object({
  rows: z.enum(rowChoices).optional().openapi({
    description: 'all: すべての行 / every row。failing: エラーのある行だけ / rows with errors only',
    default: 'all',
  }),
});
