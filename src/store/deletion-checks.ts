import type { Entity } from '../model/entity.ts';
import type { Finding, StageContext } from './checks.ts';
import { literal, liveOf, quoted, tableName } from './column.ts';
import { stageTable } from './stage.ts';
import { links, ownerships, presentRows, willStay } from './stage-rows.ts';

/** One way in which rows of a delta file take away what others need. */
interface DeletionCheck {
  readonly finding: Finding;
  /** Offers the staged row as `s`. */
  readonly from: string;
}

/**
 * A delta file says what goes, not what is left, so each deletion is held against the published records that stay:
 * those that refer to it, and owners that would be left without a row of a kind that they must have.
 */
export function deletionChecks(context: StageContext, entity: Entity): readonly DeletionCheck[] {
  if (!context.deltas.has(entity)) return [];
  const stage = stageTable(context.importId, entity);
  const referred = links
    .filter(({ to }) => to === entity)
    .map(({ from, ref }) =>
      stillNeeded(
        from,
        `SELECT d.line, d.sourced_id, count(*) AS count
  FROM ${stage} d JOIN (SELECT ${ref} AS ref FROM ${quoted(tableName(from.name))} l WHERE ${willStay(context, from)}) r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id`,
      ),
    );
  const owed = ownerships
    .filter(({ owned, required }) => owned === entity && required)
    .map(({ owner, by }) =>
      stillNeeded(
        owner,
        `SELECT d.line, d.sourced_id, 1 AS count
  FROM ${stage} d JOIN ${liveOf(entity)} o ON o.sourced_id = d.sourced_id AND o.status = 'active'
  JOIN ${quoted(tableName(owner.name))} l ON l.sourced_id = o.${by} AND ${willStay(context, owner)}
  WHERE NOT EXISTS (SELECT FROM ${presentRows(context, entity)} t WHERE t.${by} = l.sourced_id)`,
      ),
    );
  return [...referred, ...owed];
}

function stillNeeded(by: Entity, rows: string): DeletionCheck {
  return {
    finding: {
      fault: 'still_referred',
      column: 'sourcedId',
      params: { found: 'left(s.sourced_id, 40)', target: literal(by.csvFile), count: 's.count' },
    },
    from: `FROM (${rows}) s`,
  };
}
