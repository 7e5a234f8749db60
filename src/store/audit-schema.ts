import { bigint, bigserial, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './drizzle-columns.ts';

/**
 * Who did what. Rows are chained in the order of `seq`, from 1 without gaps, and never changed. drizzle-kit has no
 * words for partitions and triggers: the migration makes this table partitioned by month of `recorded_at` (UTC).
 */
export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** When it was written, by the database's clock; rises with `seq`. */
    recordedAt: instant('recorded_at').notNull(),
    /** When it was done. */
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name'),
    actorKey: text('actor_key'),
    address: text('address'),
    action: text('action').notNull(),
    /** Kind of what it was done to: a collection of the roster, or a thing of the hub. */
    entity: text('entity'),
    /** Id of a thing of the hub; never of a record of the roster. */
    object: text('object'),
    /** `users:9f…`: keyed hashes of the records that were named. */
    ids: text('ids').array().notNull(),
    /** What a list was asked for; values of filters are hashes. */
    query: text('query'),
    publicationId: bigint('publication_id', { mode: 'number' }),
    /** Records shown or changed, or requests where several are one row. */
    count: integer('count'),
    /** HTTP status. */
    status: integer('status').notNull(),
    /** Error code of a refusal. */
    error: text('error'),
    requestId: text('request_id'),
    /** JSON of what only this action has. */
    detail: text('detail'),
    /** Which key the hash was made with. */
    keyId: text('key_id').notNull(),
    /** HMAC of the hash before and of all the above. */
    hash: bytes('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.seq, table.recordedAt] }),
    index('audit_log_at_idx').on(table.at),
    index('audit_log_actor_idx').on(table.actorId, table.seq),
    index('audit_log_action_idx').on(table.action, table.seq),
    index('audit_log_ids_idx').using('gin', table.ids),
  ],
);

/** The end of the chain, as one row. Whoever appends locks it, so the chain cannot fork. */
export const auditHead = pgTable('audit_head', {
  id: integer('id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  recordedAt: instant('recorded_at').notNull(),
  hash: bytes('hash').notNull(),
});

/** The only row of `audit_head`. */
export const headId = 1;

/** What hashes of people's ids are made with. Without its row nobody can tell whose hash it was. */
export const auditSubjects = pgTable('audit_subjects', {
  sourcedId: text('sourced_id').primaryKey(),
  salt: bytes('salt').notNull(),
});

/** What the nightly look at the chain has found. */
export const auditVerifications = pgTable('audit_verifications', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  at: instant('at').notNull().defaultNow(),
  /** Rows that were looked at. */
  rows: bigint('rows', { mode: 'number' }).notNull(),
  /** The last row by then. */
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytes('hash').notNull(),
  intact: boolean('intact').notNull(),
  /** The first row that is not as it was, and what is wrong with it. */
  badSeq: bigint('bad_seq', { mode: 'number' }),
  fault: text('fault'),
});
