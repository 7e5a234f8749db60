import { asc, count, eq, type SQL, sql } from 'drizzle-orm';
import { findScope, type KeyRole, type Scope } from '../model/scope.ts';
import type { Tx } from './client.ts';
import { clients } from './schema.ts';

export const addressModes = ['any', 'list'] as const;
export type AddressMode = (typeof addressModes)[number];

/** A program that may call the hub, and what it may do. */
export interface ClientRecord {
  /** The OAuth2 `client_id`. */
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly contact: string;
  /** What its API keys may do; its access tokens read by scope alone. */
  readonly role: KeyRole;
  /** What it may read, at most. */
  readonly scopes: readonly Scope[];
  readonly addressMode: AddressMode;
  /** Networks, each in its one text; they count in the mode `list`. */
  readonly addresses: readonly string[];
  /** Requests that it may send; null means the hub's setting. */
  readonly requestsPerHour: number | null;
  readonly requestsPerSecond: number | null;
  readonly createdAt: Date;
  /** The end of its contract: the first moment at which nothing of it works any more. */
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** What a person says of a client, and may change. */
export type ClientSettings = Omit<ClientRecord, 'id' | 'createdAt' | 'revokedAt'>;

/**
 * Roles and modes are written from `ClientSettings` alone. A scope that this version does not know opens nothing.
 */
export function toClient(row: typeof clients.$inferSelect): ClientRecord {
  return {
    ...row,
    role: row.role as KeyRole,
    addressMode: row.addressMode as AddressMode,
    scopes: row.scopes.map(findScope).filter((scope) => scope !== undefined),
  };
}

/** A client that works now, by the database's clock. */
export const isActive: SQL = sql`${clients.revokedAt} IS NULL AND ${clients.expiresAt} > now()`;

function toRow(settings: Partial<ClientSettings>) {
  const { scopes, addresses, ...others } = settings;
  return {
    ...others,
    ...(scopes === undefined ? {} : { scopes: [...scopes] }),
    ...(addresses === undefined ? {} : { addresses: [...addresses] }),
  };
}

export async function insertClient(tx: Tx, id: string, settings: ClientSettings): Promise<ClientRecord> {
  const { scopes, addresses } = settings;
  const values = { ...settings, id, scopes: [...scopes], addresses: [...addresses] };
  const rows = await tx.insert(clients).values(values).returning();
  return rows.map(toClient)[0] as ClientRecord;
}

export async function findClient(tx: Tx, id: string): Promise<ClientRecord | undefined> {
  const [row] = await tx.select().from(clients).where(eq(clients.id, id));
  return row === undefined ? undefined : toClient(row);
}

/** A client that may be used now. */
export async function findValidClient(tx: Tx, id: string): Promise<ClientRecord | undefined> {
  const [row] = await tx
    .select()
    .from(clients)
    .where(sql`${eq(clients.id, id)} AND ${isActive}`);
  return row === undefined ? undefined : toClient(row);
}

/** A client that may be used now, held until the transaction ends: it is neither changed nor stopped meanwhile. */
export async function lockValidClient(tx: Tx, id: string): Promise<ClientRecord | undefined> {
  const [row] = await tx
    .select()
    .from(clients)
    .where(sql`${eq(clients.id, id)} AND ${isActive}`)
    .for('update');
  return row === undefined ? undefined : toClient(row);
}

/** Oldest first; all, unless a page is asked for. */
export async function listClients(
  tx: Tx,
  limit = Number.MAX_SAFE_INTEGER,
  offset = 0,
): Promise<ClientRecord[]> {
  const rows = await tx
    .select()
    .from(clients)
    .orderBy(asc(clients.createdAt), asc(clients.id))
    .limit(limit)
    .offset(offset);
  return rows.map(toClient);
}

export async function countClients(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(clients);
  return row?.count ?? 0;
}

/** Changes what is named. Undefined when there is no such client, or it was revoked. */
export async function updateClient(
  tx: Tx,
  id: string,
  change: Partial<ClientSettings>,
): Promise<ClientRecord | undefined> {
  const [row] = await tx
    .update(clients)
    .set(toRow(change))
    .where(sql`${eq(clients.id, id)} AND ${clients.revokedAt} IS NULL`)
    .returning();
  return row === undefined ? undefined : toClient(row);
}

/** Revokes for good, with all that it proves itself with. True when there was such a client, and it was not revoked before. */
export async function revokeClient(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .update(clients)
    .set({ revokedAt: sql`now()` })
    .where(sql`${eq(clients.id, id)} AND ${clients.revokedAt} IS NULL`)
    .returning({ id: clients.id });
  return rows.length > 0;
}
