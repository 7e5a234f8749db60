import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { type Cause, fileFaults, referenceFaults, reportOrder } from '../model/cause.ts';
import type { ImportReport } from '../model/import-report.ts';
import type { Tx } from './client.ts';
import { importCauses, imports } from './schema.ts';
import type { Session } from './session.ts';

/** Nobody mends more kinds of faults than this from one list. */
export const causesMax = 1_000;
const examplesMax = 3;

/**
 * Issues by root cause. What names a file that could not be read hangs on that file's own fault (`broken`), what
 * names the same record of another file is one cause, and everything else is grouped by place and rule. Words of
 * levels sort as their weight does.
 */
const statement = `WITH broken AS (
  SELECT DISTINCT ON (file) file, "column", code, fault, level FROM import_issues
  WHERE import_id = $1 AND file <> '' AND fault = ANY($2::text[]) ORDER BY file, level, seq
), keyed AS MATERIALIZED (
  SELECT i.seq, i.file, i.line, i.level, b.file IS NOT NULL AS follows,
    CASE WHEN b.file IS NOT NULL THEN concat_ws(E'\\x1f', b.file, b.code, b.fault, b."column", b.level)
      WHEN i.fault = ANY($3::text[]) THEN concat_ws(E'\\x1f', i.params ->> 'target', i.params ->> 'found')
      ELSE concat_ws(E'\\x1f', i.file, i.code, i.fault, i."column", i.level) END COLLATE "C" AS key,
    coalesce(b.file, CASE WHEN i.fault = ANY($3::text[]) THEN i.params ->> 'target' END, i.file) AS home
  FROM import_issues i LEFT JOIN broken b ON b.file = i.params ->> 'target'
  WHERE i.import_id = $1
), places AS (
  SELECT key, home, file, line, min(level) FILTER (WHERE NOT follows) AS level,
    min(seq) FILTER (WHERE NOT follows) AS first, min(seq) FILTER (WHERE NOT follows AND level = 'error') AS worst
  FROM keyed GROUP BY key, home, file, line
), causes AS (
  SELECT key, home, min(level) AS level, sum(rows)::integer AS weight, jsonb_object_agg(file, rows) AS by_file,
    coalesce(min(worst), min(first)) AS first
  FROM (
    SELECT key, home, file, count(*) AS rows, min(level) AS level, min(first) AS first, min(worst) AS worst
    FROM places GROUP BY key, home, file
  ) f GROUP BY key, home
), ranked AS MATERIALIZED (
  SELECT *, row_number() OVER (
    ORDER BY level, array_position($4::text[], home) NULLS LAST, weight DESC, first
  )::integer AS rank FROM causes
), examples AS (
  SELECT e.key, jsonb_agg(jsonb_build_object(
    'file', i.file, 'line', i.line, 'column', i."column", 'params', i.params) ORDER BY e.at) AS examples
  FROM (
    SELECT k.key, k.seq, row_number() OVER (PARTITION BY k.key ORDER BY k.follows, k.seq) AS at
    FROM keyed k JOIN ranked r ON r.key = k.key WHERE r.rank <= ${causesMax}
  ) e JOIN import_issues i ON i.import_id = $1 AND i.seq = e.seq
  WHERE e.at <= ${examplesMax} GROUP BY e.key
), kept AS (
  INSERT INTO import_causes (import_id, rank, file, "column", code, fault, level, params, weight, details)
  SELECT $1, r.rank, r.home, CASE WHEN i.fault = ANY($3::text[]) THEN 'sourcedId' ELSE i."column" END,
    i.code, i.fault, r.level, i.params, r.weight,
    jsonb_build_object('byFile', r.by_file, 'examples', e.examples)
  FROM ranked r
  JOIN import_issues i ON i.import_id = $1 AND i.seq = r.first
  JOIN examples e ON e.key = r.key
  WHERE r.rank <= ${causesMax}
)
SELECT count(*)::integer AS total, count(*) FILTER (WHERE level = 'error')::integer AS errors FROM ranked`;

/** Groups the import's issues into `import_causes`, inside the server: a million issues cost no memory here. */
export async function insertCauses(session: Session, importId: string): Promise<ImportReport['causes']> {
  const { rows } = await session.query<{ total: number; errors: number }>(statement, [
    importId,
    fileFaults,
    referenceFaults,
    reportOrder,
  ]);
  const { total, errors } = rows[0] ?? { total: 0, errors: 0 };
  return { total, errors, kept: Math.min(total, causesMax) };
}

/** Takes away what an earlier run of the import has reported. */
export async function deleteReport(session: Session, importId: string): Promise<void> {
  await session.query('DELETE FROM import_causes WHERE import_id = $1', [importId]);
  await session.query('UPDATE imports SET report = NULL WHERE id = $1 AND report IS NOT NULL', [importId]);
}

export interface RankedCause extends Cause {
  /** Position in the report, from 1. */
  readonly rank: number;
}

/** The table is written by `insertCauses` alone, in this shape. */
function toCause({ details, ...row }: typeof importCauses.$inferSelect): RankedCause {
  const { importId: _, ...rest } = row;
  return { ...rest, ...(details as Pick<Cause, 'byFile' | 'examples'>) } as RankedCause;
}

/** Causes in the order in which people mend them, after the rank `after`, at most `limit`. */
export async function listCauses(
  tx: Tx,
  importId: string,
  after: number,
  limit: number,
): Promise<RankedCause[]> {
  const rows = await tx
    .select()
    .from(importCauses)
    .where(and(eq(importCauses.importId, importId), gt(importCauses.rank, after)))
    .orderBy(asc(importCauses.rank))
    .limit(limit);
  return rows.map(toCause);
}

/** The figures; undefined while there are none, and for an import without issues. */
export async function findReport(tx: Tx, importId: string): Promise<ImportReport | undefined> {
  const [row] = await tx
    .select({ report: sql<ImportReport | null>`${imports.report}` })
    .from(imports)
    .where(eq(imports.id, importId));
  return row?.report ?? undefined;
}
