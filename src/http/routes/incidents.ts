import { createRoute, z } from '@hono/zod-openapi';
import { breachHeadingNames } from '../../model/breach.ts';
import { keyRoles, scopes } from '../../model/scope.ts';
import { breachReport } from '../../services/incidents/breach-report.ts';
import { incidentCsvTexts } from '../../services/incidents/incident-csv.ts';
import { type Incident, readIncident } from '../../services/incidents/read-incident.ts';
import { type IncidentFigures, summariseIncident } from '../../services/incidents/summarise-incident.ts';
import { administrators } from '../access.ts';
import { resumed, textStream } from '../body-stream.ts';
import type { AppDeps } from '../environment.ts';
import { instantOf } from '../instant-parameter.ts';
import type { Router } from '../router.ts';
import { wrongParameter } from '../wrong-parameter.ts';
import { failed, refusals } from './import-schemas.ts';

const count = z.int().min(0);
const instant = z.iso.datetime();
const texts = z.strictObject({ ja: z.string(), en: z.string() });
const counts = { read: count, possible: count, could: count };

/** What a client could and did read. */
export const incidentSchema = z
  .strictObject({
    client: z.strictObject({
      id: z.string(),
      name: z.string(),
      contact: z.string(),
      revokedAt: instant.nullable(),
    }),
    from: instant,
    to: instant,
    permissions: z
      .array(z.strictObject({ role: z.enum(keyRoles), scopes: z.array(z.enum(scopes)) }))
      .openapi({ description: '期間中に持っていた権限 / Everything that it was allowed in that time' }),
    certain: z.boolean().openapi({
      description: '変更前の権限がすべて記録にあるか / Whether the audit says what each change was from',
    }),
    publications: z
      .strictObject({ first: z.int(), last: z.int(), kept: z.boolean() })
      .nullable()
      .openapi({ description: 'その期間に読めた名簿 / Rosters that could be read' }),
    mayRead: z.array(z.strictObject({ file: z.string(), columns: z.array(z.string()) })),
    persons: z.strictObject(counts).openapi({
      description:
        'read: 確実に読まれた、possible: 一覧などで読まれた可能性がある、could: 読めたが記録がない（重なりません） / Read for certain, possibly read, could be read without a record of it; they do not overlap',
    }),
    byCollection: z.record(z.string(), z.strictObject(counts)),
    bySchool: z.array(
      z.strictObject({ sourcedId: z.string().nullable(), name: z.string().nullable(), ...counts }),
    ),
    gone: count.openapi({
      description: '名指しされ、その後に消去された人 / Named by the client, and erased since',
    }),
    overThreshold: z.boolean().openapi({
      description: '読まれたか可能性のある人が 100 人を超える / More than 100 were read, or may have been',
    }),
    lists: z.array(
      z.strictObject({
        entity: z.string(),
        asked: z.string(),
        publication: z.int(),
        reads: count,
        rows: count,
        whole: z.boolean(),
        first: instant,
        last: instant,
      }),
    ),
    files: z.array(
      z.strictObject({
        action: z.string(),
        publication: z.int().nullable(),
        reads: count,
        first: instant,
        last: instant,
      }),
    ),
    addresses: z.array(
      z.strictObject({ address: z.string(), requests: count, first: instant, last: instant }),
    ),
    report: z
      .array(z.strictObject({ heading: z.enum(breachHeadingNames), title: texts, text: texts }))
      .openapi({
        description: '報告書の 9 項目の下書き / The nine headings of the report, as far as the hub knows',
      }),
  })
  .openapi('Incident');

const query = z.object({
  client: z.string().openapi({ description: 'Id of a client' }),
  from: z
    .string()
    .optional()
    .openapi({ description: 'この時刻から（なければ登録から） / From this instant on' }),
  to: z.string().optional().openapi({ description: 'この時刻の前まで（なければ今） / Before this instant' }),
});

const own = { tags: ['Personal data'], method: 'get' as const, request: { query } };
const more = {
  ...refusals,
  400: failed('条件が正しくありません。 / A condition is not valid.'),
  404: failed('そのクライアントはありません。 / No such client.'),
};

const show = createRoute({
  ...own,
  path: '/admin/incidents',
  operationId: 'getIncident',
  summary: '漏えいの調査: あるクライアントが読めたもの、読んだもの / What a client could and did read',
  description:
    'だれが、は CSV にあります。件数・学校別・報告書の 9 項目の下書きを返します。\n\n' +
    'Who it was is in the CSV; here are numbers, by school too, and a draft of the report on a breach.',
  responses: {
    200: {
      description: '件数と下書き / Numbers and a draft',
      content: { 'application/json': { schema: incidentSchema } },
    },
    ...more,
  },
});

const download = createRoute({
  ...own,
  path: '/admin/incidents.csv',
  operationId: 'downloadIncident',
  summary: 'だれが読めたか、読まれたか（Excel 用 CSV） / Everybody whom it could and did read, for Excel',
  responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } }, ...more },
});

function shown(incident: Incident, figures: IncidentFigures): z.infer<typeof incidentSchema> {
  const { client, from, to, permissions, range, mayRead, lists, files, addresses } = incident;
  return {
    client: {
      ...{ id: client.id, name: client.name, contact: client.contact },
      revokedAt: client.revokedAt?.toISOString() ?? null,
    },
    ...{ from: from.toISOString(), to: to.toISOString() },
    permissions: permissions.had.map(({ role, scopes: own }) => ({ role, scopes: [...own] })),
    certain: permissions.certain,
    publications: range === undefined ? null : { ...range },
    mayRead: mayRead.map(({ file, columns }) => ({ file, columns: [...columns] })),
    ...{ persons: figures.persons, byCollection: { ...figures.byCollection } },
    bySchool: [...figures.bySchool],
    gone: figures.gone,
    overThreshold: figures.overThreshold,
    lists: lists.map(({ publicationId, gapless: _gapless, ...list }) => ({
      ...list,
      publication: publicationId,
    })),
    files: files.map(({ publicationId, ...file }) => ({ ...file, publication: publicationId })),
    addresses: [...addresses],
    report: breachReport(incident, figures),
  };
}

/** What has to be known within days of a breach; for administrators. */
export function mountIncidents(router: Router, { ctx }: AppDeps): void {
  const inputOf = ({ client, from, to }: z.infer<typeof query>) => ({
    client,
    from: instantOf(from, 'from'),
    to: instantOf(to, 'to'),
  });
  /** The client is a thing of the hub; who it read is not repeated. */
  const asked = ({ client, from, to }: Incident) =>
    `client=${client.id}&from=${from.toISOString()}&to=${to.toISOString()}`;

  router.operation(show, administrators, async (c) => {
    const incident = await readIncident(ctx, inputOf(c.req.valid('query')));
    const figures = await summariseIncident(ctx, incident);
    c.set('shown', { query: asked(incident) });
    return c.json(shown(incident, figures), 200);
  });

  router.raw(download, administrators, async (c) => {
    const { data, error } = query.safeParse(c.req.query());
    if (error !== undefined) throw wrongParameter(error);
    const incident = await readIncident(ctx, inputOf(data));
    c.set('shown', { query: asked(incident) });
    const lines = incidentCsvTexts(ctx, incident);
    const first = await lines.next();
    return c.body(textStream(resumed(first.done ? '' : first.value, lines)), 200, {
      'Content-Type': 'text/csv; charset=UTF-8',
      'Content-Disposition': 'attachment; filename="incident.csv"',
    });
  });
}
