import { type FileMode, guidLengthLimit, guidPattern } from '../model/bundle-files.ts';
import { isInstant } from '../model/calendar.ts';
import type { Column, Entity } from '../model/entity.ts';
import { csvHeaders, headerOf } from '../model/entity.ts';
import { excerpt, type Issue, issue } from '../model/issue.ts';
import type { FaultKind } from '../model/profiles/faults.ts';
import type { Rulebook } from '../model/rules/rulebook.ts';
import { recordStatus } from '../model/vocabulary.ts';
import { type CellReader, type Complain, cellReader, type Value } from './cell.ts';
import { metadataPrefix } from './header.ts';

/** `metadata` of a record: nested objects, `jp` among them. */
export interface Metadata {
  [key: string]: Value | Metadata;
}

/** A row read, checked by itself and ready to be staged. */
export interface Row {
  /** Line in the file, 1 = header. */
  readonly line: number;
  /** `''` when it is missing; such a row is never staged. */
  readonly sourcedId: string;
  /** Delta: the record is to be deleted. */
  readonly deleted: boolean;
  /** Delta: `dateLastModified` as the file has it. */
  readonly modified: string | null;
  /** Values of `entity.stored`, in that order. */
  readonly values: readonly Value[];
  readonly metadata: Metadata | null;
}

export type RowReader = (cells: readonly string[], line: number) => Row;

const lowerUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Types are wrong in these ways whatever the field, so the rule of the type counts, not the field's. */
const typeFaults = new Set<FaultKind>(['date_invalid', 'list_invalid', 'flag_case', 'line_break_in_field']);

interface Place {
  readonly column: Column;
  readonly index: number;
  readonly read: CellReader;
}

/**
 * Makes the reader of one file's rows: cells in, a typed row out, issues told to `report`. A faulty cell is read as
 * blank, so that the row still stands for what refers to it.
 */
export function rowReader(
  entity: Entity,
  mode: Exclude<FileMode, 'absent'>,
  rulebook: Rulebook,
  header: readonly string[],
  report: (found: Issue) => void,
): RowReader {
  const file = entity.csvFile;
  const { profile } = rulebook;
  const positions = new Map(header.map((name, index) => [name, index]));
  const place = (column: Column): Place => ({
    column,
    index: positions.get(headerOf(column, profile.headers) ?? '') ?? -1,
    read: cellReader(column, profile, entity.name),
  });
  const stored = entity.stored.map(place);
  const unstored = entity.columns.filter((column) => column.writeOnly).map(place);
  const japan = entity.japan.map(place).filter(({ index }) => index >= 0);
  const known = new Set<string>(csvHeaders(entity, profile.headers));
  // The shorter path first: `a` must be there as a plain value before `a.b` looks for an object.
  const additions = header
    .flatMap((name, index) =>
      known.has(name) ? [] : [{ path: name.slice(metadataPrefix.length).split('.'), index }],
    )
    .toSorted((one, other) => one.path.length - other.path.length);

  let line = 0;
  const complain: Complain = (column, fault, params) => {
    const code = typeFaults.has(fault) ? undefined : column.rule;
    report(issue(fault, { file, line, column: column.header, code }, params));
  };
  const read = ({ column, index, read }: Place, cells: readonly string[]): Value => {
    const cell = cells[index] ?? '';
    if (cell !== '') {
      if (cell.includes('\r')) complain(column, 'line_break_in_field');
      return read(cell, complain);
    }
    if (column.required) complain(column, 'blank');
    return null;
  };

  return (cells, at) => {
    line = at;
    const sourcedId = readGuid(cells[0] ?? '', { file, line, column: 'sourcedId' }, report);
    const state = readState(cells[1] ?? '', cells[2] ?? '', mode, { file, line }, report);
    const values = stored.map((one) => read(one, cells));
    for (const one of unstored) read(one, cells);
    let metadata: Metadata | null = null;
    for (const one of japan) {
      const value = read(one, cells);
      if (value !== null) metadata = put(metadata, ['jp', one.column.name], metadataValue(value));
    }
    for (const { path, index } of additions) {
      const cell = cells[index];
      if (cell) metadata = put(metadata, path, cell);
    }
    return { line, sourcedId, ...state, values, metadata };
  };
}

type State = Pick<Row, 'deleted' | 'modified'>;
const bulkState: State = { deleted: false, modified: null };

/** `status` and `dateLastModified`: blank in bulk, both there in delta (JP-C-005 to -008). */
function readState(
  status: string,
  modified: string,
  mode: Exclude<FileMode, 'absent'>,
  at: { readonly file: string; readonly line: number },
  report: (found: Issue) => void,
): State {
  const statusPlace = { ...at, column: 'status' };
  const modifiedPlace = { ...at, column: 'dateLastModified' };
  if (mode === 'bulk') {
    if (status !== '') report(issue('status_in_bulk', statusPlace));
    if (modified !== '') report(issue('modified_in_bulk', modifiedPlace));
    return bulkState;
  }
  const known = recordStatus.terms.some((term) => term === status);
  if (!known) report(issue('status_in_delta', statusPlace, { found: excerpt(status) }));
  const real = isInstant(modified);
  if (!real) report(issue('modified_in_delta', modifiedPlace, { found: excerpt(modified) }));
  return { deleted: status === 'tobedeleted', modified: real ? modified : null };
}

function readGuid(
  cell: string,
  place: { file: string; line: number; column: string },
  report: (found: Issue) => void,
): string {
  if (cell === '') {
    report(issue('guid_blank', place));
    return '';
  }
  if (lowerUuid.test(cell)) return cell;
  if (cell.length >= guidLengthLimit || !guidPattern.test(cell)) {
    report(issue('guid_shape', place, { found: excerpt(cell) }));
  } else {
    report(issue('guid_not_uuid', place, { found: excerpt(cell) }));
  }
  return cell;
}

/** Under `metadata` flags are strings, as everywhere in OneRoster's JSON. */
function metadataValue(value: Value): Value {
  return typeof value === 'boolean' ? String(value) : value;
}

/**
 * Sets a nested value: (null, ['a','b'], 'x') -> { a: { b: 'x' } }. Objects have no prototype, so that a column
 * called `metadata.__proto__.x` is just a column. A path through a plain value is kept flat.
 */
function put(metadata: Metadata | null, path: readonly string[], value: Value): Metadata {
  const root: Metadata = metadata ?? Object.create(null);
  let level = root;
  for (const [depth, key] of path.entries()) {
    if (depth === path.length - 1) {
      level[key] = value;
      break;
    }
    const next = level[key];
    if (next === undefined) {
      const made: Metadata = Object.create(null);
      level[key] = made;
      level = made;
    } else if (isMetadata(next)) {
      level = next;
    } else {
      level[path.slice(depth).join('.')] = value;
      break;
    }
  }
  return root;
}

function isMetadata(value: Value | Metadata): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
