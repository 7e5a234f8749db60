import { createRoute, z } from '@hono/zod-openapi';
import { errorPolicies } from '../../model/import-settings.ts';
import { pausedUntil } from '../../model/pause.ts';
import { sourceDefault } from '../../model/source-name.ts';
import { getImport, getImportHistory } from '../../services/imports/read-imports.ts';
import { receiveUpload } from '../../services/imports/receive-upload.ts';
import type { ImportRecord } from '../../store/imports.ts';
import { importers } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import { inFileOrder } from '../file-order.ts';
import { openMultipart } from '../multipart.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller } from '../origin.ts';
import type { Router } from '../router.ts';
import {
  dryRunOf,
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
import { shownDecision, shownProposal } from './proposal-schemas.ts';
import { shownSettings } from './settings-schemas.ts';

const historyPageMax = 200;

const waiting = { step: 'waiting', percent: 0, rowsDone: 0, rowsTotal: 0, secondsLeft: null } as const;

/** How far it is, and whether it may go on: what is queued waits for the end of a pause. */
function shownProgress({ state, progress, pauses }: ImportRecord, today: string) {
  const until = state === 'queued' ? pausedUntil(pauses, today) : undefined;
  if (until === undefined) return { paused: false, pausedUntil: null, ...(progress ?? waiting) };
  return { paused: true, pausedUntil: until, ...waiting };
}

/** An import as the interface shows it. */
export function shownImport(record: ImportRecord, today: string): z.infer<typeof importSchema> {
  const { publication, file, proposal, decision } = record;
  return {
    id: record.id,
    state: record.state,
    source: record.source,
    fileName: file?.name ?? null,
    fileSize: file?.size ?? null,
    sha256: file?.sha256 ?? null,
    mode: record.mode,
    undoOf: record.undoOf,
    dryRun: record.dryRun,
    profile: record.profile,
    receivedAt: record.receivedAt.toISOString(),
    startedAt: record.startedAt?.toISOString() ?? null,
    finishedAt: record.finishedAt?.toISOString() ?? null,
    progress: shownProgress(record, today),
    files: inFileOrder(record.files ?? {}),
    issues: record.issues ?? { errors: 0, warnings: 0, byCode: {} },
    settings: shownSettings(record.settings),
    proposal: proposal === null ? null : shownProposal(proposal),
    decision: decision === null ? null : shownDecision(decision),
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
            dryRun: z.enum(['true', 'false']).optional().openapi({
              description: '確認だけ（公開しない） / Only look: it ends as checked',
              default: 'false',
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
export function mountImports(router: Router, deps: AppDeps): void {
  const { ctx } = deps;
  router.raw(upload, importers, async (c) => {
    const idempotencyKey = idempotencyKeyOf(c.req.header('idempotency-key'));
    const form = await openMultipart(c.req.raw.headers, c.req.raw.body);
    const { id, state, duplicate } = await receiveUpload(asCaller(ctx, c), {
      fileName: form.fileName,
      bytes: form.bytes,
      fields: form.fields.then((fields) => ({
        source: sourceOf(fields),
        settings: settingsOf(fields),
        dryRun: dryRunOf(fields),
        mode: modeOf(fields),
        force: forceOf(fields),
      })),
      receivedBy: c.get('caller').id,
      idempotencyKey,
    });
    c.header('Location', `${upload.path}/${id}`);
    return duplicate ? c.json({ id, state, duplicate }, 200) : c.json({ id, state }, 202);
  });

  router.operation(history, importers, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const { imports, total } = await getImportHistory(ctx, {
      limit: numberOf(limit, 'limit', 50, 1, historyPageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    });
    return c.json({ imports: imports.map((one) => shownImport(one, ctx.today())), total }, 200);
  });

  router.operation(status, importers, async (c) =>
    c.json(shownImport(await getImport(ctx, importId(c.req.param('id'))), ctx.today()), 200),
  );
}
