import { and, asc, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { type ClientRecord, isActive, toClient } from './clients.ts';
import { clients, credentials } from './schema.ts';
import { lockClass, locks } from './session.ts';

export const credentialKinds = ['key', 'secret'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

/** An API key, or a secret of OAuth2. */
export interface CredentialRecord {
  /** The public half of a key. */
  readonly id: string;
  readonly clientId: string;
  readonly kind: CredentialKind;
  readonly prefix: string;
  readonly lastFour: string | null;
  /** HMAC-SHA-256 of the secret half. */
  readonly digest: Buffer;
  readonly pepperId: string | null;
  readonly createdAt: Date;
  /** Its own end; null means that of the contract. */
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
  readonly lastUsedAt: Date | null;
  readonly firstAddress: string | null;
}

/** With the client whose it is. */
export interface OwnedCredential {
  readonly credential: CredentialRecord;
  readonly client: ClientRecord;
}

/** One that may be used now. */
export interface UsableCredential extends OwnedCredential {
  /** Whether its last use was written more than a minute ago. */
  readonly due: boolean;
}

/** What is kept of a new one. */
export type NewCredential = Pick<
  CredentialRecord,
  'id' | 'clientId' | 'kind' | 'prefix' | 'lastFour' | 'digest' | 'pepperId' | 'expiresAt'
>;

type Row = typeof credentials.$inferSelect;

/** Kinds are written from `NewCredential` alone. */
function toCredential(row: Row): CredentialRecord {
  return { ...row, kind: row.kind as CredentialKind };
}

const isUsable: SQL = sql`${credentials.revokedAt} IS NULL
  AND (${credentials.expiresAt} IS NULL OR ${credentials.expiresAt} > now()) AND ${isActive}`;
const isDue = sql<boolean>`coalesce(${credentials.lastUsedAt} < now() - interval '1 minute', true)`;

async function usable(tx: Tx, condition: SQL): Promise<UsableCredential[]> {
  const rows = await tx
    .select({ credential: credentials, client: clients, due: isDue })
    .from(credentials)
    .innerJoin(clients, eq(clients.id, credentials.clientId))
    .where(sql`${condition} AND ${isUsable}`);
  return rows.map(({ credential, client, due }) => ({
    credential: toCredential(credential),
    client: toClient(client),
    due,
  }));
}

/** Of these API keys those that may be used now, by the database's clock, and by their ids. */
export async function findValidKeys(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UsableCredential>> {
  // Whoever guesses asks this, and nothing else: with the driver's own template it is a prepared statement.
  const known = await db.$client<{ id: string }[]>`
    SELECT id FROM credentials WHERE id = ANY(${[...ids]}::text[]) AND kind = 'key'`;
  if (known.length === 0) return new Map();
  const found = await usable(
    db,
    inArray(
      credentials.id,
      known.map(({ id }) => id),
    ),
  );
  return new Map(found.map((one) => [one.credential.id, one]));
}

/** The secrets of a client that may be used now: one, or two while it is rolled. */
export function listValidSecrets(tx: Tx, clientId: string): Promise<UsableCredential[]> {
  return usable(tx, sql`${eq(credentials.clientId, clientId)} AND ${credentials.kind} = 'secret'`);
}

export async function insertCredential(tx: Tx, made: NewCredential): Promise<CredentialRecord> {
  const rows = await tx.insert(credentials).values(made).returning();
  return rows.map(toCredential)[0] as CredentialRecord;
}

/** Runs `make` only if there is no API key at all. Copies that start together make one key between them. */
export async function ifNoKeys(db: Db, make: (tx: Tx) => Promise<void>): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${lockClass}, ${locks.firstKey})`);
    const isKey = sql`${credentials.kind} = 'key'`;
    const existing = await tx.select({ id: credentials.id }).from(credentials).where(isKey).limit(1);
    if (existing.length > 0) return false;
    await make(tx);
    return true;
  });
}

/** Of one client or of all, and of one kind or of both. */
export interface CredentialFilter {
  readonly clientId?: string | undefined;
  readonly kind?: CredentialKind | undefined;
}

function conditionOf({ clientId, kind }: CredentialFilter): SQL | undefined {
  return and(
    clientId === undefined ? undefined : eq(credentials.clientId, clientId),
    kind === undefined ? undefined : eq(credentials.kind, kind),
  );
}

/** Oldest first; all, unless a page is asked for. */
export async function listCredentials(
  tx: Tx,
  filter: CredentialFilter,
  limit = Number.MAX_SAFE_INTEGER,
  offset = 0,
): Promise<OwnedCredential[]> {
  const rows = await tx
    .select({ credential: credentials, client: clients })
    .from(credentials)
    .innerJoin(clients, eq(clients.id, credentials.clientId))
    .where(conditionOf(filter))
    .orderBy(asc(credentials.createdAt), asc(credentials.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ credential, client }) => ({
    credential: toCredential(credential),
    client: toClient(client),
  }));
}

export async function countCredentials(tx: Tx, filter: CredentialFilter): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(credentials).where(conditionOf(filter));
  return row?.count ?? 0;
}

export async function findCredential(tx: Tx, id: string): Promise<OwnedCredential | undefined> {
  const [row] = await tx
    .select({ credential: credentials, client: clients })
    .from(credentials)
    .innerJoin(clients, eq(clients.id, credentials.clientId))
    .where(eq(credentials.id, id));
  return row && { credential: toCredential(row.credential), client: toClient(row.client) };
}

/** One that may be used now and was not rolled yet, held until the transaction ends: it is rolled once. */
export async function lockUnrolled(tx: Tx, id: string): Promise<OwnedCredential | undefined> {
  const [row] = await tx
    .select({ credential: credentials, client: clients })
    .from(credentials)
    .innerJoin(clients, eq(clients.id, credentials.clientId))
    .where(sql`${eq(credentials.id, id)} AND ${credentials.replacedBy} IS NULL AND ${isUsable}`)
    .for('update');
  return row && { credential: toCredential(row.credential), client: toClient(row.client) };
}

/** Lets one go on for some seconds at most, never beyond its own end, beside the one that takes its place. */
export async function retireCredential(
  tx: Tx,
  id: string,
  replacedBy: string,
  seconds: number,
): Promise<CredentialRecord> {
  const end = sql`least(${credentials.expiresAt}, now() + make_interval(secs => ${seconds}))`;
  const rows = await tx
    .update(credentials)
    .set({ replacedBy, ...(seconds === 0 ? { revokedAt: sql`now()` } : { expiresAt: end }) })
    .where(eq(credentials.id, id))
    .returning();
  return rows.map(toCredential)[0] as CredentialRecord;
}

/** Revokes for good. True when there was such a one, and it was not revoked before. */
export async function revokeCredential(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .update(credentials)
    .set({ revokedAt: sql`now()` })
    .where(sql`${eq(credentials.id, id)} AND ${credentials.revokedAt} IS NULL`)
    .returning({ id: credentials.id });
  return rows.length > 0;
}

/**
 * Writes that it was used, and where first, unless that was written within the minute: however many copies of the hub
 * see it used, its row is written once.
 */
export async function touchCredential(tx: Tx, id: string, address: string | null): Promise<void> {
  await tx
    .update(credentials)
    .set({
      lastUsedAt: sql`now()`,
      firstAddress: sql`coalesce(${credentials.firstAddress}, ${address})`,
    })
    .where(sql`${eq(credentials.id, id)} AND ${isDue}`);
}

/** Keeps a digest under the present secret in place of `old`. */
export async function replaceDigest(
  tx: Tx,
  { id, digest: old }: CredentialRecord,
  digest: Buffer,
  pepperId: string,
): Promise<void> {
  const unchanged = sql`${eq(credentials.id, id)} AND ${eq(credentials.digest, old)}`;
  await tx.update(credentials).set({ digest, pepperId }).where(unchanged);
}
