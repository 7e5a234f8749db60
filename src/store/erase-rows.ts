import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import type { ErasedCounts } from '../model/erasure.ts';
import { personalEntities } from '../model/person-places.ts';
import { amendedCounts } from './amendment.ts';
import { historyOf, literal, liveOf } from './column.ts';
import type { FileCounts } from './imports.ts';
import { isAbout, type NamingColumn, namingColumns } from './person-rows.ts';
import { isRendered, renderedTable } from './rendered.ts';
import type { Session } from './session.ts';
import { dataColumns, recordColumns } from './stage.ts';

const person = '$1::text';
const people = 'ARRAY[$1::text]';

/** `SET` of a tombstone that says nothing but its sourcedId; `$2` is the publication. */
function bareTombstone(entity: Entity): string {
  const blank = dataColumns(entity).map((column) => `${column} = NULL`);
  return `status = 'tobedeleted', publication_id = $2, source_date_last_modified = NULL, ${blank.join(', ')}`;
}

/** Makes bare tombstones of a person's current rows; how many were active. */
export async function buryRows(
  session: Session,
  entity: Entity,
  sourcedId: string,
  publication: number,
): Promise<number> {
  const { rows } = await session.query<{ active: number }>(
    `WITH old AS (SELECT l.sourced_id, l.status FROM ${liveOf(entity)} l WHERE ${isAbout(entity, 'l', people)}),
gone AS (UPDATE ${liveOf(entity)} l SET ${bareTombstone(entity)} FROM old
  WHERE l.sourced_id = old.sourced_id RETURNING old.status)
SELECT count(*) FILTER (WHERE status = 'active')::integer AS active FROM gone`,
    [sourcedId, publication],
  );
  return rows[0]?.active ?? 0;
}

/** Texts that were kept ready of rows that are not as they were. */
export async function forgetRendered(
  session: Session,
  entity: Entity,
  sourcedIds: readonly string[],
): Promise<void> {
  if (!isRendered(entity)) return;
  await session.query(`DELETE FROM ${renderedTable(entity)} WHERE sourced_id = ANY ($1)`, [sourcedIds]);
}

/**
 * Takes the person's name out of current rows of others, which move with it. The versions before go to history, without
 * the name as well.
 *
 * @returns sourcedIds of the rows.
 */
export async function unnameRows(
  session: Session,
  naming: NamingColumn,
  sourcedId: string,
  publication: number,
): Promise<string[]> {
  const { entity, column, names, without } = naming;
  const columns = recordColumns(entity);
  const values = columns.map((one) => (one === column ? without('l', person) : `l.${one}`));
  const named = `NOT ${isMine(entity)} AND ${names('l', people)}`;
  await session.query(
    `INSERT INTO ${historyOf(entity)} (${columns.join(', ')}, valid_to)
SELECT ${values.join(', ')}, $2 FROM ${liveOf(entity)} l WHERE ${named}`,
    [sourcedId, publication],
  );
  const { rows } = await session.query<{ id: string }>(
    `UPDATE ${liveOf(entity)} l SET ${column} = ${without('l', person)}, publication_id = $2 WHERE ${named}
RETURNING sourced_id AS id`,
    [sourcedId, publication],
  );
  const ids = rows.map(({ id }) => id);
  await forgetRendered(session, entity, ids);
  return ids;
}

/** The person's own row may name the person too; nobody looks for that. */
function isMine(entity: Entity): string {
  return personalEntities.includes(entity) ? `coalesce(${isAbout(entity, 'l', people)}, false)` : 'false';
}

/** Takes the name out of versions that were replaced, in place. */
export async function unnameHistory(
  session: Session,
  { entity, column, names, without }: NamingColumn,
  sourcedId: string,
): Promise<void> {
  await session.query(
    `UPDATE ${historyOf(entity)} l SET ${column} = ${without('l', person)} WHERE ${names('l', people)}`,
    [sourcedId],
  );
}

/** What is set aside of a restricted person, and what is set aside of others that names the person. */
async function forgetSetAside(session: Session, sourcedId: string): Promise<void> {
  const id = [sourcedId];
  await session.query('DELETE FROM set_aside WHERE person = $1', id);
  await session.query('DELETE FROM set_aside_names WHERE person = $1 OR sourced_id = $1', id);
  await session.query('DELETE FROM restrictions WHERE sourced_id = $1', id);
  for (const { entity, column, names, without } of namingColumns) {
    const typed = `jsonb_populate_record(NULL::${liveOf(entity)}, s.row)`;
    await session.query(
      `UPDATE set_aside s SET row = jsonb_set(s.row, ARRAY[${literal(column.replaceAll('"', ''))}],
  coalesce(to_jsonb(${without('r', person)}), 'null'))
FROM set_aside k CROSS JOIN LATERAL ${typed.replace('s.row', 'k.row')} r
WHERE k.entity = ${literal(entity.name)} AND ${names('r', people)}
  AND (s.entity, s.sourced_id, s.publication_id) = (k.entity, k.sourced_id, k.publication_id)`,
      id,
    );
  }
}

/** What was taken away of rows, in all and by CSV file. */
export interface ErasedRows {
  readonly counts: Pick<ErasedCounts, 'records' | 'versions' | 'named'>;
  readonly files: Readonly<Record<string, FileCounts>>;
}

/**
 * Takes everything of a person out of the roster, of all its publications, in the transaction of the publication: the
 * current rows become bare tombstones, since vendors have to hear of them; replaced versions go.
 */
export async function eraseRows(
  session: Session,
  sourcedId: string,
  publication: number,
): Promise<ErasedRows> {
  const counts = { records: 0, versions: 0, named: 0 };
  const files: Record<string, FileCounts> = {};
  for (const entity of entityList) {
    let updated = 0;
    for (const naming of namingColumns.filter((one) => one.entity === entity)) {
      updated += (await unnameRows(session, naming, sourcedId, publication)).length;
      await unnameHistory(session, naming, sourcedId);
    }
    const isPersonal = personalEntities.includes(entity);
    const deleted = isPersonal ? await buryRows(session, entity, sourcedId, publication) : 0;
    if (isPersonal) {
      const gone = await session.query(
        `DELETE FROM ${historyOf(entity)} l WHERE ${isAbout(entity, 'l', people)}`,
        [sourcedId],
      );
      counts.versions += gone.rowCount ?? 0;
      await forgetRendered(session, entity, [sourcedId]);
    }
    counts.records += deleted;
    counts.named += updated;
    if (updated + deleted > 0) files[entity.csvFile] = amendedCounts({ updated, deleted });
  }
  await forgetSetAside(session, sourcedId);
  return { counts, files };
}
