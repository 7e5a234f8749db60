import type { Entity } from '../model/entity.ts';
import { issue } from '../model/issue.ts';
import type { StageContext } from './checks.ts';
import { literal, quoted, tableName } from './column.ts';
import { isKept } from './keep.ts';
import { keptTable, stageTable } from './stage.ts';
import { comingRows, type Link, type Ownership, ownerships, stays } from './stage-rows.ts';

/** The id of the record that shows a staged row `s` in itself. */
export function ownerOf(entity: Entity): string {
  const own = ownerships.find(({ owned }) => owned === entity);
  return own === undefined ? 'NULL' : `s.${own.by}`;
}

/** Takes rows out and says why: `rows` has their lines and, as `ref`, the id in `because` that decides. */
function leaveOut(
  { importId, rulebook }: StageContext,
  entity: Entity,
  header: string,
  because: Entity,
  rows: string,
): string {
  const told = rulebook.judge(issue('left_out', { file: entity.csvFile, column: header }));
  if (told === undefined) throw new Error('a row cannot be left out silently');
  const [file, column, code, fault, level] = [told.file, told.column, told.code, told.fault, told.level].map(
    literal,
  );
  return `WITH gone AS (
  DELETE FROM ${stageTable(importId, entity)} s
  USING (SELECT line, min(ref) AS ref FROM (${rows}) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, ${ownerOf(entity)} AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, ${file}, line, ${column}, ${code}, ${fault}, ${level},
    jsonb_build_object('target', ${literal(because.csvFile)}, 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO ${keptTable(importId, entity)} SELECT line, sourced_id, owner FROM gone`;
}

/** Rows that name a record of a row that was left out, unless it is published already and stays. */
export function leaveOutReferring(context: StageContext, { from, to, header, ref }: Link): string {
  const kept = keptTable(context.importId, to);
  return leaveOut(
    context,
    from,
    header,
    to,
    `SELECT c.line, c.ref FROM (SELECT line, ${ref} AS ref FROM ${comingRows(context, from)} f) c
  WHERE EXISTS (SELECT FROM ${kept} k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM ${comingRows(context, to)} t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM ${quoted(tableName(to.name))} l WHERE l.sourced_id = c.ref AND ${stays(context, to)})`,
  );
}

/** Owners whose last row of a kind that they must have was left out. */
export function leaveOutBereft(context: StageContext, { owner, owned, by }: Ownership): string {
  const kept = keptTable(context.importId, owned);
  return leaveOut(
    context,
    owner,
    'sourcedId',
    owned,
    `SELECT c.line, k.sourced_id AS ref FROM ${comingRows(context, owner)} c
  JOIN ${kept} k ON k.owner = c.sourced_id
  WHERE NOT EXISTS (SELECT FROM ${comingRows(context, owned)} t WHERE t.${by} = c.sourced_id)
    AND NOT EXISTS (SELECT FROM ${quoted(tableName(owned.name))} l WHERE l.${by} = c.sourced_id AND ${stays(context, owned)})`,
  );
}

/** Deletions by a delta file of what kept records name. */
export function leaveOutDeletions(context: StageContext, { from, to, ref }: Link): string {
  return leaveOut(
    context,
    to,
    'sourcedId',
    from,
    `SELECT d.line, r.sourced_id AS ref FROM ${stageTable(context.importId, to)} d
  JOIN (SELECT l.sourced_id, ${ref} AS ref FROM ${quoted(tableName(from.name))} l WHERE ${isKept(context, from)}) r
    ON r.ref = d.sourced_id
  WHERE d.deleted`,
  );
}

/** Rows that would take a kept record's own row away: delete it, or give it to another owner. */
export function leaveOutTaken(context: StageContext, { owner, owned, by }: Ownership): string {
  return leaveOut(
    context,
    owned,
    'sourcedId',
    owner,
    `SELECT d.line, l.sourced_id AS ref FROM ${stageTable(context.importId, owned)} d
  JOIN ${quoted(tableName(owned.name))} o ON o.sourced_id = d.sourced_id AND o.status = 'active'
  JOIN ${quoted(tableName(owner.name))} l ON l.sourced_id = o.${by} AND ${isKept(context, owner)}
  WHERE d.deleted OR d.${by} IS DISTINCT FROM o.${by}`,
  );
}
