import { createRoute, z } from '@hono/zod-openapi';
import type { FileGiver } from '../../services/files/give-file.ts';
import { createDownloader, getDownloads } from '../../services/imports/download-upload.ts';
import { getUploadedImport } from '../../services/imports/read-imports.ts';
import { administrators } from '../access.ts';
import { attachmentOf } from '../attachment.ts';
import type { AppDeps } from '../environment.ts';
import { answerFile } from '../given-file.ts';
import { numberOf } from '../number-parameter.ts';
import { originOf } from '../origin.ts';
import type { Router } from '../router.ts';
import { importId } from './import-id.ts';
import { idParameter, refusals, removedUpload, shared, unknownImport, wrongPage } from './import-schemas.ts';

const pageMax = 200;

/** Who has taken an upload. */
export const downloadListSchema = z.strictObject({
  downloads: z.array(
    z.strictObject({
      client: z.string().openapi({ description: 'Id of the client' }),
      name: z.string().nullable(),
      takenAt: z.iso.datetime(),
    }),
  ),
  total: z.int().min(0),
});

const upload = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/upload',
  operationId: 'downloadUpload',
  summary: '送られたファイルをそのまま返す（管理者） / The file as it was sent, for administrators',
  description:
    '個人情報を含みます。だれがいつ取り出したかを記録します。 / Personal data; who takes it, and when, is written down.',
  request: { params: idParameter },
  responses: {
    200: {
      description: 'ZIP か CSV / The zip or CSV file',
      content: {
        'text/csv': { schema: z.string() },
        'application/zip': { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
    ...refusals,
    404: unknownImport,
    410: removedUpload,
  },
});

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/downloads',
  operationId: 'listDownloads',
  summary: 'ファイルを取り出した記録（新しい順、管理者） / Who has taken the file, newest first',
  request: {
    params: idParameter,
    query: z.object({ limit: z.string().optional(), offset: z.string().optional() }),
  },
  responses: {
    200: {
      description: '1 ページ / A page',
      content: { 'application/json': { schema: downloadListSchema } },
    },
    ...refusals,
    400: wrongPage,
    404: unknownImport,
  },
});

/** Uploads given back, for administrators alone. */
export function mountDownloads(router: Router, { ctx }: AppDeps, giveFile: FileGiver): void {
  const download = createDownloader(ctx, giveFile);

  router.raw(upload, administrators, async (c) => {
    const id = importId(c.req.param('id'));
    const { name, size } = (await getUploadedImport(ctx, id)).file;
    const headers = {
      'Content-Type': /\.csv$/i.test(name) ? 'text/csv' : 'application/zip',
      'Content-Disposition': attachmentOf(name),
      'Content-Length': String(size),
    };
    return answerFile(c, headers, (isTaken, signal) =>
      download({ importId: id, taker: isTaken ? originOf(c) : undefined, signal }),
    );
  });

  router.operation(list, administrators, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const { downloads, total } = await getDownloads(ctx, importId(c.req.param('id')), {
      limit: numberOf(limit, 'limit', 50, 1, pageMax),
      offset: numberOf(offset, 'offset', 0, 0, Number.MAX_SAFE_INTEGER),
    });
    const shown = downloads.map(({ takenBy, name, takenAt }) => ({
      client: takenBy,
      name,
      takenAt: takenAt.toISOString(),
    }));
    return c.json({ downloads: shown, total }, 200);
  });
}
