import type { Entity } from '../model/entity.ts';
import { literal, liveOf, quoted, tableName } from './column.ts';
import { type Check, check, type Finding, type StageContext, shortened } from './set-rules/check.ts';
import { stageTable } from './stage.ts';
import { comingRows, type Ownership, ownerships, stays } from './stage-rows.ts';

/** Of a staged row `s`: another source owns its record `l` (deleted ones are free for anybody), and is called `o`. */
export function ownersOf({ sourceId }: StageContext, entity: Entity): string {
  return `JOIN ${liveOf(entity)} l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> ${sourceId}
JOIN sources o ON o.id = l.source_id`;
}

/** Both names, for people. */
export function conflictFinding({ sourceId }: StageContext, fault: Finding['fault']): Finding {
  const source = `(SELECT name FROM sources WHERE id = ${sourceId})`;
  return {
    fault,
    column: 'sourcedId',
    params: { found: shortened('s.sourced_id'), owner: 'o.name', source },
  };
}

/** Two sources that claim one record are a matter for people, not a race: what the source has set decides. */
export function conflictChecks(context: StageContext, entity: Entity): readonly (Check | undefined)[] {
  const stage = stageTable(context.importId, entity);
  const told = (fault: Finding['fault'], rows: string) =>
    check(
      context,
      entity,
      conflictFinding(context, fault),
      `FROM ${rows} s
${ownersOf(context, entity)}`,
    );
  switch (context.rulebook.settings.onConflict) {
    case 'keep':
      return [told('other_source_kept', stage), ...ownershipsOf(entity).map((one) => bereft(context, one))];
    case 'takeOver':
      // A deletion takes nothing over; those have left the stage already (`yieldDeletions`).
      return [
        told('other_source_taken', comingRows(context, entity)),
        ...ownerships
          .filter(({ owned, required }) => owned === entity && required)
          .map((one) => takenLast(context, one)),
      ];
    default:
      return [told('other_source', stage)];
  }
}

function ownershipsOf(entity: Entity): readonly Ownership[] {
  return ownerships.filter(({ owner, required }) => owner === entity && required);
}

/** Owners of this source whose rows of a kind that they must have all belong to others. */
function bereft(context: StageContext, { owner, owned, by }: Ownership): Check | undefined {
  if (!context.staged.has(owned)) return undefined;
  const { sourceId } = context;
  const foreign = (entity: Entity, row: string) =>
    `SELECT FROM ${liveOf(entity)} f WHERE f.sourced_id = ${row}.sourced_id AND f.status = 'active' AND f.source_id <> ${sourceId}`;
  const rows = comingRows(context, owned);
  return check(
    context,
    owner,
    { fault: 'embed_elsewhere', column: 'sourcedId', params: { target: literal(owned.csvFile) } },
    `FROM ${comingRows(context, owner)} s
WHERE EXISTS (SELECT FROM ${rows} t WHERE t.${by} = s.sourced_id)
  AND NOT EXISTS (${foreign(owner, 's')})
  AND NOT EXISTS (SELECT FROM ${rows} t WHERE t.${by} = s.sourced_id AND NOT EXISTS (${foreign(owned, 't')}))
  AND NOT EXISTS (SELECT FROM ${quoted(tableName(owned.name))} l WHERE l.${by} = s.sourced_id
    AND l.status = 'active' AND (l.source_id <> ${sourceId} OR (${stays(context, owned)})))`,
  );
}

/** Rows that would take over the last one of a published owner who stays, and give it to somebody else. */
function takenLast(context: StageContext, { owner, owned, by }: Ownership): Check | undefined {
  const coming = comingRows(context, owned);
  const live = quoted(tableName(owned.name));
  return check(
    context,
    owned,
    {
      fault: 'still_referred',
      column: 'sourcedId',
      params: { found: shortened('s.sourced_id'), target: literal(owner.csvFile), count: '1' },
    },
    `FROM ${coming} s
JOIN ${live} g ON g.sourced_id = s.sourced_id AND g.status = 'active' AND g.source_id <> ${context.sourceId}
  AND g.${by} IS DISTINCT FROM s.${by}
JOIN ${quoted(tableName(owner.name))} l ON l.sourced_id = g.${by} AND ${stays(context, owner)}
WHERE NOT EXISTS (SELECT FROM ${coming} t WHERE t.${by} = g.${by})
  AND NOT EXISTS (SELECT FROM (SELECT ${by} FROM ${live} l WHERE ${stays(context, owned)}) t WHERE t.${by} = g.${by})`,
  );
}
