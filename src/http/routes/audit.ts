import { createRoute, z } from '@hono/zod-openapi';
import { type AuditAction, actorKinds, auditActionNames, auditFaults } from '../../model/audit.ts';
import { auditCsvTexts } from '../../services/audit/audit-csv.ts';
import { type AuditSearch, searchAudit, streamAudit } from '../../services/audit/search-audit.ts';
import type { ChainedEntry } from '../../store/audit-chain.ts';
import { findVerification } from '../../store/audit-verifications.ts';
import { auditors } from '../access.ts';
import { textStream } from '../body-stream.ts';
import type { AppDeps } from '../environment.ts';
import { instantOf } from '../instant-parameter.ts';
import { numberOf } from '../number-parameter.ts';
import type { Router } from '../router.ts';
import { wrongParameter } from '../wrong-parameter.ts';
import { failed, refusals, wrongPage } from './import-schemas.ts';

const own = { tags: ['Audit'], method: 'get' as const };
const pageMax = 1_000;
const count = z.int().min(0);
const instant = z.iso.datetime();

const entrySchema = z
  .strictObject({
    seq: count.openapi({
      description: '記録の番号（抜けはありません） / Its place in the chain, without gaps',
    }),
    at: instant,
    recordedAt: instant.openapi({ description: 'When it was written; a read is at most a second late' }),
    actor: z.strictObject({
      kind: z.enum(actorKinds),
      id: z.string().nullable(),
      keyId: z.string().nullable(),
      name: z.string().nullable(),
    }),
    address: z.string().nullable(),
    action: z.enum(auditActionNames),
    entity: z.string().nullable(),
    object: z
      .string()
      .nullable()
      .openapi({ description: 'Id of a thing of the hub, an import for instance' }),
    ids: z.array(z.string()).openapi({
      description: '名簿の ID の鍵付きハッシュ / Keyed hashes of the ids of records that were named',
    }),
    query: z
      .string()
      .nullable()
      .openapi({ description: '名前などの値は ? / Personal values are left out: ?' }),
    publication: z.int().nullable().openapi({ description: 'The roster that was shown' }),
    count: count.nullable(),
    status: z.int(),
    error: z.string().nullable(),
    requestId: z.string().nullable(),
    detail: z.string().nullable(),
  })
  .openapi('AuditEntry');

/** A page of the audit. */
export const auditListSchema = z.strictObject({ entries: z.array(entrySchema), next: z.int().nullable() });

/** What the nightly look at the chain has found. */
export const auditVerificationSchema = z
  .strictObject({
    at: instant.nullable(),
    rows: count,
    seq: count,
    intact: z.boolean().nullable().openapi({ description: 'Null before the first night' }),
    bad: z
      .strictObject({
        seq: z.int(),
        fault: z.enum(Object.keys(auditFaults)),
        message: z.strictObject({ ja: z.string(), en: z.string() }),
      })
      .nullable(),
  })
  .openapi('AuditVerification');

const filterQuery = z.object({
  person: z.string().optional().openapi({
    description: '利用者の sourcedId（その人を名指しした記録） / sourcedId of a user: what named this person',
  }),
  client: z.string().optional().openapi({ description: 'Id of a client' }),
  action: z.enum(auditActionNames).optional(),
  entity: z.string().optional(),
  object: z.string().optional(),
  requestId: z.string().optional(),
  from: z.string().optional().openapi({ description: 'この時刻から / Done at this instant or later' }),
  to: z.string().optional().openapi({ description: 'この時刻の前まで / Done before this instant' }),
});

const list = createRoute({
  ...own,
  path: '/admin/audit',
  operationId: 'listAudit',
  summary: 'だれが何をしたか（新しい順） / Who did what, newest first',
  description:
    '名簿を広く読んだ記録は人を名指ししません。query と publication から、だれが含まれていたかが分かります。\n\n' +
    'Reads of whole lists name nobody: query and publication say who was on them.',
  request: { query: filterQuery.extend({ limit: z.string().optional(), before: z.string().optional() }) },
  responses: {
    200: { description: '1 ページ / A page', content: { 'application/json': { schema: auditListSchema } } },
    ...refusals,
    400: wrongPage,
  },
});

const download = createRoute({
  ...own,
  path: '/admin/audit.csv',
  operationId: 'downloadAudit',
  summary: '同じものを Excel で / The same for Excel, all of it',
  request: { query: filterQuery },
  responses: {
    200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
    ...refusals,
    400: failed('条件が正しくありません。 / A condition is not valid.'),
  },
});

const verification = createRoute({
  ...own,
  path: '/admin/audit/verification',
  operationId: 'getAuditVerification',
  summary:
    '記録が書き換えられていないか（毎晩の確認） / Whether it is as it was written, by the last nightly look',
  responses: {
    200: {
      description: '最後の結果 / The last result',
      content: { 'application/json': { schema: auditVerificationSchema } },
    },
    ...refusals,
  },
});

function shown(entry: ChainedEntry): z.infer<typeof entrySchema> {
  const {
    actorKind,
    actorId,
    actorName,
    actorKey,
    publicationId,
    recordedAt,
    at,
    ids,
    keyId: _key,
    hash: _hash,
    ...same
  } = entry;
  return {
    ...same,
    at: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
    actor: { kind: actorKind, id: actorId, keyId: actorKey, name: actorName },
    ids: [...ids],
    publication: publicationId,
  };
}

function searchOf({ client, action, from, to, ...same }: z.infer<typeof filterQuery>): AuditSearch {
  return {
    ...same,
    actor: client,
    action: action as AuditAction | undefined,
    from: instantOf(from, 'from'),
    to: instantOf(to, 'to'),
  };
}

/** Of what is looked for, what cannot be anybody's. */
const keptValues = ['action', 'from', 'to', 'limit', 'before'];

/** What was looked for, for the audit itself. */
function lookedFor({ person, ...filter }: Readonly<Record<string, string | undefined>>) {
  const said = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${keptValues.includes(name) ? value : '?'}`],
  );
  return {
    named: person === undefined ? [] : [{ entity: 'users', sourcedId: person }],
    query: said.join('&'),
  };
}

/** Who did what; for administrators, and for auditors, who see nothing else. */
export function mountAudit(router: Router, { ctx }: AppDeps): void {
  router.operation(list, auditors, async (c) => {
    const { limit, before, ...filter } = c.req.valid('query');
    const page = await searchAudit(ctx, searchOf(filter), {
      limit: numberOf(limit, 'limit', 100, 1, pageMax),
      before: before === undefined ? undefined : numberOf(before, 'before', 0, 1, Number.MAX_SAFE_INTEGER),
    });
    c.set('shown', { count: page.entries.length, ...lookedFor({ ...filter, limit, before }) });
    return c.json({ entries: page.entries.map(shown), next: page.next ?? null }, 200);
  });

  router.raw(download, auditors, (c) => {
    const { data: filter, error } = filterQuery.safeParse(c.req.query());
    if (error !== undefined) throw wrongParameter(error);
    const texts = auditCsvTexts(streamAudit(ctx, searchOf(filter)));
    c.set('shown', lookedFor(filter));
    return c.body(textStream(texts), 200, {
      'Content-Type': 'text/csv; charset=UTF-8',
      'Content-Disposition': 'attachment; filename="audit.csv"',
    });
  });

  router.operation(verification, auditors, async (c) => {
    const found = await findVerification(ctx.store.db, 'any');
    const { at, rows = 0, end, bad } = found ?? {};
    const [ja, en] = bad === undefined ? ['', ''] : auditFaults[bad.fault];
    return c.json(
      {
        at: at?.toISOString() ?? null,
        rows,
        seq: end?.seq ?? 0,
        intact: found === undefined ? null : bad === undefined,
        bad: bad === undefined ? null : { ...bad, message: { ja, en } },
      },
      200,
    );
  });
}
