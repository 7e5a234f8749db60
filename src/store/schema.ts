import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { entities } from '../model/entities/index.ts';
import { bytes, instant } from './drizzle-columns.ts';
import { historyOf, renderedOf, tableOf } from './table.ts';

// drizzle-kit finds tables only as top-level exports, so each entity has its two lines. A test holds them complete.
export const academicSessions = tableOf(entities.academicSessions);
export const academicSessionsHistory = historyOf(entities.academicSessions);
export const orgs = tableOf(entities.orgs);
export const orgsHistory = historyOf(entities.orgs);
export const courses = tableOf(entities.courses);
export const coursesHistory = historyOf(entities.courses);
export const classes = tableOf(entities.classes);
export const classesHistory = historyOf(entities.classes);
export const users = tableOf(entities.users);
export const usersHistory = historyOf(entities.users);
export const usersRendered = renderedOf(entities.users);
export const roles = tableOf(entities.roles);
export const rolesHistory = historyOf(entities.roles);
export const userProfiles = tableOf(entities.userProfiles);
export const userProfilesHistory = historyOf(entities.userProfiles);
export const enrollments = tableOf(entities.enrollments);
export const enrollmentsHistory = historyOf(entities.enrollments);
export const demographics = tableOf(entities.demographics);
export const demographicsHistory = historyOf(entities.demographics);

/** Where records come from: one 校務支援システム or school each. */
export const sources = pgTable('sources', {
  id: serial('id').primaryKey(),
  name: text('name').notNull().unique(),
  /** What it sets of `ImportSettings`; the rest are defaults. */
  settings: jsonb('settings').notNull().default({}),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** The clock. Ids and stamps rise together; both are given under one lock, the stamp just before COMMIT. */
export const publications = pgTable(
  'publications',
  {
    id: bigint('id', { mode: 'number' }).primaryKey(),
    publishedAt: instant('published_at').notNull(),
    /** Null where a person amended records directly. */
    importId: uuid('import_id'),
    /** What was done without an import (`AmendmentKind`), by whom, and counts by file. */
    amendment: text('amendment'),
    amendedBy: text('amended_by'),
    counts: jsonb('counts'),
    /** False once its replaced versions are gone: its roster cannot be put together any more. */
    kept: boolean('kept').notNull().default(true),
  },
  (table) => [
    index('publications_published_at_idx').on(table.publishedAt),
    check('publications_origin', sql`(${table.importId} IS NULL) <> (${table.amendment} IS NULL)`),
  ],
);

/** Uploads, cut into chunks. */
export const files = pgTable('files', {
  id: uuid('id').primaryKey(),
  /** As the sender called it; only ever shown. */
  name: text('name').notNull(),
  size: bigint('size', { mode: 'number' }).notNull(),
  sha256: text('sha256').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  /** Its chunks are AES-256-GCM; false only for those kept before chunks were. */
  encrypted: boolean('encrypted').notNull().default(false),
  /** When its bytes were taken away; what became of it stays known. */
  removedAt: instant('removed_at'),
});

/** Who has taken an upload out of the hub again. */
export const fileDownloads = pgTable(
  'file_downloads',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    fileId: uuid('file_id').notNull(),
    /** Id of the client. */
    takenBy: text('taken_by').notNull(),
    takenAt: instant('taken_at').notNull().defaultNow(),
  },
  (table) => [index('file_downloads_file_id_idx').on(table.fileId)],
);

export const fileChunks = pgTable(
  'file_chunks',
  {
    fileId: uuid('file_id').notNull(),
    seq: integer('seq').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.seq] })],
);

/** The record of every import; the queue only says "look here". */
export const imports = pgTable(
  'imports',
  {
    id: uuid('id').primaryKey(),
    /** The order received, which is the order of publishing. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    sourceId: integer('source_id').notNull(),
    /** Null for an undo, which needs no file. */
    fileId: uuid('file_id'),
    /** The publication that is undone: its source's records become again what they were before it. */
    undoOf: bigint('undo_of', { mode: 'number' }),
    state: text('state').notNull(),
    /** Ends as `checked`, unless it is published afterwards. */
    dryRun: boolean('dry_run').notNull().default(false),
    /** What publishing would do, and why a person is asked (`Proposal`). */
    proposal: jsonb('proposal'),
    /** What a person said of it (`Decision`). */
    decision: jsonb('decision'),
    /** A second request of the same sender with it is the same import. */
    idempotencyKey: text('idempotency_key'),
    /** `bulk` or `delta` for a CSV file that came without a manifest; null for a zip. */
    mode: text('mode'),
    /** How often a process has begun it; also the token that only its present runner may write with. */
    attempt: integer('attempt').notNull().default(0),
    receivedBy: text('received_by').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    /** What its sender set of `ImportSettings` for this import alone. */
    settings: jsonb('settings').notNull().default({}),
    profile: text('profile'),
    /** The report's figures (`ImportReport`). */
    report: jsonb('report'),
    progress: jsonb('progress'),
    /** Counts per file. */
    counts: jsonb('counts'),
    /** Counts per issue code. */
    issueCounts: jsonb('issue_counts'),
    publicationId: bigint('publication_id', { mode: 'number' }),
    /** Error code, when the state is `failed`. */
    failure: text('failure'),
    /** When what was wrong with it was taken away; its counts stay. */
    reportRemovedAt: instant('report_removed_at'),
  },
  (table) => [
    index('imports_seq_idx').on(table.seq),
    index('imports_state_idx').on(table.state, table.seq),
    uniqueIndex('imports_idempotency_key_idx').on(table.receivedBy, table.idempotencyKey),
  ],
);

/** Exports that were asked for as a file. Like imports, the queue only says "look here". */
export const exports = pgTable(
  'exports',
  {
    id: uuid('id').primaryKey(),
    /** The order received, which is the order in which they are made. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    state: text('state').notNull(),
    /** What is exported (`ExportOptions`). */
    options: jsonb('options').notNull(),
    /** How often a process has begun it; also the token that only its present runner may write with. */
    attempt: integer('attempt').notNull().default(0),
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull().defaultNow(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    progress: jsonb('progress'),
    /** Name, rows and notes (`ExportSummary`). */
    summary: jsonb('summary'),
    /** Set with the state `done`. */
    fileId: uuid('file_id'),
    /** Error code, when the state is `failed`. */
    failure: text('failure'),
    /** Its error's parameters. */
    failureParams: jsonb('failure_params'),
  },
  (table) => [
    index('exports_seq_idx').on(table.seq),
    index('exports_state_idx').on(table.state, table.seq),
    index('exports_file_id_idx').on(table.fileId),
  ],
);

export const importIssues = pgTable(
  'import_issues',
  {
    importId: uuid('import_id').notNull(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    file: text('file').notNull(),
    line: integer('line').notNull(),
    column: text('column').notNull(),
    code: text('code').notNull(),
    fault: text('fault').notNull(),
    level: text('level').notNull(),
    params: jsonb('params').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.seq] })],
);

/** Issues by what is behind them, in the order in which people mend them. */
export const importCauses = pgTable(
  'import_causes',
  {
    importId: uuid('import_id').notNull(),
    /** Position in the report, from 1. */
    rank: integer('rank').notNull(),
    file: text('file').notNull(),
    column: text('column').notNull(),
    code: text('code').notNull(),
    fault: text('fault').notNull(),
    level: text('level').notNull(),
    params: jsonb('params').notNull(),
    /** Rows that it affects, consequences included. */
    weight: integer('weight').notNull(),
    /** Consequences by file, and the first places. */
    details: jsonb('details').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.rank] })],
);

export { clients, credentials, rateWindows } from './access-schema.ts';
export { auditHead, auditLog, auditSubjects, auditVerifications } from './audit-schema.ts';
export { erasureSearches, erasures, restrictions, setAside, setAsideNames } from './person-schema.ts';
export { corrections, retentionRuns } from './records-schema.ts';
