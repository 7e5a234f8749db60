import { createRoute, z } from '@hono/zod-openapi';
import type { ExportOptions } from '../../model/export-options.ts';
import { chooseOptions } from '../../services/exports/choose-options.ts';
import { getExport, getExportFile, getExports } from '../../services/exports/read-exports.ts';
import { startExport } from '../../services/exports/start-export.ts';
import { createExportStreamer } from '../../services/exports/stream-export.ts';
import type { FileGiver } from '../../services/files/give-file.ts';
import { administrators } from '../access.ts';
import { attachmentOf } from '../attachment.ts';
import { byteStream } from '../body-stream.ts';
import type { AppDeps } from '../environment.ts';
import { answerFile } from '../given-file.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller, originOf } from '../origin.ts';
import { publicationHeader } from '../roster-headers.ts';
import type { Router } from '../router.ts';
import { wrongParameter } from '../wrong-parameter.ts';
import {
  bodyOfQuery,
  exportBody,
  exportListSchema,
  exportQuery,
  exportSchema,
  requestOf,
  shownExport,
} from './export-schemas.ts';
import { importId } from './import-id.ts';
import { failed, idParameter, refusals } from './import-schemas.ts';

const shared = { tags: ['CSV export'] };
const pageMax = 200;
/** How many rules changed something on the way out. */
const notesHeader = 'X-Export-Notes';

const unknownExport = failed('その書き出しはありません。 / No such export.');
const wrongOptions = failed('指定が正しくありません。 / An option is not valid.');
const unknownRoster = failed('その時点の名簿はありません。 / There is no roster of that time.');
const nothing = failed(
  '名簿がまだないか、書き出す行がありません。 / No roster yet, or no rows for a file that must have some.',
);
const gone = failed('もう保存されていません。 / No longer kept.');

const stream = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/export',
  operationId: 'exportRoster',
  summary: '名簿を ZIP で受け取る／書き出しの一覧 / The roster as a zip, or the list of exports',
  description:
    'ZIP をすぐに流します。`Accept: application/json` なら、POST で頼んだ書き出しの一覧（新しい順）です。プロファイルに入らないものは決まりに従って直し、その数を X-Export-Notes で伝えます（内容は POST の notes）。\n\nStreams the zip at once; with `Accept: application/json`, the list of the exports that were asked for by POST. What the profile cannot hold is changed by rules: X-Export-Notes counts them, the notes of a POST name them.',
  request: { query: exportQuery.extend({ limit: z.string().optional(), offset: z.string().optional() }) },
  responses: {
    200: {
      description: 'ZIP、または 1 ページ / The zip, or a page',
      content: {
        'application/json': { schema: exportListSchema },
        'application/zip': { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
    ...refusals,
    400: wrongOptions,
    404: unknownRoster,
    409: nothing,
    410: gone,
  },
});

const start = createRoute({
  ...shared,
  method: 'post',
  path: '/csv/export',
  operationId: 'startExport',
  summary: '書き出しを頼み、あとでファイルを受け取る / Ask for an export whose file is fetched later',
  request: { body: { content: { 'application/json': { schema: exportBody } }, required: true } },
  responses: {
    202: {
      description: '受け付けました / Accepted',
      content: {
        'application/json': { schema: z.strictObject({ id: z.uuid(), state: z.literal('queued') }) },
      },
    },
    ...refusals,
    400: wrongOptions,
    404: unknownRoster,
    409: nothing,
    410: gone,
  },
});

const single = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/export/{id}',
  operationId: 'getExport',
  summary: '書き出しの進み具合と結果 / How far an export is, and what became of it',
  request: { params: idParameter },
  responses: {
    200: { description: '書き出し / The export', content: { 'application/json': { schema: exportSchema } } },
    ...refusals,
    404: unknownExport,
  },
});

const file = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/export/{id}/file',
  operationId: 'downloadExport',
  summary: '書き出したファイル / The file of an export',
  description: 'だれがいつ取り出したかを記録します。 / Who takes it, and when, is written down.',
  request: { params: idParameter },
  responses: {
    200: {
      description: 'ZIP / The zip',
      content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...refusals,
    404: unknownExport,
    409: failed('まだできていません。 / It is not done.'),
    410: gone,
  },
});

/** What was chosen, for the audit: schools and sessions by their ids, which are hashed there. */
function chosen({ profile, mode, since, files, schools, academicSessions, source }: ExportOptions) {
  const named = (entity: string, ids: readonly string[] | null) =>
    (ids ?? []).map((sourcedId) => ({ entity, sourcedId }));
  const query = JSON.stringify({ profile, mode, since, files, source });
  return { query, named: [...named('orgs', schools), ...named('academicSessions', academicSessions)] };
}

const zipType = 'application/zip';

/** The roster back out, for administrators alone: it is all of a board's personal data. */
export function mountExports(router: Router, { ctx }: AppDeps, giveFile: FileGiver): void {
  const streamExport = createExportStreamer(ctx);

  router.raw(stream, administrators, async (c) => {
    const wanted = c.req.header('accept') ?? '';
    if (wanted.includes('application/json') && !wanted.includes(zipType)) {
      const { exports, total } = await getExports(ctx, {
        limit: numberOf(c.req.query('limit'), 'limit', 50, 1, pageMax),
        offset: numberOf(c.req.query('offset'), 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
      });
      return c.json({ exports: exports.map(shownExport), total }, 200);
    }
    const query = exportQuery.safeParse(c.req.query());
    if (!query.success) throw wrongParameter(query.error);
    const body = exportBody.safeParse(bodyOfQuery(query.data));
    if (!body.success) throw wrongParameter(body.error);
    const options = await chooseOptions(ctx, requestOf(body.data));
    const { fileName, notes, rows, bytes, close } = await streamExport(options, c.req.raw.signal);
    const count = Object.values(rows).reduce((sum, more) => sum + more, 0);
    c.set('shown', { publicationId: options.publication, count, ...chosen(options) });
    const headers = {
      'Content-Type': zipType,
      'Content-Disposition': attachmentOf(fileName),
      [notesHeader]: String(notes.length),
      [publicationHeader]: String(options.publication),
    };
    if (c.req.method === 'HEAD') {
      await close();
      return c.body(null, 200, headers);
    }
    return c.body(
      byteStream(bytes, () => void close()),
      200,
      headers,
    );
  });

  router.operation(start, administrators, async (c) => {
    const options = await chooseOptions(ctx, requestOf(c.req.valid('json')));
    const { id } = await startExport(asCaller(ctx, c), options, c.get('caller').id);
    c.header('Location', `${ctx.publicUrl}/csv/export/${id}`);
    return c.json({ id, state: 'queued' as const }, 202);
  });

  router.operation(single, administrators, async (c) => {
    const record = await getExport(ctx, importId(c.req.param('id')));
    return c.json(shownExport(record), 200);
  });

  router.raw(file, administrators, async (c) => {
    const id = importId(c.req.param('id'));
    const { file: kept, name, notes } = await getExportFile(ctx, id);
    const headers = {
      'Content-Type': zipType,
      'Content-Disposition': attachmentOf(name),
      'Content-Length': String(kept.size),
      [notesHeader]: String(notes),
    };
    const what = { action: 'export.download', entity: 'export', object: id } as const;
    return answerFile(c, headers, (isTaken, signal) =>
      giveFile({ file: kept, taker: isTaken ? { origin: originOf(c), what } : undefined, signal }),
    );
  });
}
