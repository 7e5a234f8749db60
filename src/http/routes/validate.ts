import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { RosterError } from '../../errors.ts';
import { openValidation, type Validation } from '../../services/imports/validate-bundle.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { judgingFields, settingsOf } from '../import-form.ts';
import { issueLines } from '../issue-csv.ts';
import { openMultipart } from '../multipart.ts';
import { numberOf } from '../number-parameter.ts';
import { textStream } from '../text-stream.ts';
import { failed, refusals, shared } from './import-schemas.ts';
import { causeSchema, figuresSchema, issueSchema, profileSchema } from './report-schemas.ts';

const issuesMax = 1_000;
const causesShown = 100;

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

async function* csvOf(validation: Validation, done: () => void): AsyncGenerator<string> {
  try {
    await using open = validation;
    yield* issueLines(open.issues());
  } finally {
    done();
  }
}

async function firstIssues(validation: Validation, limit: number) {
  const issues = [];
  for await (const batch of validation.issues()) {
    issues.push(...batch.slice(0, limit - issues.length));
    if (issues.length >= limit) break;
  }
  return issues;
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
    let streaming = false;
    const done = () => {
      busy = false;
    };
    try {
      const validation = await openValidation(
        ctx,
        {
          fileName: form.fileName,
          bytes: form.bytes,
          settings: form.fields.then(settingsOf),
        },
        c.req.raw.signal,
      );
      if (c.req.header('accept')?.includes('text/csv')) {
        streaming = true;
        c.header('Content-Type', 'text/csv; charset=UTF-8');
        return c.body(textStream(csvOf(validation, done)));
      }
      await using open = validation;
      const { profile, report } = open;
      return c.json(
        {
          ok: report.errors === 0,
          profile: profile === undefined ? null : { id: profile.id, title: profile.title },
          figures: report,
          causes: await open.causes(causesShown),
          issues: await firstIssues(open, limit),
        },
        200,
      );
    } finally {
      if (!streaming) done();
    }
  });
}
