import { isCalendarDate } from '../model/calendar.ts';
import type { Entity } from '../model/entity.ts';
import { type Comparison, type Operator, operators, parseFilter, refuseFilter } from './filter.ts';
import { findInstant } from './instant.ts';
import { findPath, type Path, type ValueKind } from './path.ts';

/** One comparison that makes sense for the entity. */
export interface Condition {
  readonly path: Path;
  readonly operator: Operator;
  /** A Date for an instant, text for dates and all else; in a list every value that was given. */
  readonly value: string | number | boolean | Date | readonly string[];
}

/** Up to two conditions; both hold, or with `any` at least one. */
export interface Filter {
  readonly conditions: readonly Condition[];
  readonly any: boolean;
}

const equality: readonly Operator[] = ['=', '!='];
const order: readonly Operator[] = ['=', '!=', '>', '>=', '<', '<='];

const possible: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: operators,
  exact: operators,
  flag: equality,
  date: order,
  integer: order,
  instant: order,
};

/** The innermost path decides how values are compared. */
function isList(path: Path): boolean {
  return path.at === 'embedded' ? isList(path.inner) : path.list === true;
}

/** Reads a filter for records of `entity`. Throws `invalid_filter`, which says where and what was expected. */
export function readFilter(entity: Entity, text: string): Filter {
  const { comparisons, join } = parseFilter(text);
  return { conditions: comparisons.map((one) => readCondition(entity, one)), any: join === 'OR' };
}

function readCondition(entity: Entity, comparison: Comparison): Condition {
  const { field, fieldAt, operator, operatorAt } = comparison;
  const path = findPath(entity, field);
  if (path === undefined) throw refuseFilter(fieldAt, `a field of ${entity.name}`);
  const allowed = isList(path) ? (['=', '!=', '~'] as const) : possible[path.value];
  if (!allowed.some((one) => one === operator)) {
    throw refuseFilter(operatorAt, `one of ${allowed.join(' ')} for ${field}`);
  }
  return {
    path,
    operator,
    value: isList(path) ? listOf(comparison.value) : readValue(path.value, comparison),
  };
}

/** `'J1, J2'` -> ['J1', 'J2']. A value that names nothing is one blank, which no list has. */
function listOf(text: string): string[] {
  const values = text.split(',').map((one) => one.trim());
  const named = values.filter((one) => one !== '');
  return named.length > 0 ? named : [''];
}

function readValue(kind: ValueKind, { value, valueAt }: Comparison): Condition['value'] {
  switch (kind) {
    case 'text':
    case 'exact':
      return value;
    case 'flag':
      if (value !== 'true' && value !== 'false') throw refuseFilter(valueAt, "'true' or 'false'");
      return value === 'true';
    case 'integer': {
      const number = /^-?\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (Number.isNaN(number)) throw refuseFilter(valueAt, "a whole number such as '12'");
      return number;
    }
    case 'date': {
      const day = value.slice(0, 10);
      if (!isCalendarDate(day) || findInstant(value) === undefined) {
        throw refuseFilter(valueAt, "a date such as '2026-04-01'");
      }
      return day;
    }
    case 'instant': {
      const instant = findInstant(value);
      if (instant === undefined) {
        throw refuseFilter(valueAt, "a date or an instant such as '2026-04-01T00:00:00.000Z'");
      }
      return instant;
    }
  }
}
