import type { ImportReport } from '../../model/import-report.ts';
import { insertCauses } from '../../store/causes.ts';
import type { StageContext } from '../../store/checks.ts';
import { countByRuleAndFile, countBySchool } from '../../store/figures.ts';
import type { Session } from '../../store/session.ts';
import type { IssueCounts } from '../../store/stage-issues.ts';

/** Groups an import's issues by cause and counts them, while its rows are still staged. `rows` are those read, by file. */
export async function createReport(
  session: Session,
  context: StageContext,
  rows: Readonly<Record<string, number>>,
  { errors, warnings, rejectedRows }: IssueCounts,
): Promise<ImportReport> {
  const { importId } = context;
  const causes = await insertCauses(session, importId);
  const figures = await countByRuleAndFile(session, importId, rows, rejectedRows);
  const files = Object.entries(figures.byFile).filter(([, counts]) => counts.errors + counts.warnings > 0);
  const bySchool = await countBySchool(session, context, new Set(files.map(([file]) => file)));
  return { errors, warnings, ...figures, bySchool, causes };
}
