import { createRoute, z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { RosterError } from '../../errors.ts';
import { type Validation, validateBundle } from '../../services/imports/validate-bundle.ts';
import { importers } from '../access.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { issueCsv } from '../issue-csv.ts';
import { type MultipartUpload, openMultipart } from '../multipart.ts';
import { numberOf } from '../number-parameter.ts';
import type { Router } from '../router.ts';
import { fileField, judgingFields, modeOf, settingsOf } from './import-form.ts';
import { failed, refusals, shared, uploadRefusals } from './import-schemas.ts';
import { causeSchema, issueSchema } from './report-schemas.ts';

/** Each takes a thread and some of the database's processors, which imports and readers need. */
const runningMax = 2;
const timeLimitMinutes = 5;
const issuesMax = 1_000;
const causesShown = 100;

const count = z.int().min(0);

/** What is wrong with a file that was only looked at. */
export const validationSchema = z
  .strictObject({
    profile: z.string().nullable().openapi({ description: 'The profile found in manifest and headers' }),
    ok: z.boolean().openapi({ description: 'エラーがない / There is no error' }),
    rows: z.record(z.string(), count).openapi({ description: 'Data rows read, by file' }),
    errors: count,
    warnings: count,
    byRule: z.record(z.string(), count),
    byFile: z.record(z.string(), z.strictObject({ errors: count, warnings: count })),
    causes: z.array(causeSchema).openapi({ description: 'What to mend, in that order; the first 100' }),
    issues: z.array(issueSchema).openapi({ description: 'The first ones, in the order found' }),
    total: count.openapi({ description: 'Issues in all' }),
  })
  .openapi('Validation');

const validate = createRoute({
  ...shared,
  method: 'post',
  path: '/csv/validate',
  operationId: 'validateFile',
  summary: 'ZIP を取り込まずに検証する / Judge a zip without importing it',
  description:
    '取り込みと同じ規則で調べ、何も保存しません。公開中の名簿とは比べません。`Accept: text/csv` で全件を CSV で返します。\n\n' +
    'The rules of an import; nothing is kept, and the published roster is not looked at. `Accept: text/csv` answers with every issue as CSV.',
  request: {
    query: z.object({
      limit: z
        .string()
        .optional()
        .openapi({ description: `issues の最大数 / 0–${issuesMax}`, default: '100' }),
    }),
    body: {
      content: { 'multipart/form-data': { schema: z.object({ file: fileField, ...judgingFields }) } },
    },
  },
  responses: {
    200: {
      description: '結果 / What was found',
      content: { 'application/json': { schema: validationSchema }, 'text/csv': { schema: z.string() } },
    },
    ...refusals,
    ...uploadRefusals,
    422: failed('時間内に終わりませんでした。 / Not done in time.'),
    507: failed('保存領域が足りません。 / The server has no room.'),
  },
});

/** `text/csv` named, and not after JSON. */
function wantsCsv(accept: string | undefined): boolean {
  const [first = ''] = (accept ?? '').split(',');
  return /^\s*text\/csv\b/i.test(first);
}

async function jsonOf(
  { report, causes, issuesAfter }: Validation,
  limit: number,
): Promise<z.infer<typeof validationSchema>> {
  return {
    ...report,
    rows: { ...report.rows },
    byRule: { ...report.byRule },
    byFile: { ...report.byFile },
    causes: (await causes(causesShown)) as z.infer<typeof causeSchema>[],
    issues: limit === 0 ? [] : await issuesAfter(0, limit),
    total: report.errors + report.warnings,
  };
}

/** For makers of 校務支援システム: what the hub would say. */
export function mountValidation(router: Router, deps: AppDeps): void {
  let running = 0;

  async function judge(
    c: HonoContext<RequestEnvironment>,
    form: MultipartUpload,
    limit: number,
  ): Promise<Response> {
    const minutes = timeLimitMinutes;
    const overdue = new AbortController();
    const timer = setTimeout(
      () => overdue.abort(new RosterError('validation_too_long', { minutes })),
      minutes * 60_000,
    );
    // A client that went away needs no answer.
    const signal = AbortSignal.any([overdue.signal, c.req.raw.signal]);
    const fields = form.fields.then((all) => ({ settings: settingsOf(all), mode: modeOf(all) }));
    const bundle = { ...form, fields };
    const answer = Promise.withResolvers<Response>();
    const csv = wantsCsv(c.req.header('accept'));
    running += 1;
    validateBundle(deps.ctx, bundle, signal, async (validation) => {
      if (!csv) return c.json(await jsonOf(validation, limit), 200);
      // The file is kept until the last issue is on its way.
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      c.header('Content-Type', 'text/csv; charset=UTF-8');
      c.header('Content-Disposition', 'attachment; filename="issues.csv"');
      const response = c.body(readable);
      answer.resolve(response);
      await issueCsv(validation.issues()).pipeTo(writable, { signal });
      return response;
    })
      .then(answer.resolve, answer.reject)
      .finally(() => {
        running -= 1;
        clearTimeout(timer);
      });
    return answer.promise;
  }

  router.raw(validate, importers, async (c) => {
    const limit = numberOf(c.req.query('limit'), 'limit', 100, 0, issuesMax);
    if (running >= runningMax) throw new RosterError('server_busy');
    const form = await openMultipart(c.req.raw.headers, c.req.raw.body);
    if (running >= runningMax) throw new RosterError('server_busy');
    return judge(c, form, limit);
  });
}
