import { sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { lockClass, locks } from './session.ts';

/** True when the database answers in time. */
export async function pingDatabase(db: Db, timeoutMs: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), timeoutMs);
  db.execute(sql`SELECT 1`).then(
    () => resolve(true),
    () => resolve(false),
  );
  return promise.finally(() => clearTimeout(timer));
}

/** True while some process holds the lock. */
export async function isLocked(db: Db, lock: keyof typeof locks): Promise<boolean> {
  const rows = await db.execute(
    sql`SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = ${lockClass} AND objid = ${locks[lock]} AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1`,
  );
  return rows.length > 0;
}
