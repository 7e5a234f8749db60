import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './drizzle-columns.ts';

/** What people corrected by hand. Personal data: it goes with the person (`deleteCorrections`). */
export const corrections = pgTable(
  'corrections',
  {
    id: uuid('id').primaryKey(),
    /** sourcedId of the user, which is also that of the demographics. */
    person: text('person').notNull(),
    /** `users` or `demographics`. */
    entity: text('entity').notNull(),
    /** CSV header: `familyName`, `metadata.jp.kanaFamilyName`. */
    field: text('field').notNull(),
    /** As a CSV cell would have it; blank for a value that was taken away. */
    value: text('value').notNull(),
    /** Id of the client, or the account of a command. */
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull().defaultNow(),
    reason: text('reason').notNull(),
    /** The publication that brought it. */
    publicationId: bigint('publication_id', { mode: 'number' }).notNull(),
    /** `open` until the source has it, or something else is published (`correctionStates`). */
    state: text('state').notNull(),
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('corrections_person_idx').on(table.person),
    index('corrections_state_idx').on(table.state, table.entity),
  ],
);

/** What a job that ends the time of something did last, by retention class. */
export const retentionRuns = pgTable('retention_runs', {
  /** `RetentionName`. */
  name: text('name').primaryKey(),
  ranAt: instant('ran_at').notNull(),
  /** Of what it took away: files, imports, records. */
  removed: bigint('removed', { mode: 'number' }).notNull(),
});
