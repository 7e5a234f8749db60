import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { entityList } from '../../model/entities/index.ts';
import { errorPolicies } from '../../model/import-settings.ts';
import { sourceDefault } from '../../model/source-name.ts';
import { getImport, getImportHistory } from '../../services/imports/read-imports.ts';
import { receiveUpload } from '../../services/imports/receive-upload.ts';
import type { ImportRecord } from '../../store/imports.ts';
import type { AppDeps, RequestEnvironment } from '../environment.ts';
import { requireRole } from '../middleware/access.ts';
import { openMultipart } from '../multipart.ts';
import { numberOf } from '../number-parameter.ts';
import {
  fileField,
  forceOf,
  idempotencyKeyOf,
  judgingFields,
  modeOf,
  settingsOf,
  sourceOf,
} from './import-form.ts';
import { importId } from './import-id.ts';
import {
  earlierImportSchema,
  failed,
  idParameter,
  importListSchema,
  importSchema,
  refusals,
  shared,
  unknownImport,
  uploadRefusals,
  wrongPage,
} from './import-schemas.ts';
import { shownSettings } from './settings-schemas.ts';

const historyPageMax = 200;

/** jsonb forgets the order of keys; people read causes before consequences. */
function inOrder<Counts>(files: Readonly<Record<string, Counts>>): Record<string, Counts> {
  const order = entityList.map((entity) => entity.csvFile);
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

/** An import as the interface shows it. */
function shown(record: ImportRecord): z.infer<typeof importSchema> {
  const { publication } = record;
  return {
    id: record.id,
    state: record.state,
    source: record.source,
    fileName: record.file.name,
    fileSize: record.file.size,
    sha256: record.file.sha256,
    mode: record.mode,
    profile: record.profile,
    receivedAt: record.receivedAt.toISOString(),
    startedAt: record.startedAt?.toISOString() ?? null,
    finishedAt: record.finishedAt?.toISOString() ?? null,
    progress: record.progress ?? {
      step: 'waiting',
      percent: 0,
      rowsDone: 0,
      rowsTotal: 0,
      secondsLeft: null,
    },
    files: inOrder(record.files ?? {}),
    issues: record.issues ?? { errors: 0, warnings: 0, byCode: {} },
    settings: shownSettings(record.settings),
    publication:
      publication === null
        ? null
        : { id: publication.id, publishedAt: publication.publishedAt.toISOString() },
    failure: record.failure === null ? null : { code: record.failure },
  };
}

const upload = createRoute({
  ...shared,
  method: 'post',
  path: '/csv/import',
  operationId: 'startImport',
  summary: 'ZIP を送って取り込む / Upload a zip of OneRoster CSV files and import it',
  request: {
    headers: z.object({
      'Idempotency-Key': z.string().optional().openapi({
        description:
          '送り直しても取り込みは 1 つ（ASCII 1〜255 文字） / A request that is sent again with it is the same import',
      }),
    }),
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: fileField,
            source: z
              .string()
              .optional()
              .openapi({ description: '送り元の名前 / Name of the source', default: sourceDefault }),
            onError: z.enum(errorPolicies).optional().openapi({
              description:
                'abort: エラーが 1 つでもあれば反映しない（標準） / one error, nothing published (default)。skip: エラーの行と、それにつながる行を除いて反映 / bad rows and what hangs on them stay out',
            }),
            ...judgingFields,
            force: z.enum(['true', 'false']).optional().openapi({
              description:
                '前回と同じ内容でも取り込む / Import it also when it is what its source has published last',
              default: 'false',
            }),
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description:
        'もう受け取っています（前回の反映と同じ内容か、同じ Idempotency-Key）。 / The hub has it: nothing new since the last publication of its source, or the same Idempotency-Key.',
      content: { 'application/json': { schema: earlierImportSchema } },
    },
    202: {
      description: '受け取りました。`Location` で結果を見られます。 / Kept and queued; `Location` names it.',
      content: {
        'application/json': { schema: z.strictObject({ id: z.uuid(), state: z.literal('queued') }) },
      },
    },
    ...refusals,
    ...uploadRefusals,
    422: failed('この Idempotency-Key は別の内容に使われています。 / The key belongs to other content.'),
    507: failed('保存領域が足りません。 / The server has no room.'),
  },
});

const history = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import',
  operationId: 'listImports',
  summary: '取り込みの一覧（新しい順） / All imports, newest first',
  request: { query: z.object({ limit: z.string().optional(), offset: z.string().optional() }) },
  responses: {
    200: { description: '1 ページ / A page', content: { 'application/json': { schema: importListSchema } } },
    ...refusals,
    400: wrongPage,
  },
});

const status = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}',
  operationId: 'getImport',
  summary: '取り込みの状態・進み具合・結果 / State, progress and outcome of one import',
  request: { params: idParameter },
  responses: {
    200: {
      description: '取り込み 1 件 / The import',
      content: { 'application/json': { schema: importSchema } },
    },
    ...refusals,
    404: unknownImport,
  },
});

/** Uploads and what became of them, for administrators and for the programs that bring rosters in. */
export function mountImports(app: OpenAPIHono<RequestEnvironment>, deps: AppDeps): void {
  const { ctx } = deps;
  app.use('/csv/*', requireRole(deps.authenticate, 'admin', 'importer'));

  // Registered beside its handler: a declared form would be parsed into memory before the handler runs.
  app.openAPIRegistry.registerPath(upload);
  app.post(upload.path, async (c) => {
    const idempotencyKey = idempotencyKeyOf(c.req.header('idempotency-key'));
    const form = await openMultipart(c.req.raw.headers, c.req.raw.body);
    const { id, state, duplicate } = await receiveUpload(ctx, {
      fileName: form.fileName,
      bytes: form.bytes,
      fields: form.fields.then((fields) => ({
        source: sourceOf(fields),
        settings: settingsOf(fields),
        mode: modeOf(fields),
        force: forceOf(fields),
      })),
      receivedBy: c.get('caller').id,
      idempotencyKey,
    });
    c.header('Location', `${upload.path}/${id}`);
    return duplicate ? c.json({ id, state, duplicate }, 200) : c.json({ id, state }, 202);
  });

  app.openapi(history, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const { imports, total } = await getImportHistory(ctx, {
      limit: numberOf(limit, 'limit', 50, 1, historyPageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    });
    return c.json({ imports: imports.map(shown), total }, 200);
  });

  app.openapi(status, async (c) => c.json(shown(await getImport(ctx, importId(c.req.param('id')))), 200));
}
