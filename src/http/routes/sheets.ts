import { createRoute, z } from '@hono/zod-openapi';
import { RosterError } from '../../errors.ts';
import { entityList, findEntityByFile } from '../../model/entities/index.ts';
import type { Entity } from '../../model/entity.ts';
import { readAsOf } from '../../query/as-of.ts';
import { createSheetReader, sheetEncodings } from '../../services/exports/read-sheet.ts';
import { findRosterOrNewest } from '../../services/roster/find-roster.ts';
import type { SheetRequest } from '../../store/export/sheet.ts';
import { administrators } from '../access.ts';
import { attachmentOf } from '../attachment.ts';
import { byteStream } from '../body-stream.ts';
import type { AppDeps } from '../environment.ts';
import { publicationHeader } from '../roster-headers.ts';
import type { Router } from '../router.ts';
import { wrongParameter } from '../wrong-parameter.ts';
import { failed, refusals } from './import-schemas.ts';

const shared = { tags: ['CSV export'] };
const path = '/csv/sheets';
/** How many characters did not fit into Shift_JIS. */
const lostHeader = 'X-Unmapped-Characters';

const fileParameter = z.object({
  file: z.string().openapi({ description: entityList.map(({ csvFile }) => csvFile).join(', ') }),
});
const rosterQuery = z.object({
  asOf: z
    .string()
    .optional()
    .openapi({ description: 'この反映か日時の名簿 / The roster of this publication or instant' }),
  schools: z
    .string()
    .min(1)
    .optional()
    .openapi({ description: '組織の sourcedId（コンマ区切り） / sourcedIds of orgs, by commas' }),
});
const sheetQuery = rosterQuery.extend({
  encoding: z.enum(sheetEncodings).default('utf-8').openapi({
    description: 'Shift_JIS にない文字は 〓 になります / Characters that Shift_JIS lacks become 〓',
  }),
});
const refused = {
  ...refusals,
  400: failed('指定が正しくありません。 / A parameter is not valid.'),
  404: failed('その表か、その時点の名簿はありません。 / No such sheet, or no roster of that time.'),
  409: failed('まだ名簿がありません。 / There is no roster yet.'),
  410: failed('その時点の名簿は、もう保存されていません。 / That roster is no longer kept.'),
};

const download = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{file}`,
  operationId: 'downloadSheet',
  summary: '人が読むための一覧（Excel 用 CSV） / A list for people, for Excel',
  description:
    'ID の横に名前が付き、式になる値はありません。取り込みには使えません（取り込み用は /csv/export）。\n\nNames stand beside ids and no cell is a formula. Not for interchange: that is /csv/export.',
  request: { params: fileParameter, query: sheetQuery },
  responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } }, ...refused },
});

const characters = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{file}/characters`,
  operationId: 'listUnmappedCharacters',
  summary: 'Shift_JIS にない文字の一覧 / The characters that Shift_JIS does not have',
  request: { params: fileParameter, query: rosterQuery },
  responses: {
    200: {
      description: '文字の一覧 / The characters',
      content: {
        'application/json': {
          schema: z.strictObject({
            characters: z.array(
              z.strictObject({
                character: z.string(),
                code: z.string().openapi({ description: 'U+20BB7' }),
                rows: z.int().min(1),
                first: z.string().openapi({ description: 'sourcedId of the first row with it' }),
              }),
            ),
          }),
        },
      },
    },
    ...refused,
  },
});

function entityOfFile(file: string): Entity {
  const entity = findEntityByFile(file);
  if (entity === undefined) throw new RosterError('unknown_object');
  return entity;
}

/** Lists for people, for administrators alone. */
export function mountSheets(router: Router, { ctx }: AppDeps): void {
  const readSheet = createSheetReader(ctx);

  const requestOf = async ({ asOf, schools }: z.infer<typeof rosterQuery>): Promise<SheetRequest> => {
    const roster = await findRosterOrNewest(ctx.store.db, readAsOf(asOf === undefined ? [] : [asOf]));
    return { publication: roster.id, schools: schools?.split(',') ?? null };
  };

  router.raw(download, administrators, async (c) => {
    const entity = entityOfFile(c.req.param('file'));
    const { data, error } = sheetQuery.safeParse(c.req.query());
    if (error !== undefined) throw wrongParameter(error);
    const request = await requestOf(data);
    const { fileName, lost, bytes, close } = await readSheet(
      entity,
      data.encoding,
      request,
      c.req.raw.signal,
    );
    c.set('shown', {
      publicationId: request.publication,
      query: `file=${entity.csvFile}`,
      named: (request.schools ?? []).map((sourcedId) => ({ entity: 'orgs', sourcedId })),
    });
    const headers = {
      'Content-Type': `text/csv; charset=${data.encoding === 'utf-8' ? 'UTF-8' : 'Shift_JIS'}`,
      'Content-Disposition': attachmentOf(fileName),
      [lostHeader]: String(lost.length),
      [publicationHeader]: String(request.publication),
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

  router.operation(characters, administrators, async (c) => {
    const entity = entityOfFile(c.req.param('file'));
    const { lost, close } = await readSheet(
      entity,
      'shift_jis',
      await requestOf(c.req.valid('query')),
      c.req.raw.signal,
    );
    await close();
    return c.json({ characters: lost.map((one) => ({ ...one })) }, 200);
  });
}
