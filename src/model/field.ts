import type { Vocabulary } from './vocabulary.ts';

/** The layers differ in their header lines: OneRoster 1.2.1, and three generations of the Japan profile. */
export type HeaderLayer = 'base' | 'japan-rev2' | 'japan-1.2.1' | 'japan';

/**
 * The closed set of field kinds. Each floor that handles values has one exhaustive table over it (CSV cell, SQL
 * column, JSON), so a new kind does not compile before every shape of it is written.
 *
 * | kind       | CSV cell            | SQL     | JSON                        |
 * |------------|---------------------|---------|-----------------------------|
 * | string     | any text            | text    | string                      |
 * | year       | `2026`              | text    | string                      |
 * | integer    | `12`                | integer | number                      |
 * | flag       | `true`, `false`     | boolean | `"true"`, `"false"`         |
 * | date       | `2026-04-01`        | date    | string                      |
 * | vocabulary | a term, or `ext:…`  | text    | string                      |
 * | list       | `a,b`               | text[]  | array of strings            |
 * | pairs      | `{type:id},{…}`     | jsonb   | array of {type, identifier} |
 * | ref        | a sourcedId         | text    | GUIDRef                     |
 * | refs       | `id,id`             | text[]  | array of GUIDRefs           |
 */
export type Kind =
  | 'string'
  | 'year'
  | 'integer'
  | 'flag'
  | 'date'
  | 'vocabulary'
  | 'list'
  | 'pairs'
  | 'ref'
  | 'refs';

/** The `type` of a GUIDRef, which is also the singular name of the entity that it points at. */
export type RefTarget = 'academicSession' | 'class' | 'course' | 'org' | 'user' | 'userProfile';

export interface FieldOptions {
  /** CSV header, where it is not the JSON name. Japan columns get `metadata.jp.` and the JSON name. */
  readonly csv?: string;
  /** True when the CSV binding requires a value in every row. */
  readonly required?: boolean;
  /** Set where the official OpenAPI's list of required properties differs from the CSV's. */
  readonly json?: 'required' | 'optional';
  /** The rule of the Japan profile that a blank, ill-typed or dangling value of this field breaks. */
  readonly rule?: string;
  /** The rule that a reference to a record of the wrong type breaks, where it has an id of its own. */
  readonly targetRule?: string;
  /** Personal data: its value never appears in an issue, a log or a list. */
  readonly personal?: boolean;
  /** In JSON the value is served as property `property` of the one object in the array `array`. */
  readonly inside?: { readonly array: string; readonly property: string };
  /** Read and checked, never stored, served or exported (passwords). */
  readonly writeOnly?: boolean;
  /** Present in CSV and in the table, but not a property of the JSON object. */
  readonly csvOnly?: boolean;
  /** Looked for by value so often that it has an index. */
  readonly indexed?: boolean;
  /** In JSON a `urn:` URI made from the sourcedId, in place of a GUIDRef. */
  readonly urn?: boolean;
  /** The literal `NULL` in a cell means blank (2022 test console; profile §2.2 and §2.7). */
  readonly nullWord?: boolean;
  /** Name of a Japan column before the final profile 1.0, where it was another. */
  readonly formerly?: string;
  /** A code or an address: letters and digits are half-width, and Excel must not touch it. */
  readonly code?: boolean;
  /** A reading in katakana: the one kind of name that may be repaired. */
  readonly kana?: boolean;
  /** The rule that characters outside JIS X 0213 break; JP-F-012 unless said. */
  readonly charactersRule?: string;
  /** The layers whose files have the column, where not all do. */
  readonly layers?: readonly HeaderLayer[];
}

export interface Field extends FieldOptions {
  readonly kind: Kind;
  readonly vocabulary?: Vocabulary;
  readonly target?: RefTarget;
  /** The target record's `type` must be this. */
  readonly targetType?: string;
}

const of =
  (kind: Kind) =>
  (options: FieldOptions = {}): Field => ({ kind, ...options });

/** Constructors for declarations: `field.ref('org', { csv: 'schoolSourcedId', required: true })`. */
export const field = {
  string: of('string'),
  year: of('year'),
  integer: of('integer'),
  flag: of('flag'),
  date: of('date'),
  list: of('list'),
  pairs: of('pairs'),
  vocabulary: (vocabulary: Vocabulary, options: FieldOptions = {}): Field => ({
    kind: 'vocabulary',
    vocabulary,
    ...options,
  }),
  ref: (target: RefTarget, options: FieldOptions & { targetType?: string } = {}): Field => ({
    kind: 'ref',
    target,
    ...options,
  }),
  refs: (target: RefTarget, options: FieldOptions = {}): Field => ({ kind: 'refs', target, ...options }),
} as const;
