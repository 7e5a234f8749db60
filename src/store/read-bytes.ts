import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

/** A column as the server sent it, in UTF-8; null for NULL. */
export type Bytes = Buffer | null;

const dialect = new PgDialect();

/** The driver takes a statement without parameters for one that cannot be kept; its types leave `simple` out. */
const keeping = { prepare: true, simple: false };

/** A connection needs some 100 KB for each that it keeps. */
const keptMax = 100;
const kept = new Set<string>();

/** Whether connections keep a statement: the first hundred of those that are worth it. */
function isKept(text: string): boolean {
  if (kept.has(text)) return true;
  if (kept.size >= keptMax) return false;
  kept.add(text);
  return true;
}

/**
 * Rows of a statement, column by column, as bytes: JSON goes from the database to the caller without becoming a string
 * on the way. One without parameters goes there and back once.
 *
 * @param keep the connection may keep the statement: it is parsed once, planned once where the plan is as good for any
 *   values, and costs one way there and back in place of two. For texts that are few, since nothing is forgotten before
 *   the connection ends.
 */
export async function readBytes(db: Db, statement: SQL, keep: boolean): Promise<readonly Bytes[][]> {
  const { sql, params } = dialect.sqlToQuery(statement);
  // Drizzle hands parameters to the driver in the same way, as `unknown`.
  return db.$client.unsafe(sql, params as never[], keep && isKept(sql) ? keeping : {}).raw();
}
