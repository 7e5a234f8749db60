import { entityOf } from '../../model/entities/index.ts';
import { type Column, type Entity, headerOf } from '../../model/entity.ts';
import type { ExportOptions } from '../../model/export-options.ts';
import type { ExportRule } from '../../model/export-rules.ts';
import type { Kind } from '../../model/field.ts';
import type { Profile } from '../../model/profiles/profile.ts';
import { literal } from '../column.ts';
import { conditionOf, termsOf } from './questions.ts';
import { goneTable, type RosterView, valueSql } from './view.ts';

/** A cell of a row `r`, as SQL. */
export interface Cell {
  readonly column: Column;
  readonly header: string;
  /** Text; NULL where it is blank. */
  readonly text: string;
}

/** How the files are written. */
export interface CellContext {
  readonly profile: Profile;
  /** What is written in place of values. */
  readonly rules: readonly ExportRule[];
  readonly view: RosterView;
  readonly blankParent: ExportOptions['blankParent'];
  /** Entities in whose values there may be line breaks: looking for them in each cell costs time. */
  readonly broken: ReadonlySet<Entity>;
}

/** The only line break that a value can have: a CR is an error of the file (JP-F-010). */
export const lineBreak = `E'\\n'`;

const pairText = (pair: string) => `'{' || (${pair} ->> 'type') || ':' || (${pair} ->> 'identifier') || '}'`;

/** What is in a cell of each kind; Japan columns are text already. */
const textOf: Readonly<Record<Kind, (value: string) => string>> = {
  string: (value) => value,
  year: (value) => value,
  vocabulary: (value) => value,
  ref: (value) => value,
  integer: (value) => `${value}::text`,
  flag: (value) => `${value}::text`,
  date: (value) => `${value}::text`,
  list: (value) => `array_to_string(${value}, ',')`,
  refs: (value) => `array_to_string(${value}, ',')`,
  // A list costs ten times as much, and few people have more than two pairs.
  pairs: (value) => `CASE jsonb_array_length(${value}) WHEN 0 THEN NULL
    WHEN 1 THEN ${pairText(`(${value} -> 0)`)}
    WHEN 2 THEN concat_ws(',', ${pairText(`(${value} -> 0)`)}, ${pairText(`(${value} -> 1)`)})
    ELSE (SELECT string_agg(${pairText('x.pair')}, ',' ORDER BY x.n) FROM jsonb_array_elements(${value}) WITH ORDINALITY x (pair, n)) END`,
};

/** A reference to what is gone names what stands for it, or nothing. */
function referenceText(view: RosterView, column: Column): string {
  const value = valueSql(column);
  const target = column.target === undefined ? undefined : entityOf(column.target);
  if (target === undefined || !view.gone.has(target)) return textOf[column.kind](value);
  const gone = goneTable(view, target);
  if (column.kind === 'ref') {
    return `(SELECT CASE WHEN g.sourced_id IS NULL THEN x.id ELSE g.becomes END FROM (SELECT ${value} AS id) x LEFT JOIN ${gone} g ON g.sourced_id = x.id)`;
  }
  // Several may come to name the same one.
  return `(SELECT string_agg(y.id, ',' ORDER BY y.n) FROM (
    SELECT CASE WHEN g.sourced_id IS NULL THEN x.id ELSE g.becomes END AS id, min(x.n) AS n
    FROM unnest(${value}) WITH ORDINALITY x (id, n) LEFT JOIN ${gone} g ON g.sourced_id = x.id GROUP BY 1) y WHERE y.id IS NOT NULL)`;
}

/** Stored terms as the files of the profile spell them. */
function termText(profile: Profile, entity: Entity, column: Column): string {
  const value = valueSql(column);
  const taken = termsOf(profile, entity, column);
  const spelt = Object.entries(column.vocabulary?.aliases ?? {}).filter(([written]) =>
    taken.includes(written),
  );
  if (spelt.length === 0) return value;
  const cases = spelt.map(([written, stored]) => `WHEN ${literal(stored)} THEN ${literal(written)}`);
  return `CASE ${value} ${cases.join(' ')} ELSE ${value} END`;
}

function plainText({ profile, view, broken }: CellContext, entity: Entity, column: Column): string {
  if (column.target !== undefined) return referenceText(view, column);
  if (column.kind === 'vocabulary') return termText(profile, entity, column);
  const value = valueSql(column);
  const text = column.japan ? value : textOf[column.kind](value);
  const mayBreak = ['string', 'list', 'pairs'].includes(column.kind) && broken.has(entity);
  return mayBreak
    ? `CASE WHEN strpos(${text}, ${lineBreak}) > 0 THEN regexp_replace(${text}, E'[ \\n]*\\n[ \\n]*', ' ', 'g') ELSE ${text} END`
    : text;
}

function cellText(context: CellContext, entity: Entity, column: Column): string {
  if (column.writeOnly) return 'NULL';
  const plain = plainText(context, entity, column);
  const cases = context.rules.flatMap((rule) => {
    const { effect } = rule;
    if (rule.entity !== entity.name || !('field' in effect) || effect.field !== column.name) return [];
    const written =
      effect.kind === 'lowerCase' ? `lower(${plain})` : effect.value === '' ? 'NULL' : literal(effect.value);
    return [`WHEN ${conditionOf(context.profile, entity, rule)} THEN ${written}`];
  });
  const text = cases.length === 0 ? plain : `CASE ${cases.join(' ')} ELSE ${plain} END`;
  return column.nullWord && context.blankParent !== ''
    ? `coalesce(${text}, ${literal(context.blankParent)})`
    : text;
}

/** The cells of an entity's rows after sourcedId, status and dateLastModified, in the order of its header. */
export function cellsOf(context: CellContext, entity: Entity): Cell[] {
  return entity.columns.flatMap((column) => {
    const header = headerOf(column, context.profile.headers);
    return header === undefined ? [] : [{ column, header, text: cellText(context, entity, column) }];
  });
}
