import { type SQL, sql } from 'drizzle-orm';
import type { Entity } from '../model/entity.ts';
import type { Condition, Filter } from '../query/condition.ts';
import type { Operator } from '../query/filter.ts';
import type { Path, ValueKind } from '../query/path.ts';
import { embedShown, idOfUrn, ownerColumn, rowsAt, urn } from './body.ts';
import { literal, quoted } from './column.ts';

/** Publications whose records a delta asks for: after `low`, up to and with `high`. */
export interface PublicationRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Instants become publication ids before the roster is touched: a range of ids is what the index is for. By condition
 * of a filter on `dateLastModified`.
 */
export type Ranges = ReadonlyMap<Condition, PublicationRange>;

const raw = (text: string): SQL => sql.raw(text);

/** Both sides are folded by the server, so what is equal does not depend on JavaScript's idea of case. */
const fold = (expression: SQL): SQL => sql`lower(${expression} COLLATE "und-x-icu")`;

const casts: Readonly<Record<ValueKind, string>> = {
  text: 'text',
  exact: 'text',
  flag: 'boolean',
  date: 'date',
  integer: 'integer',
  instant: 'timestamptz',
};

/** `expression operator value` for an operator other than `!=`; NULL or false where there is no value. */
function compared(expression: SQL, kind: ValueKind, operator: Exclude<Operator, '!='>, value: SQL): SQL {
  const sides = kind === 'text' ? ([fold(expression), fold(value)] as const) : ([expression, value] as const);
  if (operator === '~') return sql`strpos(${sides[0]}, ${sides[1]}) > 0`;
  // Equality needs no collation, and an index would not be found under another one than its own.
  const collated = kind === 'exact' && operator !== '=' ? sql`${sides[0]} COLLATE "C"` : sides[0];
  return sql`${collated} ${raw(operator)} ${sides[1]}`;
}

/** `=` asks for all of the values, `~` for any; references to the letter, words without regard to case. */
function comparedList(expression: SQL, kind: ValueKind, operator: Operator, values: readonly string[]): SQL {
  const given = values.map((value) => (kind === 'text' ? fold(sql`${value}::text`) : sql`${value}::text`));
  const wanted = sql`ARRAY[${sql.join(given, raw(', '))}]`;
  const found =
    kind === 'text' ? sql`ARRAY(SELECT ${fold(raw('x'))} FROM unnest(${expression}) x)` : expression;
  return sql`${found} ${raw(operator === '~' ? '&&' : '@>')} ${wanted}`;
}

/** The value at a path that has one per row of `alias`. */
function expressionAt(path: Path, alias: string): SQL {
  switch (path.at) {
    case 'sourcedId':
      return raw(`${alias}.sourced_id`);
    case 'status':
      return raw(`${alias}.status`);
    case 'dateLastModified':
      return raw(`${alias}.publication_id`);
    case 'uri':
      return urn(`${alias}.sourced_id`);
    case 'column': {
      const column = `${alias}.${quoted(path.column.column)}`;
      return path.column.urn ? urn(column) : raw(column);
    }
    case 'metadata':
      return metadataAt(path.keys, path.value, alias);
    default:
      return raw('NULL::text');
  }
}

/** Names of the profile are part of the statement, so that an index on them is found; others are parameters. */
function metadataAt(keys: readonly string[], kind: ValueKind, alias: string): SQL {
  const plain = keys.every((key) => /^[A-Za-z0-9_]+$/.test(key));
  const at = plain
    ? raw(`${alias}.metadata #>> ${literal(`{${keys.join(',')}}`)}`)
    : sql`${raw(alias)}.metadata #>> ARRAY[${sql.join(
        keys.map((key) => sql`${key}::text`),
        raw(', '),
      )}]`;
  return kind === 'text' || kind === 'exact' ? sql`(${at})` : sql`(${at})::${raw(casts[kind])}`;
}

/** The condition with `=` in place of `!=`. */
function holds(
  entity: Entity,
  path: Path,
  condition: Condition,
  asOf: number | undefined,
  alias: string,
): SQL {
  const operator = condition.operator === '!=' ? '=' : condition.operator;
  const { value } = condition;
  if (path.at === 'embedded') {
    const owned = path.entity;
    const by = entity.embeds[path.embed]?.by ?? '';
    const rows = rowsAt(owned, asOf);
    const owner = ownerColumn(owned, by);
    const inner = holds(owned, path.inner, condition, asOf, 'r');
    const shown = sql`EXISTS (SELECT FROM ${rows} r WHERE r.${owner} = e.sourced_id AND ${inner} AND ${embedShown})`;
    // Says less than the other, but by an index on the rows: what is rare is found without looking at everybody.
    return operator === '='
      ? sql`(e.sourced_id IN (SELECT r.${owner} FROM ${rows} r WHERE ${inner}) AND ${shown})`
      : shown;
  }
  if (Array.isArray(value)) return comparedList(expressionAt(path, alias), path.value, operator, value);
  const given = sql`${value}::${raw(casts[path.value])}`;
  if (path.at === 'pair') {
    const pairs = raw(`jsonb_array_elements(${alias}.${quoted(path.column.column)})`);
    const part = raw(`(x.o ->> ${literal(path.property)})`);
    return sql`EXISTS (SELECT FROM ${pairs} x (o) WHERE ${compared(part, path.value, operator, given)})`;
  }
  if (path.at === 'children') {
    const child = compared(raw('r.sourced_id'), path.value, operator, given);
    const parent = ownerColumn(entity, path.by);
    return sql`EXISTS (SELECT FROM ${rowsAt(entity, asOf)} r WHERE r.${parent} = e.sourced_id AND r.status = 'active' AND ${child})`;
  }
  const holdsThere = compared(expressionAt(path, alias), path.value, operator, given);
  const id = operator === '=' ? idColumn(path, alias) : undefined;
  // The URI is made from the id, and the index is on the id.
  return id === undefined ? holdsThere : sql`(${id} = ${idOfUrn(String(value))} AND ${holdsThere})`;
}

/** The id that a URI at this path is made from. */
function idColumn(path: Path, alias: string): SQL | undefined {
  if (path.at === 'uri') return raw(`${alias}.sourced_id`);
  if (path.at === 'column' && path.column.urn) return raw(`${alias}.${quoted(path.column.column)}`);
  return undefined;
}

/** One condition on record `e`. `!=` is the exact opposite of `=`, so records without a value are among its answers. */
function conditionSql(entity: Entity, condition: Condition, ranges: Ranges, asOf: number | undefined): SQL {
  const range = ranges.get(condition);
  const positive =
    range === undefined
      ? holds(entity, condition.path, condition, asOf, 'e')
      : raw(`(e.publication_id > ${range.low} AND e.publication_id <= ${range.high})`);
  return condition.operator === '!=' ? sql`(${positive}) IS NOT TRUE` : positive;
}

/** The caller's filter as one operand, so that no OR of it reaches past whatever else is asked. */
export function filterSql(entity: Entity, filter: Filter, ranges: Ranges, asOf: number | undefined): SQL {
  const conditions = filter.conditions.map((one) => conditionSql(entity, one, ranges, asOf));
  return sql`(${sql.join(conditions, raw(filter.any ? ' OR ' : ' AND '))})`;
}

/** What records are put in order by: text as the Unicode root collation has it, all else by value. */
export function sortExpression(path: Path): SQL {
  const expression = expressionAt(path, 'e');
  const isText = (path.value === 'text' || path.value === 'exact') && path.list !== true;
  return isText && path.at !== 'sourcedId' ? sql`${expression} COLLATE "und-x-icu"` : expression;
}
