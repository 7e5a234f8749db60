import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './drizzle-columns.ts';

/** Programs that may call the hub: a learning tool, a 校務支援システム, a person's own command line. */
export const clients = pgTable('clients', {
  /** The OAuth2 `client_id`. */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** What the board gives it data for. */
  purpose: text('purpose').notNull().default(''),
  /** Whom to call. */
  contact: text('contact').notNull().default(''),
  role: text('role').notNull(),
  /** Short names of the scopes that it may have. */
  scopes: text('scopes').array().notNull(),
  /** `any`, or `list`: from `addresses` alone, and from nowhere while that is empty. */
  addressMode: text('address_mode').notNull().default('any'),
  /** Networks, each in its one text. */
  addresses: text('addresses').array().notNull().default([]),
  /** Requests that it may send; null means the hub's setting. */
  requestsPerHour: integer('requests_per_hour'),
  requestsPerSecond: integer('requests_per_second'),
  createdAt: instant('created_at').notNull().defaultNow(),
  /** The end of its contract: the first moment at which nothing of it works any more. */
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
});

/** What clients prove themselves with: API keys, and secrets of OAuth2. */
export const credentials = pgTable(
  'credentials',
  {
    /** The public half of a key. */
    id: text('id').primaryKey(),
    clientId: text('client_id')
      .notNull()
      .references(() => clients.id),
    /** `key` or `secret`. */
    kind: text('kind').notNull(),
    /** What its text begins with. */
    prefix: text('prefix').notNull(),
    /** The end of its text; null for those from before it was kept. */
    lastFour: text('last_four'),
    /** HMAC-SHA-256 of the secret half. */
    digest: bytes('digest').notNull(),
    /** Names the secret of the hub under which the digest was made; null for those from before there were two. */
    pepperId: text('pepper_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Its own end; null means that of the contract, which it never outlives. */
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    /** The one that it was rolled into. */
    replacedBy: text('replaced_by'),
    /** To the minute. */
    lastUsedAt: instant('last_used_at'),
    firstAddress: text('first_address'),
  },
  (table) => [index('credentials_client_id_idx').on(table.clientId)],
);

/**
 * What each client, and each address of which none is known, has had of requests. Written by the function
 * `take_requests` of the migration, which also makes the table unlogged: what a crash forgets was granted anyway.
 */
export const rateWindows = pgTable('rate_windows', {
  /** `client …` or `address …` */
  subject: text('subject').primaryKey(),
  /** Of the newest count, in minutes since 1970. */
  minute: bigint('minute', { mode: 'number' }).notNull(),
  /** 60 of them; that of minute m stands at m % 60. */
  counts: integer('counts').array().notNull(),
  /** The newest second, since 1970, and what was granted in it. */
  second: bigint('second', { mode: 'number' }).notNull(),
  inSecond: integer('in_second').notNull(),
});
