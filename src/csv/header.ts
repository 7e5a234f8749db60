import { csvHeaders, type Entity, type HeaderLayer, headerOf } from '../model/entity.ts';
import { excerpt, type Issue, issue } from '../model/issue.ts';
import type { Strictness } from '../model/strictness.ts';
import { halfWidth } from './office.ts';

/** Columns beyond the standard's, allowed at the right end. */
export const metadataPrefix = 'metadata.';

/** `ｓｏｕｒｃｅｄId `, `\u200BsourcedId` -> `sourcedid`: what two spellings of a name have in common. */
const folded = (name: string) => halfWidth(name).replace(/\s/g, '').toLowerCase();

/** Invisible characters by their code: `\u200Bname` -> `[U+200B]name`. */
function visible(name: string): string {
  return name.replace(
    /[\p{Cf}\p{Cc}\u00AD\u3000]/gu,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** Header names as they were meant: a name that differs from one known name in case, width and blanks only is it. */
export function headerNames(
  found: readonly string[],
  entity: Entity,
  layer: HeaderLayer,
  strictness: Strictness,
): readonly string[] {
  const expected = csvHeaders(entity, layer);
  const elsewhere = columnsElsewhere(entity, layer);
  const known = new Map(expected.map((name) => [folded(name), name]));
  return found.map((name) => {
    if (expected.includes(name)) return name;
    // A former name of a column has a rule of its own (JP-H-007).
    const renamed = elsewhere.get(name);
    const meant = renamed === undefined ? known.get(folded(name)) : strictness === 'lenient' && renamed;
    return !meant || found.includes(meant) ? name : meant;
  });
}

/**
 * Judges a header line (JP-H-001 to -008). Root causes only: the order is judged when nothing is missing, doubled
 * or unknown, because each of those moves all that follows. Lenient: names are read as they were meant, and columns
 * by name, each with a warning.
 */
export function checkHeader(
  written: readonly string[],
  entity: Entity,
  layer: HeaderLayer,
  strictness: Strictness = 'strict',
): Issue[] {
  const file = entity.csvFile;
  if (written.length === 0 || (written.length === 1 && written[0] === '')) {
    return [issue('header_missing', { file, line: 1 })];
  }
  const lenient = strictness === 'lenient';
  const expected = csvHeaders(entity, layer);
  const at = (column: string) => ({ file, line: 1, column: excerpt(column) });
  const found = headerNames(written, entity, layer, strictness);
  const respelt = found.flatMap((name, index) => {
    const before = written[index] ?? '';
    if (before === name) return [];
    const params = { found: excerpt(visible(before)), wanted: name };
    return [issue(lenient ? 'column_respelt' : 'column_misspelt', at(name), params)];
  });
  const elsewhere = columnsElsewhere(entity, layer);
  // A column under its former name is there: that it is missing would be said twice.
  const renamed = new Set(found.flatMap((name) => elsewhere.get(name) ?? []));
  const doubled = found.filter((name, index) => found.indexOf(name) !== index);
  const faults = [
    ...(lenient ? [] : respelt),
    ...[...new Set(doubled)].map((name) => issue('column_twice', at(name))),
    ...expected.flatMap((name, index) =>
      found.includes(name) || renamed.has(name)
        ? []
        : [issue('column_missing', at(name), { position: index + 1 })],
    ),
    ...found.flatMap((name, index) => {
      if (expected.includes(name)) return [];
      const wanted = elsewhere.get(name);
      if (wanted !== undefined) {
        return [
          wanted === '' ? issue('column_retired', at(name)) : issue('column_former', at(name), { wanted }),
        ];
      }
      return isAddition(name) ? [] : [issue('column_unknown', at(name), { found: index + 1 })];
    }),
  ];
  if (faults.length === 0) {
    for (const [index, name] of expected.entries()) {
      const place = found.indexOf(name);
      if (place !== index) {
        faults.push(
          issue(lenient ? 'column_moved' : 'column_order', at(name), {
            found: place + 1,
            position: index + 1,
          }),
        );
      }
    }
  }
  const additions = found.filter(
    (name) => isAddition(name) && !expected.includes(name) && !elsewhere.has(name),
  );
  return [
    ...(lenient ? respelt : []),
    ...faults,
    ...additions.map((name) => issue('metadata_unknown', at(name))),
  ];
}

/** Where the Japan columns live: a column of this name would take their place. */
const japanName = 'metadata.jp';

/** Names that a column has in other layers -> its name in this one, `''` where this layer does not have it. */
function columnsElsewhere(entity: Entity, layer: HeaderLayer): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (layer === 'base') return names;
  for (const column of entity.columns) {
    const wanted = headerOf(column, layer);
    for (const other of ['japan-rev2', 'japan-1.2.1', 'japan'] as const) {
      const name = headerOf(column, other);
      if (name === undefined || name === wanted) continue;
      // Columns that are new in a later profile are additions here, and kept as such.
      if (wanted !== undefined || column.writeOnly) names.set(name, wanted ?? '');
    }
  }
  return names;
}

/** `metadata.vendor.code` -> true; `metadata.`, `metadata..x` and `metadata.jp` -> false. */
export function isAddition(name: string): boolean {
  return name.startsWith(metadataPrefix) && !name.split('.').includes('') && name !== japanName;
}
