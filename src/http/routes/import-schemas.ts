import { z } from '@hono/zod-openapi';
import { loneModes } from '../../model/bundle-files.ts';
import { importStates } from '../../store/imports.ts';
import { problemSchema } from '../problem.ts';
import { decisionSchema, proposalSchema } from './proposal-schemas.ts';
import { settingsSchema } from './settings-schemas.ts';

const count = z.int().min(0);
const instant = z.iso.datetime();

/** What an import did with the rows of one file. */
export const fileCountsSchema = z
  .strictObject({
    rows: count,
    created: count,
    updated: count,
    unchanged: count,
    deleted: count.openapi({ description: 'Records that the source had and the file no longer has' }),
    rejected: count.openapi({
      description:
        'Rows that are not published: those with an error, those left out, and those whose record another source keeps',
    }),
  })
  .openapi('FileCounts');

/** One import. */
export const importSchema = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(importStates).openapi({
      description:
        'checked: 確認だけの取り込みが終わった / a dry run has ended。held: 変更が多いので承認待ち / it would change too much and waits for approval',
    }),
    source: z.string(),
    fileName: z.string().nullable().openapi({ description: 'Null for an undo, which has no file' }),
    fileSize: count.nullable().openapi({ description: 'Bytes' }),
    sha256: z.string().nullable(),
    mode: z
      .enum(loneModes)
      .nullable()
      .openapi({ description: 'Of a CSV file that came without a manifest; null for a zip' }),
    undoOf: z.int().nullable().openapi({ description: 'The publication that it undoes' }),
    dryRun: z.boolean(),
    profile: z.string().nullable().openapi({ description: 'The profile found in manifest and headers' }),
    receivedAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    progress: z.strictObject({
      paused: z.boolean().openapi({ description: 'It waits because its source is paused' }),
      pausedUntil: z.iso.date().nullable().openapi({
        description: 'The last day on which it waits, in Japan; null: not paused, or without an end',
      }),
      step: z.enum(['waiting', 'inspect', 'stage', 'check', 'diff', 'publish', 'done']),
      percent: z.int().min(0).max(100),
      rowsDone: count,
      rowsTotal: count.openapi({ description: 'Estimated until all rows are read' }),
      secondsLeft: z.number().nullable(),
    }),
    files: z.record(z.string(), fileCountsSchema),
    issues: z.strictObject({ errors: count, warnings: count, byCode: z.record(z.string(), count) }),
    settings: settingsSchema,
    proposal: proposalSchema.nullable(),
    decision: decisionSchema.nullable(),
    publication: z.strictObject({ id: z.int(), publishedAt: instant }).nullable(),
    failure: z.strictObject({ code: z.string() }).nullable(),
  })
  .openapi('Import');

export const importListSchema = z.strictObject({ imports: z.array(importSchema), total: count });

/** An import that was there before an upload. */
export const earlierImportSchema = z
  .strictObject({ id: z.uuid(), state: importSchema.shape.state, duplicate: z.literal(true) })
  .openapi('EarlierImport');

/** A failure of the hub's own interface. */
export const failed = (description: string) => ({
  description,
  content: { 'application/json': { schema: problemSchema } },
});

/** What all operations on imports have in common. */
export const shared = { tags: ['CSV import'] };

/** An id that cannot be one is an import that is not there: the handler judges it. */
export const idParameter = z.object({ id: z.string().openapi({ format: 'uuid' }) });

/** Of every operation that counts requests. */
export const tooMany = failed(
  '要求が多すぎます。Retry-After 秒後に送り直してください。 / Too many: try again after Retry-After seconds.',
);

export const refusals = {
  401: failed('有効な API キーがありません。 / No valid API key.'),
  403: failed('このキーではできません。 / The key may not do this.'),
  429: tooMany,
  500: failed('ハブの内部エラーです。 / A fault inside the hub.'),
  503: failed('混み合っています。少し待ってください。 / Try again shortly.'),
};

/** What can be wrong with a JSON body. */
export const jsonRefusals = {
  400: failed('本文が正しくありません。 / The body is not valid.'),
  408: failed('本文が届きませんでした。 / The body did not arrive in time.'),
  413: failed('本文が大きすぎます。 / The body is too large.'),
};

/** What can be wrong with an upload. */
export const uploadRefusals = {
  400: failed('送信が切れたか、ファイルがないか、二つ以上あります。 / Cut, no file, or more than one.'),
  408: failed('データが届かなくなりました。 / The upload stopped arriving.'),
  413: failed('ファイルが大きすぎます。 / The file is too large.'),
  415: failed('multipart/form-data ではありません。 / Not multipart/form-data.'),
};

export const wrongPage = failed('ページの指定が正しくありません。 / A parameter of the page is not valid.');
export const removedUpload = failed(
  '保存期間が過ぎたか、個人の消去のために削除されました。 / The file is no longer kept.',
);
export const removedReport = failed('保存期間が過ぎたので削除されました。 / The report is no longer kept.');
export const removedFile = failed(
  '保存期間が過ぎたか、個人の消去のために、ファイルか報告が削除されました。 / The file, or the report on it, is no longer kept.',
);
export const unknownImport = failed('その取り込みはありません。 / No such import.');
