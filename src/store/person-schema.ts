import { sql } from 'drizzle-orm';
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './drizzle-columns.ts';

const id = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** People who were erased: none of this says who. */
export const erasures = pgTable(
  'erasures',
  {
    id: uuid('id').primaryKey(),
    /** HMAC of the sourcedId, by which the person is known again in a later file. */
    subject: text('subject').notNull(),
    /** What is looked for in kept files; null as soon as nothing is left to be searched. */
    sourcedId: id('sourced_id'),
    /** Of the user's record. */
    sourceId: integer('source_id').notNull(),
    publicationId: bigint('publication_id', { mode: 'number' }).notNull(),
    erasedAt: instant('erased_at').notNull().defaultNow(),
    /** Id of the client; the account at a command line. */
    erasedBy: text('erased_by'),
    reason: text('reason').notNull(),
    /** What was taken away (`ErasedCounts`). */
    counts: jsonb('counts').notNull(),
    /** Who could have had the person (`Recipient`s). */
    recipients: jsonb('recipients').notNull(),
    /** When nothing was left of it. */
    doneAt: instant('done_at'),
    /** From then on files may bring the person back. */
    releasedAt: instant('released_at'),
    releasedBy: text('released_by'),
    releaseReason: text('release_reason'),
  },
  (table) => [index('erasures_subject_idx').on(table.subject)],
);

/** What an erasure has still to look into: an `import` or an `export`, with its file and its report. */
export const erasureSearches = pgTable(
  'erasure_searches',
  {
    erasureId: uuid('erasure_id').notNull(),
    kind: text('kind').notNull(),
    objectId: uuid('object_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.erasureId, table.kind, table.objectId] })],
);

/** People whom nobody sees at present, and those who were hidden once. */
export const restrictions = pgTable(
  'restrictions',
  {
    id: uuid('id').primaryKey(),
    sourcedId: id('sourced_id').notNull(),
    sourceId: integer('source_id').notNull(),
    publicationId: bigint('publication_id', { mode: 'number' }).notNull(),
    restrictedAt: instant('restricted_at').notNull().defaultNow(),
    restrictedBy: text('restricted_by'),
    reason: text('reason').notNull(),
    liftedAt: instant('lifted_at'),
    liftedBy: text('lifted_by'),
    liftReason: text('lift_reason'),
  },
  (table) => [
    uniqueIndex('restrictions_sourced_id_idx').on(table.sourcedId).where(sql`${table.liftedAt} IS NULL`),
  ],
);

/** Their rows. Versions have the publications for which they were true; what a lift would publish has none (0). */
export const setAside = pgTable(
  'set_aside',
  {
    entity: text('entity').notNull(),
    sourcedId: id('sourced_id').notNull(),
    publicationId: bigint('publication_id', { mode: 'number' }).notNull(),
    validTo: bigint('valid_to', { mode: 'number' }),
    /** Whose row it is. */
    person: id('person').notNull(),
    sourceId: integer('source_id').notNull(),
    /** By SQL column. */
    row: jsonb('row').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entity, table.sourcedId, table.publicationId] }),
    index('set_aside_person_idx').on(table.person),
  ],
);

/** Where others' rows named them: in the version of a publication, or in the current row (0). */
export const setAsideNames = pgTable(
  'set_aside_names',
  {
    person: id('person').notNull(),
    entity: text('entity').notNull(),
    column: text('column').notNull(),
    sourcedId: id('sourced_id').notNull(),
    publicationId: bigint('publication_id', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.person, table.entity, table.column, table.sourcedId, table.publicationId],
    }),
  ],
);
