import { z } from '@hono/zod-openapi';
import { publicationKinds } from '../../model/amendment.ts';
import { actorKinds, auditActionNames } from '../../model/audit.ts';
import type { FilesWithPerson } from '../../services/persons/find-files.ts';
import type { Recipients } from '../../services/persons/find-recipients.ts';
import type { PersonRecord, PersonReport } from '../../services/persons/read-person.ts';
import { type Correction, correctionStates } from '../../store/corrections.ts';

const count = z.int().min(0);
const instant = z.iso.datetime();
const texts = z.strictObject({ ja: z.string(), en: z.string() });

const recordSchema = z
  .strictObject({
    file: z.string(),
    title: texts,
    sourcedId: z.string(),
    status: z.string(),
    source: z.string(),
    from: z.int().openapi({ description: 'この反映から / The publication since which it is true' }),
    until: z.int().nullable().openapi({
      description: 'この反映の前まで（null: 今も） / The first for which it is not; null: it is now',
    }),
    fields: z.array(z.strictObject({ column: z.string(), label: z.string(), value: z.string() })),
  })
  .openapi('PersonRecord');

/** A value that was corrected by hand. */
export const correctionSchema = z
  .strictObject({
    id: z.uuid(),
    person: z.string(),
    entity: z.string(),
    field: z.string().openapi({ description: 'CSV header' }),
    value: z.string(),
    madeBy: z.string(),
    madeAt: instant,
    reason: z.string(),
    publication: z.int(),
    state: z.enum(correctionStates).openapi({
      description:
        'open: 取り込み元はまだ直っていない、confirmed: 取り込み元も直った、overwritten: 上書きされた、replaced: また訂正された',
    }),
    settledAt: instant.nullable(),
  })
  .openapi('Correction');

const fileSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  at: instant,
  by: z.string(),
  byName: z.string().nullable(),
  until: instant,
});

const readSchema = z.strictObject({
  actor: z.strictObject({
    kind: z.enum(actorKinds),
    id: z.string().nullable(),
    name: z.string().nullable(),
    contact: z.string().nullable(),
  }),
  action: z.enum(auditActionNames),
  entity: z.string(),
  first: instant,
  last: instant,
  count,
  mayRead: z.array(z.strictObject({ file: z.string(), columns: z.array(z.string()) })),
});

/** Everything that is held on a person. */
export const personSchema = z
  .strictObject({
    sourcedId: z.string(),
    current: z.array(recordSchema),
    earlier: z
      .array(recordSchema)
      .openapi({ description: '保存されている以前の版 / Earlier versions that are kept' }),
    publications: z.array(
      z.strictObject({
        id: z.int(),
        publishedAt: instant,
        kind: z.enum(publicationKinds),
        import: z.string().nullable(),
        source: z.string().nullable(),
        fileName: z.string().nullable(),
        sentBy: z.string().nullable(),
        sentByName: z.string().nullable(),
      }),
    ),
    namedBy: z
      .array(
        z.strictObject({ entity: z.string(), column: z.string(), sourcedId: z.string(), status: z.string() }),
      )
      .openapi({ description: 'この人を名指ししている記録（保護者など） / Records that name the person' }),
    corrections: z.array(correctionSchema),
    files: z.strictObject({ uploads: z.array(fileSchema), exports: z.array(fileSchema) }).openapi({
      description: 'この人が含まれうる、保存中のファイル / Kept files that may have the person in them',
    }),
    issues: z.array(
      z.strictObject({
        import: z.string(),
        file: z.string(),
        line: count,
        column: z.string(),
        code: z.string(),
        level: z.string(),
      }),
    ),
    recipients: z.strictObject({
      named: z
        .array(readSchema)
        .openapi({ description: 'この人を名指しして読んだ（確実） / They named the person: certain' }),
      lists: z.array(readSchema).openapi({
        description:
          '一覧やファイルで見た可能性がある（上限） / They read lists or took files that may have had the person in them: an upper bound',
      }),
    }),
  })
  .openapi('Person');

/** People whom a search has found. */
export const foundPersonsSchema = z.strictObject({
  persons: z.array(
    z.strictObject({
      sourcedId: z.string(),
      status: z.string(),
      source: z.string(),
      name: z.string(),
      identifier: z.string().nullable(),
    }),
  ),
});

const shownRecord = (record: PersonRecord) => ({ ...record, fields: [...record.fields] });

/** A correction as JSON has it. */
export function shownCorrection({
  publicationId,
  madeAt,
  settledAt,
  ...same
}: Correction): z.infer<typeof correctionSchema> {
  return {
    ...same,
    publication: publicationId,
    madeAt: madeAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  };
}

const shownFiles = (files: FilesWithPerson['uploads']) => files.map(({ kind: _kind, ...file }) => file);

const shownReads = (reads: Recipients['named']) =>
  reads.map(
    ({ actorKind, actorId, actorName, contact, mayRead, action, entity, first, last, count: times }) => ({
      actor: { kind: actorKind, id: actorId, name: actorName, contact },
      ...{ action, entity, first, last, count: times },
      mayRead: mayRead.map(({ file, columns }) => ({ file, columns: [...columns] })),
    }),
  );

/** Everything that is held on a person, as JSON has it. */
export function shownPerson(report: PersonReport): z.infer<typeof personSchema> {
  const { current, earlier, publications, namedBy, corrections, files, issues, recipients } = report;
  return {
    sourcedId: report.sourcedId,
    current: current.map(shownRecord),
    earlier: earlier.map(shownRecord),
    publications: publications.map(({ importId, receivedAt: _received, ...origin }) => ({
      ...origin,
      import: importId,
    })),
    namedBy: [...namedBy],
    corrections: corrections.map(shownCorrection),
    files: { uploads: shownFiles(files.uploads), exports: shownFiles(files.exports) },
    issues: issues.map(({ importId, ...issue }) => ({ ...issue, import: importId })),
    recipients: { named: shownReads(recipients.named), lists: shownReads(recipients.lists) },
  };
}
