import { eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import type { apiKeys, clients } from './schema.ts';

/** A table of which each row is one credential. */
type CredentialTable = typeof apiKeys | typeof clients;

/** The row of an id, if it may be used now by the database's clock. */
export function isUsable(table: CredentialTable, id: string): SQL {
  return sql`${eq(table.id, id)} AND NOT ${table.revoked} AND (${table.expiresAt} IS NULL OR ${table.expiresAt} > now())`;
}

/** Revokes for good. True when there was such a row, and it was not revoked before. */
export async function revoke(tx: Tx, table: CredentialTable, id: string): Promise<boolean> {
  const rows = await tx
    .update(table)
    .set({ revoked: true })
    .where(sql`${eq(table.id, id)} AND NOT ${table.revoked}`)
    .returning({ id: table.id });
  return rows.length > 0;
}
