import { entityList } from '../model/entities/index.ts';
import { personalEntities } from '../model/person-places.ts';
import { isAbout, namingColumns } from './person-rows.ts';
import type { Session } from './session.ts';
import { dropStage, stageTable } from './stage.ts';

/** Of a staged row `s` of an entity: it is about the person `$1`, or names the person. */
function hasPerson(entity: (typeof entityList)[number]): string[] {
  const people = 'ARRAY[$1::text]';
  return [
    ...(personalEntities.includes(entity) ? [isAbout(entity, 's', people)] : []),
    ...namingColumns.filter((one) => one.entity === entity).map(({ names }) => names('s', people)),
  ];
}

/**
 * Imports that wait for a person and have somebody staged are read again, from their uploads: what is staged of them is
 * dropped at once. For the transaction of an amendment.
 */
export async function forgetPreviews(session: Session, sourcedId: string): Promise<void> {
  const { rows } = await session.query<{ id: string }>(
    `SELECT id FROM imports WHERE state IN ('checked', 'held') ORDER BY seq FOR UPDATE`,
  );
  for (const { id } of rows) {
    if (!(await isStaged(session, id, sourcedId))) continue;
    await session.query(
      `UPDATE imports SET state = 'queued', attempt = 0, finished_at = NULL WHERE id = $1`,
      [id],
    );
    await dropStage(session, id);
  }
}

async function isStaged(session: Session, importId: string, sourcedId: string): Promise<boolean> {
  for (const entity of entityList) {
    const conditions = hasPerson(entity);
    if (conditions.length === 0) continue;
    const table = stageTable(importId, entity);
    const there = await session.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
      table,
    ]);
    if (there.rows[0]?.there !== true) continue;
    const { rowCount } = await session.query(
      `SELECT FROM ${table} s WHERE ${conditions.join(' OR ')} LIMIT 1`,
      [sourcedId],
    );
    if (rowCount !== 0) return true;
  }
  return false;
}
