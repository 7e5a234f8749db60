import { createRoute, z } from '@hono/zod-openapi';
import { lastDayInJapan } from '../../model/calendar.ts';
import { keyRoles, scopes } from '../../model/scope.ts';
import { processingCsv } from '../../services/processing/processing-csv.ts';
import { type ProcessingRecord, readProcessing } from '../../services/processing/read-processing.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import type { Router } from '../router.ts';
import { refusals } from './import-schemas.ts';
import { keptClassSchema, shownClass } from './retention.ts';

const count = z.int().min(0);
const instant = z.iso.datetime();
const texts = z.strictObject({ ja: z.string(), en: z.string() });

/** The record of processing. */
export const processingSchema = z
  .strictObject({
    at: instant,
    organization: z.string().nullable().openapi({ description: '設定 ORGANIZATION / The setting' }),
    persons: count,
    byRole: z.array(z.strictObject({ role: z.string(), persons: count })),
    orgs: z.array(
      z.strictObject({ sourcedId: z.string(), name: z.string(), type: z.string(), persons: count }),
    ),
    files: z.array(
      z.strictObject({
        file: z.string(),
        title: texts,
        records: count,
        items: z.array(z.strictObject({ column: z.string(), label: z.string(), personal: z.boolean() })),
      }),
    ),
    sources: z.array(
      z.strictObject({ name: z.string(), persons: count, lastPublishedAt: instant.nullable() }),
    ),
    recipients: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        purpose: z.string(),
        contact: z.string(),
        role: z.enum(keyRoles),
        scopes: z.array(z.enum(scopes)),
        contractEnd: z.iso.date(),
        active: z.boolean(),
        lastUsedAt: instant.nullable(),
        mayRead: z
          .array(z.strictObject({ file: z.string(), columns: z.array(z.string()) }))
          .openapi({ description: '読める項目（個人に関するもの） / Columns about people that it may read' }),
      }),
    ),
    retention: z.array(keptClassSchema),
    measures: z.array(z.strictObject({ ja: z.string(), en: z.string(), inForce: z.boolean() })),
  })
  .openapi('ProcessingRecord');

const own = { tags: ['Personal data'], method: 'get' as const };

const show = createRoute({
  ...own,
  path: '/admin/processing',
  operationId: 'getProcessing',
  summary: '処理の記録（個人情報ファイル簿の下書き） / The record of processing',
  description:
    '設定と、今あるものから作ります。だれの情報も入りません。 / Drawn from the configuration and what is there now; nothing of any person is in it.',
  responses: {
    200: { description: '記録 / The record', content: { 'application/json': { schema: processingSchema } } },
    ...refusals,
  },
});

const download = createRoute({
  ...own,
  path: '/admin/processing.csv',
  operationId: 'downloadProcessing',
  summary: '同じものを Excel で / The same for Excel',
  responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } }, ...refusals },
});

function shown(record: ProcessingRecord): z.infer<typeof processingSchema> {
  return {
    ...record,
    at: record.at.toISOString(),
    byRole: [...record.byRole],
    orgs: [...record.orgs],
    files: record.files.map((file) => ({ ...file, items: [...file.items] })),
    sources: record.sources.map(({ lastPublishedAt, ...source }) => ({
      ...source,
      lastPublishedAt: lastPublishedAt?.toISOString() ?? null,
    })),
    recipients: record.recipients.map((one) => ({
      ...{ id: one.id, name: one.name, purpose: one.purpose, contact: one.contact, role: one.role },
      scopes: [...one.scopes],
      contractEnd: lastDayInJapan(one.expiresAt),
      active: one.active,
      lastUsedAt: one.lastUsedAt?.toISOString() ?? null,
      mayRead: one.reach.map(({ file, columns }) => ({ file, columns: [...columns] })),
    })),
    retention: record.retention.map(shownClass),
    measures: [...record.measures],
  };
}

/** What is done with personal data here; for administrators. */
export function mountProcessing(router: Router, { ctx }: AppDeps): void {
  router.operation(show, administrators, async (c) =>
    c.json(shown(await readProcessing(ctx, new Date())), 200),
  );

  router.raw(download, administrators, async (c) =>
    c.body(processingCsv(await readProcessing(ctx, new Date())), 200, {
      'Content-Type': 'text/csv; charset=UTF-8',
      'Content-Disposition': 'attachment; filename="processing.csv"',
    }),
  );
}
