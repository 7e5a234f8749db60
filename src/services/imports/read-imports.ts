import { RosterError } from '../../errors.ts';
import { type Issue, type IssueTexts, issueTexts } from '../../model/issue.ts';
import { countImports, findImport, type ImportRecord, listImports } from '../../store/imports.ts';
import { countAllIssues, type IssueFilter, listIssues } from '../../store/issues.ts';
import type { Context } from '../context.ts';

type ReadContext = Pick<Context, 'store'>;
/** What reading a report takes. */
export type ReportContext = Pick<Context, 'store' | 'reportDays'>;

/** Throws `unknown_object`. */
export async function getImport(ctx: ReadContext, id: string): Promise<ImportRecord> {
  const found = await findImport(ctx.store.db, id);
  if (found === undefined) throw new RosterError('unknown_object');
  return found;
}

/** An import whose report is still kept. Throws `unknown_object`, `report_removed`. */
export async function getReportedImport(ctx: ReportContext, id: string): Promise<ImportRecord> {
  const record = await getImport(ctx, id);
  if (record.reportRemovedAt !== null) throw new RosterError('report_removed', { days: ctx.reportDays });
  return record;
}

/** An import that came as a file. */
export type UploadedImport = ImportRecord & { readonly file: NonNullable<ImportRecord['file']> };

/** Throws `unknown_object`, also for an undo, which has no file. */
export async function getUploadedImport(ctx: ReadContext, id: string): Promise<UploadedImport> {
  const { file, ...record } = await getImport(ctx, id);
  if (file === null) throw new RosterError('unknown_object');
  return { ...record, file };
}

export interface ImportHistory {
  readonly imports: readonly ImportRecord[];
  readonly total: number;
}

/** Newest first. */
export async function getImportHistory(
  ctx: ReadContext,
  page: { readonly limit: number; readonly offset: number },
): Promise<ImportHistory> {
  const { db } = ctx.store;
  const [imports, total] = await Promise.all([listImports(db, page.limit, page.offset), countImports(db)]);
  return { imports, total };
}

/** An issue as people read it. */
export interface ReportedIssue extends IssueTexts {
  /** Position in the report, rising. */
  readonly seq: number;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly level: string;
}

type IssueRow = Awaited<ReturnType<typeof listIssues>>[number];

/** The texts of a row of the table, which is written from `Issue`s alone. */
export function textsOfIssue(row: Pick<IssueRow, 'fault' | 'params' | 'column' | 'code'>): IssueTexts {
  return issueTexts(row as Pick<Issue, 'fault' | 'params' | 'column' | 'code'>);
}

function toReported(row: IssueRow): ReportedIssue {
  const { seq, file, line, column, code, level } = row;
  return { seq, file, line, column, code, level, ...textsOfIssue(row) };
}

export interface IssuePage {
  readonly issues: readonly ReportedIssue[];
  readonly total: number;
  /** `seq` after which the next page begins; undefined on the last. */
  readonly next: number | undefined;
}

/** Issues after `after` that fit the filter, in the order found. Throws `unknown_object`, `report_removed`. */
export async function getIssues(
  ctx: ReportContext,
  id: string,
  page: { readonly limit: number; readonly after: number },
  filter: IssueFilter = {},
): Promise<IssuePage> {
  const { db } = ctx.store;
  await getReportedImport(ctx, id);
  const rows = await listIssues(db, id, page.after, page.limit + 1, filter);
  const issues = rows.slice(0, page.limit).map(toReported);
  return {
    issues,
    total: await countAllIssues(db, id, filter),
    next: rows.length > page.limit ? issues.at(-1)?.seq : undefined,
  };
}

const streamBatch = 1_000;

/** Issues of an import or a validation after `after` (a `seq`), in the order found. */
export async function readIssues(
  ctx: ReadContext,
  id: string,
  after: number,
  limit: number,
): Promise<ReportedIssue[]> {
  return (await listIssues(ctx.store.db, id, after, limit)).map(toReported);
}

/** Every issue, read in batches. */
export async function* streamIssues(ctx: ReadContext, id: string): AsyncGenerator<ReportedIssue[]> {
  for (let after = 0; ; ) {
    const batch = await readIssues(ctx, id, after, streamBatch);
    if (batch.length === 0) return;
    yield batch;
    after = batch.at(-1)?.seq ?? after;
    if (batch.length < streamBatch) return;
  }
}
