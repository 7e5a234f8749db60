import { csvHeaders, type Entity, type HeaderLayer, headerOf } from '../model/entity.ts';
import { excerpt, type Issue, issue } from '../model/issue.ts';

/** Columns beyond the standard's, allowed at the right end. */
export const metadataPrefix = 'metadata.';

/**
 * Judges a header line (JP-H-001 to -008). Root causes only: the order is judged when nothing is missing, doubled
 * or unknown, because each of those moves all that follows.
 */
export function checkHeader(found: readonly string[], entity: Entity, layer: HeaderLayer): Issue[] {
  const file = entity.csvFile;
  if (found.length === 0 || (found.length === 1 && found[0] === '')) {
    return [issue('header_missing', { file, line: 1 })];
  }
  const expected = csvHeaders(entity, layer);
  const at = (column: string) => ({ file, line: 1, column: excerpt(column) });
  const elsewhere = columnsElsewhere(entity, layer);
  // A column under its former name is there: that it is missing would be said twice.
  const renamed = new Set(found.flatMap((name) => elsewhere.get(name) ?? []));
  const doubled = found.filter((name, index) => found.indexOf(name) !== index);
  const faults = [
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
        faults.push(issue('column_order', at(name), { found: place + 1, position: index + 1 }));
      }
    }
  }
  const additions = found.filter(
    (name) => isAddition(name) && !expected.includes(name) && !elsewhere.has(name),
  );
  return [...faults, ...additions.map((name) => issue('metadata_unknown', at(name)))];
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
