import type { Field, HeaderLayer, RefTarget } from './field.ts';

export type { HeaderLayer } from './field.ts';

/** Rows of another entity, shown inside this one's JSON. */
export type Embed =
  /** All rows of `entity` whose reference `by` names this record, as objects. */
  | { readonly kind: 'objects'; readonly entity: string; readonly by: string; readonly required: boolean }
  /** GUIDRefs to the records of this same entity whose `by` names this record. */
  | { readonly kind: 'children'; readonly by: string };

/** How reports know which school a row belongs to. */
export type SchoolWay =
  /** The record is an org itself. */
  | { readonly kind: 'self' }
  /** The field `by` names an org. */
  | { readonly kind: 'org'; readonly by: string }
  /** The field `by` names an org in the rows of `entity` whose `owner` names this record. */
  | { readonly kind: 'rows'; readonly entity: string; readonly owner: string; readonly by: string }
  /** As the record of `entity` that the field `by` names; without `by`, the one with this sourcedId. */
  | { readonly kind: 'record'; readonly entity: string; readonly by?: string };

/** What a declaration in `entities/` says. Data only. */
export interface EntityDeclaration {
  /** Plural name: collection, table and file. */
  readonly name: string;
  /** Singular name: envelope of a single GET, `type` of a GUIDRef. */
  readonly one: string;
  readonly csvFile: string;
  /** Fields by JSON name, in the order of the CSV columns after sourcedId, status and dateLastModified. */
  readonly fields: Readonly<Record<string, Field>>;
  /** Columns of the Japan profile: CSV `metadata.jp.<name>`, JSON `metadata.jp.<name>`. */
  readonly jp?: Readonly<Record<string, Field>>;
  readonly embeds?: Readonly<Record<string, Embed>>;
  /** The name of this record's own id in JSON when it is not a OneRoster object of its own. */
  readonly idAs?: string;
  /** sourcedId is the sourcedId of a record of that entity (demographics: the user's). */
  readonly keyOf?: RefTarget;
  /** The rule that a sourcedId without such a record breaks. */
  readonly keyRule?: string;
  /** Properties of the standard that no record has here: known to `fields` and `filter`, never served. */
  readonly absent?: readonly string[];
  /** Its rows appear only inside another entity's JSON; a change moves the owner that the field names. */
  readonly ownedBy?: string;
  /** Ways to its school, the first that leads to one counts. */
  readonly school?: readonly SchoolWay[];
  /** Fields by which people know a record, in the order in which they are said. */
  readonly knownBy?: readonly string[];
}

/** A field in its place: names on every floor worked out once. */
export interface Column extends Field {
  /** JSON property name. */
  readonly name: string;
  /** CSV header. */
  readonly header: string;
  /** SQL column; a Japan column has none of its own, it lives in `metadata`. */
  readonly column: string;
  readonly japan: boolean;
}

export interface Entity extends EntityDeclaration {
  /** Stored and unstored columns after the three base columns, in CSV order; Japan columns last. */
  readonly columns: readonly Column[];
  /** The columns that have a SQL column of their own. */
  readonly stored: readonly Column[];
  /** The columns kept under `metadata.jp`. */
  readonly japan: readonly Column[];
  readonly embeds: Readonly<Record<string, Embed>>;
}

/** Columns that every data file begins with (CSV binding 1.2.1). */
export const baseHeaders = ['sourcedId', 'status', 'dateLastModified'] as const;

/** `preferredGivenName` -> `preferred_given_name`. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function defineEntity(declaration: EntityDeclaration): Entity {
  const own = Object.entries(declaration.fields).map(([name, field]): Column => {
    const header = field.csv ?? name;
    return { ...field, name, header, column: snake(header), japan: false };
  });
  const japan = Object.entries(declaration.jp ?? {}).map(
    ([name, field]): Column => ({ ...field, name, header: `metadata.jp.${name}`, column: '', japan: true }),
  );
  return {
    ...declaration,
    columns: [...own, ...japan],
    stored: own.filter((column) => !column.writeOnly),
    japan,
    embeds: declaration.embeds ?? {},
  };
}

/** The name of a column in the files of a layer; undefined where they do not have it. */
export function headerOf(column: Column, layer: HeaderLayer): string | undefined {
  if (column.layers !== undefined && !column.layers.includes(layer)) return undefined;
  if (!column.japan) return column.header;
  if (layer === 'base') return undefined;
  return layer !== 'japan' && column.formerly !== undefined
    ? `metadata.jp.${column.formerly}`
    : column.header;
}

/** The header line of an entity's file, in the order that the standard fixes. */
export function csvHeaders(entity: Entity, layer: HeaderLayer): readonly string[] {
  return [...baseHeaders, ...entity.columns.flatMap((column) => headerOf(column, layer) ?? [])];
}

/** The properties of a record's JSON, and those that the standard knows and the hub never serves. */
export function propertyNames(entity: Entity): ReadonlySet<string> {
  const own = entity.columns
    .filter((column) => !column.japan && !column.csvOnly)
    .map((column) => column.inside?.array ?? column.name);
  const names = [...baseHeaders, ...own, ...Object.keys(entity.embeds), ...(entity.absent ?? []), 'metadata'];
  return new Set(names);
}
