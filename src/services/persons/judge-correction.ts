import type { Value } from '../../csv/cell.ts';
import type { Metadata } from '../../csv/metadata.ts';
import { rowReader } from '../../csv/row.ts';
import type { Column, Entity } from '../../model/entity.ts';
import { csvHeaders, headerOf } from '../../model/entity.ts';
import { type Issue, type IssueTexts, issueTexts } from '../../model/issue.ts';
import type { Rulebook } from '../../model/rules/rulebook.ts';
import { cellsOf } from '../imports/change-fields.ts';

/** What is stored of a record (`ofRow`). */
export type StoredValues = Readonly<Record<string, unknown>>;

/** Something to know about a value that was given. */
export interface CorrectionNote extends IssueTexts {
  /** CSV header. */
  readonly field: string;
}

/** What becomes of a record's values. */
export interface JudgedCorrection {
  /** The columns that change, by SQL name, `metadata` among them. */
  readonly set: Readonly<Record<string, unknown>>;
  /** The fields that change, as CSV cells, by header. */
  readonly changed: ReadonlyMap<string, string>;
  /** Why it cannot be published. */
  readonly errors: readonly CorrectionNote[];
  readonly warnings: readonly CorrectionNote[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `metadata` with some of its Japan columns changed; null when nothing is left in it. */
function metadataWith(before: unknown, read: Metadata | null, columns: readonly Column[]): unknown {
  const { jp, ...others } = isObject(before) ? before : {};
  const own: Record<string, unknown> = isObject(jp) ? { ...jp } : {};
  const values = isObject(read?.jp) ? read.jp : {};
  for (const { name } of columns) {
    const value = values[name];
    if (value === undefined) delete own[name];
    else own[name] = value;
  }
  const next = { ...others, ...(Object.keys(own).length === 0 ? {} : { jp: own }) };
  return Object.keys(next).length === 0 ? null : next;
}

/**
 * Reads a person's record as if its file had these cells, and judges it as the file would be: only what is said of the
 * given fields counts. `given` is by CSV header, of columns that the profile has.
 */
export function judgeCorrection(
  entity: Entity,
  sourcedId: string,
  values: StoredValues,
  given: ReadonlyMap<Column, string>,
  rulebook: Rulebook,
): JudgedCorrection {
  const layer = rulebook.profile.headers;
  const stored = cellsOf(entity, values);
  const header = csvHeaders(entity, layer);
  const cells = new Map<string, string>([['sourcedId', sourcedId]]);
  for (const column of entity.columns) {
    const name = headerOf(column, layer);
    if (name !== undefined) cells.set(name, given.get(column) ?? stored.get(column.header)?.cell ?? '');
  }
  const issues: Issue[] = [];
  const read = rowReader(entity, 'bulk', rulebook, header, (found) => {
    const judged = rulebook.judge(found);
    if (judged !== undefined) issues.push(judged);
  });
  const row = read(
    header.map((name) => cells.get(name) ?? ''),
    2,
  );

  const next: Record<string, Value> = Object.fromEntries(
    entity.stored.map(({ column }, index) => [column, row.values[index] ?? null]),
  );
  const japan = [...given.keys()].filter((column) => column.japan);
  const metadata = metadataWith(values.metadata, row.metadata, japan);
  const after = cellsOf(entity, { ...values, ...next, metadata });
  const changed = new Map(
    [...given.keys()].flatMap((column) => {
      const cell = after.get(column.header)?.cell ?? '';
      return cell === (stored.get(column.header)?.cell ?? '') ? [] : [[column.header, cell] as const];
    }),
  );
  const own = [...given.keys()].filter((column) => !column.japan && changed.has(column.header));
  const set: Record<string, unknown> = Object.fromEntries(own.map(({ column }) => [column, next[column]]));
  if (japan.some(({ header: name }) => changed.has(name))) set.metadata = metadata;

  const fields = new Map([...given.keys()].map((column) => [headerOf(column, layer), column.header]));
  const notes = (level: Issue['level']) =>
    issues.flatMap((found): CorrectionNote[] => {
      const field = fields.get(found.column);
      return field === undefined || found.level !== level ? [] : [{ field, ...issueTexts(found) }];
    });
  return { set, changed, errors: notes('error'), warnings: notes('warning') };
}
