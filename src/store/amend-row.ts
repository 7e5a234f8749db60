import { sql } from 'drizzle-orm';
import type { Entity } from '../model/entity.ts';
import { ofRow } from './changes.ts';
import type { Tx } from './client.ts';
import { historyOf, liveOf, quoted, sqlTypes } from './column.ts';
import { recordColumns } from './stage.ts';

/** A record as it is published now. */
export interface LiveRow extends Record<string, unknown> {
  readonly sourceId: number;
  /** By SQL name, as `ofRow` has them. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** An active record; undefined where there is none. */
export async function findLiveRow(tx: Tx, entity: Entity, sourcedId: string): Promise<LiveRow | undefined> {
  const [row] = await tx
    .select({
      sourceId: sql<number>`l.source_id`,
      values: sql<LiveRow['values']>`${sql.raw(ofRow(entity, 'l'))}`,
    })
    .from(sql.raw(`${liveOf(entity)} l`))
    .where(sql`l.sourced_id = ${sourcedId} AND l.status = 'active'`);
  return row;
}

/** SQL type of a column of the record. */
function typeOf(entity: Entity, name: string): string {
  const column = entity.stored.find((one) => one.column === name);
  return column === undefined ? 'jsonb' : sqlTypes[column.kind];
}

/**
 * Gives a record other values in a publication: what it was goes to the history. For the holder of the publish lock.
 * `set` is by SQL name, and has at least one.
 */
export async function amendRow(
  tx: Tx,
  entity: Entity,
  sourcedId: string,
  publicationId: number,
  set: Readonly<Record<string, unknown>>,
): Promise<void> {
  const live = liveOf(entity);
  const history = historyOf(entity);
  const kept = recordColumns(entity).join(', ');
  await tx.execute(
    sql`${sql.raw(`INSERT INTO ${history} (${kept}, valid_to) SELECT ${kept}, `)}${publicationId}::bigint ${sql.raw(`FROM ${live}`)} WHERE sourced_id = ${sourcedId}`,
  );
  const names = Object.keys(set);
  const assignments = names.map((name) => `${quoted(name)} = x.${quoted(name)}`).join(', ');
  const types = names.map((name) => `${quoted(name)} ${typeOf(entity, name)}`).join(', ');
  await tx.execute(
    sql`${sql.raw(`UPDATE ${live} l SET ${assignments}, publication_id = `)}${publicationId}::bigint
FROM jsonb_to_record(${JSON.stringify(set)}::text::jsonb) ${sql.raw(`AS x (${types})`)} WHERE l.sourced_id = ${sourcedId}`,
  );
}
