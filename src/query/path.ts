import { getEntity } from '../model/entities/index.ts';
import type { Column, Entity } from '../model/entity.ts';
import type { Kind } from '../model/field.ts';

/**
 * How values at a path are compared.
 *
 * | value    | =, !=                     | >, >=, <, <=     | ~        |
 * |----------|---------------------------|------------------|----------|
 * | text     | without regard to case    | ICU root order   | contains |
 * | exact    | to the letter             | by code point    | contains |
 * | flag     | `true` or `false`         | –                | –        |
 * | date     | by value                  | by value         | –        |
 * | integer  | by value                  | by value         | –        |
 * | instant  | by value                  | by value         | –        |
 *
 * In a list `=` means that it has all of the values given, `~` any of them.
 */
export type ValueKind = 'text' | 'exact' | 'flag' | 'date' | 'integer' | 'instant';

/** Where in a record's JSON a dotted name points. */
export type Path = { readonly value: ValueKind; readonly list?: boolean } & (
  | { readonly at: 'sourcedId' | 'status' | 'dateLastModified' }
  | { readonly at: 'column'; readonly column: Column }
  /** One property of each object in a list of pairs. */
  | { readonly at: 'pair'; readonly column: Column; readonly property: string }
  | { readonly at: 'metadata'; readonly keys: readonly string[] }
  /** In each of the embedded rows. */
  | { readonly at: 'embedded'; readonly embed: string; readonly entity: Entity; readonly inner: Path }
  /** The URI of an embedded row, made from its id. */
  | { readonly at: 'uri' }
  | { readonly at: 'children'; readonly by: string }
  /** A property of the standard that no record has here. */
  | { readonly at: 'nowhere' }
);

const valueKinds: Readonly<Record<Kind, ValueKind>> = {
  string: 'text',
  year: 'text',
  integer: 'integer',
  flag: 'flag',
  date: 'date',
  vocabulary: 'exact',
  list: 'text',
  pairs: 'text',
  ref: 'exact',
  refs: 'exact',
};

/** A reference may be named with or without `.sourcedId`. */
const isReference = (rest: readonly string[]) =>
  rest.length === 0 || (rest.length === 1 && rest[0] === 'sourcedId');

function inColumn(column: Column, rest: readonly string[]): Path | undefined {
  const value = valueKinds[column.kind];
  switch (column.kind) {
    case 'pairs': {
      const [property = ''] = rest;
      const known = rest.length === 1 && ['type', 'identifier'].includes(property);
      return known ? { at: 'pair', column, property, value } : undefined;
    }
    case 'ref':
      return isReference(rest) && (rest.length === 0 || !column.urn)
        ? { at: 'column', column, value }
        : undefined;
    case 'refs':
      return isReference(rest) ? { at: 'column', column, value, list: true } : undefined;
    case 'list':
      return rest.length === 0 ? { at: 'column', column, value, list: true } : undefined;
    default:
      return rest.length === 0 ? { at: 'column', column, value } : undefined;
  }
}

function inMetadata(entity: Entity, keys: readonly string[]): Path | undefined {
  if (keys.length === 0 || keys.some((key) => key === '' || key.includes('\0'))) return undefined;
  const [group, name] = keys;
  const japan =
    group === 'jp' && keys.length === 2 ? entity.japan.find((column) => column.name === name) : undefined;
  return { at: 'metadata', keys, value: japan === undefined ? 'text' : valueKinds[japan.kind] };
}

function inEmbed(entity: Entity, name: string, rest: readonly string[]): Path | undefined {
  const embed = Object.hasOwn(entity.embeds, name) ? entity.embeds[name] : undefined;
  if (embed === undefined) return undefined;
  if (embed.kind === 'children') {
    return isReference(rest) ? { at: 'children', by: embed.by, value: 'exact' } : undefined;
  }
  const owned = getEntity(embed.entity);
  const inner = resolve(owned, rest);
  return inner && { at: 'embedded', embed: name, entity: owned, inner, value: inner.value };
}

function resolve(entity: Entity, parts: readonly string[]): Path | undefined {
  const [first = '', ...rest] = parts;
  if (entity.ownedBy === undefined && rest.length === 0) {
    if (first === 'sourcedId' || first === 'status') return { at: first, value: 'exact' };
    if (first === 'dateLastModified') return { at: first, value: 'instant' };
  }
  if (first === entity.idAs && rest.length === 0) return { at: 'uri', value: 'exact' };
  if (first === 'metadata' && entity.ownedBy === undefined) return inMetadata(entity, rest);
  if (entity.absent?.includes(first)) return { at: 'nowhere', value: 'text' };
  const own = entity.columns.find((column) => !column.japan && column.name === first && !column.csvOnly);
  if (own?.writeOnly && rest.length === 0) return { at: 'nowhere', value: 'text' };
  if (own !== undefined && own.inside === undefined) return inColumn(own, rest);
  const [property, ...deeper] = rest;
  const inside = entity.stored.find(
    (column) => column.inside?.array === first && column.inside.property === property,
  );
  if (inside !== undefined && deeper.length === 0) return inColumn(inside, []);
  return inEmbed(entity, first, rest);
}

/** `school.sourcedId`, `roles.role`, `metadata.jp.kanaFamilyName`: undefined when the entity has no such thing. */
export function findPath(entity: Entity, dotted: string): Path | undefined {
  return resolve(entity, dotted.split('.'));
}

/** One value a record, so that records can be put in order by it. */
export function isSortable(path: Path): boolean {
  return path.at !== 'embedded' && path.at !== 'children' && path.at !== 'pair' && path.at !== 'nowhere';
}
