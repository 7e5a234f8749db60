import type { Value } from './cell.ts';

/** `metadata` of a record: nested objects, `jp` among them. */
export interface Metadata {
  [key: string]: Value | Metadata;
}

/** Under `metadata` flags are strings, as everywhere in OneRoster's JSON. */
export function metadataValue(value: Value): Value {
  return typeof value === 'boolean' ? String(value) : value;
}

/**
 * Sets a nested value: (null, ['a','b'], 'x') -> { a: { b: 'x' } }. Objects have no prototype, so that a column
 * called `metadata.__proto__.x` is just a column. A path through a plain value is kept flat.
 */
export function put(metadata: Metadata | null, path: readonly string[], value: Value): Metadata {
  const root: Metadata = metadata ?? Object.create(null);
  let level = root;
  for (const [depth, key] of path.entries()) {
    if (depth === path.length - 1) {
      level[key] = value;
      break;
    }
    const next = level[key];
    if (next === undefined) {
      const made: Metadata = Object.create(null);
      level[key] = made;
      level = made;
    } else if (isMetadata(next)) {
      level = next;
    } else {
      level[path.slice(depth).join('.')] = value;
      break;
    }
  }
  return root;
}

function isMetadata(value: Value | Metadata): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
