import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { RosterError } from '../../errors.ts';
import { issueCsvTexts } from '../../services/imports/issue-csv.ts';
import { type Validation, validateBundle } from '../../services/imports/validate-bundle.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { judgingFields, settingsOf } from '../import-form.ts';
import { openMultipart } from '../multipart.ts';
import { numberOf } from '../number-parameter.ts';
import { textStream } from '../text-stream.ts';
import { failed, refusals, shared } from './import-schemas.ts';
import { causeSchema, figuresSchema, issueSchema, profileSchema } from './report-schemas.ts';

const issuesMax = 1_000;
const causesShown = 100;
/** An import of a board of 200,000 takes about a minute. */
const timeoutMs = 5 * 60_000;

const validationSchema = z
  .strictObject({
    ok: z.boolean().openapi({ description: 'エラーがない / No error was found' }),
    profile: profileSchema.nullable(),
    figures: figuresSchema,
    causes: z.array(causeSchema),
    issues: z.array(issueSchema),
  })
  .openapi('Validation');

const validate = createRoute({
  ...shared,
  method: 'post',
  path: '/csv/validate',
  operationId: 'validateBundle',
  summary: 'ZIP を検査する（取り込まず、何も残さない） / Validate a zip; nothing is published or kept',
  description:
    '校務支援システムを作る人のためのものです。取り込みと同じ決まりで検査し、公開されている名簿は見ません。`Accept: text/csv` なら、すべての問題を CSV で返します。 / For makers of school information systems: the rules of an import, without looking at the published roster. With `Accept: text/csv` the answer is a CSV of every issue.',
  request: {
    query: z.object({
      limit: z
        .string()
        .optional()
        .openapi({
          description: `issues に入れる数（標準 100、最大 ${issuesMax}） / Issues in the answer, 100 unless told`,
        }),
    }),
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z.string().openapi({ format: 'binary', description: 'ZIP ファイル / The zip' }),
            ...judgingFields,
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description: '検査の結果 / What was found',
      content: {
        'application/json': { schema: validationSchema },
        'text/csv': { schema: z.string() },
      },
    },
    ...refusals,
    400: failed(
      '送信が切れたか、ファイルがないか、項目の値が正しくありません。 / Cut, no file, or a wrong field.',
    ),
    408: failed('データが届かなくなりました。 / The upload stopped arriving.'),
    413: failed('ファイルが大きすぎます。 / The file is too large.'),
    415: failed('multipart/form-data ではありません。 / Not multipart/form-data.'),
    507: failed('保存領域が足りません。 / The server has no room.'),
  },
});

/** What a program that does not ask for CSV gets. */
async function answerOf(validation: Validation, limit: number): Promise<z.infer<typeof validationSchema>> {
  const { profile, report } = validation;
  const issues: z.infer<typeof issueSchema>[] = [];
  if (limit > 0) {
    for await (const batch of validation.issues()) {
      issues.push(...batch.slice(0, limit - issues.length));
      if (issues.length >= limit) break;
    }
  }
  return {
    ok: report.errors === 0,
    profile: profile === undefined ? null : { id: profile.id, title: profile.title },
    figures: report as z.infer<typeof figuresSchema>,
    causes: (await validation.causes(causesShown)) as z.infer<typeof causeSchema>[],
    issues,
  };
}

/** Validation for programs; mounted below the guard of the imports. */
export function mountValidate(app: OpenAPIHono<RequestEnvironment>, { ctx }: AppDeps): void {
  // It works as hard as an import does; a second one waits at its sender.
  let busy = false;

  app.openAPIRegistry.registerPath(validate);
  app.post(validate.path, async (c) => {
    const limit = numberOf(c.req.query('limit'), 'limit', 100, 0, issuesMax);
    const form = await openMultipart(c.req.raw.headers, c.req.raw.body);
    if (busy) throw new RosterError('server_busy');
    busy = true;
    const gone = new AbortController();
    const signal = AbortSignal.any([c.req.raw.signal, gone.signal, AbortSignal.timeout(timeoutMs)]);
    const bundle = {
      fileName: form.fileName,
      bytes: form.bytes,
      settings: form.fields.then(settingsOf),
    };
    const judge = <Result>(use: (validation: Validation) => Promise<Result>) =>
      validateBundle(ctx, bundle, signal, use).finally(() => {
        busy = false;
      });
    if (!c.req.header('accept')?.includes('text/csv')) {
      return c.json(await judge((validation) => answerOf(validation, limit)), 200);
    }
    c.header('Content-Type', 'text/csv; charset=UTF-8');
    return c.body(await streamed(judge, gone));
  });
}

/** The CSV while it is made: what was judged is kept until its last line is read, or the reader goes away. */
async function streamed(
  judge: (use: (validation: Validation) => Promise<void>) => Promise<void>,
  gone: AbortController,
): Promise<ReadableStream<Uint8Array>> {
  const { readable, writable } = new TransformStream<string, string>();
  const begun = Promise.withResolvers<void>();
  judge(async (validation) => {
    begun.resolve();
    const writer = writable.getWriter();
    for await (const text of issueCsvTexts(validation.issues())) await writer.write(text);
    await writer.close();
  }).catch((error: unknown) => {
    begun.reject(error);
    writable.abort(error).catch(() => undefined);
  });
  await begun.promise;
  return textStream(readable, () => gone.abort(new RosterError('upload_cut')));
}
