import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

/** A column as the server sent it, in UTF-8; null for NULL. */
export type Bytes = Buffer | null;

const dialect = new PgDialect();

/**
 * Rows of a statement, column by column, as bytes: JSON goes from the database to the caller without becoming a string
 * on the way.
 *
 * @param keep the connection keeps the statement: it is parsed once, and costs one way there and back in place of two.
 *   For a bounded number of texts only, since nothing is forgotten before the connection ends.
 */
export async function readBytes(db: Db, statement: SQL, keep: boolean): Promise<readonly Bytes[][]> {
  const { sql, params } = dialect.sqlToQuery(statement);
  // Drizzle hands parameters to the driver in the same way, as `unknown`.
  return db.$client.unsafe(sql, params as never[], { prepare: keep }).raw();
}
