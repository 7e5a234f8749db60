import { z } from '@hono/zod-openapi';
import { type ErrorCode, RosterError } from '../../errors.ts';
import { type EntityName, entities } from '../../model/entities/index.ts';
import { blankParents, exportModes } from '../../model/export-options.ts';
import { exportRuleTexts } from '../../model/export-rules.ts';
import { profiles } from '../../model/profiles/index.ts';
import { japan } from '../../model/profiles/japan.ts';
import { readAsOf } from '../../query/as-of.ts';
import type { ExportRequest } from '../../services/exports/choose-options.ts';
import { type ExportRecord, exportStates } from '../../store/exports.ts';
import { inFileOrder } from '../file-order.ts';

const [newest = japan.id, ...older] = profiles.map(({ id }) => id);
const fileNames = Object.keys(entities) as EntityName[];
const count = z.int().min(0);
const instant = z.iso.datetime();

const profile = z
  .enum([newest, ...older])
  .default(newest)
  .openapi({ description: 'プロファイル / The profile of the files' });
const mode = z.enum(exportModes).default('bulk').openapi({
  description:
    'bulk: すべて / every record。delta: since からの変更（status と dateLastModified 付き） / what has changed since `since`',
});
const asOfText = 'この反映か日時の名簿（既定は最新） / The roster of this publication or instant';
const sinceText =
  'delta の起点: 受け取る側が持つ反映か日時。なければ最初から / What the receiver has: a publication or an instant; from the beginning without it';
const filesText = '書き出すファイル / Files that are written';
const schoolsText =
  '組織の sourcedId。その組織と下位、そこの人と、それに必要なもの / sourcedIds of orgs: they, what is below them, their people, and what that needs';
const sessionsText =
  '年度の sourcedId。そのクラスと科目だけ / sourcedIds of sessions: their classes and courses only';
const source = z.string().min(1).optional().openapi({ description: '取り込み元 / Records of this source' });
const blankParent = z.enum(blankParents).default('').openapi({
  description: '空欄の parentSourcedId の書き方 / What a blank parentSourcedId is written as',
});

const ids = z.array(z.string().min(1)).min(1);

/** What `POST /csv/export` takes. */
export const exportBody = z.strictObject({
  profile,
  mode,
  asOf: z
    .union([z.int().min(1), z.string()])
    .optional()
    .openapi({ description: asOfText }),
  since: z
    .union([z.int().min(0), z.string()])
    .optional()
    .openapi({ description: sinceText }),
  files: z.array(z.enum(fileNames)).min(1).optional().openapi({ description: filesText }),
  schools: ids.optional().openapi({ description: schoolsText }),
  academicSessions: ids.optional().openapi({ description: sessionsText }),
  source,
  blankParent,
});

const commaList = (text: string) =>
  z
    .string()
    .optional()
    .openapi({ description: `${text}（コンマ区切り / by commas）` });

/** The same as query parameters. */
export const exportQuery = z.object({
  profile,
  mode,
  asOf: z.string().optional().openapi({ description: asOfText }),
  since: z.string().optional().openapi({ description: sinceText }),
  files: commaList(filesText),
  schools: commaList(schoolsText),
  academicSessions: commaList(sessionsText),
  source,
  blankParent,
});

const listOf = (text: string | undefined) => text?.split(',');

/** Query parameters as the body would have them. Whether they are right, `exportBody` says. */
export function bodyOfQuery({ files, schools, academicSessions, ...others }: z.infer<typeof exportQuery>) {
  return {
    ...others,
    files: listOf(files)?.map((file) => file.replace(/\.csv$/, '')),
    schools: listOf(schools),
    academicSessions: listOf(academicSessions),
  };
}

const given = (value: number | string | undefined) => (value === undefined ? [] : [String(value)]);

/** Throws `invalid_parameter` for an `asOf` or `since` that is neither a publication nor an instant. */
export function requestOf(body: z.infer<typeof exportBody>): ExportRequest {
  const { asOf, since, files, schools, academicSessions, source, ...others } = body;
  return {
    ...others,
    asOf: readAsOf(given(asOf)),
    since: since === 0 || since === '0' ? undefined : readAsOf(given(since), 'since'),
    files: files ?? null,
    schools: schools ?? null,
    academicSessions: academicSessions ?? null,
    source: source ?? null,
  };
}

const bilingual = z.strictObject({ ja: z.string(), en: z.string() });

/** What the profile could not hold as it is. */
const noteSchema = z
  .strictObject({
    rule: z.string(),
    file: z.string(),
    column: z.string().openapi({ description: 'Empty for the row as a whole' }),
    rows: count,
    first: z.string().openapi({ description: 'sourcedId of the first of them' }),
    message: bilingual,
  })
  .openapi('ExportNote');

/** An export that was asked for as a file. */
export const exportSchema = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(exportStates),
    profile: z.string(),
    mode: z.enum(exportModes),
    publication: z.int().openapi({ description: 'The publication whose roster it is' }),
    since: z.int().nullable(),
    files: z.array(z.string()).nullable(),
    schools: z.array(z.string()).nullable(),
    academicSessions: z.array(z.string()).nullable(),
    source: z.string().nullable(),
    requestedBy: z.string().openapi({ description: 'Id of the API key' }),
    requestedAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    progress: z.strictObject({
      step: z.enum(['waiting', 'count', 'write', 'done']),
      percent: z.int().min(0).max(100),
      rowsDone: count,
      rowsTotal: count,
      secondsLeft: z.number().nullable(),
    }),
    fileName: z.string().nullable(),
    fileSize: count.nullable().openapi({ description: 'Bytes' }),
    sha256: z.string().nullable(),
    expired: z.boolean().openapi({ description: 'Its file is no longer kept' }),
    rows: z.record(z.string(), count),
    notes: z.array(noteSchema),
    failure: z.strictObject({ code: z.string(), message: bilingual }).nullable(),
  })
  .openapi('Export');

export const exportListSchema = z.strictObject({ exports: z.array(exportSchema), total: count });

function progressOf({ state, progress, summary }: ExportRecord): z.infer<typeof exportSchema>['progress'] {
  const total = Object.values(summary?.rows ?? {}).reduce((sum, rows) => sum + rows, 0);
  if (state === 'done')
    return { step: 'done', percent: 100, rowsDone: total, rowsTotal: total, secondsLeft: 0 };
  return progress ?? { step: 'waiting', percent: 0, rowsDone: 0, rowsTotal: 0, secondsLeft: null };
}

/** An export as the interface shows it. */
export function shownExport(record: ExportRecord): z.infer<typeof exportSchema> {
  const { id, state, options, requestedBy, requestedAt, startedAt, finishedAt, summary, file, failure } =
    record;
  const names = (list: readonly string[] | null) => (list === null ? null : [...list]);
  return {
    id,
    state,
    profile: options.profile,
    mode: options.mode,
    publication: options.publication,
    since: options.since,
    files: options.files?.map((name) => entities[name].csvFile) ?? null,
    schools: names(options.schools),
    academicSessions: names(options.academicSessions),
    source: options.source,
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    progress: progressOf(record),
    fileName: summary?.fileName ?? null,
    fileSize: file?.size ?? null,
    sha256: file?.sha256 ?? null,
    expired: file !== undefined && file.removedAt !== null,
    rows: inFileOrder(summary?.rows ?? {}),
    notes: (summary?.notes ?? []).map((note) => ({ ...note, message: exportRuleTexts(note.rule) })),
    failure:
      failure === null
        ? null
        : { code: failure.code, message: new RosterError(failure.code as ErrorCode, failure.params).texts },
  };
}
