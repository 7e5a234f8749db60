import { isCalendarDate } from '../model/calendar.ts';
import type { Column } from '../model/entity.ts';
import type { Kind } from '../model/field.ts';
import { excerpt } from '../model/issue.ts';
import type { FaultKind } from '../model/profiles/faults.ts';
import type { Profile } from '../model/profiles/profile.ts';
import { extensionTerm, type Vocabulary } from '../model/vocabulary.ts';

/** A cell's value, ready to be stored. Null is a blank cell. */
export type Value = string | number | boolean | null | readonly string[] | readonly UserId[];

/** One `{type:id}` of users.userIds. */
export interface UserId {
  readonly type: string;
  readonly identifier: string;
}

/** Hears what is wrong with a cell. The value is then read as blank, or as repaired. */
export type Complain = (
  column: Column,
  fault: FaultKind,
  params?: Readonly<Record<string, string | number>>,
  /** The rule that is broken, where it is not the field's or the fault's. */
  code?: string,
) => void;

/** Reads a cell that is not blank. */
export type CellReader = (cell: string, complain: Complain) => Value;

type ReaderOf = (column: Column, profile: Profile, entityName: string) => CellReader;

/** A value in a report: personal ones are never repeated. A blank cell is nobody's. */
export function shown(column: Pick<Column, 'personal'>, cell: string): string {
  return column.personal && cell !== '' ? '***' : excerpt(cell);
}

function readList(column: Column): CellReader {
  return (cell, complain) => {
    const elements = cell.split(',');
    if (!elements.includes('')) return elements;
    complain(column, 'list_invalid');
    return null;
  };
}

/** `{Koumu:12},{MS:a:b}` -> [{ type: 'Koumu', identifier: '12' }, { type: 'MS', identifier: 'a:b' }] */
function findPairs(cell: string): readonly UserId[] | undefined {
  const pairs: UserId[] = [];
  let at = 0;
  while (at < cell.length) {
    const close = cell.indexOf('}', at);
    if (cell[at] !== '{' || close === -1) return undefined;
    const inner = cell.slice(at + 1, close);
    const colon = inner.indexOf(':');
    if (colon < 1 || colon === inner.length - 1 || inner.includes('{')) return undefined;
    pairs.push({ type: inner.slice(0, colon), identifier: inner.slice(colon + 1) });
    at = close + 1;
    if (at === cell.length) return pairs;
    if (cell[at] !== ',') return undefined;
    at += 1;
  }
  return undefined;
}

function readTerm(column: Column, profile: Profile, entityName: string): CellReader {
  const vocabulary: Vocabulary = column.vocabulary ?? { terms: [], open: true };
  const rule = profile.terms[`${entityName}.${column.name}`] ?? {
    accepted: [...vocabulary.terms, ...Object.keys(vocabulary.aliases ?? {})],
    extensions: vocabulary.open,
  };
  const wanted = [...rule.accepted, ...(rule.extensions ? ['ext:…'] : [])].join(', ');
  const accepted = new Map(rule.accepted.map((term) => [term, vocabulary.aliases?.[term] ?? term]));
  const tolerated = new Map((rule.tolerated ?? []).map((term) => [term, vocabulary.aliases?.[term] ?? term]));
  return (cell, complain) => {
    const term = accepted.get(cell);
    if (term !== undefined) return term;
    if (rule.extensions && extensionTerm.test(cell)) return cell;
    const letIn = tolerated.get(cell);
    const fault = letIn === undefined ? 'term_unknown' : 'term_tolerated';
    const code = extensionTerm.test(cell) ? rule.extensionRule : undefined;
    complain(column, fault, { found: shown(column, cell), wanted }, code);
    return letIn ?? null;
  };
}

function patterned(pattern: RegExp, fault: FaultKind): ReaderOf {
  return (column) => (cell, complain) => {
    if (pattern.test(cell)) return cell;
    complain(column, fault, { found: shown(column, cell) });
    return null;
  };
}

/** One reader for each kind of field. */
const readers: Readonly<Record<Kind, ReaderOf>> = {
  string: () => (cell) => cell,
  ref: () => (cell) => cell,
  list: readList,
  refs: readList,
  vocabulary: readTerm,
  year: patterned(/^\d{4}$/, 'year_invalid'),
  date: (column) => (cell, complain) => {
    if (isCalendarDate(cell)) return cell;
    complain(column, 'date_invalid', { found: shown(column, cell) });
    return null;
  },
  integer: (column) => (cell, complain) => {
    if (/^\d{1,9}$/.test(cell)) return Number(cell);
    complain(column, 'integer_invalid', { found: shown(column, cell) });
    return null;
  },
  flag: (column) => (cell, complain) => {
    if (cell === 'true') return true;
    if (cell === 'false') return false;
    const lower = cell.toLowerCase();
    const known = lower === 'true' || lower === 'false';
    complain(column, known ? 'flag_case' : 'flag_invalid', { found: shown(column, cell) });
    return known ? lower === 'true' : null;
  },
  pairs: (column) => (cell, complain) => {
    const pairs = findPairs(cell);
    if (pairs !== undefined) return pairs;
    complain(column, 'pairs_invalid');
    return null;
  },
};

/** The reader of one column under one profile, made once per file. */
export function cellReader(column: Column, profile: Profile, entityName: string): CellReader {
  const read = readers[column.kind](column, profile, entityName);
  if (!column.nullWord) return read;
  return (cell, complain) => (cell === 'NULL' ? null : read(cell, complain));
}
