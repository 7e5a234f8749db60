import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { issue } from '../model/issue.ts';
import type { StageContext } from './checks.ts';
import { literal } from './column.ts';
import { conflictFinding, ownersOf } from './conflicts.ts';
import type { Session } from './session.ts';
import { keptTable, stageTable } from './stage.ts';

/**
 * Takes rows whose record another source owns out of the stage. Rows with errors are left to who judges errors. `$1` is
 * the import's id.
 */
export function yieldStatement(context: StageContext, entity: Entity, deletions: boolean): string {
  const { importId, rulebook } = context;
  const found = rulebook.judge(issue('other_source_kept', { file: entity.csvFile, column: 'sourcedId' }));
  if (found === undefined) throw new Error('a row cannot be taken out silently');
  const finding = conflictFinding(context, 'other_source_kept');
  const pairs = Object.entries(finding.params).map(([key, value]) => `${literal(key)}, ${value}`);
  const [file, column, code, fault, level] = [
    ...[found.file, found.column, found.code, found.fault, found.level],
  ].map(literal);
  const stage = stageTable(importId, entity);
  const rows = `SELECT s.line, jsonb_build_object(${pairs.join(', ')}) AS params FROM ${stage} s
${ownersOf(context, entity)}
WHERE ${deletions ? 's.deleted AND ' : ''}NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = $1 AND i.file = ${file} AND i.line = s.line AND i.level = 'error')`;
  const gone = `DELETE FROM ${stage} s USING (${rows}) r WHERE s.line = r.line`;
  if (!deletions) return gone;
  return `WITH gone AS (${gone} RETURNING r.line, r.params)
INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, ${file}, line, ${column}, ${code}, ${fault}, ${level}, params FROM gone ORDER BY line`;
}

/**
 * Before the checks: what a delta file says of deleting records of another source is not done where the owner keeps
 * them, nor where this source takes over what it brings. So the checks see those records as they will stay.
 */
export async function yieldDeletions(session: Session, context: StageContext): Promise<void> {
  if (!context.live || context.rulebook.settings.onConflict === 'refuse') return;
  for (const entity of context.deltas) {
    await session.query(yieldStatement(context, entity, true), [context.importId]);
  }
}

/** `onConflict: keep`, after the checks: what is published of other sources stays as it is. Safe to do again. */
export async function yieldRows(session: Session, context: StageContext): Promise<void> {
  if (context.rulebook.settings.onConflict !== 'keep') return;
  for (const entity of context.staged) {
    await session.query(yieldStatement(context, entity, false), [context.importId]);
  }
}

/** Rows by file that are not published: `rejected`, those that gave way to a record of another source, and erased people. */
export async function countUnpublished(
  session: Session,
  { importId }: StageContext,
  rejected: Readonly<Record<string, number>>,
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await session.query<{ file: string; count: number }>(
    `SELECT file, count(*)::int AS count FROM (
  SELECT file, line FROM import_issues WHERE import_id = $1 GROUP BY file, line
  HAVING bool_or(fault IN ('other_source_kept', 'person_erased')) AND NOT bool_or(level = 'error' OR fault = 'left_out')
) r GROUP BY file`,
    [importId],
  );
  const sums = rows.map(({ file, count }): [string, number] => [file, (rejected[file] ?? 0) + count]);
  return { ...rejected, ...Object.fromEntries(sums) };
}

/** Rows that were left out take nothing over after all. */
export async function forgetHandOvers(session: Session, context: StageContext): Promise<void> {
  if (context.rulebook.settings.onConflict !== 'takeOver') return;
  for (const entity of entityList.filter((one) => context.staged.has(one))) {
    await session.query(
      `DELETE FROM import_issues i USING ${keptTable(context.importId, entity)} k
WHERE i.import_id = $1 AND i.file = $2 AND i.fault = 'other_source_taken' AND i.line = k.line`,
      [context.importId, entity.csvFile],
    );
  }
}
