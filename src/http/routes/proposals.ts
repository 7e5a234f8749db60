import { createRoute, z } from '@hono/zod-openapi';
import { RosterError } from '../../errors.ts';
import { entityList } from '../../model/entities/index.ts';
import { changeKinds } from '../../model/proposal.ts';
import { changeCsvTexts } from '../../services/imports/change-csv.ts';
import { decide, reasonLengthMax } from '../../services/imports/decide-import.ts';
import {
  type ChangePlace,
  type ChangeQuery,
  getChanges,
  streamChanges,
} from '../../services/imports/read-changes.ts';
import { getImport } from '../../services/imports/read-imports.ts';
import { administrators, importers } from '../access.ts';
import { textStream } from '../body-stream.ts';
import type { AppDeps } from '../environment.ts';
import { numberOf } from '../number-parameter.ts';
import { asCaller } from '../origin.ts';
import type { Router } from '../router.ts';
import { wrongParameter } from '../wrong-parameter.ts';
import { importId } from './import-id.ts';
import {
  failed,
  idParameter,
  importSchema,
  refusals,
  shared,
  unknownImport,
  wrongPage,
} from './import-schemas.ts';
import { shownImport } from './imports.ts';
import { changeListSchema, shownProposal, wholeProposalSchema } from './proposal-schemas.ts';

const changePageMax = 1_000;

const filterQuery = z.object({
  file: z.string().optional().openapi({ description: 'このファイルだけ / Of this CSV file only' }),
  school: z.string().optional().openapi({
    description: 'この学校（組織の sourcedId）の前か後にいるものだけ / Of this org only, before or after',
  }),
  kind: z.enum(changeKinds).optional(),
});
const pageQuery = filterQuery.extend({ limit: z.string().optional(), after: z.string().optional() });
const wrongState = failed('この状態ではできません。 / Not possible in this state.');
const gone = failed('その公開の名簿は、もう保存されていません。 / That roster is no longer kept.');

const proposal = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/proposal',
  operationId: 'getProposal',
  summary: '公開すると何が変わるか（ファイルごと・学校ごと） / What publishing would do, by file and school',
  request: { params: idParameter },
  responses: {
    200: {
      description: '変更の件数と、確認が要る理由 / Numbers, and why a person is asked',
      content: { 'application/json': { schema: wholeProposalSchema } },
    },
    ...refusals,
    404: unknownImport,
    409: wrongState,
  },
});

const changes = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/changes',
  operationId: 'listChanges',
  summary: '変わるもの 1 件ずつ（前と後） / What changes, record by record, before and after',
  request: { params: idParameter, query: pageQuery },
  responses: {
    200: {
      description: '1 ページ / A page',
      content: { 'application/json': { schema: changeListSchema } },
    },
    ...refusals,
    400: wrongPage,
    404: unknownImport,
    409: wrongState,
    410: gone,
  },
});

const changesFile = createRoute({
  ...shared,
  method: 'get',
  path: '/csv/import/{id}/changes.csv',
  operationId: 'downloadChanges',
  summary: '変わるものの一覧（Excel 用 CSV） / The same for Excel: a line for each field',
  request: { params: idParameter, query: filterQuery },
  responses: {
    200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
    ...refusals,
    404: unknownImport,
    409: wrongState,
    410: gone,
  },
});

const reasonBody = {
  content: {
    'application/json': {
      schema: z.strictObject({
        reason: z
          .string()
          .optional()
          .openapi({ description: `理由 / Why, at most ${reasonLengthMax} characters` }),
      }),
    },
  },
};

function verdictRoute(kind: 'publish' | 'approve' | 'discard' | 'cancel', summary: string) {
  return createRoute({
    ...shared,
    method: 'post',
    path: `/csv/import/{id}/${kind}`,
    operationId: `${kind}Import`,
    summary,
    request: { params: idParameter, body: reasonBody },
    responses: {
      200: {
        description: '取り込み / The import as it is now',
        content: { 'application/json': { schema: importSchema } },
      },
      ...refusals,
      400: failed('理由が必要か、長すぎます。 / A reason is missing, or too long.'),
      404: unknownImport,
      409: wrongState,
    },
  });
}

const verdicts = {
  publish: verdictRoute(
    'publish',
    '確認した取り込みを公開する / Publish a dry run, without sending it again',
  ),
  approve: verdictRoute(
    'approve',
    '保留中の取り込みを承認する（理由が必要） / Approve what is held; why is required',
  ),
  discard: verdictRoute('discard', '確認済みか保留中の取り込みをやめる / Discard a dry run or what is held'),
  cancel: verdictRoute(
    'cancel',
    '取り込みを中止する（公開されるまで） / Cancel an import that is not published yet',
  ),
} as const;

/** `users.csv:u1` */
function placeOf(text: string | undefined): ChangePlace | undefined {
  if (text === undefined) return undefined;
  const colon = text.indexOf(':');
  const file = text.slice(0, Math.max(colon, 0));
  if (entityList.some(({ csvFile }) => csvFile === file)) return { file, sourcedId: text.slice(colon + 1) };
  throw new RosterError('invalid_parameter', {
    name: 'after',
    expectedJa: '前のページの next の値を入れてください。',
    expected: 'the value of `next` of the page before',
  });
}

/** What imports would do, and what people say of it. */
export function mountProposals(router: Router, { ctx }: AppDeps): void {
  router.operation(proposal, importers, async (c) => {
    const record = await getImport(ctx, importId(c.req.param('id')));
    if (record.proposal === null) {
      throw new RosterError('import_state', { state: record.state, expected: 'checked, held, published' });
    }
    const schools = record.proposal.schools.map((school) => ({ ...school }));
    return c.json({ ...shownProposal(record.proposal), schools }, 200);
  });

  const queryOf = (filter: z.infer<typeof filterQuery>, role: string | undefined): ChangeQuery => ({
    ...filter,
    mayName: role === 'admin',
  });

  router.operation(changes, importers, async (c) => {
    const { limit, after, ...filter } = c.req.valid('query');
    const id = importId(c.req.param('id'));
    const pageSize = numberOf(limit, 'limit', 100, 1, changePageMax);
    const query = queryOf(filter, c.get('caller').role);
    const page = await getChanges(ctx, id, query, placeOf(after), pageSize);
    const next = page.next === undefined ? null : `${page.next.file}:${page.next.sourcedId}`;
    if (next !== null) {
      const again = new URLSearchParams({ limit: String(pageSize), after: next });
      for (const [name, value] of Object.entries(filter)) if (value !== undefined) again.set(name, value);
      c.header('Link', `<${ctx.publicUrl}/csv/import/${id}/changes?${again}>; rel="next"`);
    }
    const shown = page.changes.map((change) => ({
      ...change,
      fields: change.fields.map((field) => ({ ...field })),
    }));
    return c.json({ changes: shown, next }, 200);
  });

  router.raw(changesFile, importers, async (c) => {
    const id = importId(c.req.param('id'));
    const { data: filter, error } = filterQuery.safeParse(c.req.query());
    if (error !== undefined) throw wrongParameter(error);
    // The first page is looked for before the answer begins: it may still be another.
    const query = queryOf(filter, c.get('caller').role);
    await getChanges(ctx, id, query, undefined, 1);
    return c.body(textStream(changeCsvTexts(streamChanges(ctx, id, query))), 200, {
      'Content-Type': 'text/csv; charset=UTF-8',
      'Content-Disposition': `attachment; filename="changes-${id}.csv"`,
    });
  });

  for (const kind of ['publish', 'approve', 'discard', 'cancel'] as const) {
    router.operation(verdicts[kind], kind === 'approve' ? administrators : importers, async (c) => {
      const { reason } = c.req.valid('json') ?? {};
      const verdict = { by: c.get('caller').id, reason };
      const decided = await decide(asCaller(ctx, c), importId(c.req.param('id')), kind, verdict);
      return c.json(shownImport(decided, ctx.today()), 200);
    });
  }
}
