import { causeTexts, reportOrder, ruleTexts } from '../../model/cause.ts';
import type { ImportReport } from '../../model/import-report.ts';
import { type IssueTexts, issueTexts } from '../../model/issue.ts';
import { findProfile } from '../../model/profiles/index.ts';
import { findReport, listCauses, type RankedCause } from '../../store/causes.ts';
import type { ImportRecord } from '../../store/imports.ts';
import type { Context } from '../context.ts';
import { getReportedImport, type ReportContext } from './read-imports.ts';
import { type Bilingual, summaryOf } from './report-summary.ts';

type ReadContext = Pick<Context, 'store'>;

/** A cause as people read it. */
export interface ReportedCause extends IssueTexts {
  readonly rank: number;
  readonly file: string;
  readonly column: string;
  readonly code: string;
  readonly level: string;
  readonly rule: Bilingual | null;
  readonly weight: number;
  readonly byFile: Readonly<Record<string, number>>;
  readonly examples: readonly (Omit<RankedCause['examples'][number], 'params'> & {
    readonly message: Bilingual;
  })[];
}

/** jsonb forgets the order of keys; people read causes before consequences. */
function inOrder<Value>(byFile: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const place = (file: string) =>
    (reportOrder.indexOf(file) + reportOrder.length + 1) % (reportOrder.length + 1);
  return Object.fromEntries(Object.entries(byFile).sort(([a], [b]) => place(a) - place(b)));
}

function toReported(cause: RankedCause): ReportedCause {
  const { rank, file, column, code, level, weight } = cause;
  return {
    ...{ rank, file, column, code, level, weight },
    ...causeTexts(cause),
    rule: ruleTexts(code) ?? null,
    byFile: inOrder(cause.byFile),
    examples: cause.examples.map(({ params, ...place }) => ({
      ...place,
      message: issueTexts({ fault: cause.fault, code, column: place.column, params }).message,
    })),
  };
}

const nothing = {
  ...{ errors: 0, warnings: 0, byRule: {}, bySchool: [] },
  causes: { total: 0, errors: 0, kept: 0 },
} as const;

/** Figures with files and rules in the order of a report. */
export function sortedFigures(report: ImportReport): ImportReport {
  const byRule = Object.entries(report.byRule).sort(
    ([, a], [, b]) => b.errors - a.errors || b.warnings - a.warnings,
  );
  return { ...report, byFile: inOrder(report.byFile), byRule: Object.fromEntries(byRule) };
}

/** An import without issues has no figures of its own: they are those of its files. */
function figuresOf(record: ImportRecord, report: ImportReport | undefined): ImportReport {
  if (report !== undefined) return sortedFigures(report);
  const files = Object.entries(record.files ?? {}).map(([file, { rows }]) => [
    file,
    { rows, errors: 0, warnings: 0, rejectedRows: 0 },
  ]);
  return { ...nothing, byFile: inOrder(Object.fromEntries(files)) };
}

/** What people need to finish their work with an import. */
export interface Report {
  readonly record: ImportRecord;
  readonly summary: Bilingual;
  readonly profile: { readonly id: string; readonly title: Bilingual } | null;
  readonly figures: ImportReport;
  readonly causes: readonly ReportedCause[];
  /** Rank after which the next page begins; undefined on the last. */
  readonly next: number | undefined;
}

/** The report with the causes after the rank `after`. Throws `unknown_object`, `report_removed`. */
export async function getReport(
  ctx: ReportContext,
  id: string,
  page: { readonly limit: number; readonly after: number },
): Promise<Report> {
  const { db } = ctx.store;
  const record = await getReportedImport(ctx, id);
  const [report, first, rows] = await Promise.all([
    findReport(db, id),
    listCauses(db, id, 0, 1),
    listCauses(db, id, page.after, page.limit + 1),
  ]);
  const figures = figuresOf(record, report);
  const profile = findProfile(record.profile ?? '');
  const causes = rows.slice(0, page.limit).map(toReported);
  return {
    record,
    summary: summaryOf(record, figures, first[0]),
    profile: profile === undefined ? null : { id: profile.id, title: profile.title },
    figures,
    causes,
    next: rows.length > page.limit ? causes.at(-1)?.rank : undefined,
  };
}

/** Causes after the rank `after`, in the order in which people mend them. */
export async function listReportedCauses(
  { store }: ReadContext,
  id: string,
  after: number,
  limit: number,
): Promise<ReportedCause[]> {
  return (await listCauses(store.db, id, after, limit)).map(toReported);
}

/** All causes that are kept, and how many there are in all. Throws `unknown_object`, `report_removed`. */
export async function getCauses(
  ctx: ReportContext,
  id: string,
): Promise<{ causes: readonly ReportedCause[]; total: number }> {
  const { db } = ctx.store;
  await getReportedImport(ctx, id);
  const rows = await listCauses(db, id, 0, Number.MAX_SAFE_INTEGER);
  const report = await findReport(db, id);
  return { causes: rows.map(toReported), total: report?.causes.total ?? 0 };
}
