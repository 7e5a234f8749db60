import type { Column, Entity } from '../../model/entity.ts';

/** One value of a record before and after, as a CSV file has it. */
export interface FieldChange {
  /** CSV header. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

type Values = Readonly<Record<string, unknown>> | null;

/** In place of what the caller may not see. */
const hidden = '***';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A stored value as the cell that it came from. */
function cellOf({ kind }: Pick<Column, 'kind'>, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return String(value);
  if (kind !== 'pairs') return value.join(',');
  return value.map((pair) => (isObject(pair) ? `{${pair.type}:${pair.identifier}}` : '')).join(',');
}

/** `{ jp: { homeClass: 'c1' }, a: { b: 'x' } }` -> [['metadata.jp.homeClass', 'c1'], ['metadata.a.b', 'x']] */
function leaves(value: unknown, path: string): [string, unknown][] {
  if (!isObject(value)) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${path}.${name}`));
}

/** A value as a CSV file has it. */
export interface StoredCell {
  readonly cell: string;
  readonly personal: boolean;
}

/** What is stored of a record (`ofRow`), by CSV header; blank cells are in it too. */
export function cellsOf(entity: Entity, values: Values): Map<string, StoredCell> {
  const cells = new Map<string, StoredCell>();
  if (values === null) return cells;
  for (const column of entity.stored) {
    const cell = cellOf(column, values[column.column]);
    cells.set(column.header, { cell, personal: column.personal === true });
  }
  if (values.metadata === null || values.metadata === undefined) return cells;
  const japan = new Map(entity.japan.map((column) => [`metadata.jp.${column.name}`, column]));
  for (const [path, value] of leaves(values.metadata, 'metadata')) {
    const column = japan.get(path);
    // What nobody has declared may be anything of anybody.
    const personal = column === undefined || column.personal === true;
    cells.set(column?.header ?? path, { cell: cellOf(column ?? { kind: 'string' }, value), personal });
  }
  return cells;
}

/** The fields in which a record differs before and after; personal values only for whoever may see them. */
export function fieldChanges(entity: Entity, before: Values, after: Values, mayName: boolean): FieldChange[] {
  const [old, next] = [cellsOf(entity, before), cellsOf(entity, after)];
  const columns = [...new Set([...old.keys(), ...next.keys()])];
  return columns.flatMap((column) => {
    const [was, is] = [old.get(column), next.get(column)];
    if ((was?.cell ?? '') === (is?.cell ?? '')) return [];
    const shown = (cell: typeof was) =>
      cell?.personal && cell.cell !== '' && !mayName ? hidden : cell?.cell;
    return [{ column, before: shown(was) ?? '', after: shown(is) ?? '' }];
  });
}
