import type { FileMode } from '../model/bundle-files.ts';
import type { Column, Entity } from '../model/entity.ts';
import { csvHeaders, headerOf } from '../model/entity.ts';
import { excerpt, type Issue, issue } from '../model/issue.ts';
import { type FaultKind, faults } from '../model/profiles/faults.ts';
import { officeFaults } from '../model/profiles/office-faults.ts';
import type { RuleSetting } from '../model/rules/row-rule.ts';
import type { Rulebook } from '../model/rules/rulebook.ts';
import { type CellReader, type Complain, cellReader, shown, type Value } from './cell.ts';
import { metadataPrefix } from './header.ts';
import { type Metadata, metadataValue, put } from './metadata.ts';
import { type Correction, findCorrection, findIdCorrection, findTextCorrection } from './office.ts';
import { readGuid, readState } from './record-key.ts';
import { placeRules } from './row-checks.ts';
import { type TextCheck, textCheck } from './text-checks.ts';

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

/** What an issue says of a correction; a personal value is described and not shown. */
function correctionParams(
  column: Pick<Column, 'personal'>,
  cell: string,
  { value, ...words }: Correction,
): Readonly<Record<string, string>> {
  const hide = column.personal || value === '';
  return {
    ...words,
    found: shown(column, cell),
    wanted: shown(column, value),
    example: hide ? '' : `（${excerpt(value)}）`,
    exampleEn: hide ? '' : ` (${excerpt(value)})`,
  };
}

export type RowReader = (cells: readonly string[], line: number) => Row;

/** Types are wrong in these ways whatever the field, so the rule of the type counts, not the field's. */
const typeFaults = new Set<FaultKind>(['date_invalid', 'list_invalid', 'line_break_in_field']);
/** Faults of any column, which have a code of their own. */
const ownCode = new Set<string>([...typeFaults, ...Object.keys(officeFaults)]);

type Complaint = Parameters<Complain>;
/** The cell cannot be used as it is. */
const isError = ([, fault]: Complaint) => faults[fault].mild !== true;

interface Place {
  readonly column: Column;
  /** In the row's cells; -1 where the file does not have the column. */
  readonly index: number;
  /** In `texts` and `faulty`. */
  readonly slot: number;
  readonly read: CellReader;
  readonly check: TextCheck;
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
  const { profile, settings } = rulebook;
  const lenient = settings.strictness === 'lenient';
  const positions = new Map(header.map((name, index) => [name, index]));
  const places = entity.columns.map((column, slot): Place => {
    const name = headerOf(column, profile.headers);
    const index = name === undefined ? -1 : (positions.get(name) ?? -1);
    const read = cellReader(column, profile, entity.name);
    return { column, index, slot, read, check: textCheck(column, rulebook) };
  });
  const there = ({ index }: Place) => index >= 0;
  const stored = places.filter(({ column }) => !column.writeOnly && !column.japan);
  const unstored = places.filter((place) => place.column.writeOnly && there(place));
  const japan = places.filter((place) => place.column.japan && there(place));
  const placed = placeRules(entity, rulebook, (field) =>
    places.findIndex((place) => place.column.name === field && there(place)),
  );
  const known = new Set<string>(csvHeaders(entity, profile.headers));
  // The shorter path first: `a` must be there as a plain value before `a.b` looks for an object.
  const additions = header
    .flatMap((name, index) =>
      known.has(name) ? [] : [{ path: name.slice(metadataPrefix.length).split('.'), index }],
    )
    .toSorted((one, other) => one.path.length - other.path.length);

  let line = 0;
  /** Cells as they were understood, for the rules; `''` where there is none. */
  const texts: string[] = places.map(() => '');
  /** Cells that could not be read: no rule is asked about them. */
  const faulty: boolean[] = places.map(() => false);
  const complain: Complain = (column, fault, params, code) => {
    const rule = code ?? (ownCode.has(fault) ? undefined : column.rule);
    const name = headerOf(column, profile.headers) ?? column.header;
    report(issue(fault, { file, line, column: name, code: rule }, params));
  };
  // What a cell's reader says is heard first and told afterwards: the cell may have one certain meaning.
  const hear = ({ read }: Place, cell: string): readonly [Value, Complaint | undefined] => {
    let heard: Complaint | undefined;
    const value = read(cell, (...complaint) => {
      heard = complaint;
    });
    return [value, heard];
  };

  const correct = (place: Place, cell: string, first: Complaint): Value => {
    const { column } = place;
    const correction = findCorrection(column, cell, (value) => {
      const [, complaint] = hear(place, value);
      return complaint === undefined || !isError(complaint);
    });
    if (correction === undefined) {
      complain(...first);
      faulty[place.slot] = true;
      return null;
    }
    const { value } = correction;
    const params = correctionParams(column, cell, correction);
    if (!lenient) {
      const code = first[3] ?? (typeFaults.has(first[1]) ? faults[first[1]].code : column.rule);
      complain(column, 'misspelt', params, code);
      faulty[place.slot] = true;
      return null;
    }
    complain(column, 'repaired', params);
    texts[place.slot] = value;
    return value === '' ? null : hear(place, value)[0];
  };

  const repairText = (column: Column, cell: string): string => {
    const correction = findTextCorrection(column, cell);
    if (correction === undefined) return cell;
    complain(column, 'repaired', correctionParams(column, cell, correction));
    return correction.value;
  };

  const repairId = (cell: string): string => {
    const correction = findIdCorrection(cell);
    if (correction === undefined) return cell;
    const params = correctionParams({ personal: false }, cell, correction);
    report(issue('repaired', { file, line, column: 'sourcedId' }, params));
    return correction.value;
  };

  const read = (place: Place, cells: readonly string[]): Value => {
    const { column, slot } = place;
    const written = cells[place.index] ?? '';
    const cell = lenient && written !== '' ? repairText(column, written) : written;
    texts[slot] = cell;
    faulty[slot] = false;
    if (cell === '') {
      if (column.required) {
        complain(column, 'blank');
        faulty[slot] = true;
      }
      return null;
    }
    if (cell.includes('\r')) {
      complain(column, 'line_break_in_field');
      faulty[slot] = true;
    }
    if (place.check(cell, complain)) faulty[slot] = true;
    const [value, complaint] = hear(place, cell);
    if (complaint === undefined) {
      // The word NULL, where it means blank.
      if (value === null) texts[slot] = '';
      return value;
    }
    if (isError(complaint)) return correct(place, cell, complaint);
    complain(...complaint);
    return value;
  };

  const setting: RuleSetting = { base: rulebook.base, today: settings.today };
  const askRules = () => {
    for (const { rule, blamed, slots } of placed) {
      if (slots.some((slot) => faulty[slot])) continue;
      if (
        rule.holds(
          slots.map((slot) => texts[slot] ?? ''),
          setting,
        )
      )
        continue;
      const column = places[blamed]?.column;
      if (column === undefined) continue;
      complain(column, rule.fault, { found: shown(column, texts[blamed] ?? '') }, rule.rule);
    }
  };

  return (cells, at) => {
    line = at;
    const sourcedId = readGuid(lenient ? repairId(cells[0] ?? '') : (cells[0] ?? ''), { file, line }, report);
    const state = readState(cells[1] ?? '', cells[2] ?? '', mode, { file, line }, report);
    const values = stored.map((one) => read(one, cells));
    for (const one of unstored) read(one, cells);
    let metadata: Metadata | null = null;
    for (const one of japan) {
      const value = read(one, cells);
      if (value !== null) metadata = put(metadata, ['jp', one.column.name], metadataValue(value));
    }
    askRules();
    for (const { path, index } of additions) {
      const cell = cells[index];
      if (cell) metadata = put(metadata, path, cell);
    }
    return { line, sourcedId, ...state, values, metadata };
  };
}
