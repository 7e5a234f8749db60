import { createRoute, z } from '@hono/zod-openapi';
import { RosterError } from '../../errors.ts';
import { createAnnotator } from '../../services/imports/annotate-upload.ts';
import { getIssues, getReportedImport, streamIssues } from '../../services/imports/read-imports.ts';
import { getCauses, getReport } from '../../services/imports/read-report.ts';
import { importers } from '../access.ts';
import { resumed, textStream } from '../body-stream.ts';
import { causeCsv } from '../cause-csv.ts';
import type { AppDeps } from '../environment.ts';
import { issueCsv } from '../issue-csv.ts';
import { numberOf } from '../number-parameter.ts';
import type { Router } from '../router.ts';
import { importId } from './import-id.ts';
import {
  failed,
  idParameter,
  refusals,
  removedFile,
  removedReport,
  shared,
  unknownImport,
  wrongPage,
} from './import-schemas.ts';
import { fileParameters, fileQuery, issueListSchema, reportSchema } from './report-schemas.ts';

const causePageMax = 200;
const issuePageMax = 1_000;
const csv = { description: 'CSV', content: { 'text/csv': { schema: z.string() } } };
const pageQuery = z.object({ limit: z.string().optional(), after: z.string().optional() });

const report = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/report',
  operationId: 'getReport',
  summary: '結果のまとめと、直すところ（直す順） / Summary, figures, and what to mend in which order',
  request: { params: idParameter, query: pageQuery },
  responses: {
    200: {
      description: 'まとめと、直すところ 1 ページ / Summary and a page of causes',
      content: { 'application/json': { schema: reportSchema } },
    },
    ...refusals,
    400: wrongPage,
    404: unknownImport,
    410: removedReport,
  },
});

const causesFile = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/causes.csv',
  operationId: 'downloadCauses',
  summary: '直すところの一覧（Excel 用 CSV） / What to mend, for Excel: one line a cause',
  request: { params: idParameter },
  responses: { 200: csv, ...refusals, 404: unknownImport, 410: removedReport },
});

const issues = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/issues',
  operationId: 'listIssues',
  summary: '見つかった問題（見つけた順） / What is wrong with the file, in the order found',
  request: {
    params: idParameter,
    query: pageQuery.extend({
      file: z.string().optional().openapi({ description: 'このファイルだけ / Of this CSV file only' }),
      code: z.string().optional().openapi({ description: 'この決まりだけ / Of this rule only' }),
      level: z.enum(['error', 'warning']).optional(),
    }),
  },
  responses: {
    200: { description: '1 ページ / A page', content: { 'application/json': { schema: issueListSchema } } },
    ...refusals,
    400: wrongPage,
    404: unknownImport,
    410: removedReport,
  },
});

const issuesFile = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/issues.csv',
  operationId: 'downloadIssues',
  summary: '問題の一覧（Excel 用 CSV） / The same for Excel: UTF-8 with byte order mark',
  request: { params: idParameter },
  responses: { 200: csv, ...refusals, 404: unknownImport, 410: removedReport },
});

const annotatedFile = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/files/{file}',
  operationId: 'downloadFile',
  summary:
    '送った CSV に「エラー」「直し方」の列を付けて返す / The CSV as sent, with what is wrong in each row',
  description:
    "Excel で見て直すためのものです。個人情報を含みます。式と読まれる値には ' を付けるので、そのまま取り込むことはできません。 / For a spreadsheet, with personal data; values that it could run as formulas begin with an apostrophe, so it is not for importing.",
  request: { params: fileParameters, query: fileQuery },
  responses: {
    200: csv,
    ...refusals,
    400: failed('rows の値が正しくありません。 / rows has another value.'),
    404: failed('その取り込みかファイルはありません。 / No such import or file.'),
    410: removedFile,
  },
});

/** Reports on imports, for administrators and for the programs that bring rosters in. */
export function mountReports(router: Router, { ctx }: AppDeps): void {
  const annotate = createAnnotator(ctx);

  router.operation(report, importers, async (c) => {
    const { limit, after } = c.req.valid('query');
    const id = importId(c.req.param('id'));
    const pageSize = numberOf(limit, 'limit', 50, 1, causePageMax);
    const { record, summary, profile, figures, causes, next } = await getReport(ctx, id, {
      limit: pageSize,
      after: numberOf(after, 'after', 0, 0, rankMax),
    });
    if (next !== undefined) {
      c.header(
        'Link',
        `<${ctx.publicUrl}/csv/import/${id}/report?limit=${pageSize}&after=${next}>; rel="next"`,
      );
    }
    return c.json(
      {
        id,
        state: record.state,
        source: record.source,
        fileName: record.file?.name ?? null,
        ...{ summary, profile, next: next ?? null },
        figures: { ...figures, bySchool: [...figures.bySchool] },
        causes: causes.map((cause) => ({ ...cause, examples: [...cause.examples] })),
      },
      200,
    );
  });

  router.raw(causesFile, importers, async (c) => {
    const id = importId(c.req.param('id'));
    const { causes, total } = await getCauses(ctx, id);
    return c.body(causeCsv(causes, total), 200, attachment(`causes-${id}.csv`));
  });

  router.operation(issues, importers, async (c) => {
    const { limit, after, ...filter } = c.req.valid('query');
    const id = importId(c.req.param('id'));
    const pageSize = numberOf(limit, 'limit', 100, 1, issuePageMax);
    const page = await getIssues(
      ctx,
      id,
      { limit: pageSize, after: numberOf(after, 'after', 0, 0, Number.MAX_SAFE_INTEGER) },
      filter,
    );
    if (page.next !== undefined) {
      const query = new URLSearchParams({ limit: String(pageSize), after: String(page.next) });
      for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, value);
      c.header('Link', `<${ctx.publicUrl}/csv/import/${id}/issues?${query}>; rel="next"`);
    }
    c.header('X-Total-Count', String(page.total));
    return c.json({ issues: [...page.issues], total: page.total, next: page.next ?? null }, 200);
  });

  router.raw(issuesFile, importers, async (c) => {
    const id = importId(c.req.param('id'));
    await getReportedImport(ctx, id);
    return c.body(issueCsv(streamIssues(ctx, id)), 200, attachment(`issues-${id}.csv`));
  });

  router.operation(annotatedFile, importers, async (c) => {
    const { rows = 'all' } = c.req.valid('query');
    const id = importId(c.req.param('id'));
    const { file } = c.req.valid('param');
    const gone = new AbortController();
    const pieces = annotate({ importId: id, file, rows, signal: gone.signal });
    // Until the file is found the answer may still be another.
    const first = await pieces.next();
    if (first.done) throw new RosterError('unknown_object');
    if (c.req.method === 'HEAD') {
      // Its body is never read, so nobody would end it.
      await pieces.return(undefined);
      return c.body(null, 200, attachment(`${id}-${file}`));
    }
    const body = textStream(resumed(first.value, pieces), () => gone.abort());
    return c.body(body, 200, attachment(`${id}-${file}`));
  });
}

/** Ranks are integers of PostgreSQL. */
const rankMax = 2 ** 31 - 1;

/** The names are made of ids and of names of files that are known. */
function attachment(fileName: string) {
  return {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': `attachment; filename="${fileName}"`,
  };
}
