import { sql } from 'drizzle-orm';
import type { KeyRole } from '../model/scope.ts';
import type { Db, Tx } from './client.ts';
import { isUsable, revoke } from './credentials.ts';
import { apiKeys } from './schema.ts';
import { lockClass, locks } from './session.ts';

export interface KeyRecord {
  readonly id: string;
  readonly name: string;
  readonly role: KeyRole;
  /** HMAC-SHA-256 of the key's secret half. */
  readonly digest: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revoked: boolean;
}

type KeyRow = typeof apiKeys.$inferSelect;

/** Roles are written by `insertKey` alone. */
function toRecord(row: KeyRow): KeyRecord {
  return { ...row, role: row.role as KeyRole };
}

export type NewKey = Pick<KeyRecord, 'id' | 'name' | 'role' | 'digest'>;

export async function insertKey(tx: Tx, key: NewKey): Promise<void> {
  await tx.insert(apiKeys).values(key);
}

/**
 * Inserts the key only if there is none at all. Copies that start together make one key between them. `record` writes
 * it down in the same transaction.
 */
export async function insertFirstKey(
  db: Db,
  key: NewKey,
  record: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${lockClass}, ${locks.firstKey})`);
    const existing = await tx.select({ id: apiKeys.id }).from(apiKeys).limit(1);
    if (existing.length > 0) return false;
    await insertKey(tx, key);
    await record(tx);
    return true;
  });
}

/** A key that may be used now, by the database's clock. */
export async function findValidKey(tx: Tx, id: string): Promise<KeyRecord | undefined> {
  const [row] = await tx.select().from(apiKeys).where(isUsable(apiKeys, id));
  return row === undefined ? undefined : toRecord(row);
}

export async function listKeys(tx: Tx): Promise<KeyRecord[]> {
  const rows = await tx.select().from(apiKeys).orderBy(apiKeys.createdAt, apiKeys.id);
  return rows.map(toRecord);
}

/** True when there was such a key, and it was not revoked before. */
export function revokeKey(tx: Tx, id: string): Promise<boolean> {
  return revoke(tx, apiKeys, id);
}
