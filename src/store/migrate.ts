import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { makePartitions } from './audit-partitions.ts';
import { grantToHub } from './grants.ts';
import { lockClass, locks } from './session.ts';

const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url));

/**
 * Brings the database to this version's schema. Copies that start together wait for each other. With `ownerUrl` that
 * role does it, and gives the hub's role what it needs.
 */
export async function migrateStore(url: string, ownerUrl?: string): Promise<void> {
  const client = postgres(ownerUrl ?? url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    const db = drizzle(client);
    // A session lock: the one connection holds it until it is closed.
    await db.execute(sql`SELECT pg_advisory_lock(${lockClass}, ${locks.migrate})`);
    await migrate(db, { migrationsFolder });
    await db.execute(sql`CREATE SCHEMA IF NOT EXISTS staging`);
    await makePartitions(db);
    if (ownerUrl !== undefined) await grantToHub(ownerUrl, url);
  } finally {
    await client.end({ timeout: 5 });
  }
}
