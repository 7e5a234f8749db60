import { findScope, type Scope } from '../model/scope.ts';
import type { Tx } from './client.ts';
import { isUsable, revoke } from './credentials.ts';
import { clients } from './schema.ts';

/** A program that gets access tokens for itself (OAuth2 client credentials). */
export interface ClientRecord {
  /** The `client_id`. */
  readonly id: string;
  readonly name: string;
  /** What it may have, at most. */
  readonly scopes: readonly Scope[];
  /** HMAC-SHA-256 of its secret. */
  readonly digest: Buffer;
  readonly createdAt: Date;
  /** The first moment at which it does not work any more; null means that there is none. */
  readonly expiresAt: Date | null;
  readonly revoked: boolean;
}

/** A scope that this version does not know opens nothing. */
function toRecord(row: typeof clients.$inferSelect): ClientRecord {
  return { ...row, scopes: row.scopes.map(findScope).filter((scope) => scope !== undefined) };
}

export type NewClient = Omit<ClientRecord, 'createdAt' | 'revoked'>;

export async function insertClient(tx: Tx, client: NewClient): Promise<void> {
  await tx.insert(clients).values({ ...client, scopes: [...client.scopes] });
}

/** A client that may be used now, by the database's clock. */
export async function findValidClient(tx: Tx, id: string): Promise<ClientRecord | undefined> {
  const [row] = await tx.select().from(clients).where(isUsable(clients, id));
  return row === undefined ? undefined : toRecord(row);
}

export async function listClients(tx: Tx): Promise<ClientRecord[]> {
  const rows = await tx.select().from(clients).orderBy(clients.createdAt, clients.id);
  return rows.map(toRecord);
}

/** True when there was such a client, and it was not revoked before. */
export function revokeClient(tx: Tx, id: string): Promise<boolean> {
  return revoke(tx, clients, id);
}
