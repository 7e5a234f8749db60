import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { historyOf, liveOf } from './column.ts';
import type { Session } from './session.ts';
import { analyzeStage, createStage, dataColumns, stageTable } from './stage.ts';

/**
 * Stages the active records of a source as they were in publication `asOf` (0: none), from current rows and history,
 * as if its system had sent them again.
 *
 * @returns rows by CSV file.
 */
export async function stageHistory(
  session: Session,
  importId: string,
  sourceId: number,
  asOf: number,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const entity of entityList) {
    await createStage(session, importId, entity);
    const { rowCount } = await session.query(stageStatement(importId, entity), [sourceId, asOf]);
    await analyzeStage(session, importId, entity);
    rows[entity.csvFile] = rowCount ?? 0;
  }
  return rows;
}

/** `$1` is the source, `$2` the publication. */
export function stageStatement(importId: string, entity: Entity): string {
  const data = dataColumns(entity).join(', ');
  const columns = `sourced_id, source_date_last_modified, ${data}`;
  const live = liveOf(entity);
  const history = historyOf(entity);
  const own = `source_id = $1 AND status = 'active' AND publication_id <= $2`;
  return `INSERT INTO ${stageTable(importId, entity)} (line, sourced_id, deleted, source_modified, ${data})
SELECT row_number() OVER (ORDER BY sourced_id) + 1, sourced_id, false, source_date_last_modified, ${data} FROM (
  SELECT ${columns} FROM ${live} WHERE ${own}
  UNION ALL SELECT ${columns} FROM ${history} WHERE ${own} AND valid_to > $2
) v`;
}
