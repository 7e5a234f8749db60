import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { recordOf } from './body.ts';
import type { Db } from './client.ts';
import { liveOf, quoted, tableName } from './column.ts';
import type { Session } from './session.ts';

/**
 * JSON that is put together from several tables is kept ready beside the records. A record moves whenever anything
 * changes that it shows, so (sourcedId, publication) names exactly one text: a kept one is never out of date, it is
 * only there or not, and whatever is not there is put together when it is read.
 */
export function isRendered(entity: Entity): boolean {
  return Object.values(entity.embeds).some(({ kind }) => kind === 'objects');
}

export function renderedTable(entity: Entity): string {
  return quoted(`${tableName(entity.name)}_rendered`);
}

const dialect = new PgDialect();
const forms = new Map<string, string>();

/** Names how a text is made: another version of the hub or another address makes others. */
export function formOf(entity: Entity, base: string): string {
  const key = `${entity.name} ${base}`;
  const known = forms.get(key);
  if (known !== undefined) return known;
  const { sql: text, params } = dialect.sqlToQuery(recordOf({ base, asOf: undefined }, entity));
  const form = createHash('sha256')
    .update(JSON.stringify([text, params]))
    .digest('base64url')
    .slice(0, 16);
  forms.set(key, form);
  return form;
}

/** Few enough that the transaction is short, and enough that a board takes some hundred of them. */
const chunkRows = 2_000;

function renderStatement(entity: Entity, base: string, after: string): SQL {
  const table = sql.raw(renderedTable(entity));
  const form = formOf(entity, base);
  return sql`WITH made AS (
  INSERT INTO ${table} (sourced_id, publication_id, form, record)
  SELECT e.sourced_id, e.publication_id, ${form}, ${recordOf({ base, asOf: undefined }, entity)}::text
  FROM (SELECT * FROM ${sql.raw(liveOf(entity))} e WHERE e.sourced_id > ${after} AND NOT EXISTS (
      SELECT FROM ${table} b WHERE b.sourced_id = e.sourced_id AND b.publication_id = e.publication_id AND b.form = ${form})
    ORDER BY e.sourced_id LIMIT ${chunkRows}) e JOIN publications p ON p.id = e.publication_id
  ON CONFLICT (sourced_id) DO UPDATE SET publication_id = EXCLUDED.publication_id, form = EXCLUDED.form, record = EXCLUDED.record
  RETURNING sourced_id
) SELECT max(sourced_id) AS last, count(*)::int AS count FROM made`;
}

const tables = entityList.filter(isRendered).map((entity) => [entity, renderedTable(entity)] as const);

/** Whether the newest publication is an amendment, after which nobody has made its texts. Imports have it done. */
export async function isAmendmentMissing(db: Db): Promise<boolean> {
  const each = tables.map(
    ([entity, table]) => `EXISTS (SELECT FROM ${liveOf(entity)} e
  WHERE e.publication_id = p.id AND NOT EXISTS (SELECT FROM ${table} b
    WHERE b.sourced_id = e.sourced_id AND b.publication_id = e.publication_id))`,
  );
  const rows = await db.execute(
    `SELECT FROM (SELECT id, amendment FROM publications ORDER BY id DESC LIMIT 1) p
WHERE p.amendment IS NOT NULL AND (${each.join(' OR ')})`,
  );
  return rows.length > 0;
}

/** Makes all texts that are missing, and forgets those of records that are gone. Returns how many were made. */
export async function renderMissing(session: Session, base: string, signal: AbortSignal): Promise<number> {
  let made = 0;
  for (const [entity, table] of tables) {
    for (let after: string | null = ''; after !== null; ) {
      signal.throwIfAborted();
      const { sql: text, params } = dialect.sqlToQuery(renderStatement(entity, base, after));
      const { rows } = await session.query<{ last: string | null; count: number }>(text, params);
      made += rows[0]?.count ?? 0;
      after = rows[0]?.last ?? null;
    }
    await session.query(
      `DELETE FROM ${table} b WHERE NOT EXISTS (SELECT FROM ${liveOf(entity)} e WHERE e.sourced_id = b.sourced_id)`,
    );
    if (made >= chunkRows) await session.query(`VACUUM (ANALYZE) ${table}`);
  }
  return made;
}
